import { judgementKey, reportIn } from './goal-report.ts';
import type { Forecast, Goal, GoalReport, Judgement, State } from './goals.ts';
import { folded, wordingsOf } from './text.ts';
import type { Text } from './text.ts';

/** One report: a period of a document. The two that are compared may be periods of one document. */
export interface ReportInPeriod {
  readonly goals: readonly Goal[];
  /** The period's `id`. */
  readonly period: string;
  /** Whose report it is. */
  readonly body?: Text | undefined;
}

/** What was and what is; one of them may not have been said. */
export interface Change<Value> {
  readonly before?: Value | undefined;
  readonly after?: Value | undefined;
}

/** An outcome given as a number, where it changed. */
export interface NumberChange extends Change<number> {
  /** Index into the later goal's `measures`; absent for an outcome that belongs to none. */
  readonly measure?: number | undefined;
  /** The target that the later report names. */
  readonly target?: number | undefined;
  readonly unit?: Text | undefined;
}

/** What became of one goal since the earlier report. */
export interface GoalChange {
  readonly kind: 'same' | 'changed' | 'only-now';
  readonly numbers: readonly NumberChange[];
  /** Whether outcomes, explanations or further columns are worded otherwise. */
  readonly textChanged: boolean;
  readonly state?: Change<Judgement<State>>;
  readonly forecast?: Change<Judgement<Forecast>>;
  /** How much is done, 0–1. */
  readonly completion?: Change<number>;
}

export interface ReportComparison {
  /** By the id of the goal in the later report. */
  readonly changes: ReadonlyMap<string, GoalChange>;
  /** Goals of the earlier report alone, in its order. */
  readonly onlyEarlier: readonly Goal[];
  readonly counts: { readonly changed: number; readonly same: number; readonly onlyNow: number; readonly onlyEarlier: number };
  /**
   * Whether both reports name the same body. Only then is a goal without a pair *new* or *gone*;
   * else it is *not in the earlier report* or *not in this report*: another body reports other goals.
   */
  readonly sameBody: boolean;
}

/** Compares two reports goal by goal, in steps of about one each. A goal takes part in a report that says something of it in that period. */
export function* compareReports(now: ReportInPeriod, earlier: ReportInPeriod): Generator<void, ReportComparison, void> {
  const pairs = yield* pairGoals(reported(now), reported(earlier));
  const changes = new Map<string, GoalChange>();
  const counts = { changed: 0, same: 0, onlyNow: 0 };
  for (const goal of reported(now)) {
    const change = changeOf(goal, now.period, pairs.get(goal), earlier.period);
    changes.set(goal.id, change);
    counts[change.kind === 'only-now' ? 'onlyNow' : change.kind]++;
    yield;
  }
  const paired = new Set(pairs.values());
  const onlyEarlier = reported(earlier).filter((goal) => !paired.has(goal));
  return {
    changes,
    onlyEarlier,
    counts: { ...counts, onlyEarlier: onlyEarlier.length },
    sameBody: Boolean(now.body && earlier.body && sameText(now.body, earlier.body)),
  };
}

function reported({ goals, period }: ReportInPeriod): readonly Goal[] {
  return goals.filter((goal) => reportIn(goal, period));
}

/**
 * Pairs each later goal with its earlier self: by id; then, since one document may give ids where the other
 * leaves them to be made, by title and line. Each earlier goal has at most one pair.
 */
function* pairGoals(later: readonly Goal[], earlier: readonly Goal[]): Generator<void, ReadonlyMap<Goal, Goal>, void> {
  const pairs = new Map<Goal, Goal>();
  const byId = new Map(earlier.map((goal) => [goal.id, goal]));
  for (const goal of later) {
    const same = byId.get(goal.id);
    if (same) pairs.set(goal, same);
  }
  const paired = new Set(pairs.values());
  const byTitle = new Map<string, Goal[]>();
  for (const goal of earlier) {
    for (const title of wordingsOf(goal.title).map(folded)) {
      const named = byTitle.get(title);
      if (named) named.push(goal);
      else byTitle.set(title, [goal]);
    }
    yield;
  }
  for (const goal of later) {
    yield;
    if (pairs.has(goal)) continue;
    const same = wordingsOf(goal.title)
      .flatMap((title) => byTitle.get(folded(title)) ?? [])
      .find((other) => !paired.has(other) && sameText(goal.line ?? '', other.line ?? ''));
    if (!same) continue;
    pairs.set(goal, same);
    paired.add(same);
  }
  return pairs;
}

