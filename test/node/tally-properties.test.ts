import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { VoteCounter, type Election } from '../../src/model/election.ts';
import { addFractions, compareFractions, fraction, timesFraction, type Fraction } from '../../src/model/fraction.ts';
import { tally, TALLY_RULES, type Tally } from '../../src/model/tally.ts';
import type { FundedStep } from '../../src/model/tally-steps.ts';
import { slowEqualShares, slowGreedy, slowRaisedShares, Tied } from './slow-count.ts';

const LETTERS = 'ABCDEFGH';

interface Raw {
  readonly costs: readonly number[];
  readonly budget: number;
  readonly votes: readonly (readonly number[])[];
  readonly partFundingPercent?: number | undefined;
}

/** Few and round costs, so that ties and prices that come out even occur as well as thirds of a cent. */
const raw: fc.Arbitrary<Raw> = fc.integer({ min: 1, max: LETTERS.length }).chain((count) =>
  fc.record({
    costs: fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }).map((n) => n * 1000), fc.integer({ min: 1, max: 9999 })), { minLength: count, maxLength: count }),
    budget: fc.oneof(fc.integer({ min: 1, max: 30 }).map((n) => n * 1000), fc.integer({ min: 1, max: 30_000 })),
    votes: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: count - 1 })), { minLength: 1, maxLength: 12 }),
    partFundingPercent: fc.option(fc.constantFrom(1, 50, 80, 99), { nil: undefined }),
  }),
);

function electionOf({ costs, budget, votes, partFundingPercent }: Raw, lots = true): Election {
  const ids = [...LETTERS].slice(0, costs.length);
  const counter = new VoteCounter(ids);
  for (const vote of votes) counter.add(vote.map((index) => [ids[index]!, 1] as const));
  return {
    budget, voters: counter.voters, groups: counter.groups(),
    ties: { order: lots ? ['lower-cost', 'more-supporters', 'lot'] : ['lower-cost', 'more-supporters'] },
    ...(lots && { lots: [...ids].reverse() }),
    ...(partFundingPercent !== undefined && { partFundingPercent }),
    projects: ids.map((id, n) => ({ id, cost: costs[n]!, supporters: counter.supporters[n]!, score: counter.scores[n]!, conflicts: [] })),
  };
}

function count(election: Election, rule: string): Tally {
  const result = tally(election, rule);
  assert.equal(result.refused, undefined);
  return result;
}

test('no count spends more than there is, and what was spent and what is left make the budget', () => {
  fc.assert(fc.property(raw, fc.constantFrom(...TALLY_RULES.filter((rule) => rule !== 'greedy-threshold')), (given, rule) => {
    const election = electionOf(given);
    const { funded, partFunded, spent, left, budget } = count(election, rule);
    const costOf = (id: string): number => election.projects.find((project) => project.id === id)!.cost;
    assert.equal(spent, funded.reduce((sum, id) => sum + costOf(id), partFunded?.granted ?? 0));
    if (partFunded) {
      const { project, granted } = partFunded;
      assert.ok(!funded.includes(project) && granted < costOf(project) && granted / costOf(project) >= election.partFundingPercent! / 100);
      assert.equal(left, 0);
    }
    assert.ok(left >= 0);
    assert.equal(spent + left, budget);
    assert.equal(new Set(funded).size, funded.length);
  }), { numRuns: 2000 });
});

test('every project is either funded, in full or in part, or told why not', () => {
  fc.assert(fc.property(raw, fc.constantFrom('greedy', 'greedy-no-skip', 'equalshares', 'equalshares/add1'), (given, rule) => {
    const { steps, funded } = count(electionOf(given), rule);
    const told = steps.flatMap((step) => (step.kind === 'tie' ? [] : [step.project]));
    assert.deepEqual([...told].sort(), [...LETTERS].slice(0, given.costs.length));
    assert.deepEqual(steps.flatMap((step) => (step.kind === 'funded' ? [step.project] : [])), funded);
  }), { numRuns: 1000 });
});

test('equal shares are paid exactly, and nobody pays more than a share', () => {
  fc.assert(fc.property(raw, (given) => {
    const election = electionOf(given);
    const steps = count(election, 'equalshares').steps.filter((step): step is FundedStep => step.kind === 'funded');
    const paid: Fraction[] = election.groups!.map(() => fraction(0n));
    for (const { project, cost, most, payments } of steps) {
      const sum = payments!.reduce((total, { amount, voters }) => addFractions(total, timesFraction(amount, voters)), fraction(0n));
      assert.equal(compareFractions(sum, fraction(BigInt(cost))), 0);
      const index = election.projects.findIndex(({ id }) => id === project);
      for (const { amount, voters, groups } of payments!) {
        assert.ok(compareFractions(amount, most!) <= 0);
        assert.equal(voters, groups.reduce((all, group) => all + election.groups![group]!.voters, 0));
        for (const group of groups) {
          assert.ok(election.groups![group]!.choices.includes(index), 'only supporters pay');
          paid[group] = addFractions(paid[group]!, amount);
        }
      }
    }
    const share = fraction(BigInt(election.budget), BigInt(election.voters));
    assert.ok(paid.every((amount) => compareFractions(amount, share) <= 0));
  }), { numRuns: 1000 });
});

