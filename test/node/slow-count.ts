import type { Candidate, Election } from '../../src/model/election.ts';

/**
 * Counts that are written to be checked by eye and share no arithmetic with the package: every voter has an own fraction of money.
 * Ties: the cheaper, then the one with more supporters; else `Tied` is thrown.
 */

type Ratio = readonly [bigint, bigint];
const ratio = (over: bigint, under: bigint): Ratio => {
  let [a, b] = [over < 0n ? -over : over, under];
  while (b) [a, b] = [b, a % b];
  return a ? [over / a, under / a] : [0n, 1n];
};
const minus = ([a, b]: Ratio, [c, d]: Ratio): Ratio => ratio(a * d - c * b, b * d);
const less = ([a, b]: Ratio, [c, d]: Ratio): boolean => a * d < c * b;
const smaller = (a: Ratio, b: Ratio): Ratio => (less(a, b) ? a : b);

export class Tied extends Error {}

function chosen(equal: readonly Candidate[]): Candidate {
  const sorted = [...equal].sort((a, b) => a.cost - b.cost || b.supporters - a.supporters);
  const [first, second] = sorted;
  if (second && second.cost === first!.cost && second.supporters === first!.supporters) throw new Tied();
  return first!;
}

/** With a `%` behind its id, the project that gets a part of its cost. */
export function slowGreedy({ projects, budget, partFundingPercent }: Election): string[] {
  const waiting = projects.filter(({ supporters }) => supporters > 0);
  const funded: string[] = [];
  let left = budget;
  while (waiting.length) {
    const most = Math.max(...waiting.map(({ score }) => score));
    const next = chosen(waiting.filter(({ score }) => score === most));
    waiting.splice(waiting.indexOf(next), 1);
    if (next.cost > left && partFundingPercent !== undefined && left * 100 >= next.cost * partFundingPercent) return [...funded, `${next.id}%`];
    if (next.cost > left) continue;
    funded.push(next.id);
    left -= next.cost;
  }
  return funded;
}

/** Equal shares with `budget` cents for all voters together. */
export function slowEqualShares({ projects, groups, voters }: Election, budget: number): string[] {
  const people = groups!.flatMap(({ voters: times, choices }) => Array.from({ length: times }, () => ({ choices, money: ratio(BigInt(budget), BigInt(voters)) })));
  const funded: string[] = [];
  for (;;) {
    let best: Ratio | undefined;
    let equal: { candidate: Candidate; most: Ratio }[] = [];
    for (const [index, candidate] of projects.entries()) {
      if (funded.includes(candidate.id)) continue;
      const purses = people.filter(({ choices }) => choices.includes(index)).map(({ money }) => money).sort((a, b) => (less(a, b) ? -1 : 1));
      const most = mostThatAnyPays(purses, BigInt(candidate.cost));
      if (!most) continue;
      const worth = ratio(BigInt(candidate.cost) * most[1], most[0]);
      if (best === undefined || less(best, worth)) [best, equal] = [worth, []];
      if (!less(worth, best)) equal.push({ candidate, most });
    }
    if (!equal.length) return funded;
    const next = chosen(equal.map(({ candidate }) => candidate));
    const { most } = equal.find(({ candidate }) => candidate === next)!;
    const index = projects.indexOf(next);
    for (const person of people) if (person.choices.includes(index)) person.money = minus(person.money, smaller(person.money, most));
    funded.push(next.id);
  }
}

/** The p with Σ min(p, money) = cost: each voter in turn, poorest first, is asked for an equal part of what is left to pay. */
function mostThatAnyPays(purses: readonly Ratio[], cost: bigint): Ratio | undefined {
  let rest: Ratio = [cost, 1n];
  for (const [n, money] of purses.entries()) {
    const part = ratio(rest[0], rest[1] * BigInt(purses.length - n));
    if (!less(money, part)) return part;
    rest = minus(rest, money);
  }
  return undefined;
}

/** Shares raised by a euro each, as long as the outcome costs no more than the budget and something is left that somebody chose. */
export function slowRaisedShares(election: Election): string[] {
  const unit = election.voters * 100;
  const cost = (ids: readonly string[]): number => election.projects.reduce((sum, project) => sum + (ids.includes(project.id) ? project.cost : 0), 0);
  const wanted = election.projects.filter(({ supporters }) => supporters > 0).length;
  let shared = Math.floor(election.budget / unit) * unit;
  let last = slowEqualShares(election, shared);
  while (last.length < wanted) {
    shared += unit;
    const next = slowEqualShares(election, shared);
    if (cost(next) > election.budget) break;
    last = next;
  }
  return last;
}
