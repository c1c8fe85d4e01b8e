import { html } from 'hono/html';
import { wordingOf } from '../../../../src/model/text.ts';
import type { Message } from '../message.ts';
import { checkbox, textField } from './fields.ts';
import { key, may, page, say, type FieldFault, type Html, type View } from './page.ts';

export interface PersonParts {
  /** What was searched for. */
  readonly detail?: string | undefined;
  /** Absent before a search. */
  readonly messages?: readonly Message[] | undefined;
  readonly faults?: readonly FieldFault[] | undefined;
  readonly notice?: string | undefined;
}

export function personPage(view: View, { detail, messages, faults = [], notice }: PersonParts = {}): Html {
  const { words } = view;
  return page(view, {
    title: words.person,
    faults,
    notice,
    content: html`<p>${words.personText}</p>
<form method="post" action="/office/person">${key(view)}
${textField({ name: 'detail', label: words.personField, hint: words.personHint, value: detail, faults })}
<button>${words.personFind}</button></form>
${messages && detail !== undefined ? found(view, detail, messages, faults) : ''}`,
  });
}

function found(view: View, detail: string, messages: readonly Message[], faults: readonly FieldFault[]): Html {
  const { words, lang, calendar } = view;
  if (!messages.length) return html`<p class="message" role="status">${words.personNone}</p>`;
  const hidden = html`${key(view)}<input type="hidden" name="detail" value="${detail}">`;
  const cell = (label: string, content: unknown) => html`<td role="cell"><span class="label">${label}</span> ${content}</td>`;
  return html`<table class="list" role="table"><caption>${words.personCaption}</caption>
<thead role="rowgroup"><tr role="row">${(['message', 'topic', 'state', 'received'] as const).map((column) => html`<th role="columnheader" scope="col">${words[column]}</th>`)}</tr></thead>
<tbody role="rowgroup">${messages.map(({ id, number, topicName, state, receivedAt }) => html`<tr role="row"><th role="rowheader" scope="row"><a href="/office/messages/${id}">${number}</a></th>${cell(words.topic, wordingOf(topicName, lang).text)}${cell(words.state, words[`state-${state}`])}${cell(words.received, calendar.moment(receivedAt))}</tr>`)}</tbody></table>
${may(view, 'feedback:export') ? html`<form method="post" action="/office/person/export">${hidden}<p><button>${words.personExport}</button></p><p class="hint">${say(view, 'exportText')}</p></form>` : ''}
${may(view, 'feedback:erase') ? html`<section><h2>${words.personErase}</h2><p>${words.eraseText}</p>
<form method="post" action="/office/person/erase">${hidden}
${checkbox({ name: 'confirmed', label: words.personEraseConfirm, faults })}
<button class="grave">${words.personErase}</button></form></section>` : ''}`;
}
