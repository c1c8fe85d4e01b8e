import { expect } from '@open-wc/testing';
import { phaseAt, type Ballot } from '../../src/model/ballot.ts';
import { validateChoices, validateVote, VOTE_ERRORS, type VoteError } from '../../src/model/vote-rules.ts';
import type { Choice, Vote } from '../../src/model/vote.ts';
import { ballotWith, OPEN, project, voteFor } from './ballots.ts';

const errors = (ballot: Ballot, choices: readonly (string | Choice)[], vote: Partial<Vote> = {}, now = OPEN): VoteError[] => validateVote(ballot, voteFor(choices, vote), { now });
const codes = (...args: Parameters<typeof errors>): string[] => errors(...args).map(({ code }) => code);

describe('A vote', () => {
  it('is accepted from the second that voting opens until the second that it closes, by the clock that is given', () => {
    const ballot = ballotWith({});
    expect(codes(ballot, ['a'], {}, Date.parse(ballot.opensAt) - 1)).to.deep.equal(['voting-not-open']);
    expect(codes(ballot, ['a'], {}, Date.parse(ballot.opensAt))).to.deep.equal([]);
    expect(codes(ballot, ['a'], {}, Date.parse(ballot.closesAt) - 1)).to.deep.equal([]);
    expect(codes(ballot, ['a'], {}, Date.parse(ballot.closesAt))).to.deep.equal(['voting-closed']);
  });

  it('is not accepted in another phase, whatever the clock says, nor where the phase is not known', () => {
    for (const phase of ['ideas', 'review'] as const) expect(codes(ballotWith({}, { phase }), ['a'])).to.deep.equal(['voting-not-open']);
    for (const phase of ['counting', 'results', 'implementation'] as const) expect(codes(ballotWith({}, { phase }), ['a'])).to.deep.equal(['voting-closed']);
    const { phase: _, ...unknown } = ballotWith({});
    expect(codes(unknown, ['a'])).to.deep.equal(['voting-not-open']);
    expect(phaseAt(ballotWith({}), Date.parse('2026-10-01'))).to.equal('counting');
  });

  it('is not accepted of who is known not to have the right, nor under rules that have changed', () => {
    expect(validateVote(ballotWith({}), voteFor(['a']), { now: OPEN, eligible: false })).to.deep.equal([{ code: 'not-eligible' }]);
    expect(codes(ballotWith({}), ['a'], { rulesVersion: 'v0' })).to.deep.equal(['stale-rules']);
    expect(codes(ballotWith({}), ['a'], { ballot: 'another' })).to.deep.equal(['stale-rules']);
  });

  it('names a project that is not on the ballot, was withdrawn, or is there twice', () => {
    const ballot = ballotWith({}, { projects: [project('a', 60), project('b', 50, { withdrawn: {} })] });
    expect(errors(ballot, ['a', 'x'])).to.deep.equal([{ code: 'unknown-project', projects: ['x'] }]);
    expect(errors(ballot, ['a', 'b'])).to.deep.equal([{ code: 'withdrawn-project', projects: ['b'] }]);
    expect(errors(ballot, ['a', 'a'])).to.deep.equal([{ code: 'duplicate-project', projects: ['a'] }]);
  });

  it('for one project has exactly one', () => {
    const ballot = ballotWith({ method: 'single' });
    expect(errors(ballot, [])).to.deep.equal([{ code: 'too-few', values: { count: 0, min: 1 } }]);
    expect(errors(ballot, ['a', 'b'])).to.deep.equal([{ code: 'too-many', values: { count: 2, max: 1 } }]);
    expect(codes(ballot, ['c'])).to.deep.equal([]);
  });

  it('has as many projects as may be approved', () => {
    const ballot = ballotWith({ min: 2, max: 3 });
    expect(codes(ballot, ['a'])).to.deep.equal(['too-few']);
    expect(codes(ballot, ['a', 'b', 'c'])).to.deep.equal([]);
    expect(codes(ballot, ['a', 'b', 'c', 'd'])).to.deep.equal(['too-many']);
  });

  it('may cost exactly the budget and not a cent more', () => {
    const projects = [project('a', 60), project('b', 40), project('c', 40.01)];
    const ballot = ballotWith({ method: 'knapsack', maxSpend: 10_000, minSpend: 4_001 }, { projects });
    expect(codes(ballot, ['a', 'b'])).to.deep.equal([]);
    expect(errors(ballot, ['a', 'c'])).to.deep.equal([{ code: 'over-budget', values: { spent: 10_001, limit: 10_000 } }]);
    expect(errors(ballot, ['b'])).to.deep.equal([{ code: 'under-min-spend', values: { spent: 4_000, limit: 4_001 } }]);
    expect(codes(ballot, ['c'])).to.deep.equal([]);
  });

  it('gives no more points than there are, in whole points, and no more than a project may get', () => {
    const ballot = ballotWith({ method: 'points', points: 10, pointsPerProject: 6, minPoints: 3 });
    const give = (...points: number[]): Choice[] => points.map((given, n) => ({ project: 'abcd'[n]!, points: given }));
    expect(codes(ballot, give(6, 4))).to.deep.equal([]);
    expect(errors(ballot, give(6, 5))).to.deep.equal([{ code: 'over-points', values: { count: 11, max: 10 } }]);
    expect(errors(ballot, give(7))).to.deep.equal([{ code: 'points-per-project', projects: ['a'], values: { count: 7, max: 6 } }]);
    for (const wrong of [1.5, -1, NaN, Infinity]) expect(codes(ballot, [{ project: 'a', points: wrong }, { project: 'b', points: 3 }])).to.include('points-per-project');
    expect(codes(ballot, ['a', { project: 'b', points: 3 }])).to.include('points-per-project');
    expect(errors(ballot, give(2))).to.deep.equal([{ code: 'too-few', values: { count: 2, min: 3, unit: 'points' } }]);
    expect(codes(ballot, give(0, 3))).to.deep.equal([]);
  });

  it('ranks from 1 on without a gap or a repeat, in any order of the list', () => {
    const ballot = ballotWith({ method: 'ranking', max: 3 });
    const rank = (...ranks: (number | undefined)[]): Choice[] => ranks.map((given, n) => ({ project: 'abcd'[n]!, ...(given !== undefined && { rank: given }) }));
    expect(codes(ballot, rank(2, 1, 3))).to.deep.equal([]);
    for (const ranks of [[1, 3], [1, 1], [0, 1], [2], [1.5], [1, undefined]]) expect(codes(ballot, rank(...ranks)), String(ranks)).to.deep.equal(['rank-gap']);
    expect(errors(ballot, rank(1, 3))[0]!.values).to.deep.equal({ rank: 2 });
    expect(codes(ballot, rank(1, 2, 3, 4))).to.deep.equal(['too-many']);
  });

  it('keeps the limits of areas and categories, in number and money, and how many areas a person may vote in', () => {
    const groups = [{ id: 'itä', name: 'Itä' }, { id: 'länsi', name: 'Länsi' }];
    const projects = [project('a', 60, { area: 'itä', category: 'puisto' }), project('b', 50, { area: 'itä' }), project('c', 30, { area: 'länsi', category: 'puisto' }), project('d', 20)];
    const more = { projects, areas: groups };
    expect(errors(ballotWith({ limits: [{ of: 'area', max: 1 }] }, more), ['a', 'b', 'c'])).to.deep.equal([{ code: 'area-limit', group: 'itä', projects: ['a', 'b'], values: { count: 2, max: 1 } }]);
    expect(errors(ballotWith({ limits: [{ of: 'area', id: 'itä', maxSpend: 10_000 }] }, more), ['a', 'b'])).to.deep.equal([{ code: 'area-limit', group: 'itä', projects: ['a', 'b'], values: { spent: 11_000, limit: 10_000 } }]);
    expect(codes(ballotWith({ limits: [{ of: 'area', id: 'itä', maxSpend: 10_000 }] }, more), ['a', 'c', 'd'])).to.deep.equal([]);
    expect(errors(ballotWith({ limits: [{ of: 'category', id: 'puisto', min: 1 }] }, more), ['b'])).to.deep.equal([{ code: 'category-limit', group: 'puisto', projects: [], values: { count: 0, min: 1 } }]);
    expect(codes(ballotWith({ limits: [{ of: 'category', max: 1 }, { of: 'area', max: 1 }] }, more), ['a', 'b', 'c'])).to.deep.equal(['category-limit', 'area-limit']);
    expect(errors(ballotWith({ maxAreas: 1 }, more), ['a', 'c', 'd'])).to.deep.equal([{ code: 'area-limit', values: { count: 2, max: 1, unit: 'areas' } }]);
  });

  it('keeps people to their own area and some others, where it is known which is theirs', () => {
    const projects = [project('a', 10, { area: 'itä' }), project('b', 10, { area: 'länsi' }), project('c', 10, { area: 'saaristo' }), project('d', 10)];
    const ballot = ballotWith({ maxOtherAreas: 1 }, { projects });
    const found = (ids: readonly string[], area?: string) => validateChoices(ballot, ids.map((id) => ({ project: id })), area);
    expect(found(['a', 'b', 'd'], 'itä')).to.deep.equal([]);
    expect(found(['b', 'd'], 'itä')).to.deep.equal([]);
    expect(found(['b', 'c'], 'itä')).to.deep.equal([{ code: 'area-limit', group: 'itä', values: { count: 2, max: 1, unit: 'other-areas' } }]);
    expect(found(['a', 'b', 'c'])).to.deep.equal([]);
  });

  it('has no two projects that exclude each other, whichever of them says so', () => {
    const projects = [project('a', 60), project('b', 50, { incompatibleWith: ['a'] }), project('c', 1)];
    expect(errors(ballotWith({}, { projects }), ['a', 'b', 'c'])).to.deep.equal([{ code: 'incompatible-projects', projects: ['a', 'b'] }]);
  });

  it('is told everything at once that keeps it from being accepted', () => {
    const ballot = ballotWith({ method: 'knapsack', maxSpend: 700_000, max: 1 });
    expect(codes(ballot, ['a', 'b', 'x'], { rulesVersion: 'v0' })).to.have.members(['stale-rules', 'unknown-project', 'too-many', 'over-budget']);
  });

  it('has an error for each rule and no other', () => {
    expect(VOTE_ERRORS.length).to.equal(17);
  });
});
