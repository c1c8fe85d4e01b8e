import type { Goal, GoalReport, Judgement, Period } from './goals.ts';
import { textKey } from './text.ts';

/** The key of a judgement that a report does not give. */
export const NOT_SAID = 'none';

/** What one period's report says of a goal. */
export function reportIn(goal: Goal, period: string): GoalReport | undefined {
  return goal.reports.find((report) => report.period === period);
}

/**
 * The key of a judgement in tallies, groups, filters and the address: its code, `none` where nothing is said,
 * else `~` and the word. The tilde keeps a city's own word from ever being taken for a code,
 * and stands in an address as it is.
 */
export function judgementKey(judgement: Judgement<string> | undefined): string {
  if (!judgement) return NOT_SAID;
  return judgement.code ?? `~${textKey(judgement.word)}`;
}

/** Where a judgement's key stands in a list of codes; words nobody knows after all of them, `none` last. */
export function judgementRank(key: string, codes: readonly string[]): number {
  if (key === NOT_SAID) return codes.length + 1;
  const place = codes.indexOf(key);
  return place < 0 ? codes.length : place;
}

/** The newest period by its end; where not every period has dates, the last of the document. */
export function newestPeriod<P extends Period>(periods: readonly P[]): P | undefined {
  return periods.reduce<P | undefined>((newest, period) => {
    if (!newest?.end || !period.end) return period;
    return period.end >= newest.end ? period : newest;
  }, undefined);
}
