import { h, picture } from '../../core/dom.ts';
import type { Formats } from '../../core/formats.ts';
import type { GoalToolKey } from '../../i18n/goal-tools/languages.ts';
import type { MessageKey, MessageValues } from '../../i18n/languages.ts';
import type { Link } from '../../model/document.ts';
import type { Actual, Forecast, Goal, GoalReport, Judgement, Measure, State } from '../../model/goals.ts';
import { reportIn } from '../../model/goal-report.ts';
import { standing } from '../../model/standing.ts';
import { wordingOf, type Text } from '../../model/text.ts';
import { markOf } from './marks.ts';

/** In a cell of their own, or a list of ours, the editor's bullets say nothing more. */
const BULLET = /^[-–•▪·]\s+/;

/** What a row needs to put a goal into words. */
export interface Speaker {
  readonly language: string;
  readonly say: (key: MessageKey | GoalToolKey, values?: MessageValues) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** An ISO date in words. */
  readonly date: (iso: string) => string;
  /** The links of the goal at hand; they stand in its texts. */
  readonly links?: readonly Link[];
}

/** @param say the widget's own words */
export function speakerOf(language: string, say: Speaker['say'], formats: Formats): Speaker {
  return { language, say, number: (value) => formats.number(value), percent: (share) => formats.percent(share), date: (iso) => formats.date(iso) };
}

/** What it takes to say a judgement. */
export type GoalWords = Pick<Speaker, 'language' | 'say'>;

/** Which columns the report has anything for; an empty column is not shown. */
export interface Columns {
  readonly measures: boolean;
  readonly actuals: boolean;
  readonly responsible: boolean;
  readonly state: boolean;
  readonly forecast: boolean;
}

/** Which columns these goals need. */
export function columnsOf(goals: readonly Goal[], period: string | undefined): Columns {
  const reports = goals.map((goal) => reportOf(goal, period));
  return {
    measures: goals.some((goal) => goal.measures.length),
    actuals: reports.some((report) => report?.actuals.length),
    responsible: goals.some((goal) => goal.responsible.length),
    state: reports.some((report) => report?.state),
    forecast: reports.some((report) => report?.forecast),
  };
}

/** What a period's report says of a goal; without a period, what the newest one says. */
export function reportOf(goal: Goal, period: string | undefined): GoalReport | undefined {
  return period === undefined ? goal.reports.at(-1) : reportIn(goal, period);
}

/** The word by which a judgement goes: the city's own, or ours where the data holds a code alone. */
export function judgementWord(kind: 'state' | 'forecast', judgement: Judgement<State | Forecast>, speaker: GoalWords): { text: string; lang?: string } {
  const own = wordingOf(judgement.word, speaker.language);
  return judgement.code && (!own.text || own.text === judgement.code || own.lang)
    ? { text: speaker.say(`${kind}-${judgement.code}` as MessageKey) }
    : { ...own, text: own.text.replace(/[.,:;]$/, '') };
}

/** A column header: its key, and the words when the table is laid out as cards. */
export function headersOf(columns: Columns): readonly MessageKey[] {
  return [
    'goal',
    ...(columns.measures ? ([columns.actuals ? 'measure-actual' : 'measure'] as const) : columns.actuals ? (['actual'] as const) : []),
    ...(columns.responsible ? (['responsible'] as const) : []),
    ...(columns.state ? (['state'] as const) : []),
    ...(columns.forecast ? (['forecast'] as const) : []),
  ];
}

/** What the id of a row begins with, before the goal's own. */
export const ROW = 'goal-';

/** One goal as one row. Roles are written out, since the stylesheet lays the row out as a grid or as a card. */
export function rowOf(goal: Goal, report: GoalReport | undefined, columns: Columns, page: Speaker): HTMLElement {
  const speaker: Speaker = goal.links.length ? { ...page, links: goal.links } : page;
  const row = h('tr', { role: 'row', class: 'row', part: 'item', id: `${ROW}${goal.id}`, tabindex: '-1' });
  row.append(h('th', { role: 'rowheader', scope: 'row', class: 'goal' },
    worded('span', goal.title, speaker, 'title'), ' ', linkTo(goal, wordingOf(goal.title, speaker.language).text, speaker)));
  if (columns.measures || columns.actuals) row.append(cell('measures', undefined, speaker, ...measures(goal, report, speaker)));
  if (columns.responsible) row.append(cell('responsible', 'responsible', speaker, ...listed(goal.responsible, speaker)));
  if (columns.state) row.append(cell('state', 'state', speaker, ...judgement('state', report?.state, speaker)));
  if (columns.forecast) row.append(cell('forecast', 'forecast', speaker, ...judgement('forecast', report?.forecast, speaker)));
  const more = details(goal, report, speaker, row.textContent);
  if (more) row.append(h('td', { role: 'cell', class: 'details' }, more));
  return row;
}

