import { h } from '../../core/dom.ts';
import { inSlices } from '../../core/slices.ts';
import type { MessageKey } from '../../i18n/languages.ts';
import type { Goal } from '../../model/goals.ts';
import type { GoalGroup } from '../../model/goal-lines.ts';
import { firstSentence } from '../../model/sentences.ts';
import { wordingOf, type Text } from '../../model/text.ts';
import { columnsOf, headersOf, reportOf, rowOf, type Columns, type Speaker } from './row.ts';

/** Rows that share one box which the browser need not lay out while it is out of sight. */
const BLOCK = 100;

/**
 * The columns' widths, the same for all tables, so that they line up under each other. Names of units and words of
 * judgement are single long words, and few browsers hyphenate Finnish: they get what such a word needs.
 */
const WIDTHS: Partial<Record<MessageKey, string>> = {
  'goal': 'minmax(0, 2.3fr)', 'measure-actual': 'minmax(0, 4.2fr)', 'measure': 'minmax(0, 2.4fr)', 'actual': 'minmax(0, 2.4fr)', 'responsible': 'minmax(9.8em, 1.5fr)', 'state': 'minmax(7.2em, 1.2fr)', 'forecast': 'minmax(7.2em, 1.2fr)',
};

/** How the list is to be shown. */
export interface ListView {
  readonly groups: readonly GoalGroup[];
  /** The period's id; undefined while the whole report is not read yet. */
  readonly period: string | undefined;
  /** The heading level at which groups begin. */
  readonly level: number;
  /** What a table without a heading is called. */
  readonly name: string;
}

/**
 * The goals on the page. All of them stay in the document: the browser's own search finds them and print prints them.
 * Built once in slices; a filter only hides and shows.
 */
export class GoalList {
  readonly #rows = new Map<string, HTMLElement>();
  #shown: ((id: string) => boolean) | undefined;
  #decorate: ((row: HTMLElement, goal: Goal) => void) | undefined;

  constructor(
    private readonly container: HTMLElement,
    private readonly speaker: Speaker,
  ) {}

  /** Builds the list in slices; what stood there before goes when the first slice is ready. */
  async show(view: ListView, signal: AbortSignal): Promise<void> {
    const goals = view.groups.flatMap((group) => group.goals);
    const columns = columnsOf(goals, view.period);
    this.#rows.clear();
    const headers = headersOf(columns);
    this.container.style.setProperty('--_columns', headers.map((key) => WIDTHS[key]).join(' '));
    this.container.classList.toggle('paired', headers.includes('measure-actual'));
    this.container.classList.toggle('six', headers.length > 5 || (headers.length > 4 && headers.includes('measure-actual')));
    const content = document.createDocumentFragment();
    await inSlices(this.#build(view, columns, content), signal, () => {
      if (content.hasChildNodes()) this.container.replaceChildren(content);
    });
    // Only now is it known under which headings nothing is left.
    if (this.#shown) this.filter(this.#shown);
  }

