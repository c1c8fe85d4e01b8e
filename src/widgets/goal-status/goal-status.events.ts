import type { GoalFilters } from '../../model/goal-search.ts';

/** What the reader looks for, and how many goals are left. */
export interface GoalsFilteredDetail extends Required<GoalFilters> {
  readonly count: number;
}

/** Fired when the reader searched or filtered; never for a change by script. */
export class GoalsFilteredEvent extends CustomEvent<GoalsFilteredDetail> {
  constructor(detail: GoalsFilteredDetail) {
    super('aukio-goals-filtered', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'aukio-goals-filtered': GoalsFilteredEvent;
  }
}
