import { h } from '../../core/dom.ts';
import { inFrames, inSlices, painted, unlessAborted } from '../../core/slices.ts';
import type { MessageKey } from '../../i18n/languages.ts';
import type { Goal } from '../../model/goals.ts';
import type { GoalGroup } from '../../model/goal-lines.ts';
import { firstSentence } from '../../model/sentences.ts';
import { wordingOf, type Text } from '../../model/text.ts';
import { columnsOf, headersOf, reportOf, ROW, rowOf, type Columns, type Speaker } from './row.ts';

/** Rows that share one box which the browser need not lay out while it is out of sight. */
const BLOCK = 100;

/**
 * The columns' widths, the same for all tables, so that they line up under each other. Names of units and words of
 * judgement are single long words, and few browsers hyphenate Finnish: they get what such a word needs.
 */
const WIDTHS: Partial<Record<MessageKey, string>> = {
  'goal': 'minmax(0, 2.3fr)', 'measure-actual': 'minmax(0, 4.2fr)', 'measure': 'minmax(0, 2.4fr)', 'actual': 'minmax(0, 2.4fr)', 'responsible': 'minmax(9.8em, 1.5fr)', 'state': 'minmax(7.2em, 1.2fr)', 'forecast': 'minmax(7.2em, 1.2fr)',
};

