import { expect } from '@open-wc/testing';
import type { Ballot, VotingRules } from '../../src/model/ballot.ts';
import { checkBallot } from '../../src/model/ballot-check.ts';
import { ballotWith, project } from './ballots.ts';

const told = (rules: Partial<VotingRules>, more: Partial<Ballot> = {}): string[] => checkBallot(ballotWith(rules, more)).map(({ code }) => code);

describe('A ballot whose rules cannot be kept is told to its editor', () => {
  it('and one that can be is not', () => {
    expect(told({ method: 'knapsack', maxSpend: 1_000_000, minSpend: 900_000 })).to.deep.equal([]);
    expect(told({ min: 4, max: 4 })).to.deep.equal([]);
  });

  it('where the budget is below the cheapest project, or one costs more than the budget', () => {
    expect(told({}, { budget: 199_999 })).to.deep.equal(['budget-below-cheapest']);
    expect(checkBallot(ballotWith({}, { budget: 550_000 }))).to.deep.equal([{ code: 'project-over-budget', values: { project: 'a', cost: 600_000, budget: 550_000 } }]);
  });

  it('where the least that must be spent cannot be reached by any choice', () => {
    // Of 6000, 5000, 3000 and 2000, no choice costs between 9500 and 9900.
    expect(told({ method: 'knapsack', minSpend: 950_000, maxSpend: 990_000 })).to.deep.equal(['spend-unreachable']);
    expect(told({ method: 'knapsack', minSpend: 900_000, maxSpend: 990_000 })).to.deep.equal([]);
    expect(told({ method: 'knapsack', minSpend: 1_000_000, maxSpend: 1_000_000, max: 2 })).to.deep.equal(['spend-unreachable']);
    expect(told({ method: 'knapsack', minSpend: 1_000_001, maxSpend: 1_000_000 })).to.deep.equal(['spend-over-limit']);
    expect(told({ minSpend: 1_600_001 })).to.deep.equal(['spend-unreachable']);
  });

  it('where fewer projects may be chosen than must be, or there are not so many', () => {
    expect(told({ min: 3, max: 2 })).to.deep.equal(['min-over-max']);
    expect(told({ min: 5 })).to.deep.equal(['min-over-projects']);
    expect(told({ max: 5 })).to.deep.equal(['max-over-projects']);
    expect(told({ min: 4 }, { projects: [project('a', 1), project('b', 1, { incompatibleWith: ['a'] }), project('c', 1), project('d', 1)] })).to.deep.equal(['min-with-conflicts']);
  });

  it('where the voter’s own area counts, and voters come without one', () => {
    expect(told({ maxOtherAreas: 1 }, { identification: ['open'] })).to.deep.equal(['own-area-unknown']);
    expect(told({ maxOtherAreas: 1 }, { identification: ['code'] })).to.deep.equal([]);
  });

  it('where a part of a cost is promised that the rule does not know, or that is no part', () => {
    expect(told({}, { partFundingPercent: 80, rule: 'greedy-no-skip' })).to.deep.equal([]);
    expect(told({}, { partFundingPercent: 80, rule: 'equalshares/add1' })).to.deep.equal(['part-without-order']);
    const decided = (kind: 'part' | 'reserve', granted: number): string[] => told({}, { projects: [project('a', 6000, { funding: { kind, granted } }), project('b', 5000)] });
    expect([decided('part', 599_999), decided('part', 600_000), decided('reserve', 600_000)]).to.deep.equal([[], ['part-not-less'], []]);
  });

  it('where points cannot be given as they must be', () => {
    expect(told({ method: 'points', points: 0 })).to.deep.equal(['points-wrong']);
    expect(told({ method: 'points', points: 10, minPoints: 9, pointsPerProject: 2 })).to.deep.equal(['min-points-unreachable']);
    expect(told({ method: 'points', points: 10, minPoints: 8, pointsPerProject: 2 })).to.deep.equal([]);
  });

  it('where points or ranks are given that the rule does not count', () => {
    expect(checkBallot(ballotWith({ method: 'points', points: 5 }, { rule: 'equalshares' }))).to.deep.equal([{ code: 'scores-not-counted', values: { value: 'equalshares' } }]);
    expect(told({ method: 'ranking' }, { rule: 'equalshares/add1' })).to.deep.equal(['scores-not-counted']);
    expect([told({ method: 'ranking' }), told({ method: 'knapsack', maxSpend: 1_000_000 }, { rule: 'equalshares' })]).to.deep.equal([[], []]);
  });

  it('where an area, a category or a project is named that it does not have', () => {
    expect(told({ limits: [{ of: 'area', id: 'etelä', max: 1 }] })).to.deep.equal(['group-unknown']);
    expect(told({}, { projects: [project('a', 1, { category: 'puisto', incompatibleWith: ['z', 'a'] })] })).to.deep.equal(['group-unknown', 'conflict-unknown', 'conflict-with-itself']);
    expect(told({ limits: [{ of: 'area', id: 'itä', min: 2 }] }, { areas: [{ id: 'itä', name: 'Itä' }], projects: [project('a', 1, { area: 'itä' })] })).to.deep.equal(['limit-min-unreachable']);
  });

  it('where voters would not be told who decides, when, or how ties are broken', () => {
    expect(told({}, { binding: { kind: 'advisory' } })).to.deep.equal(['body-missing']);
    expect(told({}, { closesAt: '2026-08-30T20:00:00+03:00' })).to.deep.equal(['closes-before-opening']);
    expect(told({}, { ties: { order: ['lower-cost', 'lot'] } })).to.deep.equal(['lot-without-seed']);
    expect(told({}, { ties: { order: [] } })).to.deep.equal(['tie-order-empty']);
    expect(told({}, { rule: 'greedy-custom' })).to.deep.equal(['rule-unknown']);
    expect(told({}, { rule: 'greedy-threshold' })).to.deep.equal(['threshold-missing']);
  });
});
