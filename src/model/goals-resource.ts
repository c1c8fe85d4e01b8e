import { isBlockDocument } from './document.ts';
import type { Resource } from './gate.ts';
import { holdsGoals, readGoalBlocks } from './goal-blocks.ts';
import type { Goal, GoalOptions, GoalReports } from './goals.ts';

/** Goal reports, from tables or from JSON. A pasted table needs no schemas: those come with JSON alone. */
export const goalsResource: Resource<Goal, GoalReports, GoalOptions> = {
  name: 'goals',
  startsPlain: true,
  async *accept(raw, options) {
    if (isBlockDocument(raw)) return yield* readGoalBlocks(raw, options);
    const { readGoalJson } = await import('./goal-json.ts');
    return yield* readGoalJson(raw, options);
  },
  recognises: holdsGoals,
};