function cell(name: string, label: MessageKey | undefined, speaker: Speaker, ...content: readonly (Node | string)[]): HTMLElement {
  const label_ = label && h('span', { class: 'label' }, speaker.say(label));
  return h('td', { role: 'cell', class: name }, label_, ...(content.length ? content : [h('span', { class: 'nothing', 'aria-hidden': 'true' }, '–'), h('span', { class: 'visually-hidden' }, speaker.say('not-said'))]));
}

function linkTo(goal: Goal, title: string, speaker: Speaker): HTMLElement {
  return h('a', { class: 'link no-print', part: 'link', href: addressOf(goal), 'aria-label': speaker.say('link-to', { title }) },
    picture('mark', '0 0 16 16', ['path', { d: CHAIN, 'fill-rule': 'evenodd' }]));
}

/**
 * Whole, since with a <base> on the page a fragment alone would lead elsewhere; and by an empty query, or without one,
 * another address than the page's own: for each link within the page Chromium looks up where it leads, for all of them
 * anew whenever its accessibility tree grows, which takes minutes for thousands.
 */
function addressOf({ id }: Goal): string {
  const [page = ''] = location.href.split('#');
  const other = /[?&]$/.test(page) ? page.slice(0, -1) : `${page}${page.includes('?') ? '&' : '?'}`;
  return `${other}#${id}`;
}

const CHAIN = 'M6.6 9.4a3.4 3.4 0 0 1 0-4.8L9.2 2a3.4 3.4 0 0 1 4.8 4.8l-1.4 1.4-1.1-1.1 1.4-1.4a1.8 1.8 0 0 0-2.6-2.6L7.7 5.7a1.8 1.8 0 0 0 0 2.6ZM9.4 6.6a3.4 3.4 0 0 1 0 4.8L6.8 14A3.4 3.4 0 0 1 2 9.2l1.4-1.4 1.1 1.1-1.4 1.4a1.8 1.8 0 0 0 2.6 2.6l2.6-2.6a1.8 1.8 0 0 0 0-2.6Z';

/** Measures beside their actuals. Pairs stay together in one cell, so that they are read together by ear and on a phone. */
function measures(goal: Goal, report: GoalReport | undefined, speaker: Speaker): Node[] {
  const actuals = report?.actuals ?? [];
  const loose = actuals.filter((actual) => actual.measure === undefined || !goal.measures[actual.measure]);
  const paired = goal.measures.map((measure, index) => pair(measure, actuals.filter((actual) => actual.measure === index), speaker));
  // Where nothing was paired, all measures stand beside all actuals.
  if (loose.length && loose.length === actuals.length && paired.length) {
    return [h('div', { class: 'pair' },
      h('div', { class: 'measure' }, h('span', { class: 'label' }, speaker.say('measure')), ...listed(goal.measures.map((measure) => measure.text), speaker)),
      actualOf(loose, undefined, speaker))];
  }
  const pairs = [...paired, ...(loose.length ? [[actualOf(loose, undefined, speaker)]] : [])];
  return pairs.length > 1 ? [h('ul', { class: 'pairs', role: 'list' }, ...pairs.map((parts) => h('li', { class: 'pair' }, ...parts)))] : pairs.map((parts) => h('div', { class: 'pair' }, ...parts));
}

function pair(measure: Measure, actuals: readonly Actual[], speaker: Speaker): Node[] {
  const bare = measure.target !== undefined && !actuals.some((actual) => actual.value !== undefined);
  return [
    h('div', { class: 'measure' }, h('span', { class: 'label' }, speaker.say('measure')), ...alone(measure.text, speaker),
      bare ? h('div', { class: 'number' }, speaker.say('target', { target: amount(measure.target, measure.unit, speaker) })) : undefined),
    ...(actuals.length ? [actualOf(actuals, measure, speaker)] : []),
  ];
}