  *#build(view: ListView, columns: Columns, home: DocumentFragment): Generator<void, void, void> {
    let focus: { key: string; section: HTMLElement } | undefined;
    const long = view.groups.reduce((sum, group) => sum + group.goals.length, 0) > BLOCK;
    for (const [index, group] of view.groups.entries()) {
      // Appended to the container once it has taken the fragment's place.
      const root: ParentNode & Node = home.childNodes.length || index === 0 ? home : this.container;
      const focusKey = group.focus === undefined ? undefined : wordingOf(group.focus, '').text;
      if (focusKey !== undefined && focusKey !== focus?.key) {
        const section = h('section', { class: 'focus', part: 'focus' }, heading(view.level, group.focus!, this.speaker, 'focus-heading'));
        root.append(section);
        focus = { key: focusKey, section };
      } else if (focusKey === undefined) {
        focus = undefined;
      }
      const section = h('section', { class: 'group', part: 'group' });
      const level = focus ? view.level + 1 : view.level;
      if (group.heading !== undefined) section.append(...longHeading(level, group.heading, this.speaker));
      const table = this.#table(group, columns, view);
      if (long && group.goals.length <= BLOCK) apart(section, group.goals.length);
      section.append(table);
      (focus?.section ?? root).append(section);
      yield* this.#fill(table, group.goals, columns, view.period);
    }
  }

  #table(group: GoalGroup, columns: Columns, view: ListView): HTMLElement {
    const caption = group.heading ?? group.focus;
    const head = headersOf(columns).map((key) =>
      key === 'measure-actual'
        ? h('th', { role: 'columnheader', scope: 'col', class: 'pair' }, h('span', {}, this.speaker.say('measure')), ' ', h('span', {}, this.speaker.say('actual')))
        : h('th', { role: 'columnheader', scope: 'col' }, this.speaker.say(key)));
    return h('table', { role: 'table', class: 'table', part: 'table' },
      h('caption', { class: 'visually-hidden' }, caption === undefined ? view.name : firstSentence(wordingOf(caption, this.speaker.language).text, this.speaker.language).head),
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row', class: 'head' }, ...head)));
  }

  *#fill(table: HTMLElement, goals: readonly Goal[], columns: Columns, period: string | undefined): Generator<void, void, void> {
    for (let start = 0; start < goals.length; start += BLOCK) {
      const block = h('tbody', { role: 'rowgroup', class: 'block' });
      const some = goals.slice(start, start + BLOCK);
      if (goals.length > BLOCK) apart(block, some.length);
      table.append(block);
      for (const goal of some) {
        const row = rowOf(goal, reportOf(goal, period), columns, this.speaker);
        this.#rows.set(goal.id, row);
        this.#decorate?.(row, goal);
        if (this.#shown && !this.#shown(goal.id)) row.hidden = true;
        block.append(row);
        yield;
      }
      if (this.#shown) hideEmpty(table);
    }
  }

  /** Adds to each row that is or will be there, such as what has changed in its goal. */
  decorate(goals: ReadonlyMap<string, Goal>, decorate: (row: HTMLElement, goal: Goal) => void): void {
    this.#decorate = decorate;
    for (const [id, row] of this.#rows) {
      const goal = goals.get(id);
      if (goal) decorate(row, goal);
    }
  }

  /** Hides the goals for which `shown` is false, and the tables and headings under which nothing is left. */
  filter(shown: ((id: string) => boolean) | undefined): void {
    this.#shown = shown;
    for (const [id, row] of this.#rows) {
      const hidden = shown !== undefined && !shown(id);
      if (row.hidden !== hidden) row.hidden = hidden;
    }
    this.container.querySelectorAll('.table').forEach(hideEmpty);
    for (const section of this.container.querySelectorAll<HTMLElement>('.focus')) section.hidden = !section.querySelector('.group:not([hidden])');
  }

  /** Brings a goal into view and puts the focus on it. False where it is not in the list. */
  reveal(id: string): boolean {
    const row = this.#rows.get(id);
    if (!row) return false;
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
    return true;
  }
}

/** Marks a part of a long list as one that need not be laid out while it is out of sight. */
function apart(part: HTMLElement, rows: number): void {
  part.classList.add('far');
  part.style.setProperty('--_rows', String(rows));
}

function hideEmpty(table: Element): void {
  for (const block of table.querySelectorAll<HTMLElement>('.block')) block.hidden = !block.querySelector('.row:not([hidden])');
  const group = table.closest<HTMLElement>('.group');
  if (group) group.hidden = !table.querySelector('.block:not([hidden])');
}

function heading(level: number, text: Text, speaker: Speaker, part: string): HTMLElement {
  const at = Math.min(6, level);
  const wording = wordingOf(text, speaker.language);
  return h(`h${at}`, { class: `h${at} ${part}`, part, lang: wording.lang }, wording.text);
}

/** The policy text of a line is often a paragraph: its first sentence is the heading, the rest is opened by a button. */
function longHeading(level: number, text: Text, speaker: Speaker): HTMLElement[] {
  const wording = wordingOf(text, speaker.language);
  const { head, rest } = firstSentence(wording.text, wording.lang ?? speaker.language);
  const title = heading(level, head, speaker, 'line-heading');
  if (wording.lang) title.lang = wording.lang;
  if (!rest) return [title];
  const body = h('div', { class: 'line-rest', lang: wording.lang }, rest);
  // Where the browser's search cannot open it, it is open.
  if (!('onbeforematch' in document.documentElement)) return [title, body];
  const button = h('button', { type: 'button', class: 'quiet no-print', 'aria-expanded': 'false' }, speaker.say('show-more'));
  const open = (shown: boolean): void => {
    if (shown) body.removeAttribute('hidden');
    else body.setAttribute('hidden', 'until-found');
    button.setAttribute('aria-expanded', String(shown));
    button.textContent = speaker.say(shown ? 'show-less' : 'show-more');
  };
  open(false);
  body.addEventListener('beforematch', () => open(true));
  button.addEventListener('click', () => open(button.getAttribute('aria-expanded') === 'false'));
  return [title, body, button];
}
