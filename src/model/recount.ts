import type { BallotResults } from './ballot-results.ts';
import type { Candidate, Election } from './election.ts';
import type { Tally } from './tally.ts';
import type { Outcome, SkippedStep } from './tally-steps.ts';

/** An election to be counted again. */
export interface Recount {
  readonly election: Election;
  /** Whether single votes decide in it; else the totals of each project do, which nobody else can add up. */
  readonly fromVotes: boolean;
  /** Ids of the projects whose votes or points are published as others than these. */
  readonly differing: readonly string[];
  /** Whether another number of voters is published. */
  readonly votersDiffer: boolean;
}

/**
 * The election as the published votes themselves have it, whatever was published as their sum. Points and ranks of single votes
 * are not published: where the ballot is `scored` by them, the scores stay as they are.
 */
export function recountOf({ election, projects: shown, votes, rule }: BallotResults, scored: boolean): Recount {
  const { groups, threshold } = election;
  const supporters = election.projects.map(() => 0);
  for (const { voters, choices } of groups ?? []) for (const choice of choices) supporters[choice]! += voters;
  const projects = groups ? election.projects.map((project, n) => ({ ...project, supporters: supporters[n]!, score: scored ? project.score : supporters[n]! })) : election.projects;
  const voters = groups ? groups.reduce((sum, group) => sum + group.voters, 0) : election.voters;
  const differs = (project: Totals, other: Totals | undefined): boolean => project.supporters !== other?.supporters || project.score !== other.score;
  return {
    election: { ...election, projects, voters },
    fromVotes: groups !== undefined && (!scored || (threshold === undefined && /^equalshares(\/add1)?$/.test(rule))),
    differing: projects.filter((project, n) => differs(project, election.projects[n]) || differs(project, shown.find((one) => one.project === project.id))).map(({ id }) => id),
    votersDiffer: voters !== votes || voters !== election.voters,
  };
}

type Totals = Pick<Candidate, 'supporters' | 'score'>;
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
