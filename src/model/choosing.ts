import type { Ballot, Project } from './ballot.ts';
import type { Choice } from './vote.ts';
import { costOf } from './vote-rules.ts';

/** Whether a project is in a vote. */
export function isChosen(choices: readonly Choice[], project: string): boolean {
  return choices.some((choice) => choice.project === project);
}

/** The projects of a vote: by rank where there are ranks, else in the order in which they were chosen. */
export function chosenProjects(ballot: Pick<Ballot, 'projects'>, choices: readonly Choice[]): readonly Project[] {
  return byRank(choices).flatMap(({ project }) => ballot.projects.find(({ id }) => id === project) ?? []);
}

/** The vote with a project in it or not. Of a single choice the other one goes; a rank is the last. */
export function choose({ rules: { method } }: Pick<Ballot, 'rules'>, choices: readonly Choice[], project: string, on: boolean): readonly Choice[] {
  const others = choices.filter((choice) => choice.project !== project);
  if (!on) return method === 'ranking' ? numbered(byRank(others)) : others;
  if (isChosen(choices, project)) return choices;
  if (method === 'single') return [{ project }];
  if (method === 'points') return givePoints(choices, project, 1);
  return method === 'ranking' ? rankAt(choices, project, choices.length + 1) : [...choices, { project }];
}

/** The vote with so many points for a project; none takes it out. */
export function givePoints(choices: readonly Choice[], project: string, points: number): readonly Choice[] {
  if (!points) return choices.filter((choice) => choice.project !== project);
  if (!isChosen(choices, project)) return [...choices, { project, points }];
  return choices.map((choice) => (choice.project === project ? { project, points } : choice));
}

/** The vote with a project at a rank, counted from 1; those from there on move back. 0 takes it out. */
export function rankAt(choices: readonly Choice[], project: string, rank: number): readonly Choice[] {
  const others = byRank(choices).filter((choice) => choice.project !== project);
  return numbered(rank ? [...others.slice(0, rank - 1), { project }, ...others.slice(rank - 1)] : others);
}

function byRank(choices: readonly Choice[]): readonly Choice[] {
  return [...choices].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}

/** Ranks 1, 2, 3 … in the order of the list. */
function numbered(choices: readonly Choice[]): readonly Choice[] {
  return choices.map(({ project }, n) => ({ project, rank: n + 1 }));
}

/** What is used of something that there is only so much of. */
export interface Measure {
  /** `cents` of the money that may be spent, `projects` that may be chosen, or `points` to give. */
  readonly unit: 'cents' | 'projects' | 'points';
  readonly used: number;
  /** As much as there is; absent where any number of projects may be chosen. */
  readonly limit?: number;
}

/** What the way of voting measures first, then what else limits the vote. */
export function measuresOf({ projects, rules }: Pick<Ballot, 'projects' | 'rules'>, choices: readonly Choice[]): readonly [Measure, ...Measure[]] {
  const chosen = chosenProjects({ projects }, choices);
  const { method, maxSpend } = rules;
  const max = method === 'single' ? 1 : rules.max;
  const cents: Measure[] = maxSpend === undefined ? [] : [{ unit: 'cents', used: costOf(chosen), limit: maxSpend }];
  const count: Measure = { unit: 'projects', used: chosen.length, ...(max !== undefined && { limit: max }) };
  const bounded = max === undefined ? [] : [count];
  if (method === 'knapsack') return [cents[0]!, ...bounded];
  if (method === 'points') return [{ unit: 'points', used: choices.reduce((sum, { points = 0 }) => sum + points, 0), limit: rules.points }, ...bounded, ...cents];
  return [count, ...cents];
}

/**
 * What brings a vote that costs too much back under its limit with the least loss: the projects each of which is enough by
 * itself, the cheapest first. Empty where several have to go, or nothing has.
 */
export function enoughToTakeOut(ballot: Pick<Ballot, 'projects' | 'rules'>, choices: readonly Choice[]): readonly Project[] {
  const chosen = chosenProjects(ballot, choices);
  const over = costOf(chosen) - (ballot.rules.maxSpend ?? Infinity);
  return over > 0 ? chosen.filter(({ cost }) => cost >= over).sort((a, b) => a.cost - b.cost) : [];
}

/** Whether two votes say the same, whatever order their choices came in. */
export function sameChoices(some: readonly Choice[], others: readonly Choice[]): boolean {
  const written = (choices: readonly Choice[]): string => choices.map(({ project, points, rank }) => JSON.stringify([project, points, rank])).sort().join();
  return written(some) === written(others);
}
