import { expect } from '@open-wc/testing';
import { fundedLaterOf, MISSING, outcomeResource, spentOf, standingsOf, winnersOf, type BallotOutcome } from '../../src/model/ballot-outcome.ts';
import type { BallotResults } from '../../src/model/ballot-results.ts';
import { agrees, reasonsOf, recountOf, votersServed } from '../../src/model/recount.ts';
import { RefusedDocument, type Accepted } from '../../src/model/gate.ts';
import { tally, type Tally } from '../../src/model/tally.ts';
import { foldedReceipt } from '../../src/model/vote-receipt.ts';
import { ballotWith, project } from './ballots.ts';

/** Budget 10 000; A 6000, B 5000, C 3000, D 2000; ballots 4×{A,B}, 2×{A,C}, 3×{C,D}, 1×{D}: the design's own vector. */
const RESULTS: BallotResults = {
  ballot: 'lahipuisto', countedAt: '2026-09-30T20:05:00+03:00', votes: 10, rule: 'greedy', funded: ['a', 'c'],
  channels: [{ of: 'web', votes: 10 }], areas: [],
  projects: [['a', 6], ['b', 4], ['c', 5], ['d', 4]].map(([id, votes]) => ({ project: String(id), supporters: Number(votes), score: Number(votes), funded: id === 'a' || id === 'c' })),
  election: {
    budget: 1_000_000, voters: 10, ties: { order: ['lower-cost'] },
    projects: [['a', 6000, 6], ['b', 5000, 4], ['c', 3000, 5], ['d', 2000, 4]].map(([id, euros, votes]) => ({ id: String(id), cost: Number(euros) * 100, supporters: Number(votes), score: Number(votes), conflicts: [] })),
    groups: [{ voters: 4, choices: [0, 1] }, { voters: 2, choices: [0, 2] }, { voters: 3, choices: [2, 3] }, { voters: 1, choices: [3] }],
  },
};
const BALLOT = { id: 'lahipuisto', title: 'Lähipuisto', phase: 'results', opensAt: '2026-09-01T08:00:00+03:00', closesAt: '2026-09-30T20:00:00+03:00', budget: 1_000_000, binding: { kind: 'binding' }, rules: { method: 'approval' }, rulesVersion: 'v1', projects: [{ id: 'a', title: 'A', cost: 600_000 }] };

async function read(ballot: object, results: () => Promise<unknown>): Promise<{ steps: number; accepted: Accepted<BallotOutcome> }> {
  const reading = outcomeResource.accept(ballot, { lang: 'fi', results });
  for (let steps = 0; ; steps++) {
    const step = await reading.next();
    if (step.done) return { steps, accepted: step.value };
  }
}

describe('a ballot and its result', () => {
  it('are one, and the result of a ballot that is still voted on is not asked for', async () => {
    expect((await read(BALLOT, () => Promise.resolve(RESULTS))).accepted.data.results).to.deep.equal(RESULTS);
    const { accepted } = await read({ ...BALLOT, phase: 'vote' }, () => Promise.reject(new Error('asked')));
    expect(accepted.data.results).to.equal(undefined);
  });

  it('that has to be there and is not is told to the editor; one that is hidden is not', async () => {
    expect((await read(BALLOT, () => Promise.resolve(MISSING))).accepted.notes.map(({ code }) => code)).to.include('results-missing');
    expect((await read(BALLOT, () => Promise.resolve(undefined))).accepted.notes.map(({ code }) => code)).not.to.include('results-missing');
  });

  it('of another ballot is refused', async () => {
    const error: unknown = await read(BALLOT, () => Promise.resolve({ ...RESULTS, ballot: 'muu' })).catch((refusal: unknown) => refusal);
    expect(error).to.be.instanceOf(RefusedDocument);
    expect((error as RefusedDocument).fault.code).to.equal('results-of-another-ballot');
  });

  it('is taken in by steps between which a page can answer, however many votes it has', async () => {
    const ids = Array.from({ length: 200 }, (_, n) => `p${n}`);
    const groups = Array.from({ length: 10_000 }, (_, n) => ({ voters: 1, choices: [n % 200] }));
    const many: BallotResults = {
      ...RESULTS, funded: [], projects: ids.map((id) => ({ project: id, supporters: 50, score: 50, funded: false })),
      election: { ...RESULTS.election, groups, voters: 10_000, projects: ids.map((id) => ({ id, cost: 100, supporters: 50, score: 50, conflicts: [] })) },
    };
    const { steps, accepted } = await read(BALLOT, () => Promise.resolve(many));
    expect(steps).to.be.at.least(200);
    expect(accepted.data.results!.election.groups).to.deep.equal(groups);
  });

  it('stands in the order of votes, and winners in that of the count', () => {
    const standings = standingsOf(ballotWith({}, { projects: [project('a', 6000), project('b', 5000), project('c', 3000)] }), RESULTS);
    expect(standings.map(({ project: id, title, cost }) => [id, title, cost])).to.deep.equal([['a', 'A', 600_000], ['c', 'C', 300_000], ['b', 'B', 500_000], ['d', 'd', 200_000]]);
    expect(winnersOf(standings, { funded: ['c', 'a'] }).map(({ project: id }) => id)).to.deep.equal(['c', 'a']);
  });
});

