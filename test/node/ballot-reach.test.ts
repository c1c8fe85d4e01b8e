import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Ballot, GroupLimit, Project } from '../../src/model/ballot.ts';
import { checkBallot } from '../../src/model/ballot-check.ts';
import type { Choice } from '../../src/model/vote.ts';
import { validateVote } from '../../src/model/vote-rules.ts';

const OPEN = Date.parse('2026-09-10T12:00:00Z');
const UNREACHABLE: readonly string[] = [
  'vote-impossible', 'min-over-max', 'min-over-projects', 'min-over-spend', 'min-over-points', 'min-with-conflicts', 'spend-over-limit', 'spend-unreachable', 'min-points-unreachable', 'limit-min-unreachable',
];

function ballotOf(projects: readonly Partial<Project>[], rules: object): Ballot {
  return {
    id: 'x', title: 'x', phase: 'vote', opensAt: '2026-09-01T00:00:00Z', closesAt: '2026-09-30T00:00:00Z', budget: 1_000_000, areas: [], categories: [], binding: { kind: 'binding' },
    ties: { order: ['lower-cost'] }, rule: 'greedy', rulesVersion: '1', identification: ['open'],
    projects: projects.map((project, n) => ({ id: String(n), title: 'x', cost: 400_000, madeFrom: [], incompatibleWith: [], ...project })),
    rules: { method: 'approval', min: 1, limits: [], ...rules },
  };
}

/** As many points as the rules let these projects have, one each at least. */
function chosen({ rules }: Ballot, projects: readonly Project[]): Choice[] {
  if (rules.method !== 'points') return projects.map(({ id }, n) => ({ project: id, ...(rules.method === 'ranking' && { rank: n + 1 }) }));
  let left = rules.points - projects.length;
  return projects.map(({ id }) => {
    const more = Math.max(0, Math.min(left, (rules.pointsPerProject ?? rules.points) - 1));
    left -= more;
    return { project: id, points: 1 + more };
  });
}

/** Whether any subset of the projects is a vote that would be accepted. */
function canVote(ballot: Ballot): boolean {
  const { id, rulesVersion, projects } = ballot;
  return Array.from({ length: 2 ** projects.length }, (_, set) => projects.filter((__, n) => (set >> n) & 1))
    .some((subset) => validateVote(ballot, { ballot: id, rulesVersion, choices: chosen(ballot, subset) }, { now: OPEN }).length === 0);
}

function isToldImpossible(ballot: Ballot): boolean {
  return checkBallot(ballot).some(({ code, values }) => UNREACHABLE.includes(code) || (code === 'limit-below-cheapest' && values?.['value'] === undefined && ballot.rules.min > 0));
}

const optional = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(arbitrary, { nil: undefined });
const given = <Fields extends object>(fields: Fields): object => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const small = fc.integer({ min: 0, max: 4 });
const projects = fc.array(
  fc.record({
    cost: fc.integer({ min: 1, max: 9 }), area: optional(fc.constantFrom('n', 's', 'e')), category: optional(fc.constantFrom('p', 'q')),
    incompatibleWith: fc.oneof(fc.constant([]), fc.array(fc.constantFrom('0', '1', '2', '3', '4'), { maxLength: 3 })), withdrawn: fc.constantFrom(undefined, undefined, undefined, {}),
  }).map(given),
  { minLength: 1, maxLength: 7 },
);
const limits: fc.Arbitrary<readonly GroupLimit[]> = fc.array(
  fc.oneof(
    fc.record({ of: fc.constant('area'), id: optional(fc.constantFrom('n', 's', 'e')), min: optional(small), max: optional(small), maxSpend: optional(fc.integer({ min: 1, max: 20 })) }),
    fc.record({ of: fc.constant('category'), id: optional(fc.constantFrom('p', 'q')), min: optional(small), max: optional(small), maxSpend: optional(fc.integer({ min: 1, max: 20 })) }),
  ).map((limit) => given(limit) as GroupLimit),
  { maxLength: 3 },
);
const rules = fc.record({
  method: fc.constantFrom('single', 'approval', 'knapsack', 'points', 'ranking'), min: small, max: optional(small), minSpend: optional(fc.integer({ min: 0, max: 30 })), maxSpend: fc.integer({ min: 1, max: 40 }),
  maxAreas: optional(fc.integer({ min: 0, max: 3 })), limits, points: fc.integer({ min: 1, max: 6 }), minPoints: optional(small), pointsPerProject: optional(fc.integer({ min: 1, max: 3 })),
}).map(given);

