import type { BallotResults } from './ballot-results.ts';
import type { Election } from './election.ts';
import type { Tally } from './tally.ts';
import type { Outcome, SkippedStep } from './tally-steps.ts';

type Published = Pick<BallotResults, 'funded' | 'partFunded' | 'unresolved'>;

/** Whether a count funds what was published, in full and in part, and leaves the same undecided. The order does not matter. */
export function agrees({ funded, partFunded, unresolved = [] }: Published, counted: Pick<Tally, keyof Published>): boolean {
  const samePart = partFunded?.project === counted.partFunded?.project && partFunded?.granted === counted.partFunded?.granted;
  return isSame(funded, counted.funded) && samePart && isSame(unresolved, counted.unresolved ?? []);
}

/** By project, why it was not funded. What the count did not come to has no reason. */
export function reasonsOf({ steps }: Pick<Outcome, 'steps'>): ReadonlyMap<string, SkippedStep> {
  return new Map(steps.flatMap((step) => (step.kind === 'skipped' ? [[step.project, step] as const] : [])));
}

/** How many voters have at least one of the projects that they chose, in full or in part; undefined where only totals are known. */
export function votersServed({ projects, groups }: Election, { funded, partFunded }: Pick<Outcome, 'funded' | 'partFunded'>): number | undefined {
  const won = new Set([...funded, ...(partFunded ? [partFunded.project] : [])].map((id) => projects.findIndex((project) => project.id === id)));
  return groups?.reduce((sum, { voters, choices }) => sum + (choices.some((choice) => won.has(choice)) ? voters : 0), 0);
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(some);
  return some.length === others.length && others.every((id) => known.has(id));
}
