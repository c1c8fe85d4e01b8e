import { html, nothing, type TemplateResult } from 'lit';
import type { FeedbackLink } from '../../core/feedback-link.ts';
import type { ChannelToolKey } from '../../i18n/channel-tools/languages.ts';
import type { ChannelKey } from '../../i18n/channels/languages.ts';
import type { MessageKey, MessageValues } from '../../i18n/languages.ts';
import type { Channel, ChannelNeed, SubChannel } from '../../model/channels.ts';
import { wordingOf, type Text } from '../../model/text.ts';
import { kindOf, renderLink, type ContactKind } from './links.ts';

/** What it takes to put a channel into words. */
export interface Speaker {
  readonly language: string;
  /** What writes days and times in this way. */
  readonly moments: (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat;
  readonly say: (key: MessageKey | ChannelKey | ChannelToolKey, values?: MessageValues) => string;
  /** An ISO date in words. */
  readonly date: (iso: string) => string;
}

/** What a card needs to know beside its channel. */
export interface CardView extends Speaker {
  /** Unique on the page: a channel may stand under several needs. */
  readonly key: string;
  readonly hidden: boolean;
  readonly isOpen: boolean;
  readonly toggle: (open: boolean) => void;
  readonly heading: (content: unknown) => unknown;
  /** Where an error can be reported. */
  readonly feedback: FeedbackLink | undefined;
  /** Whether it is open now, and its hours; they come after the first channels. */
  readonly state: unknown;
  readonly week: unknown;
  readonly otherHours: unknown;
}

const KINDS: readonly ContactKind[] = ['phone', 'email', 'web'];

/** One channel. What it is for and how it is reached stands in view; the rest is opened, found by the browser's search and printed. */
export function renderCard(channel: Channel, view: CardView): TemplateResult {
  const { say } = view;
  const name = wordingOf(channel.name, view.language);
  const contacts = KINDS.map((kind) => ({ kind, links: channel.links.filter((link) => kindOf(link) === kind) })).filter(({ links }) => links.length);
  const { hours } = channel;
  const more = [
    facts(say('content'), listed(channel.contents, view)),
    view.otherHours,
    fact(say('responsible'), channel.responsible, view),
    fact(say('frequency'), channel.frequency, view),
    ...channel.details.map(({ label, text }) => facts(worded(label, view), worded(text, view))),
  ].filter((one) => one !== nothing);
  return html`<li class="card" part="item" id="channel-${view.key}" ?hidden=${view.hidden}>
    <div class="head">
      ${view.heading(html`<span lang=${name.lang ?? nothing}>${name.text}</span>`)}
      ${channel.description === undefined ? nothing : html`<p class="description">${worded(channel.description, view)}</p>`} ${view.state} ${renderTags(channel, view)}
    </div>
    <div class="body">
      <dl>
        ${facts(say('purpose'), listed(channel.purposes, view))}
        ${contacts.map(({ kind, links }) => facts(say(kind), html`<ul role="list">${links.map((link) => html`<li>${renderLink(link, name.text, view)}</li>`)}</ul>`))}
        ${fact(say('address'), channel.address, view)} ${hours?.text === undefined ? nothing : facts(say('hours'), worded(hours.text, view))} ${view.week}
        ${facts(say('children'), channel.children.length ? html`<ul role="list">${channel.children.map((child) => html`<li>${renderChild(child, view)}</li>`)}</ul>` : nothing)}
        ${facts(say('audience'), inline(channel.audiences, view))}
        ${more.length > 1 ? nothing : more}
      </dl>
      ${more.length > 1 ? renderMore(more, name.text, view) : nothing}
      ${renderFoot(channel, name.text, view)}
    </div>
  </li>`;
}

function renderTags({ needs, direction, needsInternet }: Channel, view: CardView): TemplateResult | typeof nothing {
  const { say } = view;
  if (!needs.length && !direction && needsInternet !== true) return nothing;
  return html`${needs.length
    ? html`<p class="label" id="needs-${view.key}">${say('needs')}</p>
        <ul class="tags" role="list" aria-labelledby="needs-${view.key}">${needs.map((need) => html`<li part="need">${needWord(need, view)}</li>`)}</ul>`
    : nothing}
  ${direction ? html`<p class="direction" part="direction">${arrows(direction === 'two-way')} ${say(`direction-${direction}`)}</p>` : nothing}
  ${needsInternet === true ? html`<p class="direction">${say('internet')}</p>` : nothing}`;
}

/** The city's own word for a need, or ours where it gives a code alone or has no word in this language. */
function needWord({ code, word }: ChannelNeed, { language, say }: Speaker): string {
  const own = word === undefined ? undefined : wordingOf(word, language);
  return code && (!own || own.lang) ? say(`need-${code}`) : capital(own?.text ?? '', language);
}

/** With a capital first letter, as a choice or a tag begins. */
export function capital(text: string, language: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language));
}