test('the editor is told that nobody can vote if and only if no choice of projects is a vote', () => {
  let impossible = 0;
  fc.assert(
    fc.property(projects, rules, (some, given) => {
      const ballot = ballotOf(some, given);
      fc.pre(ballot.projects.some(({ withdrawn }) => !withdrawn));
      const can = canVote(ballot);
      if (!can) impossible++;
      assert.equal(isToldImpossible(ballot), !can, JSON.stringify(checkBallot(ballot)));
    }),
    { numRuns: 3000 },
  );
  assert.ok(impossible > 300, String(impossible));
});

test('a ballot on which nobody can vote is told in the words that fit', () => {
  const told = (some: readonly Partial<Project>[], given: object): string[] => checkBallot(ballotOf(some, given)).map(({ code }) => code).filter((code) => code !== 'group-unknown');
  const three = [{}, {}, {}];
  assert.deepEqual(told(three, { method: 'knapsack', maxSpend: 1_000_000, min: 3 }), ['min-over-spend']);
  assert.deepEqual(told(three, { method: 'points', points: 2, min: 3 }), ['min-over-points']);
  const parks = [{ category: 'p' }, { category: 'p' }, { category: 'q' }];
  assert.deepEqual(told(parks, { min: 3, limits: [{ of: 'category', max: 1 }] }), ['vote-impossible']);
  assert.deepEqual(told([{ area: 'n' }, { area: 'n' }, { area: 's' }], { min: 3, maxAreas: 1 }), ['vote-impossible']);
  assert.deepEqual(told([{ area: 'n' }], { maxAreas: 0 }), ['vote-impossible']);
  assert.deepEqual(told(parks, { max: 1, limits: [{ of: 'category', id: 'p', min: 1 }, { of: 'category', id: 'q', min: 1 }] }), ['vote-impossible']);
  assert.deepEqual(told(parks, { minSpend: 1_200_000, limits: [{ of: 'category', max: 1 }] }), ['vote-impossible']);
  assert.deepEqual(told([{ incompatibleWith: ['1', '2'] }, { incompatibleWith: ['2'] }, {}], { min: 2 }), ['vote-impossible']);
});

test('of many projects only what certainly cannot be is told, and soon', () => {
  const many = Array.from({ length: 200 }, (_, n) => ({ cost: 100 + n, area: `a${n % 5}`, category: `c${n % 7}` }));
  const told = (given: object): string[] => checkBallot(ballotOf(many, given)).map(({ code }) => code).filter((code) => code !== 'group-unknown');
  const began = performance.now();
  assert.deepEqual(told({ min: 11, limits: [{ of: 'area', max: 2 }] }), ['vote-impossible']);
  assert.deepEqual(told({ min: 10, limits: [{ of: 'area', max: 2 }] }), []);
  assert.deepEqual(told({ min: 41, maxAreas: 1 }), ['vote-impossible']);
  assert.deepEqual(told({ min: 40, maxAreas: 1 }), []);
  assert.deepEqual(told({ method: 'knapsack', maxSpend: 9_000, min: 64 }), []);
  assert.deepEqual(told({ minSpend: 3_000, limits: [{ of: 'category', max: 1 }] }), ['vote-impossible']);
  assert.ok(performance.now() - began < 5_000);
});