/** A row, and what it stands in, which is hidden where none of its rows is left. */
const AROUND = ['.row', '.block', '.group', '.focus'];

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
  /** Sections, tables' blocks: what the list consists of beside its rows, by a name of its own. */
  readonly #parts = new Map<string, HTMLElement>();
  /** What the rows of a report that is still being read were made from. */
  readonly #provisional = new Map<string, string>();
  #look = '';
  #filtering: AbortController | undefined;
  #shown: ((id: string) => boolean) | undefined;
  #decorate: ((row: HTMLElement, goal: Goal) => void) | undefined;

  /** Brings the goal that the address names into view. */
  arrive: () => void = () => {};

  /** @param container what the list stands in; a list that takes the place of another has the same */
  constructor(
    readonly speaker: Speaker,
    readonly container = h('div', { class: 'list' }),
  ) {
    container.onclick = (event) => this.#follow(event);
  }

  /**
   * Builds the list in slices. What the same list has shown of a report that was still being read stays as it is, with
   * the reader's focus and selection in it; whatever else stood there goes when the first slice is ready.
   */
  async show(view: ListView, signal: AbortSignal): Promise<void> {
    const columns = columnsOf(view.groups.flatMap((group) => group.goals), view.period);
    const headers = headersOf(columns);
    const look = JSON.stringify([headers, view.level, view.name]);
    if (look !== this.#look || !this.#provisional.size) this.#empty();
    this.#look = look;
    this.container.style.setProperty('--_columns', headers.map((key) => WIDTHS[key]).join(' '));
    this.container.classList.toggle('paired', headers.includes('measure-actual'));
    this.container.classList.toggle('six', headers.length > 5 || (headers.length > 4 && headers.includes('measure-actual')));
    this.#dropOutdated(view);
    let shown = false;
    await inSlices(this.#build(view, columns), signal, () => {
      if (shown) return undefined;
      shown = true;
      return painted();
    });
    // Only now is it known under which headings nothing is left.
    if (this.#shown) this.filter(this.#shown);
  }

  #empty(): void {
    for (const known of [this.#rows, this.#parts, this.#provisional]) known.clear();
    this.container.replaceChildren();
  }

  /** Takes out what would be otherwise now: a goal may have grown while the report was read, or be of another period. */
  #dropOutdated({ groups, period }: ListView): void {
    if (!this.#provisional.size) return;
    const goals = new Map(groups.flatMap((group) => group.goals.slice(0, BLOCK).map((goal) => [goal.id, goal])));
    const names = new Set(groups.flatMap(namesOf));
    for (const [id, row] of this.#rows) {
      const goal = goals.get(id);
      if (goal && this.#provisional.get(id) === contentOf(goal, period)) continue;
      row.remove();
      this.#rows.delete(id);
    }
    for (const [name, part] of this.#parts) {
      if (names.has(name)) continue;
      part.remove();
      this.#parts.delete(name);
    }
    this.#provisional.clear();
  }

  *#build(view: ListView, columns: Columns): Generator<void, void, void> {
    let focus: { name: string; section: HTMLElement; last: HTMLElement } | undefined;
    let last: HTMLElement | undefined;
    const long = view.groups.reduce((sum, group) => sum + group.goals.length, 0) > BLOCK;
    for (const group of view.groups) {
      const [groupName, blockName, focusName] = namesOf(group);
      if (focusName === undefined) {
        focus = undefined;
      } else if (focusName !== focus?.name) {
        const section = this.#part(focusName, () => h('section', { class: 'focus', part: 'focus' }, heading(view.level, group.focus!, this.speaker, 'focus-heading')));
        place(section, this.container, last);
        last = section;
        focus = { name: focusName, section, last: section.firstElementChild as HTMLElement };
      }
      const level = focus ? view.level + 1 : view.level;
      const section = this.#part(groupName, () =>
        h('section', { class: 'group', part: 'group' }, ...(group.heading === undefined ? [] : longHeading(level, group.heading, this.speaker)), this.#table(group, columns, view)));
      if (long && group.goals.length <= BLOCK) apart(section, group.goals.length);
      place(section, focus?.section ?? this.container, focus?.last ?? last);
      if (focus) focus.last = section;
      else last = section;
      yield* this.#fill(group.goals, blockName, section.querySelector('table')!, columns, view.period);
    }
  }

  /** What there is under this name, or what is made for it. */
  #part(name: string, make: () => HTMLElement): HTMLElement {
    const part = this.#parts.get(name) ?? make();
    this.#parts.set(name, part);
    return part;
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

  *#fill(goals: readonly Goal[], name: string, table: HTMLElement, columns: Columns, period: string | undefined): Generator<void, void, void> {
    for (let start = 0; start < goals.length; start += BLOCK) {
      const block = this.#part(start ? `${name} ${start}` : name, () => h('tbody', { role: 'rowgroup', class: 'block' }));
      const some = goals.slice(start, start + BLOCK);
      if (goals.length > BLOCK) apart(block, some.length);
      if (!block.isConnected) table.append(block);
      let last: HTMLElement | undefined;
      for (const goal of some) {
        const known = this.#rows.get(goal.id);
        const row = known ?? rowOf(goal, reportOf(goal, period), columns, this.speaker);
        if (!known) {
          this.#rows.set(goal.id, row);
          this.#decorate?.(row, goal);
        }
        if (period === undefined) this.#provisional.set(goal.id, contentOf(goal, period));
        if (this.#shown && !this.#shown(goal.id)) row.hidden = true;
        place(row, block, last);
        last = row;
        yield;
      }
      if (this.#shown) hideEmpty(table);
    }
  }

  /** Adds to each row that will be there, such as what has changed in its goal. @returns those that are there already, by the goal's id */
  decorate(decorate: (row: HTMLElement, goal: Goal) => void): ReadonlyMap<string, HTMLElement> {
    this.#decorate = decorate;
    return this.#rows;
  }

  /** Hides the goals for which `shown` is false, and the tables and headings under which nothing is left. */
  filter(shown: ((id: string) => boolean) | undefined): void {
    this.#shown = shown;
    this.#filtering?.abort();
    const { signal } = (this.#filtering = new AbortController());
    inFrames(this.#hide(shown), signal).catch(unlessAborted(signal));
  }

  *#hide(shown: ((id: string) => boolean) | undefined): Generator<void, void, void> {
    for (const table of this.container.querySelectorAll('.table')) {
      for (const row of table.querySelectorAll<HTMLElement>('.row')) {
        const hidden = shown !== undefined && !shown(row.id.slice(ROW.length));
        if (row.hidden === hidden) continue;
        // A row must not come into the open before what it stands in; where its block is not hidden, nothing around it is.
        if (!hidden && row.parentElement?.hidden) uncover(row);
        row.hidden = hidden;
        yield;
      }
      hideEmpty(table);
    }
  }

  /** Within the page a goal's link leads to its row; opened in a tab or copied, it is an address like any other. */
  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a.link');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (location.hash === link.hash) this.arrive();
    else location.hash = link.hash;
  }

  /** Brings a goal into view and puts the focus on it. False where it is not in the list. */
  reveal(id: string): boolean {
    const row = this.#rows.get(id);
    if (!row) return false;
    uncover(row);
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
    return true;
  }
}

/** Puts an element behind another, or first; one that stands there already is not touched. */
function place(element: HTMLElement, parent: HTMLElement, behind: HTMLElement | undefined): void {
  const next = behind ? behind.nextSibling : parent.firstChild;
  if (next !== element) parent.insertBefore(element, next);
}

/** What a group's section, its first block of rows and, where it has one, its focus go by in the list. */
function namesOf({ key, focus }: GoalGroup): readonly [string, string, string?] {
  const names = [`group ${key}`, `block ${key}`] as const;
  return focus === undefined ? names : [...names, `focus ${wordingOf(focus, '').text}`];
}

/** All that a row is made from. Which period its report is of does not show in it, and may be known only at the end. */
function contentOf(goal: Goal, period: string | undefined): string {
  return JSON.stringify([{ ...goal, reports: [] }, { ...reportOf(goal, period), period: '' }]);
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
  const focus = table.closest<HTMLElement>('.focus');
  if (focus) focus.hidden = !focus.querySelector('.group:not([hidden])');
}

function uncover(row: HTMLElement): void {
  for (const part of AROUND) {
    const around = row.closest<HTMLElement>(part);
    if (around?.hidden) around.hidden = false;
  }
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
