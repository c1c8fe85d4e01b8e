import type { Election } from './election.ts';
import { equalSharesSteps, raisedSharesSteps, type DetailedElection } from './equal-shares.ts';
import { greedySteps } from './tally-greedy.ts';
import type { Outcome, Step, Working } from './tally-steps.ts';

/**
 * Counting rules, named as in `.pb` files. A threshold, and projects that exclude each other, are heeded by every rule;
 * `greedy-threshold` and `greedy-exclusive` say that the city has them. `-comparison` puts the outcome beside the greedy one.
 */
export const TALLY_RULES = [
  'greedy', 'greedy-no-skip', 'greedy-threshold', 'greedy-exclusive',
  'equalshares', 'equalshares/add1', 'equalshares-comparison', 'equalshares/add1-comparison',
] as const;
export type TallyRule = (typeof TALLY_RULES)[number];

/**
 * Why an election cannot be counted by a rule: it is none of `TALLY_RULES`; equal shares need single votes and at least one;
 * `greedy-threshold` needs a threshold; money is not in whole cents or a project is there twice.
 */
export const TALLY_REFUSALS = ['rule-unknown', 'totals-only', 'no-votes', 'threshold-missing', 'money-wrong', 'project-twice'] as const;
export type TallyRefusal = (typeof TALLY_REFUSALS)[number];

/** Voters by which of two outcomes has more of the projects that they chose. */
export interface Comparison {
  readonly greedy: Outcome;
  readonly equalShares: Outcome;
  readonly preferGreedy: number;
  readonly preferEqualShares: number;
  readonly indifferent: number;
}

/** A count. The outcome is that of the rule; under `-comparison`, of the preferred one. */
export interface Tally extends Outcome {
  readonly rule: TallyRule;
  /** Cents. */
  readonly budget: number;
  readonly comparison?: Comparison;
  readonly refused?: undefined;
}

export interface RefusedTally {
  readonly rule: string;
  readonly refused: TallyRefusal;
}

/** Counts the election at once; a large one is better counted in slices, by `tallySteps`. */
export function tally(election: Election, rule: string): Tally | RefusedTally {
  const steps = tallySteps(election, rule);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Counts the election a step at a time, so that a page that counts 10,000 votes still answers. `Working` steps have no other meaning. */
export function* tallySteps(election: Election, rule: string): Generator<Step | Working, Tally | RefusedTally, void> {
  const refused = refusalOf(election, rule);
  if (refused) return { rule, refused };
  const known = rule as TallyRule;
  const about = { rule: known, budget: election.budget };
  if (!isDetailed(election) || !known.startsWith('equalshares')) return { ...about, ...(yield* greedySteps(election, known === 'greedy-no-skip')) };
  const equalShares = yield* known.startsWith('equalshares/add1') ? raisedSharesSteps(election) : equalSharesSteps(election);
  if (!known.endsWith('-comparison')) return { ...about, ...equalShares };
  const comparison = compare(election, yield* greedySteps(inFull(election)), equalShares);
  // A tie in either leaves open which of them is preferred.
  const unresolved = equalShares.unresolved ?? comparison.greedy.unresolved;
  const preferred = comparison.preferGreedy > comparison.preferEqualShares ? comparison.greedy : equalShares;
  return { ...about, ...preferred, ...(unresolved && { unresolved }), comparison };
}

function refusalOf(election: Election, rule: string): TallyRefusal | undefined {
  const { budget, projects, voters, threshold } = election;
  if (!(TALLY_RULES as readonly string[]).includes(rule)) return 'rule-unknown';
  if (!isMoney(budget) || !projects.every(({ cost }) => isMoney(cost) && cost > 0)) return 'money-wrong';
  if (new Set(projects.map(({ id }) => id)).size < projects.length) return 'project-twice';
  if (rule === 'greedy-threshold' && threshold === undefined) return 'threshold-missing';
  if (!rule.startsWith('equalshares')) return undefined;
  if (!isDetailed(election)) return 'totals-only';
  return voters > 0 ? undefined : 'no-votes';
}

/** Equal shares fund in full alone, and so does the count that they are compared with. */
function inFull({ partFundingPercent: _, ...election }: DetailedElection): DetailedElection {
  return election;
}

function isMoney(cents: number): boolean {
  return Number.isSafeInteger(cents) && cents >= 0;
}

function isDetailed(election: Election): election is DetailedElection {
  return election.groups !== undefined;
}

function compare({ projects, groups }: DetailedElection, greedy: Outcome, equalShares: Outcome): Comparison {
  const gains = projects.map(({ id }) => Number(greedy.funded.includes(id)) - Number(equalShares.funded.includes(id)));
  const prefer = { preferGreedy: 0, preferEqualShares: 0, indifferent: 0 };
  for (const { choices, voters } of groups) {
    const gain = choices.reduce((sum, choice) => sum + gains[choice]!, 0);
    prefer[gain > 0 ? 'preferGreedy' : gain < 0 ? 'preferEqualShares' : 'indifferent'] += voters;
  }
  return { greedy, equalShares, ...prefer };
}
