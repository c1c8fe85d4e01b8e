import { isBlockDocument } from './document.ts';
import type { Resource } from './gate.ts';
import { holdsGoals, readGoalBlocks } from './goal-blocks.ts';
import { readGoalJson } from './goal-json.ts';
import type { Goal, GoalOptions, GoalReports } from './goals.ts';

/** Goal reports, from tables or from JSON. */
export const goalsResource: Resource<Goal, GoalReports, GoalOptions> = {
  name: 'goals',
  accept: (raw, options) => (isBlockDocument(raw) ? readGoalBlocks(raw, options) : readGoalJson(raw, options)),
  recognises: holdsGoals,
};
