import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { largeBallot } from '../../fixtures/ballots/make-large.ts';
import { votesFor } from '../../fixtures/ballots/make-votes.ts';
import { readBallots } from '../../src/model/ballot-json.ts';
import type { Ballot, GroupLimit, Project, VotingRules } from '../../src/model/ballot.ts';
import { parsePabulib, type PabulibFile } from '../../src/model/pabulib.ts';
import { writePabulib } from '../../src/model/pabulib-write.ts';
import { canonicalVote } from '../../src/model/vote-receipt.ts';
import { validateVote, VOTE_ERRORS } from '../../src/model/vote-rules.ts';
import type { Choice } from '../../src/model/vote.ts';

const NOW = Date.parse('2026-09-10T12:00:00Z');
const ID = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const optional = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(arbitrary, { nil: undefined });
const small = fc.integer({ min: 0, max: 5 });
const given = <Fields extends object>(fields: Fields): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

const projects: fc.Arbitrary<readonly Project[]> = fc.uniqueArray(
  fc.record({
    id: ID, title: fc.constant('x'), cost: fc.integer({ min: 1, max: 60 }), area: optional(fc.constantFrom('n', 's')), category: optional(fc.constantFrom('p', 'q')),
    incompatibleWith: fc.oneof(fc.constant([]), fc.array(ID, { maxLength: 2 })), withdrawn: fc.constantFrom(undefined, undefined, undefined, {}), madeFrom: fc.constant([]),
  }).map((project) => given(project) as Project),
  { selector: ({ id }) => id, maxLength: 5 },
);
const limit: fc.Arbitrary<GroupLimit> = fc
  .record({ of: fc.constantFrom('area', 'category'), id: optional(fc.constantFrom('n', 's', 'p', 'q')), min: optional(small), max: optional(small), maxSpend: optional(fc.integer({ min: 0, max: 120 })) })
  .map((fields) => given(fields) as GroupLimit);
const rules: fc.Arbitrary<VotingRules> = fc
  .record({
    method: fc.constantFrom('single', 'approval', 'knapsack', 'points', 'ranking'), min: fc.constantFrom(0, 1, 1, 2, 3), max: optional(small), minSpend: fc.constantFrom(undefined, undefined, 20, 80),
    maxSpend: fc.integer({ min: 0, max: 200 }), limits: fc.oneof(fc.constant([]), fc.array(limit, { maxLength: 2 })), maxAreas: optional(small), maxOtherAreas: optional(small), points: fc.integer({ min: 0, max: 9 }), minPoints: optional(small), pointsPerProject: optional(small),
  })
  .map((fields) => given(fields) as unknown as VotingRules);
const ballots: fc.Arbitrary<Ballot> = fc.record({ projects, rules, phase: fc.constantFrom('ideas', 'vote', 'vote', 'vote', 'vote', 'results') }).map((fields) => ({
  id: 'x', title: 'x', opensAt: '2026-09-01T00:00:00Z', closesAt: '2026-09-30T00:00:00Z', budget: 100, areas: [], categories: [], binding: { kind: 'binding' },
  ties: { order: [] }, rule: 'greedy', rulesVersion: '1', identification: ['open'], ...fields,
}));
const choices: fc.Arbitrary<readonly Choice[]> = fc.array(
  fc.record({ project: fc.oneof(ID, fc.constant('zz')), points: optional(fc.constantFrom(0, 1, 2, 3, 5, -1, 1.5, NaN)), rank: optional(fc.constantFrom(1, 2, 3, 4, 0, 1.5)) }).map((choice) => given(choice) as Choice),
  { maxLength: 6 },
);

/** What somebody would choose who means well: projects of the ballot, ranked from 1 on, with a few points each. */
const meant = ({ projects }: Ballot): fc.Arbitrary<readonly Choice[]> =>
  fc.shuffledSubarray(projects.map(({ id }) => id)).chain((ids) =>
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: ids.length, maxLength: ids.length }).map((points) => ids.map((project, n) => ({ project, points: points[n]!, rank: n + 1 }))),
  );
