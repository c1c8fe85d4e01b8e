import { html } from 'hono/html';
import { FEEDBACK_STATES, type FeedbackService } from '../../../../src/model/feedback.ts';
import { wordingOf } from '../../../../src/model/text.ts';
import { answersInWords } from '../answers.ts';
import type { LoggedDeed } from '../audit.ts';
import type { Handling, Message } from '../message.ts';
import { radios, textArea, textField } from './fields.ts';
import { deeds } from './log.ts';
import { key, may, page, say, type FieldFault, type Html, type View } from './page.ts';

export interface MessageParts {
  readonly message: Message;
  /** The topic as it is now; absent where it was removed. */
  readonly topic: FeedbackService | undefined;
  readonly history: readonly LoggedDeed[];
  /** ISO date on which the contact details are deleted. */
  readonly contactUntil: Date;
  /** What was written and could not be saved. */
  readonly handling?: { readonly [Name in keyof Handling]?: string } | undefined;
  readonly publishedText?: string | undefined;
  readonly faults?: readonly FieldFault[] | undefined;
  readonly notice?: string | undefined;
}

export function messagePage(view: View, parts: MessageParts): Html {
  const { words, calendar } = view;
  const { message, faults = [], notice } = parts;
  const { id, number, erasedAt } = message;
  return page(view, {
    title: say(view, 'messageNumber', { number }),
    faults,
    notice,
    content: html`<p class="back no-print"><a href="/office">${words.back}</a></p>
${erasedAt ? html`<p class="message">${say(view, 'erasedOn', { date: calendar.date(erasedAt) })}</p>` : ''}
${facts(view, parts)}
${erasedAt ? '' : html`${written(view, message)}
${message.suspicion.length ? suspicion(view, message) : ''}
${contact(view, parts)}
${may(view, 'feedback:write') ? html`${handle(view, parts)}${publication(view, parts)}` : said(view, message)}
${may(view, 'feedback:erase') ? html`<section class="no-print"><h2>${words.erase}</h2><p>${words.eraseText}</p><p><a href="/office/messages/${id}/erase">${words.eraseLink}</a></p></section>` : ''}`}
<section><h2>${words.history}</h2>${deeds(view, parts.history, { caption: words.historyCaption })}</section>`,
  });
}

export function erasePage(view: View, { id, number }: Message): Html {
  const { words } = view;
  return page(view, {
    title: say(view, 'eraseConfirm', { number }),
    content: html`<p>${words.eraseText}</p>
<form method="post" action="/office/messages/${id}/erase">${key(view)}<p class="actions"><button class="grave">${words.eraseButton}</button> <a href="/office/messages/${id}">${words.eraseCancel}</a></p></form>`,
  });
}

function facts(view: View, { message, topic }: MessageParts): Html {
  const { words, lang, calendar } = view;
  const { place } = message;
  const name = wordingOf(message.topicName, lang);
  const position = place?.position;
  const written = (label: string, text: unknown) => html`<dt>${label}</dt><dd lang="${message.language}">${text}</dd>`;
  return html`<dl class="facts">
<dt>${words.state}</dt><dd>${words[`state-${message.state}`]}</dd>
<dt>${words.topic}</dt><dd${name.lang ? html` lang="${name.lang}"` : ''}>${name.text}</dd>
<dt>${words.received}</dt><dd>${calendar.moment(message.receivedAt)}</dd>
${message.dueOn === null ? '' : html`<dt>${words.dueOn}</dt><dd>${calendar.date(message.dueOn)}</dd>`}
<dt>${words.answerBy}</dt><dd>${words[`answer-${message.answerBy}`]}</dd>
<dt>${words.writtenIn}</dt><dd>${languageName(message.language, lang)}</dd>
${message.about === null ? '' : html`<dt>${words.about}</dt><dd>${link(message.about)}</dd>`}
${place?.address === undefined ? '' : written(words.place, place.address)}
${position ? html`<dt>${words.position}</dt><dd>${say(view, 'positionText', { latitude: position.latitude, longitude: position.longitude })}${position.accuracy === undefined ? '' : `, ${say(view, 'accuracy', { metres: Math.round(position.accuracy) })}`}</dd>` : ''}
${answersInWords(message, topic, lang).map(([question, answer]) => written(question, answer))}
</dl>`;
}

function written(view: View, { id, message, language, photos }: Message): Html {
  const { words } = view;
  return html`<section><h2>${words.message}</h2>
<p class="written" lang="${language}">${message ?? words.noMessage}</p></section>
${photos.length ? html`<section><h2>${words.photos}</h2><p class="hint">${words.photosNote}</p>
<ul class="photos">${photos.map(({ position, bytes }) => {
    const path = `/office/messages/${id}/photos/${position}`;
    return html`<li><img src="${path}" alt="${say(view, 'photo', { number: position + 1 })}" loading="lazy"><a href="${path}" download>${say(view, 'photoOpen', { number: position + 1, size: Math.ceil(bytes / 1000) })}</a></li>`;
  })}</ul></section>` : ''}`;
}

