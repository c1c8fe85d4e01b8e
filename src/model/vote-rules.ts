import { phaseAt, type Ballot, type GroupLimit, type Project } from './ballot.ts';
import { givenChoices, type Choice, type Vote } from './vote.ts';

/** What keeps a vote from being accepted; each has a sentence in every language. */
export const VOTE_ERRORS = [
  'voting-not-open', 'voting-closed', 'not-eligible', 'unknown-project', 'withdrawn-project', 'duplicate-project', 'too-few', 'too-many',
  'under-min-spend', 'over-budget', 'over-points', 'points-per-project', 'rank-gap', 'category-limit', 'area-limit', 'incompatible-projects',
  'stale-rules',
] as const;
export type VoteErrorCode = (typeof VOTE_ERRORS)[number];

export interface VoteError {
  readonly code: VoteErrorCode;
  /** Ids of the projects that it is about. */
  readonly projects?: readonly string[];
  /** The area or category whose limit it is. */
  readonly group?: string;
  /**
   * What the sentence fills in. `count` with `min` or `max` are projects, except in `over-points`, `points-per-project` and
   * a `too-few` with `unit: 'points'`, where they are points, and in an `area-limit` with `unit: 'areas'` or `'other-areas'`, where
   * they are areas (`group` is then the voter's own); `spent` and `limit` are cents.
   */
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface VoteContext {
  /** The server's clock, in milliseconds since 1970. */
  readonly now: number;
  /** False where the voter is known not to have the right to vote; absent where that is found out later. */
  readonly eligible?: boolean;
  /** The id of the voter's own area, where it is known. */
  readonly area?: string;
}

/**
 * Everything that keeps `vote` from being accepted; empty where nothing does. The browser and the service ask the same
 * function. A faulty vote never throws: what is no whole number of points or ranks is an error like any other.
 */
export function validateVote(ballot: Ballot, vote: Pick<Vote, 'ballot' | 'rulesVersion' | 'choices'>, context: VoteContext): VoteError[] {
  return [...errorsOfTime(ballot, context.now), ...(context.eligible === false ? [{ code: 'not-eligible' } as const] : []), ...errorsOfRules(ballot, vote), ...validateChoices(ballot, vote.choices, context.area)];
}

/** What is wrong with the choices alone: what a person can mend before she sends. @param area the id of her own area, where it is known */
export function validateChoices(ballot: Ballot, choices: readonly Choice[], area?: string): VoteError[] {
  const projects = new Map(ballot.projects.map((project) => [project.id, project]));
  const given = givenChoices(choices);
  const ids = new Set(given.map(({ project }) => project));
  const chosen = [...ids].flatMap((id) => projects.get(id) ?? []).filter(({ withdrawn }) => !withdrawn);
  return [
    ...errorsOfProjects(projects, given),
    ...errorsOfNumber(ballot, chosen.length),
    ...errorsOfMoney(ballot, chosen),
    ...errorsOfPoints(ballot, given),
    ...errorsOfRanks(ballot, given),
    ...ballot.rules.limits.flatMap((limit) => errorsOfLimit(limit, chosen)),
    ...errorsOfAreas(ballot, chosen, area),
    ...errorsOfPairs(chosen),
  ];
}

function errorsOfTime(ballot: Ballot, now: number): VoteError[] {
  const phase = phaseAt(ballot, now);
  if (phase === 'vote') return [];
  return [{ code: phase === undefined || phase === 'ideas' || phase === 'review' ? 'voting-not-open' : 'voting-closed' }];
}

/** A vote made for another ballot was made under other rules. */
function errorsOfRules(ballot: Ballot, vote: Pick<Vote, 'ballot' | 'rulesVersion'>): VoteError[] {
  return vote.ballot === ballot.id && vote.rulesVersion === ballot.rulesVersion ? [] : [{ code: 'stale-rules' }];
}

function errorsOfProjects(projects: ReadonlyMap<string, Project>, choices: readonly Choice[]): VoteError[] {
  const ids = choices.map(({ project }) => project);
  const repeated = new Set(ids.filter((id, n) => ids.indexOf(id) !== n));
  return [...new Set(ids)].flatMap((id): VoteError[] => {
    const project = projects.get(id);
    return [
      ...(project ? [] : [{ code: 'unknown-project', projects: [id] } as const]),
      ...(project?.withdrawn ? [{ code: 'withdrawn-project', projects: [id] } as const] : []),
      ...(repeated.has(id) ? [{ code: 'duplicate-project', projects: [id] } as const] : []),
    ];
  });
}

function errorsOfNumber({ rules }: Ballot, count: number): VoteError[] {
  const [min, max] = rules.method === 'single' ? [1, 1] : [rules.min, rules.max ?? Infinity];
  if (count < min) return [{ code: 'too-few', values: { count, min } }];
  return count > max ? [{ code: 'too-many', values: { count, max } }] : [];
}

function errorsOfMoney({ rules }: Ballot, chosen: readonly Project[]): VoteError[] {
  const spent = costOf(chosen);
  if (rules.minSpend !== undefined && spent < rules.minSpend) return [{ code: 'under-min-spend', values: { spent, limit: rules.minSpend } }];
  return rules.maxSpend !== undefined && spent > rules.maxSpend ? [{ code: 'over-budget', values: { spent, limit: rules.maxSpend } }] : [];
}

function errorsOfPoints({ rules }: Ballot, choices: readonly Choice[]): VoteError[] {
  if (rules.method !== 'points') return [];
  const most = rules.pointsPerProject ?? rules.points;
  const wrong = choices.filter(({ points }) => !isWhole(points) || points > most);
  const count = choices.reduce((sum, { points }) => sum + (isWhole(points) ? points : 0), 0);
  const min = rules.minPoints ?? 0;
  return [
    ...wrong.map(({ project, points }): VoteError => ({ code: 'points-per-project', projects: [project], values: { count: typeof points === 'number' ? points : 0, max: most } })),
    ...(count > rules.points ? [{ code: 'over-points', values: { count, max: rules.points } } as const] : []),
    ...(count < min ? [{ code: 'too-few', values: { count, min, unit: 'points' } } as const] : []),
  ];
}

/** Ranks are exactly 1, 2, 3 … without a gap or a repeat, in any order in the list. */
function errorsOfRanks({ rules }: Ballot, choices: readonly Choice[]): VoteError[] {
  if (rules.method !== 'ranking') return [];
  const ranks = new Set(choices.map(({ rank }) => rank));
  const missing = choices.findIndex((_, n) => !ranks.has(n + 1));
  return missing < 0 ? [] : [{ code: 'rank-gap', values: { rank: missing + 1 } }];
}

function errorsOfLimit(limit: GroupLimit, chosen: readonly Project[]): VoteError[] {
  const code = `${limit.of}-limit` as const;
  const groups = limit.id === undefined ? new Set(chosen.flatMap((project) => project[limit.of] ?? [])) : [limit.id];
  return [...groups].flatMap((group): VoteError[] => {
    const inside = chosen.filter((project) => project[limit.of] === group);
    const [count, spent, projects] = [inside.length, costOf(inside), inside.map(({ id }) => id)];
    return [
      ...(count < (limit.min ?? 0) ? [{ code, group, projects, values: { count, min: limit.min! } }] : []),
      ...(count > (limit.max ?? Infinity) ? [{ code, group, projects, values: { count, max: limit.max! } }] : []),
      ...(spent > (limit.maxSpend ?? Infinity) ? [{ code, group, projects, values: { spent, limit: limit.maxSpend! } }] : []),
    ];
  });
}

function errorsOfAreas({ rules: { maxAreas = Infinity, maxOtherAreas = Infinity } }: Ballot, chosen: readonly Project[], own: string | undefined): VoteError[] {
  const areas = new Set(chosen.flatMap(({ area }) => area ?? []));
  const count = areas.size;
  const others = own !== undefined && areas.has(own) ? count - 1 : count;
  return [
    ...(count > maxAreas ? [{ code: 'area-limit', values: { count, max: maxAreas, unit: 'areas' } } as const] : []),
    ...(own !== undefined && others > maxOtherAreas ? [{ code: 'area-limit', group: own, values: { count: others, max: maxOtherAreas, unit: 'other-areas' } } as const] : []),
  ];
}

/** One error for a pair, whichever of the two names the other. */
function errorsOfPairs(chosen: readonly Project[]): VoteError[] {
  return chosen.flatMap((one, n) =>
    chosen.slice(n + 1).filter((other) => areIncompatible(one, other)).map((other): VoteError => ({ code: 'incompatible-projects', projects: [one.id, other.id] })),
  );
}

/** Whether either of two projects says that it cannot be carried out beside the other. */
export function areIncompatible(one: Pick<Project, 'id' | 'incompatibleWith'>, other: Pick<Project, 'id' | 'incompatibleWith'>): boolean {
  return one.incompatibleWith.includes(other.id) || other.incompatibleWith.includes(one.id);
}

/** Cents. */
export function costOf(projects: Iterable<Pick<Project, 'cost'>>): number {
  let sum = 0;
  for (const { cost } of projects) sum += cost;
  return sum;
}

function isWhole(points: number | undefined): points is number {
  return Number.isSafeInteger(points) && points! >= 0;
}
