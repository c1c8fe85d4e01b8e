import { isScored, type Ballot, type GroupLimit, type Project } from './ballot.ts';
import { canBeVoted } from './ballot-reach.ts';
import type { Fault } from './gate.ts';
import { TALLY_RULES } from './tally.ts';
import { areIncompatible } from './vote-rules.ts';

/** What is wrong with how a ballot is set up: told to the editor, never to voters. Each has a sentence in every language. */
export const BALLOT_FAULTS = [
  'no-projects', 'dates-wrong', 'closes-before-opening', 'body-missing', 'budget-below-cheapest', 'project-over-budget', 'rule-unknown',
  'threshold-missing', 'lot-without-seed', 'tie-order-empty', 'min-over-max', 'min-over-projects', 'max-over-projects', 'spend-unreachable', 'spend-over-limit',
  'limit-below-cheapest', 'points-wrong', 'min-points-unreachable', 'group-unknown', 'limit-min-unreachable', 'conflict-unknown', 'conflict-with-itself', 'min-with-conflicts',
  'project-twice', 'group-twice', 'limit-min-over-max', 'own-area-unknown', 'part-without-order', 'part-not-less',
  'min-over-spend', 'min-over-points', 'vote-impossible', 'scores-not-counted',
] as const;
export type BallotFaultCode = (typeof BALLOT_FAULTS)[number];
export type BallotFault = Fault<BallotFaultCode>;

/** Faults that say why no vote can be sent. */
const IMPOSSIBLE: ReadonlySet<BallotFaultCode> = new Set([
  'min-over-max', 'min-over-projects', 'min-over-spend', 'min-over-points', 'min-with-conflicts', 'spend-unreachable', 'spend-over-limit',
  'points-wrong', 'min-points-unreachable', 'limit-min-unreachable',
]);

/** Everything in a ballot's configuration that would keep voters or the count from what it says. Money in `values` is in cents. */
export function checkBallot(ballot: Ballot): BallotFault[] {
  const projects = ballot.projects.filter(({ withdrawn }) => !withdrawn);
  if (!projects.length) return [{ code: 'no-projects' }, ...faultsOfFrame(ballot)];
  const ofRules = [...faultsOfRules(ballot, projects), ...ballot.rules.limits.flatMap((limit) => faultsOfLimit(limit, ballot, projects))];
  const isTold = ofRules.some(({ code, values }) => IMPOSSIBLE.has(code) || (code === 'limit-below-cheapest' && values?.value === undefined && ballot.rules.min > 0));
  return [...faultsOfFrame(ballot), ...faultsOfProjects(ballot, projects), ...ofRules, ...faults([[!isTold && !canBeVoted(ballot, projects), 'vote-impossible']])];
}

function faultsOfFrame(ballot: Ballot): BallotFault[] {
  const { opensAt, closesAt, binding, rule, threshold, partFundingPercent, ties, areas, categories } = ballot;
  const [opens, closes] = [Date.parse(opensAt), Date.parse(closesAt)];
  const twice = [areas, categories].flatMap((groups) => repeated(groups.map(({ id }) => id)));
  return faults([
    [Number.isNaN(opens) || Number.isNaN(closes), 'dates-wrong'],
    [closes <= opens, 'closes-before-opening'],
    [binding.kind !== 'binding' && binding.body === undefined, 'body-missing'],
    [!(TALLY_RULES as readonly string[]).includes(rule), 'rule-unknown', { value: rule }],
    [rule === 'greedy-threshold' && threshold === undefined, 'threshold-missing'],
    [partFundingPercent !== undefined && rule.startsWith('equalshares'), 'part-without-order', { value: rule }],
    [isScored(ballot) && rule.startsWith('equalshares'), 'scores-not-counted', { value: rule }],
    [!ties.order.length, 'tie-order-empty'],
    [ties.order.includes('lot') && !ties.seed, 'lot-without-seed'],
    ...twice.map((value): Check => [true, 'group-twice', { value }]),
  ]);
}

function faultsOfProjects(ballot: Ballot, projects: readonly Project[]): BallotFault[] {
  const { budget } = ballot;
  const ids = ballot.projects.map(({ id }) => id);
  const cheapest = Math.min(...projects.map(({ cost }) => cost));
  return faults([
    [budget < cheapest, 'budget-below-cheapest', { budget, cheapest }],
    ...repeated(ids).map((value): Check => [true, 'project-twice', { value }]),
    ...projects.flatMap((project): Check[] => [
      [project.cost > budget && budget >= cheapest, 'project-over-budget', { project: project.id, cost: project.cost, budget }],
      [isUnknown(project.area, ballot.areas), 'group-unknown', { project: project.id, value: project.area! }],
      [isUnknown(project.category, ballot.categories), 'group-unknown', { project: project.id, value: project.category! }],
      [project.funding?.kind === 'part' && project.funding.granted >= project.cost, 'part-not-less', { project: project.id, cost: project.cost }],
      ...project.incompatibleWith.map((other): Check => [
        other === project.id || !ids.includes(other), other === project.id ? 'conflict-with-itself' : 'conflict-unknown', { project: project.id, value: other },
      ]),
    ]),
  ]);
}