function suspicion(view: View, { id, suspicion: codes }: Message): Html {
  const { words } = view;
  const reasons = codes.map((code) => words[`suspicion-${code}`]).join('; ');
  return html`<section class="message no-print"><h2>${words.release}</h2><p>${say(view, 'releaseText', { reasons })}</p>
${may(view, 'feedback:write') ? html`<form method="post" action="/office/messages/${id}/release">${key(view)}<button>${words.releaseButton}</button></form>` : ''}</section>`;
}

function contact(view: View, { message, contactUntil }: MessageParts): Html {
  const { words, calendar } = view;
  const { name, email, phone, contactErasedAt } = message;
  const given = name !== null || email !== null || phone !== null;
  return html`<section><h2>${words.contact}</h2>
${given ? html`<dl class="facts">
${name === null ? '' : html`<dt>${words.name}</dt><dd>${name}</dd>`}
${email === null ? '' : html`<dt>${words.email}</dt><dd><a href="mailto:${encodeURIComponent(email).replaceAll('%40', '@')}">${email}</a></dd>`}
${phone === null ? '' : html`<dt>${words.phone}</dt><dd><a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a></dd>`}
</dl>
<p class="hint">${say(view, 'contactUntil', { date: calendar.date(contactUntil) })}</p>`
    : html`<p>${contactErasedAt ? say(view, 'contactErased', { date: calendar.date(contactErasedAt) }) : words.noContact}</p>`}</section>`;
}

function handle(view: View, { message, handling, faults }: MessageParts): Html {
  const { words } = view;
  const { id, state, reply, reason, caseNumber, changedAt, answerBy, contactErasedAt } = message;
  const given = handling ?? { state, reply: reply ?? '', reason: reason ?? '', caseNumber: caseNumber ?? '' };
  const way = contactErasedAt ? undefined : answerBy === 'email' ? words.replyByEmail : answerBy === 'phone' ? words.replyByPhone : undefined;
  return html`<section class="no-print"><h2>${words.handle}</h2><p>${words.handleText}</p>
<form method="post" action="/office/messages/${id}">${key(view)}<input type="hidden" name="seen" value="${changedAt.toISOString()}">
${radios({ name: 'state', label: words.newState, value: given.state, faults: faults ?? [], options: FEEDBACK_STATES.map((value) => ({ value, label: words[`state-${value}`] })) })}
${textArea({ name: 'reply', label: words.reply, value: given.reply, hint: way ? `${way} ${words.replyHint}` : words.replyHint, faults: faults ?? [] })}
${textField({ name: 'caseNumber', label: words.caseNumber, hint: words.caseNumberHint, value: given.caseNumber, faults: faults ?? [] })}
${textArea({ name: 'reason', label: words.reason, hint: words.reasonHint, value: given.reason, faults: faults ?? [], rows: 3 })}
<button>${words.save}</button></form></section>`;
}

/** For those who may read and not write. */
function said({ words }: View, { reply, reason, caseNumber }: Message): Html | '' {
  const parts = [[words.reply, reply], [words.reason, reason], [words.caseNumber, caseNumber]] as const;
  const given = parts.filter(([, text]) => text !== null);
  return given.length ? html`<section><h2>${words.handle}</h2><dl class="facts">${given.map(([label, text]) => html`<dt>${label}</dt><dd class="written">${text}</dd>`)}</dl></section>` : '';
}

function publication(view: View, { message, publishedText, faults }: MessageParts): Html {
  const { words, calendar } = view;
  const { id, mayPublish, publishedAt } = message;
  if (!mayPublish) return html`<section class="no-print"><h2>${words.publish}</h2><p>${words.publishForbidden}</p></section>`;
  return html`<section class="no-print"><h2>${words.publish}</h2>
${publishedAt ? html`<p>${say(view, 'publishedOn', { date: calendar.date(publishedAt) })}</p>` : ''}<p>${words.publishText}</p>
<form method="post" action="/office/messages/${id}/publish">${key(view)}
${textArea({ name: 'publishedText', label: words.publishedText, value: publishedText ?? message.publishedText ?? message.message ?? '', faults: faults ?? [] })}
<button>${words.publishButton}</button></form>
${publishedAt ? html`<form method="post" action="/office/messages/${id}/unpublish">${key(view)}<button>${words.unpublishButton}</button></form>` : ''}</section>`;
}

/** What feedback is about: a code, or a page. Only the latter can be followed. */
function link(about: string): Html | string {
  return /^https?:\/\//i.test(about) && URL.canParse(about) ? html`<a href="${about}" rel="noreferrer">${about}</a>` : about;
}

function languageName(tag: string, lang: string): string {
  try {
    return new Intl.DisplayNames(`${lang}-FI`, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