const ballotsWithVotes = ballots.chain((ballot) => fc.tuple(fc.constant(ballot), fc.oneof(choices, meant(ballot), meant(ballot))));

/**
 * Whether a vote may stand, rule by rule as the law would have it: a yes or no that shares nothing with the package.
 */
function mayStand({ rules, projects, phase }: Ballot, vote: readonly Choice[], own: string | undefined): boolean {
  const counted = vote.filter((choice) => choice.points !== 0);
  const found = counted.map(({ project }) => projects.find(({ id }) => id === project));
  if (phase !== 'vote' || found.some((project) => !project || project.withdrawn)) return false;
  const mine = found as Project[];
  const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
  const spend = (list: readonly Project[]): number => sum(list.map(({ cost }) => cost));
  if (new Set(mine).size !== mine.length) return false;
  if (rules.method === 'single' ? mine.length !== 1 : mine.length < rules.min || (rules.max !== undefined && mine.length > rules.max)) return false;
  if (spend(mine) < (rules.minSpend ?? 0) || spend(mine) > (rules.maxSpend ?? Infinity)) return false;
  if (rules.method === 'points') {
    const points = counted.map((choice) => choice.points ?? -1);
    const most = rules.pointsPerProject ?? rules.points;
    if (points.some((point) => !(point >= 0 && point % 1 === 0 && point <= most))) return false;
    if (sum(points) > rules.points || sum(points) < (rules.minPoints ?? 0)) return false;
  }
  if (rules.method === 'ranking' && [...counted.map(({ rank }) => rank)].sort().join() !== counted.map((_, n) => n + 1).join()) return false;
  for (const one of mine) for (const other of mine) if (one.id !== other.id && one.incompatibleWith.includes(other.id)) return false;
  if (new Set(mine.flatMap(({ area }) => area ?? [])).size > (rules.maxAreas ?? Infinity)) return false;
  if (own !== undefined && new Set(mine.flatMap(({ area }) => (area === own ? [] : (area ?? [])))).size > (rules.maxOtherAreas ?? Infinity)) return false;
  return rules.limits.every(({ of, id, min = 0, max = Infinity, maxSpend = Infinity }) =>
    ['n', 's', 'p', 'q'].every((group) => {
      const inside = mine.filter((project) => project[of] === group);
      if (id === undefined ? inside.length === 0 : id !== group) return true;
      return inside.length >= min && inside.length <= max && spend(inside) <= maxSpend;
    }),
  );
}

test('a vote is accepted where every rule is kept, and only there', () => {
  let accepted = 0;
  fc.assert(fc.property(ballotsWithVotes, optional(fc.constantFrom('n', 's')), ([ballot, vote], area) => {
    const errors = validateVote(ballot, { ballot: 'x', rulesVersion: '1', choices: vote }, { now: NOW, ...(area && { area }) });
    assert.equal(errors.length === 0, mayStand(ballot, vote, area));
    assert.ok(errors.every(({ code }) => VOTE_ERRORS.includes(code)));
    accepted += Number(!errors.length);
  }), { numRuns: 20_000 });
  assert.ok(accepted > 500, `only ${accepted} of the random votes kept the rules`);
});

test('a vote of any kind is answered and never throws', () => {
  const anything = fc.record({ project: fc.anything(), points: fc.anything(), rank: fc.anything() }) as fc.Arbitrary<unknown> as fc.Arbitrary<Choice>;
  fc.assert(fc.property(ballots, fc.array(anything), fc.double(), (ballot, vote, now) => {
    validateVote(ballot, { ballot: 'x', rulesVersion: '1', choices: vote }, { now });
  }), { numRuns: 5000 });
});