function faultsOfRules({ rules, identification }: Ballot, projects: readonly Project[]): BallotFault[] {
  const count = projects.length;
  const { min, max = count, minSpend = 0, maxSpend = Infinity } = rules;
  const costs = projects.map(({ cost }) => cost).sort((a, b) => a - b);
  const counts = rules.method !== 'single';
  const cheapest = sum(costs.slice(0, min));
  return faults([
    [counts && rules.max !== undefined && min > max, 'min-over-max', { min, max }],
    [counts && min > count, 'min-over-projects', { min, count }],
    [counts && max > count, 'max-over-projects', { max, count }],
    [counts && min <= count && min > mostSideBySide(projects), 'min-with-conflicts', { min }],
    [counts && min <= count && costs[0]! <= maxSpend && cheapest > maxSpend, 'min-over-spend', { min, cost: cheapest, limit: maxSpend }],
    [rules.maxOtherAreas !== undefined && identification.includes('open'), 'own-area-unknown'],
    [maxSpend < costs[0]!, 'limit-below-cheapest', { limit: maxSpend, cheapest: costs[0]! }],
    [minSpend > maxSpend, 'spend-over-limit', { spend: minSpend, limit: maxSpend }],
    [minSpend <= maxSpend && minSpend > 0 && !canSpend(costs, minSpend, maxSpend, rules.method === 'single' ? 1 : max), 'spend-unreachable', { spend: minSpend, limit: Math.min(maxSpend, sum(costs)) }],
    ...(rules.method === 'points' ? pointChecks(rules, count) : []),
  ]);
}

function pointChecks({ points, min, minPoints = 0, pointsPerProject = points, max }: Ballot['rules'] & { method: 'points' }, count: number): Check[] {
  return [
    [!(Number.isInteger(points) && points > 0 && Number.isInteger(pointsPerProject) && pointsPerProject > 0), 'points-wrong', { points }],
    [points > 0 && min > points && min <= count, 'min-over-points', { min, points }],
    [minPoints > Math.min(points, pointsPerProject * Math.min(max ?? count, count)), 'min-points-unreachable', { min: minPoints }],
  ];
}

function faultsOfLimit({ of, id, min = 0, max = Infinity, maxSpend = Infinity }: GroupLimit, ballot: Ballot, projects: readonly Project[]): BallotFault[] {
  const groups = of === 'area' ? ballot.areas : ballot.categories;
  const inside = projects.filter((project) => project[of] === id);
  const cheapest = Math.min(...inside.map(({ cost }) => cost));
  return faults([
    [isUnknown(id, groups), 'group-unknown', { value: id! }],
    [min > max, 'limit-min-over-max', { min, max }],
    [id !== undefined && min > inside.length, 'limit-min-unreachable', { value: id!, min, count: inside.length }],
    [id !== undefined && inside.length > 0 && maxSpend < cheapest, 'limit-below-cheapest', { value: id!, limit: maxSpend, cheapest }],
  ]);
}

/** Sums that are followed; where there are more, they leave no gap that an editor could have meant. */
const SUMS_MAX = 20_000;

/** Whether some of these costs, at most `max` of them, add up to between `least` and `most`. */
function canSpend(costs: readonly number[], least: number, most: number, max: number): boolean {
  // By sum, the fewest projects that reach it. Sums beyond `most` are of no use.
  let reached = new Map([[0, 0]]);
  for (const cost of costs) {
    const next = new Map(reached);
    for (const [total, used] of reached) {
      const more = total + cost;
      if (more > most || used >= max) continue;
      if (more >= least) return true;
      if ((next.get(more) ?? Infinity) > used + 1) next.set(more, used + 1);
    }
    if (next.size > SUMS_MAX) return true;
    reached = next;
  }
  return false;
}

/** No choice can have more projects than this: of two that exclude each other one is left out, counted in pairs that share no project. */
function mostSideBySide(projects: readonly Project[]): number {
  const paired = new Set<Project>();
  for (const project of projects) {
    const other = paired.has(project) ? undefined : projects.find((candidate) => candidate !== project && !paired.has(candidate) && areIncompatible(project, candidate));
    if (other) paired.add(project).add(other);
  }
  return projects.length - paired.size / 2;
}

function isUnknown(id: string | undefined, groups: readonly { readonly id: string }[]): boolean {
  return id !== undefined && !groups.some((group) => group.id === id);
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, n) => ids.indexOf(id) !== n))];
}

function sum(costs: readonly number[]): number {
  return costs.reduce((total, cost) => total + cost, 0);
}

type Check = readonly [wrong: boolean, code: BallotFaultCode, values?: Readonly<Record<string, string | number>>];

function faults(checks: readonly Check[]): BallotFault[] {
  return checks.flatMap(([wrong, code, values]) => (wrong ? [{ code, ...(values && { values }) }] : []));
}