/** What a slow count says; `Tied` where no rule tells equal projects apart. */
function slowly(slow: () => string[]): string[] | undefined {
  try {
    return slow();
  } catch (error) {
    assert.ok(error instanceof Tied);
    return undefined;
  }
}

test('equal shares are counted as a slow count does it, and stop where that finds a tie', () => {
  fc.assert(fc.property(raw, (given) => {
    const election = electionOf(given, false);
    const { funded, unresolved } = count(election, 'equalshares');
    assert.deepEqual(unresolved ? undefined : funded, slowly(() => slowEqualShares(election, election.budget)));
  }), { numRuns: 3000 });
});

test('equal shares raised by a euro each are counted as a slow count does it', () => {
  fc.assert(fc.property(raw, (given) => {
    const election = electionOf({ ...given, budget: given.budget * 10, costs: given.costs.map((cost) => cost * 10) }, false);
    const { funded, unresolved } = count(election, 'equalshares/add1');
    assert.deepEqual(unresolved ? undefined : funded, slowly(() => slowRaisedShares(election)));
  }), { numRuns: 1000 });
});

test('greedy is counted as a slow count does it wherever no tie is left', () => {
  fc.assert(fc.property(raw, (given) => {
    const election = electionOf(given, false);
    const slow = slowly(() => slowGreedy(election));
    fc.pre(slow !== undefined);
    const { funded, partFunded } = count(election, 'greedy');
    assert.deepEqual([...funded, ...(partFunded ? [`${partFunded.project}%`] : [])].sort(), [...slow].sort());
  // In the example, what is left is just the part that is asked for.
  }), { numRuns: 2000, examples: [[{ costs: [14], budget: 7, votes: [[0]], partFundingPercent: 50 }]] });
});

test('one more supporter never lowers a winner of a greedy count', () => {
  fc.assert(fc.property(raw, fc.nat(), fc.boolean(), (given, pick, fresh) => {
    for (const rule of ['greedy', 'greedy-no-skip']) {
      const { funded } = count(electionOf(given), rule);
      if (!funded.length) continue;
      const winner = LETTERS.indexOf(funded[pick % funded.length]!);
      // Somebody new who votes for it alone, or a voter who adds it to what she chose.
      const at = given.votes.findIndex((vote) => !vote.includes(winner));
      const votes = fresh || at < 0 ? [...given.votes, [winner]] : given.votes.with(at, [...given.votes[at]!, winner]);
      const after = count(electionOf({ ...given, votes }), rule).funded;
      assert.ok(after.includes(LETTERS[winner]!), `${rule}: ${LETTERS[winner]}`);
      assert.ok(after.indexOf(LETTERS[winner]!) <= funded.indexOf(LETTERS[winner]!));
    }
  }), { numRuns: 1000 });
});

test('one more supporter never lowers what a project gets in part by a greedy count', () => {
  fc.assert(fc.property(raw, fc.constantFrom('greedy', 'greedy-no-skip'), fc.boolean(), (given, rule, fresh) => {
    const { partFunded } = count(electionOf(given), rule);
    fc.pre(partFunded !== undefined);
    const project = LETTERS.indexOf(partFunded.project);
    const at = given.votes.findIndex((vote) => !vote.includes(project));
    const votes = fresh || at < 0 ? [...given.votes, [project]] : given.votes.with(at, [...given.votes[at]!, project]);
    const after = count(electionOf({ ...given, votes }), rule);
    assert.ok(after.funded.includes(partFunded.project) || (after.partFunded?.project === partFunded.project && after.partFunded.granted >= partFunded.granted));
  }), { numRuns: 2000 });
});

test('the order in which projects and votes stand decides nothing', () => {
  fc.assert(fc.property(raw, fc.constantFrom('greedy', 'equalshares', 'equalshares/add1'), (given, rule) => {
    const election = electionOf(given);
    const last = election.projects.length - 1;
    const turned: Election = {
      ...election,
      projects: [...election.projects].reverse(),
      groups: [...election.groups!].reverse().map(({ voters, choices }) => ({ voters, choices: choices.map((choice) => last - choice).reverse() })),
    };
    assert.deepEqual(count(turned, rule).funded, count(election, rule).funded);
  }), { numRuns: 1000 });
});
