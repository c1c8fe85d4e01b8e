import type { Goal, GoalReport } from '../../src/model/goals.ts';

/** The period that an example reports in, where a test names no other. */
export const SUMMER = 'tammi-kesakuu-2026';
export const SPRING = 'tammi-maaliskuu-2026';

/** A goal of Merilehto with what a test says of it, and nothing else. */
export function goalOf(given: Partial<Goal> & Pick<Goal, 'id'>): Goal {
  return { title: given.id, responsible: [], measures: [], details: [], links: [], reports: [], ...given };
}

/** A report of the summer period with what a test says of it. */
export function reportOf(given: Partial<GoalReport> = {}): GoalReport {
  return { period: SUMMER, actuals: [], details: [], ...given };
}
