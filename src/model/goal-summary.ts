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
 * Counts what a period's reports say. Only what occurs is listed: codes in their fixed order,
 * then each unknown word in the order of the document, then the goals of which nothing is said.
 */
export function summarise(goals: readonly Goal[], period: string): GoalSummary {
  const reports = goals.flatMap((goal) => reportIn(goal, period) ?? []);
  return {
    total: reports.length,
    states: tally(reports.map((report) => report.state), STATES),
    forecasts: tally(reports.map((report) => report.forecast), FORECASTS),
  };
}

function tally<Code extends string>(
  judgements: readonly (Judgement<Code> | undefined)[],
  codes: readonly Code[],
): Tally<Code>[] {
  const tallies = new Map<string, Tally<Code>>();
  for (const judgement of judgements) {
    const key = judgementKey(judgement);
    tallies.set(key, {
      key,
      ...(judgement?.code ? { code: judgement.code } : judgement && { word: judgement.word }),
      ...tallies.get(key),
      count: (tallies.get(key)?.count ?? 0) + 1,
    });
  }
  return [...tallies.values()].sort((a, b) => judgementRank(a.key, codes) - judgementRank(b.key, codes));
}
