import { expect } from '@open-wc/testing';
import { electionOf, withTotals } from '../../src/model/election.ts';
import { pabulibOf } from '../../src/model/ballot-pabulib.ts';
import { canonicalVote } from '../../src/model/vote-receipt.ts';
import { validateChoices } from '../../src/model/vote-rules.ts';
import { tally } from '../../src/model/tally.ts';
import { ballotWith, project, voteFor } from './ballots.ts';

describe('The election of a ballot', () => {
  it('counts equal votes together, whatever order they were chosen in', () => {
    const { groups, voters, projects } = electionOf(ballotWith({}), [voteFor(['a', 'c']), voteFor(['c', 'a']), voteFor(['d'])]);
    expect(groups).to.deep.equal([{ voters: 2, choices: [0, 2] }, { voters: 1, choices: [3] }]);
    expect(voters).to.equal(3);
    expect(projects.map(({ id, supporters, score }) => [id, supporters, score])).to.deep.equal([['a', 2, 2], ['b', 0, 0], ['c', 2, 2], ['d', 1, 1]]);
  });

  it('leaves out a project that was withdrawn, and keeps the votes that have it', () => {
    const ballot = ballotWith({}, { projects: [project('a', 60, { withdrawn: {} }), project('b', 50)] });
    const { voters, projects, groups } = electionOf(ballot, [voteFor(['a']), voteFor(['a', 'b'])]);
    expect(voters).to.equal(2);
    expect(projects.map(({ id, supporters }) => [id, supporters])).to.deep.equal([['b', 1]]);
    expect(groups).to.deep.equal([{ voters: 1, choices: [] }, { voters: 1, choices: [0] }]);
  });

  it('sums up points, and gives the first of three ranks three points', () => {
    const points = electionOf(ballotWith({ method: 'points', points: 10 }), [voteFor([{ project: 'a', points: 7 }, { project: 'b', points: 0 }]), voteFor([{ project: 'a', points: 1 }])]);
    expect(points.projects.slice(0, 2).map(({ score, supporters }) => [score, supporters])).to.deep.equal([[8, 2], [0, 0]]);
    const ranks = electionOf(ballotWith({ method: 'ranking', max: 3 }), [voteFor([{ project: 'b', rank: 2 }, { project: 'a', rank: 1 }])]);
    expect(ranks.projects.slice(0, 2).map(({ score }) => score)).to.deep.equal([3, 2]);
  });

  it('takes 0 points for no choice, as the rules, the receipt and the published votes do, whatever way one votes', () => {
    for (const rules of [{}, { method: 'knapsack' as const, maxSpend: 10_000_000 }, { method: 'points' as const, points: 10 }]) {
      const ballot = ballotWith(rules);
      const vote = voteFor([{ project: 'a', points: 0 }]);
      const { projects } = electionOf(ballot, [vote]);
      expect(projects[0]).to.deep.include({ supporters: 0, score: 0 });
      expect(validateChoices(ballot, vote.choices).map(({ code }) => code)).to.include('too-few');
      expect(canonicalVote(vote)).to.equal(canonicalVote(voteFor([])));
      expect(pabulibOf(ballot, [vote], { unit: 'Merilehto', lang: 'fi', projects, funded: [] }).votes).to.deep.equal([]);
    }
  });

  it('takes in paper of which only totals are known: greedy counts it, equal shares are refused', () => {
    const election = withTotals(electionOf(ballotWith({}), [voteFor(['a'])]), new Map([['b', { supporters: 5 }], ['c', { supporters: 2, score: 9 }]]), 7);
    expect(election.voters).to.equal(8);
    expect(election.projects.map(({ supporters, score }) => [supporters, score])).to.deep.equal([[1, 1], [5, 5], [2, 9], [0, 0]]);
    expect(tally(election, 'greedy')).to.have.property('spent', 800_000);
    expect(tally(election, 'equalshares')).to.deep.equal({ rule: 'equalshares', refused: 'totals-only' });
  });

  it('excludes in both directions what one project says of another', () => {
    const ballot = ballotWith({}, { projects: [project('a', 60), project('b', 50, { incompatibleWith: ['a'] })] });
    expect(electionOf(ballot, []).projects.map(({ conflicts }) => conflicts)).to.deep.equal([['b'], ['a']]);
  });
});