describe('a result in which a project is funded in part', () => {
  const PART: BallotResults = { ...RESULTS, funded: ['a'], partFunded: { project: 'c', granted: 290_000 }, projects: RESULTS.projects.map((result) => ({ ...result, funded: result.project === 'a' })) };
  const ballot = ballotWith({}, { projects: [project('a', 6000), project('b', 5000, { funding: { kind: 'reserve', granted: 100_000, note: 'Lahjoitus' } }), project('c', 3000)] });
  const standings = standingsOf(ballot, PART);

  it('has it last among the winners, and what got money later by itself', () => {
    expect(winnersOf(standings, PART).map(({ project: id, funded, funding }) => [id, funded, funding])).to.deep.equal([['a', true, undefined], ['c', false, { kind: 'part', granted: 290_000 }]]);
    expect(fundedLaterOf(standings, PART).map(({ project: id, funding }) => [id, funding])).to.deep.equal([['b', { kind: 'reserve', granted: 100_000, note: 'Lahjoitus' }]]);
    expect(spentOf(standings, PART)).to.equal(890_000);
    expect(spentOf(standingsOf(ballot, RESULTS), RESULTS)).to.equal(900_000);
  });

  it('says what was decided later instead of what the count gave', () => {
    const decided = standingsOf({ ...ballot, projects: [project('c', 3000, { funding: { kind: 'part', granted: 295_000 } })] }, PART);
    expect(winnersOf(decided, PART)[1]!.funding).to.deep.equal({ kind: 'part', granted: 295_000 });
  });

  it('is right as a whole or not at all', async () => {
    expect((await read(BALLOT, () => Promise.resolve(PART))).accepted.data.results).to.deep.equal(PART);
    for (const partFunded of [{ project: 'x', granted: 1 }, { project: 'c', granted: 0 }]) {
      const error: unknown = await read(BALLOT, () => Promise.resolve({ ...PART, partFunded })).catch((refusal: unknown) => refusal);
      expect((error as RefusedDocument).fault.place!.column).to.match(/^partFunded/);
    }
  });

  it('is agreed with only by a count that gives the same project the same sum', () => {
    const counted = tally({ ...RESULTS.election, budget: 890_000, partFundingPercent: 80 }, 'greedy') as Tally;
    expect(agrees(PART, counted)).to.equal(true);
    expect(agrees({ ...PART, partFunded: { project: 'c', granted: 290_001 } }, counted)).to.equal(false);
    expect(agrees({ funded: ['a'] }, counted)).to.equal(false);
    expect(votersServed(RESULTS.election, counted)).to.equal(9);
  });
});

describe('a count in the reader\'s browser', () => {
  const counted = tally(RESULTS.election, 'greedy') as Tally;

  it('agrees with what was published only where it funds the same', () => {
    expect(agrees(RESULTS, counted)).to.equal(true);
    expect(agrees({ funded: ['c', 'a'] }, counted)).to.equal(true);
    expect(agrees({ funded: ['a', 'd'] }, counted)).to.equal(false);
    expect(agrees({ funded: ['a', 'c'], unresolved: ['b'] }, counted)).to.equal(false);
  });

  it('adds the published votes up again, and believes no sum that stands beside them', () => {
    expect(recountOf(RESULTS, false)).to.deep.equal({ election: RESULTS.election, fromVotes: true, differing: [], votersDiffer: false });
    const forgedElection = { ...RESULTS.election, voters: 10_003, projects: RESULTS.election.projects.map((one) => (one.id === 'd' ? { ...one, supporters: 9999, score: 9999 } : one)) };
    const recount = recountOf({ ...RESULTS, votes: 10_003, election: forgedElection, funded: ['d', 'a'] }, false);
    expect(recount).to.deep.equal({ election: RESULTS.election, fromVotes: true, differing: ['d'], votersDiffer: true });
    expect(tally(recount.election, 'greedy')).to.deep.equal(counted);
    const shown = { ...RESULTS, projects: RESULTS.projects.map((one) => (one.project === 'b' ? { ...one, supporters: 5 } : one)) };
    expect(recountOf(shown, false).differing, 'in the table alone').to.deep.equal(['b']);
  });

  it('stands on sums where single votes, or their points, are not published', () => {
    const { groups: _, ...totals } = RESULTS.election;
    expect(recountOf({ ...RESULTS, election: totals }, false)).to.deep.equal({ election: totals, fromVotes: false, differing: [], votersDiffer: false });
    const scored = { ...RESULTS, election: { ...RESULTS.election, projects: RESULTS.election.projects.map((one) => ({ ...one, score: one.score * 3 })) }, projects: RESULTS.projects.map((one) => ({ ...one, score: one.score * 3 })) };
    expect(recountOf(scored, true)).to.deep.equal({ election: scored.election, fromVotes: false, differing: [], votersDiffer: false });
    expect(recountOf({ ...scored, rule: 'equalshares' }, true).fromVotes, 'points decide nothing').to.equal(true);
  });

  it('says why each project was not funded and how many voters it serves', () => {
    expect([...reasonsOf(counted)].map(([id, { reason, left }]) => [id, reason, left])).to.have.deep.members([['d', 'too-dear', 100_000], ['b', 'too-dear', 100_000]]);
    expect(votersServed(RESULTS.election, counted)).to.equal(9);
    expect(votersServed(RESULTS.election, tally(RESULTS.election, 'equalshares') as Tally)).to.equal(10);
    const { groups: _, ...totals } = RESULTS.election;
    expect(votersServed(totals, counted)).to.equal(undefined);
  });
});

describe('a receipt code that somebody typed', () => {
  it('is what the list has, however it is written', () => {
    for (const typed of ['7KQ2M-9XW4T', ' 7kq2m 9xw4t ', '7kq2m9xw4t', '7-K-Q-2-M–9XW4T']) expect(foldedReceipt(typed)).to.equal('7KQ2M-9XW4T');
    expect(foldedReceipt('OI000-0000L')).to.equal('01000-00001');
    for (const typed of ['', '7KQ2M-9XW4', '7KQ2M-9XW4TT', '7KQ2M-9XW4U']) expect(foldedReceipt(typed)).to.equal(undefined);
  });
});
