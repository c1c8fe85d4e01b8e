import type { Accepted, Fault, Place } from './gate.ts';
import type { Link } from './document.ts';
import type { Actual, Detail, Goal, GoalFault, GoalReport, GoalReports, Measure, Period } from './goals.ts';
import { isSafeLink } from './goal-cells.ts';
import { textKey } from './goal-report.ts';
import { dateIn, newestPeriod, periodOf, slug } from './periods.ts';
import type { Text } from './text.ts';

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

export type PeriodDraft = Draft<Period>;
export type MeasureDraft = Draft<Measure>;
export interface ReportDraft extends Draft<GoalReport> {
  actuals: Draft<Actual>[];
  details: Detail[];
}
export interface GoalDraft extends Draft<Goal> {
  responsible: Text[];
  measures: MeasureDraft[];
  details: Detail[];
  links: Link[];
  reports: ReportDraft[];
}

/** Tells the editor of something, at a place that the reader knows. */
export type Told = (code: GoalFault, values?: Fault['values']) => void;

export interface AboutReport {
  readonly period?: string | undefined;
  readonly body?: Text | undefined;
  /** A date as a person or a program writes it. */
  readonly asOf?: string | undefined;
}

/** What makes a goal the same in another row, period or document: its id, or its line and title. */
export interface Identity {
  readonly id?: string | undefined;
  readonly title: Text;
  readonly focus?: Text | undefined;
  readonly line?: Text | undefined;
}

/** Gathers goals, periods and faults while a document is read. */
export class GoalCollection {
  readonly goals: GoalDraft[] = [];
  readonly periods: PeriodDraft[] = [];
  readonly skipped: Fault<GoalFault>[] = [];
  readonly notes: Fault<GoalFault>[] = [];
  readonly #byKey = new Map<string, GoalDraft>();
  readonly #ids = new Set<string>();
  #group: { readonly text: Text | undefined; readonly key: string } = { text: undefined, key: '' };

  /** @param about what goes for a document that does not say it itself */
  constructor(private readonly about: AboutReport) {}

  note(code: GoalFault, place?: Place, values?: Fault['values']): void {
    this.notes.push({ code, ...(place && { place }), ...(values && { values }) });
  }

  skip(code: GoalFault, place: Place, values?: Fault['values']): void {
    this.skipped.push({ code, place, ...(values && { values }) });
  }

  /** The goal of this identity, where it is known already. */
  known(identity: Identity): GoalDraft | undefined {
    return this.#byKey.get(identity.id === undefined ? this.#titleKey(identity) : idKey(identity.id));
  }

  /** Adds a goal under an id that no other has: the given one, else one made from line and title. */
  add(identity: Identity): GoalDraft {
    const { title, focus, line } = identity;
    const key = this.#titleKey(identity);
    const wanted = idFrom(identity.id) || madeId(title, key);
    let id = wanted;
    for (let n = 2; this.#ids.has(id); n++) id = `${wanted}-${n}`;
    this.#ids.add(id);
    const goal: GoalDraft = {
      id, title, ...(focus !== undefined && { focus }), ...(line !== undefined && { line }),
      responsible: [], measures: [], details: [], links: [], reports: [],
    };
    this.goals.push(goal);
    for (const name of [key, `#${id}`]) if (!this.#byKey.has(name)) this.#byKey.set(name, goal);
    return goal;
  }

  hasId(id: string): boolean {
    return this.#ids.has(idFrom(id));
  }

  /** The document's period of this id; added where it is new, completed where it says more. */
  period(given: Period): PeriodDraft {
    const known = this.periods.find(({ id }) => id === given.id);
    if (known) return Object.assign(known, { ...given, ...known });
    const period = { ...given };
    this.periods.push(period);
    return period;
  }

  /** What stands for a period that nobody names. */
  unnamedPeriod(): PeriodDraft {
    return this.period(this.about.period ? periodOf(this.about.period) : { id: 'current' });
  }

  /** What the goal's report of this period says so far; reports stand in the order of the periods. */
  report(goal: GoalDraft, period: PeriodDraft): ReportDraft {
    const known = goal.reports.find((report) => report.period === period.id);
    if (known) return known;
    const added: ReportDraft = { period: period.id, actuals: [], details: [] };
    const orderOf = (report: ReportDraft) => this.periods.findIndex(({ id }) => id === report.period);
    goal.reports.push(added);
    goal.reports.sort((a, b) => orderOf(a) - orderOf(b));
    return added;
  }

  addLink(goal: GoalDraft, { text, href }: Link, tell: Told): void {
    if (!isSafeLink(href)) tell('link-unsafe', { value: href.slice(0, 100) });
    else if (!goal.links.some((link) => link.href === href && link.text === text)) goal.links.push({ text, href });
  }

  /** Closes the reading: what the document leaves out is completed, and what nobody says is named. */
  finish(): Accepted<GoalReports> {
    const { goals, periods, skipped, notes, about } = this;
    const newest = newestPeriod(periods);
    const asOf = about.asOf === undefined ? undefined : dateIn(about.asOf);
    if (newest && asOf) newest.asOf ??= asOf;
    if (about.body) for (const period of periods) period.body ??= about.body;
    if (newest) {
      if (periods.some(({ label }) => label === undefined)) this.note('period-missing');
      if (periods.some(({ body }) => body === undefined)) this.note('body-missing');
      if (newest.asOf === undefined) this.note('as-of-missing');
    }
    return { data: { goals, periods }, count: goals.length, skipped, notes };
  }

  #titleKey({ title, focus, line }: Identity): string {
    // Without a line, the same title under another focus is another goal.
    const group = line ?? focus;
    // Many goals stand under one line, and lines are long.
    if (group !== this.#group.text) this.#group = { text: group, key: textKey(group) };
    return `${this.#group.key}\n${textKey(title)}`;
  }
}

function idKey(id: string): string {
  return `#${idFrom(id)}`;
}

function idFrom(given = ''): string {
  return slug(given, 100);
}

function madeId(title: Text, key: string): string {
  // FNV-1a: short, and the same in every document and browser.
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return [slug(textKey(title)), (hash >>> 0).toString(36).padStart(4, '0').slice(-4)].filter(Boolean).join('-');
}
