import { expect } from '@open-wc/testing';
import type { VotingRules } from '../../src/model/ballot.ts';
import { choose, chosenProjects, enoughToTakeOut, givePoints, measuresOf, rankAt, sameChoices } from '../../src/model/choosing.ts';
import { ballotWith, project } from './ballots.ts';

const ballot = (rules: Partial<VotingRules>) => ballotWith(rules, { projects: [project('a', 3), project('b', 5), project('c', 4)] });

describe('choosing', () => {
  it('a single project puts the other one out', () => {
    const single = ballot({ method: 'single' });
    expect(choose(single, choose(single, [], 'a', true), 'b', true)).to.deep.equal([{ project: 'b' }]);
    expect(choose(single, [{ project: 'b' }], 'b', false)).to.deep.equal([]);
  });

  it('the same project twice is choosing it once', () => {
    const approval = ballot({ method: 'approval' });
    expect(choose(approval, [{ project: 'a' }], 'a', true)).to.deep.equal([{ project: 'a' }]);
  });

  it('a rank makes room, and a gap closes', () => {
    const ranking = ballot({ method: 'ranking' });
    const three = ['a', 'b', 'c'].reduce((choices: ReturnType<typeof choose>, id) => choose(ranking, choices, id, true), []);
    expect(three).to.deep.equal([{ project: 'a', rank: 1 }, { project: 'b', rank: 2 }, { project: 'c', rank: 3 }]);
    expect(chosenProjects(ranking, rankAt(three, 'c', 2)).map(({ id }) => id)).to.deep.equal(['a', 'c', 'b']);
    expect(chosenProjects(ranking, rankAt(three, 'a', 2)).map(({ id }) => id)).to.deep.equal(['b', 'a', 'c']);
    expect(choose(ranking, three, 'a', false)).to.deep.equal([{ project: 'b', rank: 1 }, { project: 'c', rank: 2 }]);
  });

  it('no points take a project out', () => {
    expect(givePoints(givePoints([], 'a', 3), 'a', 0)).to.deep.equal([]);
    expect(givePoints([{ project: 'a', points: 1 }], 'a', 4)).to.deep.equal([{ project: 'a', points: 4 }]);
  });
});

describe('what is left', () => {
  it('is money, choices or points, whichever the way of voting measures first', () => {
    const two = [{ project: 'a' }, { project: 'b' }];
    expect(measuresOf(ballot({ method: 'knapsack', maxSpend: 1000, max: 3 }), two)).to.deep.equal([{ unit: 'cents', used: 800, limit: 1000 }, { unit: 'projects', used: 2, limit: 3 }]);
    expect(measuresOf(ballot({ method: 'approval' }), two)).to.deep.equal([{ unit: 'projects', used: 2 }]);
    expect(measuresOf(ballot({ method: 'points', points: 10 }), [{ project: 'a', points: 3 }, { project: 'b', points: 4 }])).to.deep.equal([{ unit: 'points', used: 7, limit: 10 }]);
    expect(measuresOf(ballot({ method: 'single' }), [])).to.deep.equal([{ unit: 'projects', used: 0, limit: 1 }]);
  });

  it('is brought back by the cheapest project that is enough, where one is', () => {
    const knapsack = ballot({ method: 'knapsack', maxSpend: 850 });
    const all = [{ project: 'a' }, { project: 'b' }, { project: 'c' }];
    expect(enoughToTakeOut(knapsack, all).map(({ id }) => id)).to.deep.equal(['c', 'b']);
    expect(enoughToTakeOut(ballot({ method: 'knapsack', maxSpend: 600 }), all)).to.deep.equal([]);
    expect(enoughToTakeOut(knapsack, [{ project: 'a' }])).to.deep.equal([]);
  });
});

describe('two votes', () => {
  it('are the same in any order, and not with other points', () => {
    expect(sameChoices([{ project: 'a', points: 1 }, { project: 'b', points: 2 }], [{ project: 'b', points: 2 }, { project: 'a', points: 1 }])).to.equal(true);
    expect(sameChoices([{ project: 'a', points: 1 }], [{ project: 'a', points: 2 }])).to.equal(false);
  });
});