function changeOf(goal: Goal, period: string, other: Goal | undefined, otherPeriod: string): GoalChange {
  const after = reportIn(goal, period);
  const before = other && reportIn(other, otherPeriod);
  if (!after || !before) return { kind: 'only-now', numbers: [], textChanged: false };
  const state = changeIn(before.state, after.state, judgementKey);
  const forecast = changeIn(before.forecast, after.forecast, judgementKey);
  const completion = changeIn(before.completion, after.completion, (share) => share);
  const numbers = numbersChanged(goal, after, other, before);
  const textChanged = !sameTexts(textsOf(before), textsOf(after));
  return {
    kind: state || forecast || completion || textChanged || numbers.length ? 'changed' : 'same',
    numbers,
    textChanged,
    ...(state && { state }),
    ...(forecast && { forecast }),
    ...(completion && { completion }),
  };
}

function changeIn<Value>(
  before: Value | undefined,
  after: Value | undefined,
  keyOf: (value: Value | undefined) => unknown,
): Change<Value> | undefined {
  return keyOf(before) === keyOf(after) ? undefined : { before, after };
}

/** A number that only one of the reports gives is a change too: it was said for the first time, or is no longer said. */
function numbersChanged(goal: Goal, after: GoalReport, other: Goal, before: GoalReport): readonly NumberChange[] {
  const ofMeasures = goal.measures.map(({ target, unit }, measure): NumberChange => {
    const earlier = earlierMeasure(goal, measure, other);
    return { measure, before: earlier < 0 ? undefined : valueOf(before, earlier), after: valueOf(after, measure), target, unit };
  });
  const ofGoal = { before: valueOf(before, undefined), after: valueOf(after, undefined) };
  return [...ofMeasures, ofGoal].filter((number) => number.before !== number.after);
}

/**
 * The index of the same measure in the earlier report, -1 without one: by its text, else by its place where only
 * the wording can differ. Never across units: 80 % is not more than 4 events.
 */
function earlierMeasure({ measures }: Goal, index: number, other: Goal): number {
  const { text = '', unit } = measures[index] ?? {};
  const inPlace = other.measures[index]?.text ?? '';
  let found = sameText(text, inPlace) ? index : other.measures.findIndex((measure) => sameText(measure.text, text));
  const isReworded = found < 0 && measures.length === other.measures.length && !measures.some((measure) => sameText(measure.text, inPlace));
  if (isReworded) found = index;
  const otherUnit = other.measures[found]?.unit;
  return unit && otherUnit && !sameText(unit, otherUnit) ? -1 : found;
}

function valueOf(report: GoalReport, measure: number | undefined): number | undefined {
  return report.actuals.find((actual) => actual.measure === measure && actual.value !== undefined)?.value;
}

/** What a report says in words, the judgements themselves left out. */
function textsOf({ actuals, state, forecast, details }: GoalReport): readonly Text[] {
  return [
    ...actuals.map(({ text }) => text ?? ''),
    state?.note ?? '',
    forecast?.note ?? '',
    ...details.flatMap(({ label, text }) => [label, text]),
  ];
}

function sameTexts(some: readonly Text[], others: readonly Text[]): boolean {
  return some.length === others.length && some.every((text, index) => sameText(text, others[index] ?? ''));
}

/** Two texts are the same in every language that both have; a text of one language, if it is any wording of the other. */
function sameText(one: Text, other: Text): boolean {
  if (one === other) return true;
  if (typeof one === 'string' || typeof other === 'string') {
    const wordings = wordingsOf(other).map(folded);
    return wordingsOf(one).some((wording) => wordings.includes(folded(wording)));
  }
  return Object.entries(one).every(([lang, wording]) => folded(other[lang] ?? wording) === folded(wording));
}
