import { html } from 'hono/html';
import { FEEDBACK_STATES } from '../../../../src/model/feedback.ts';
import { wordingOf, type Text } from '../../../../src/model/text.ts';
import { dueOn } from '../../feedback/due.ts';
import { DUE_FILTERS, OPEN_STATES, SOON_DAYS, SUSPICION_FILTERS, type Filter, type ListedMessage } from '../message-list.ts';
import type { WordKey } from '../words/en.ts';
import { select, textField, type Option } from './fields.ts';
import { key, may, page, say, type Html, type View } from './page.ts';
import { pages } from './pages.ts';

export interface ListParts {
  readonly filter: Filter;
  readonly messages: readonly ListedMessage[];
  readonly count: number;
  /** From 1. */
  readonly page: number;
  readonly lastPage: number;
  readonly topics: readonly { readonly topic: string; readonly name: Text }[];
  readonly now: Date;
  readonly notice?: string | undefined;
}

const DUE_WORDS: Readonly<Record<(typeof DUE_FILTERS)[number], WordKey>> = { overdue: 'dueOverdue', soon: 'dueSoon', later: 'dueLater', none: 'dueNone' };
const SUSPICION_WORDS: Readonly<Record<(typeof SUSPICION_FILTERS)[number], WordKey>> = { only: 'queueOnly', without: 'queueWithout' };

export function listPage(view: View, parts: ListParts): Html {
  const { words } = view;
  const { filter, messages, count, page: number, lastPage } = parts;
  const query = queryOf(filter);
  return page(view, {
    title: words.list,
    notice: parts.notice,
    content: html`${filterForm(view, parts)}
<p class="count">${say(view, 'count', { count })}</p>
${messages.length ? html`<table class="list" role="table">
<caption>${say(view, 'listCaption', { page: number, pages: lastPage })}</caption>
<thead role="rowgroup"><tr role="row">${(['message', 'number', 'topic', 'state', 'dueOn', 'received'] as const).map((column) => html`<th role="columnheader" scope="col">${words[column]}</th>`)}</tr></thead>
<tbody role="rowgroup">${messages.map((message) => row(view, message, parts.now))}</tbody>
</table>` : html`<p class="none">${Object.values({ ...filter, state: filter.state === 'open' ? undefined : filter.state }).some(Boolean) || count ? words.none : words.noneYet}</p>`}
${pages(view, number, lastPage, (to) => `/office${withPage(query, to)}`)}
${count && may(view, 'feedback:export') ? html`<section class="export"><p><a href="/office/messages.csv${query}" download>${words.export}</a></p><p class="hint">${words.exportText}</p></section>` : ''}`,
  });
}

function filterForm(view: View, { filter, topics }: ListParts): Html {
  const { words, lang } = view;
  const all: Option = { value: 'all', label: words.all };
  return html`<form class="filters" method="post" action="/office/find" role="search" aria-label="${words.filters}">
${key(view)}
${select({ name: 'state', label: words.state, value: filter.state ?? 'all', options: [{ value: 'open', label: words.stateOpen }, ...FEEDBACK_STATES.map((state) => ({ value: state, label: words[`state-${state}`] })), all] })}
${select({ name: 'topic', label: words.topic, value: filter.topic ?? '', options: [{ ...all, value: '' }, ...sorted(topics.map(({ topic, name }) => ({ value: topic, label: wordingOf(name, lang).text })), lang)] })}
${select({ name: 'due', label: words.due, value: filter.due ?? '', options: [{ ...all, value: '' }, ...DUE_FILTERS.map((due) => ({ value: due, label: words[DUE_WORDS[due]] }))] })}
${select({ name: 'suspicion', label: words.queue, value: filter.suspicion ?? '', options: [{ ...all, value: '' }, ...SUSPICION_FILTERS.map((suspicion) => ({ value: suspicion, label: words[SUSPICION_WORDS[suspicion]] }))] })}
${textField({ name: 'search', type: 'search', label: words.search, value: filter.search })}
<p class="actions"><button>${words.apply}</button> <a href="/office?state=all">${words.clear}</a></p>
</form>`;
}

function row(view: View, { id, number, start, topicName, state, dueOn: due, receivedAt, suspected, answerBy }: ListedMessage, now: Date): Html {
  const { words, lang, calendar } = view;
  const topic = wordingOf(topicName, lang);
  const open = (OPEN_STATES as readonly string[]).includes(state);
  const urgency = !open || due === null ? undefined : due < dueOn(now, 0) ? 'late' : due <= dueOn(now, SOON_DAYS) ? 'soon' : undefined;
  const cell = (column: WordKey, content: unknown, attributes: Html | '' = '') => html`<td role="cell"${attributes}><span class="label">${words[column]}</span> ${content}</td>`;
  return html`<tr role="row">
<th role="rowheader" scope="row"><a href="/office/messages/${id}">${start === null ? words.noMessage : shortened(start) || words.noSubject}</a>${suspected ? html` <strong class="tag">${words.suspected}</strong>` : ''}${open && answerBy !== 'none' ? html` <span class="tag">${words.wantsAnswer}</span>` : ''}</th>
${cell('number', number)}
${cell('topic', topic.text, topic.lang ? html` lang="${topic.lang}"` : '')}
${cell('state', words[`state-${state}`])}
${cell('dueOn', due === null ? '–' : html`${calendar.date(due)}${urgency ? html` <strong class="tag ${urgency}">${words[urgency]}</strong>` : ''}`)}
${cell('received', calendar.moment(receivedAt))}
</tr>`;
}

/** The query of a list: codes alone. That something is searched for is said, what it is not. */
export function queryOf({ state, topic, due, suspicion, search }: Filter): string {
  const query = new URLSearchParams({ state: state ?? 'all' });
  for (const [name, value] of Object.entries({ topic, due, suspicion, search: search && '1' })) if (value) query.set(name, value);
  return `?${query.toString()}`;
}

function withPage(query: string, number: number): string {
  return number === 1 ? query : `${query}&page=${number}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  return letters.length > 100 ? `${letters.slice(0, 100).join('').replace(/\s\S*$/, '')} …` : line;
}

function sorted(options: readonly Option[], lang: string): readonly Option[] {
  const { compare } = new Intl.Collator(lang);
  return [...options].sort((a, b) => compare(a.label, b.label));
}
