import { html } from 'hono/html';
import type { DeedDetail, LoggedDeed } from '../audit.ts';
import type { WordKey } from '../words/en.ts';
import { page, say, type Html, type View } from './page.ts';
import { pages } from './pages.ts';

const FIELD_WORDS = { state: 'state', reply: 'reply', reason: 'reason', caseNumber: 'caseNumber', contact: 'contactDetails', photos: 'photos' } as const satisfies Record<NonNullable<DeedDetail['fields']>[number], WordKey>;

export interface LogParts {
  readonly deeds: readonly LoggedDeed[];
  /** From 1. */
  readonly page: number;
  readonly lastPage: number;
}

export function logPage(view: View, { deeds: lines, page: number, lastPage }: LogParts): Html {
  const { words } = view;
  return page(view, {
    title: words.log,
    content: html`<p>${words.logText}</p>
${deeds(view, lines, { caption: say(view, 'logCaption', { page: number, pages: lastPage }), withMessages: true })}
${pages(view, number, lastPage, (to) => `/office/log?page=${to}`)}`,
  });
}

/** Lines of the log as a table. */
export function deeds(view: View, lines: readonly LoggedDeed[], { caption, withMessages = false }: { caption: string; withMessages?: boolean }): Html {
  const { words, calendar } = view;
  const columns: readonly WordKey[] = withMessages ? ['when', 'who', 'what', 'logMessage', 'details'] : ['when', 'who', 'what', 'details'];
  const cell = (column: WordKey, content: unknown) => html`<td role="cell"><span class="label">${words[column]}</span> ${content}</td>`;
  return html`<table class="list" role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${words[column]}</th>`)}</tr></thead>
<tbody role="rowgroup">${lines.map(({ at, actor, action, message, number, detail }) => html`<tr role="row">
<th role="rowheader" scope="row">${calendar.moment(at)}</th>
${cell('who', actor)}
${cell('what', words[`action-${action}`])}
${withMessages ? cell('logMessage', message === null ? '–' : html`<a href="/office/messages/${message}">${number ?? message}</a>`) : ''}
${cell('details', detailed(view, detail) || '–')}
</tr>`)}</tbody></table>`;
}

/** What was logged with it, in words. Of many messages their number is enough to look at. */
function detailed(view: View, { photo, ids, state, fields, ballot, batch, voters, name, scopes }: DeedDetail): string {
  const { words } = view;
  return [
    photo === undefined ? '' : say(view, 'photo', { number: photo }),
    ids ? say(view, 'count', { count: ids.length }) : '',
    state ? words[`state-${state}`] : '',
    fields?.map((field) => words[FIELD_WORDS[field]]).join(', ') ?? '',
    ballot ?? '',
    batch ?? '',
    voters === undefined ? '' : say(view, 'batchVotes', { count: voters }),
    name ?? '',
    scopes?.join(', ') ?? '',
  ].filter(Boolean).join('; ');
}
