import { judgementKey, judgementRank, reportIn } from './goal-report.ts';
import { FORECASTS, STATES } from './goals.ts';
import type { Forecast, Goal, Judgement, State } from './goals.ts';
import type { Text } from './text.ts';

/** How many goals share one judgement. */
export interface Tally<Code extends string> {
  /** As `judgementKey` makes it; what a filter takes. */
  readonly key: string;
  /** Absent for a word nobody knows and where nothing is said. */
  readonly code?: Code;
  /** The city's word, where it is one that nobody knows. */
  readonly word?: Text;
  readonly count: number;
}

/** Actual states beside forecasts. They are two counts of the same goals and are never added up. */
export interface GoalSummary {
  /** Goals with a report in the period. */
  readonly total: number;
  readonly states: readonly Tally<State>[];
  readonly forecasts: readonly Tally<Forecast>[];
}

/**
 * Counts what a period's reports say, in steps of a goal each. Only what occurs is listed: codes in their fixed order,
 * then each unknown word in the order of the document, then the goals of which nothing is said.
 */
export function* summarise(goals: readonly Goal[], period: string): Generator<void, GoalSummary, void> {
  let total = 0;
  const states: Tallies<State> = new Map();
  const forecasts: Tallies<Forecast> = new Map();
  for (const goal of goals) {
    const report = reportIn(goal, period);
    if (report) {
      total++;
      count(report.state, states);
      count(report.forecast, forecasts);
    }
    yield;
  }
  return { total, states: inOrder(states, STATES), forecasts: inOrder(forecasts, FORECASTS) };
}

type Tallies<Code extends string> = Map<string, Tally<Code>>;

function count<Code extends string>(judgement: Judgement<Code> | undefined, into: Tallies<Code>): void {
  const key = judgementKey(judgement);
  const said = into.get(key) ?? { key, count: 0, ...(judgement?.code ? { code: judgement.code } : judgement && { word: judgement.word }) };
  into.set(key, { ...said, count: said.count + 1 });
}

function inOrder<Code extends string>(tallies: Tallies<Code>, codes: readonly Code[]): Tally<Code>[] {
  return [...tallies.values()].sort((a, b) => judgementRank(a.key, codes) - judgementRank(b.key, codes));
}