test('a vote has one canonical form, and no two different votes share it', () => {
  const plain = fc.uniqueArray(fc.record({ project: ID, points: fc.integer({ min: 1, max: 3 }) }), { selector: ({ project }) => project });
  const form = (list: readonly Choice[]): string => canonicalVote({ ballot: 'x', rulesVersion: '1', choices: list });
  fc.assert(fc.property(plain, plain, (one, other) => {
    const sorted = (list: readonly Choice[]): string => list.map(({ project, points }) => `${project}${points}`).sort().join();
    assert.equal(form([...one].reverse()), form(one));
    assert.equal(form(one) === form(other), sorted(one) === sorted(other));
  }));
});

const words = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replace(/[\s\u0085\uFEFF]+/g, ' ').trim()).filter(Boolean);
const pabulibIds = fc.stringMatching(/^[A-Za-z0-9_-]{1,6}$/);
const files: fc.Arbitrary<PabulibFile> = fc.uniqueArray(pabulibIds, { minLength: 1, maxLength: 8 }).chain((ids) =>
  fc.record({
    budget: fc.integer({ min: 100, max: 1_000_000 }),
    meta: fc.record({ description: words, country: words, unit: words, instance: words, vote_type: fc.constant('cumulative'), rule: fc.constant('greedy'), date_begin: fc.constant('2026'), date_end: fc.constant('30.09.2026'), max_sum_points: fc.constant('40') }),
    projects: fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), cost: fc.integer({ min: 1, max: 100 }), fields: fc.oneof(fc.record({ name: words }), fc.record({ name: words, selected: fc.constantFrom('0', '1') }), fc.constant({})) }))),
    votes: fc.uniqueArray(
      fc.tuple(pabulibIds, fc.subarray(ids, { minLength: 1 })).chain(([voter, chosen]) =>
        fc.record({ voter: fc.constant(voter), choices: fc.constant(chosen), points: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: chosen.length, maxLength: chosen.length }), fields: fc.constantFrom<Record<string, string>>({ sex: 'F' }, { age: '40-59' }, {}) }),
      ),
      { selector: ({ voter }) => voter, minLength: 1, maxLength: 8 },
    ),
  }),
) as fc.Arbitrary<unknown> as fc.Arbitrary<PabulibFile>;

test('a .pb file that was written is read back equal, without a fault', () => {
  fc.assert(fc.property(files, (file) => {
    const reading = parsePabulib(writePabulib(file));
    assert.deepEqual(reading.file, JSON.parse(JSON.stringify(file)));
    assert.deepEqual([...reading.errors, ...reading.warnings], []);
  }), { numRuns: 2000 });
});

test('any text is read as a .pb file without throwing', () => {
  const lines = fc.array(fc.oneof(fc.constantFrom('META', 'PROJECTS', 'VOTES', 'key;value', 'project_id;cost', 'voter_id;vote;points', 'budget;1,5', 'A;1', '1;A,,B;x', ''), fc.string())).map((list) => list.join('\n'));
  fc.assert(fc.property(lines, (text) => {
    parsePabulib(text);
  }), { numRuns: 3000 });
});

test('the ballot of a large city is what its maker makes', () => {
  const written = readFileSync(new URL('../../fixtures/ballots/large-city.json', import.meta.url), 'utf8');
  assert.equal(written, `${JSON.stringify(largeBallot(), null, 2)}\n`);
});

test('the votes made for each sample ballot are votes that it accepts', () => {
  for (const name of ['single-choice', 'advisory', 'points', 'ranking', 'large-city']) {
    const reading = readBallots(JSON.parse(readFileSync(new URL(`../../fixtures/ballots/${name}.json`, import.meta.url), 'utf8')), { lang: 'fi' });
    const { value: ballot } = reading.next() as { value: Ballot };
    const now = Date.parse(ballot.opensAt);
    const votes = votesFor(ballot, 200);
    assert.deepEqual(votes.flatMap((vote) => validateVote(ballot, vote, { now })), [], name);
    assert.equal(new Set(votes.map(({ id }) => id)).size, votes.length);
  }
});