function arrows(both: boolean): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path d=${both ? 'M5 1 1 4.5 5 8V5.7h6.5V3.3H5ZM11 8l4 3.5L11 15v-2.3H4.5v-2.4H11Z' : 'M9 3.5 14.5 8 9 12.5V9.3H1.5V6.7H9Z'}></path></svg>`;
}

function renderChild({ name, description, links }: SubChannel, view: CardView): unknown {
  const wording = wordingOf(name, view.language);
  const [first, ...others] = links;
  const isWeb = first && kindOf(first) === 'web';
  const title = isWeb ? renderLink({ ...first, text: wording.text }, '', view) : html`<span lang=${wording.lang ?? nothing}>${wording.text}</span>`;
  const rest = isWeb ? others : links;
  return html`${title}${rest.map((link) => html` ${renderLink(link, wording.text, view)}`)}${description === undefined ? nothing : html`<div class="aside">${worded(description, view)}</div>`}`;
}

function renderMore(more: readonly unknown[], name: string, view: CardView): TemplateResult {
  // Where the browser's search cannot open it, it is open.
  const canClose = 'onbeforematch' in document.documentElement;
  const { isOpen, key, say, toggle } = view;
  return html`<div class="more" id="more-${key}" hidden=${canClose && !isOpen ? 'until-found' : nothing} @beforematch=${() => toggle(true)}><dl>${more}</dl></div>
    ${canClose
      ? html`<button type="button" class="quiet no-print" aria-expanded=${isOpen} aria-controls="more-${key}" @click=${() => toggle(!isOpen)}>
          ${say(isOpen ? 'less' : 'more')}<span class="visually-hidden">: ${name}</span>
        </button>`
      : nothing}`;
}

function renderFoot({ checked }: Channel, name: string, { say, date, feedback }: CardView): TemplateResult | typeof nothing {
  if (!checked && !feedback) return nothing;
  return html`<p class="foot">
    ${checked ? html`<span part="checked">${say('checked', { date: date(checked) })}</span>` : nothing}
    ${feedback ? html`<a class="no-print" part="report-error" href=${feedback.href} aria-label=${say('report-error-in', { name })} @click=${feedback.follow}>${say('report-error')}</a>` : nothing}
  </p>`;
}

/** A label with what it names; nothing where there is nothing to name. */
export function facts(label: unknown, content: unknown): TemplateResult | typeof nothing {
  return content === nothing ? nothing : html`<div class="fact"><dt>${label}</dt><dd>${content}</dd></div>`;
}

function fact(label: string, text: Text | undefined, speaker: Speaker): TemplateResult | typeof nothing {
  return facts(label, text === undefined ? nothing : worded(text, speaker));
}

function listed(texts: readonly Text[], speaker: Speaker): unknown {
  if (texts.length < 2) return texts[0] === undefined ? nothing : worded(texts[0], speaker);
  return html`<ul class="items">${texts.map((text) => html`<li>${worded(text, speaker)}</li>`)}</ul>`;
}

/** Short names after each other. */
function inline(texts: readonly Text[], speaker: Speaker): unknown {
  return texts.length ? html`<ul class="inline" role="list">${texts.map((text) => html`<li>${worded(text, speaker)}</li>`)}</ul>` : nothing;
}

/** A text in its own language, its lines as lines. */
function worded(text: Text, { language }: Speaker): unknown {
  const { text: words, lang } = wordingOf(text, language);
  return html`<span class="lines" lang=${lang ?? nothing}>${words}</span>`;
}
