import type { Accepted, Fault, Place } from './gate.ts';
import type { Link } from './document.ts';
import type { Actual, Detail, Goal, GoalFault, GoalReport, GoalReports, Measure, Period } from './goals.ts';
import { Identities, madeId, type Identity } from './goal-identity.ts';
import { newestPeriod } from './goal-report.ts';
import { dateIn, periodOf } from './periods.ts';
import { isSafeLink } from './safe-link.ts';
import { slug, type Text } from './text.ts';

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

/** Gathers goals, periods and faults while a document is read. */
export class GoalCollection {
  readonly goals: GoalDraft[] = [];
  readonly periods: PeriodDraft[] = [];
  readonly skipped: Fault<GoalFault>[] = [];
  readonly notes: Fault<GoalFault>[] = [];
  readonly #byKey = new Map<string, GoalDraft>();
  readonly #ids = new Set<string>();
  readonly #identities = new Identities();

  /**
   * @param about what goes for a document that does not say it itself
   * @param shown goals that are shown already, by their ids: they are filled anew
   */
  constructor(private readonly about: AboutReport, private readonly shown: ReadonlyMap<string, Goal> = new Map()) {}

  note(code: GoalFault, place?: Place, values?: Fault['values']): void {
    this.notes.push({ code, ...(place && { place }), ...(values && { values }) });
  }

  skip(code: GoalFault, place: Place, values?: Fault['values']): void {
    this.skipped.push({ code, place, ...(values && { values }) });
  }

  /** The goal of this identity, where it is known already. */
  known(identity: Identity): GoalDraft | undefined {
    return this.#byKey.get(identity.id === undefined ? this.#identities.keyOf(identity) : idKey(identity.id));
  }

  /** Adds a goal under an id that no other has: the given one, else one made from line and title. */
  add(identity: Identity): GoalDraft {
    const { title, focus, line } = identity;
    const key = this.#identities.keyOf(identity);
    const wanted = idFrom(identity.id) || madeId(title, key);
    let id = wanted;
    for (let n = 2; this.#ids.has(id); n++) id = `${wanted}-${n}`;
    this.#ids.add(id);
    const goal: GoalDraft = Object.assign(this.shown.get(id) ?? {}, {
      id, title, ...(focus !== undefined && { focus }), ...(line !== undefined && { line }),
      responsible: [], measures: [], details: [], links: [], reports: [],
    });
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
}

function idKey(id: string): string {
  return `#${idFrom(id)}`;
}

function idFrom(given = ''): string {
  return slug(given, 100);
}
