import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBallot } from '../../src/model/ballot-json.ts';
import type { Ballot } from '../../src/model/ballot.ts';
import { validateVote } from '../../src/model/vote-rules.ts';
import type { Choice } from '../../src/model/vote.ts';
import { onEachDatabase } from './databases.ts';
import { ballotFile, CLOSES, OPENS, PollingStation, voteOn } from './voting.ts';

const ID = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const GROUP = fc.constantFrom('n', 's');
const small = fc.integer({ min: 0, max: 4 });

const projects = fc.uniqueArray(
  fc.record(
    {
      id: ID, title: fc.constant('x'), cost: fc.integer({ min: 1, max: 60 }), area: GROUP, category: fc.constantFrom('p', 'q'),
      incompatibleWith: fc.array(ID, { maxLength: 1 }), withdrawn: fc.boolean(),
    },
    { requiredKeys: ['id', 'title', 'cost'] },
  ),
  { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
);
const limit = fc.record({ of: fc.constantFrom('area', 'category'), id: fc.constantFrom('n', 's', 'p', 'q'), min: small, max: small, maxSpend: fc.integer({ min: 0, max: 120 }) }, { requiredKeys: ['of'] });
const common = { min: small, max: small, minSpend: fc.integer({ min: 0, max: 60 }), maxSpend: fc.integer({ min: 20, max: 200 }), limits: fc.array(limit, { maxLength: 2 }), maxAreas: small };
const rules = fc.oneof(
  fc.record({ method: fc.constantFrom('single', 'approval', 'ranking', 'knapsack'), ...common }, { requiredKeys: ['method'] }),
  fc.record({ method: fc.constant('points'), points: fc.integer({ min: 1, max: 9 }), ...common, minPoints: small, pointsPerProject: small }, { requiredKeys: ['method', 'points'] }),
);
/** Moments at the edges of voting, and within it. */
const moments = fc.constantFrom(...[OPENS, CLOSES].flatMap((edge) => [-1, 0, 1].map((off) => Date.parse(edge) + off)), Date.parse(OPENS) + 86_400_000, Date.parse(OPENS) + 2 * 86_400_000);
const ballots = fc.record({ projects, rules, phase: fc.constantFrom('vote', 'vote', 'vote', 'vote', 'vote', 'vote', 'review', 'counting', 'jotain') });
const wild: fc.Arbitrary<readonly Choice[]> = fc.array(
  fc.record({ project: fc.oneof(ID, fc.string({ maxLength: 3 })), points: fc.oneof(small, fc.constantFrom(-1, 1.5, 1e21)), rank: fc.oneof(small, fc.constant(1.5)) }, { requiredKeys: ['project'] }),
  { maxLength: 6 },
);
const votes = ballots.chain((ballot) => {
  const ids = ballot.projects.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id);
  // What somebody would choose who means well.
  const meant: fc.Arbitrary<readonly Choice[]> = fc.subarray(ids, { minLength: Math.min(1, ids.length), maxLength: Math.min(3, ids.length) }).map((chosen) => chosen.map((project, n) => ({ project, points: 1, rank: n + 1 })));
  return fc.record({ ballot: fc.constant(ballot), choices: fc.oneof(wild, meant, meant, meant), rulesVersion: fc.constantFrom('v1', 'v1', 'v1', 'v1', 'v1', 'v1', 'v0') });
});
/** Always the same votes, so that what they have to bring about is no matter of luck; others with `FC_SEED`. */
const SEED = Number(process.env['FC_SEED'] ?? 20_260_910);

/** What the page makes of the document. */
function asRead(document: unknown): Ballot {
  const reading = readBallot(document, { lang: 'fi' });
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value.data;
  }
}

await onEachDatabase('the verdict on a vote', (engine) => {
  test('is the same in the browser and in the service, error by error', async () => {
    const station = new PollingStation(await engine.openMigrated());
    const verdicts = new Set<string>();
    await fc.assert(fc.asyncProperty(votes, moments, async ({ ballot: fields, ...sent }, moment) => {
      const file = ballotFile({ ...fields, id: randomUUID(), budget: 200 });
      station.write(file);
      station.now = new Date(moment);
      const vote = voteOn(sent.choices, { ballot: String(file['id']), rulesVersion: sent.rulesVersion });
      const ballot = asRead(await station.read(`/ballot/${String(file['id'])}`));
      const expected = validateVote(ballot, JSON.parse(JSON.stringify(vote)) as typeof vote, { now: moment });
      const response = await station.vote(vote);
      const body = (await response.json()) as { errors?: readonly { readonly field?: string }[]; code: string };
      assert.deepEqual((body.errors ?? []).map(({ field: _, ...error }) => error), JSON.parse(JSON.stringify(expected)));
      assert.equal(response.status === 201, expected.length === 0);
      for (const { code } of expected) verdicts.add(code);
      verdicts.add(String(response.status));
    }), { numRuns: 300, seed: SEED });
    // It says something only if votes were accepted, and refused for many reasons.
    for (const code of ['201', '409', '422', 'voting-closed', 'voting-not-open', 'stale-rules', 'unknown-project', 'too-few', 'too-many', 'over-budget', 'rank-gap', 'duplicate-project']) assert.ok(verdicts.has(code), code);
  });
});