function actualOf(actuals: readonly Actual[], measure: Measure | undefined, speaker: Speaker): HTMLElement {
  return h('div', { class: 'actual' }, h('span', { class: 'label' }, speaker.say('actual')),
    ...actuals.flatMap((actual) => [
      ...(actual.text === undefined ? [] : actuals.length > 1 ? [worded('div', actual.text, speaker)] : alone(actual.text, speaker)),
      ...(actual.value === undefined ? [] : numberOf(actual.value, measure, speaker)),
    ]));
}

/** The number as text first; the bar beside it is a picture of the same. */
function numberOf(value: number, measure: Measure | undefined, speaker: Speaker): Node[] {
  const target = measure?.target;
  const reached = amount(value, measure?.unit, speaker);
  const { kind, ratio } = standing(value, target);
  if (target === undefined || kind === 'none') return [h('div', { class: 'number' }, reached)];
  const text = speaker.say(kind, kind === 'below' ? { actual: speaker.number(value), target: amount(target, measure?.unit, speaker) } : { actual: reached, target: speaker.number(target) });
  const width = Math.round(ratio * 100);
  return [
    h('div', { class: 'number' }, text),
    picture('bar', '0 0 100 6', ['rect', { class: 'track', width: 100, height: 6, rx: 3 }], ['rect', { class: 'fill', width, height: 6, rx: 3 }]),
  ];
}

function amount(value: number, unit: Text | undefined, speaker: Speaker): string {
  const number = speaker.number(value);
  return unit === undefined ? number : `${number}\u00A0${wordingOf(unit, speaker.language).text}`;
}

function judgement(kind: 'state' | 'forecast', given: Judgement<State | Forecast> | undefined, speaker: Speaker): Node[] {
  if (!given) return [];
  const word = judgementWord(kind, given, speaker);
  const { tone, shape } = markOf(kind, given.code);
  return [
    h('span', { class: `status ${tone}`, part: kind, lang: word.lang }, shape, word.text),
    ...(given.note === undefined ? [] : [worded('div', given.note, speaker, 'note')]),
  ];
}

function details(goal: Goal, report: GoalReport | undefined, speaker: Speaker, shown: string): HTMLElement | undefined {
  const lines = [...goal.details, ...(report?.details ?? [])];
  const list = h('dl', {});
  if (report?.completion !== undefined) list.append(h('dt', {}, speaker.say('completion')), h('dd', {}, speaker.percent(report.completion)));
  for (const { label, text } of lines) list.append(worded('dt', label, speaker), worded('dd', text, speaker));
  const apart = goal.links.filter((link) => !shown.includes(link.text) && !lines.some(({ text }) => wordingOf(text, speaker.language).text.includes(link.text)));
  if (apart.length) list.append(h('dt', {}, speaker.say('details')), ...apart.map(({ text, href }) => h('dd', {}, h('a', { href }, text || href))));
  return list.childElementCount ? list : undefined;
}

function listed(texts: readonly Text[], speaker: Speaker): (Node | string)[] {
  return texts.length > 1 ? [h('ul', { role: 'list' }, ...texts.map((text) => worded('li', text, speaker)))] : texts.flatMap((text) => alone(text, speaker));
}

/** A text that stands alone needs an element of its own for its language only: thousands of rows are full of them. */
function alone(text: Text, speaker: Speaker): (Node | string)[] {
  const { text: words, lang } = wordingOf(text, speaker.language);
  return lang ? [worded('div', text, speaker)] : linked(words.replace(BULLET, ''), speaker.links);
}

function worded(tag: string, text: Text, speaker: Speaker, className?: string): HTMLElement {
  const wording = wordingOf(text, speaker.language);
  return h(tag, { lang: wording.lang, class: className, part: className === 'title' ? 'title' : undefined }, ...linked(wording.text.replace(BULLET, ''), speaker.links));
}

/** The text with those of the goal's links that stand in it. */
function linked(text: string, links: readonly Link[] | undefined): (Node | string)[] {
  const link = links?.find((one) => one.text && text.includes(one.text));
  if (!link) return [text];
  const at = text.indexOf(link.text);
  return [text.slice(0, at), h('a', { href: link.href }, link.text), ...linked(text.slice(at + link.text.length), links)];
}
