import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Database } from '../src/database/database.ts';
import { forgetRepetitions } from '../src/feedback/housekeeping.ts';
import { Secrets } from '../src/secrets.ts';
import { appOn, FEEDBACK, proofHeader, type PostOptions, type TestedApp } from './app.ts';
import { onEachDatabase } from './databases.ts';

await onEachDatabase('what may be spam', (engine) => {
  let database: Database;
  let app: TestedApp;
  let asking: TestedApp;
  before(async () => {
    database = await engine.openMigrated();
    app = appOn(database);
    asking = appOn(database, { proof: { required: true, cost: 10 } });
  });

  /** Why a person should look at it first. Everything is stored, and gets a receipt. */
  async function suspicions(sent: TestedApp, options: PostOptions): Promise<unknown> {
    const response = await sent.post(FEEDBACK, options);
    assert.equal(response.status, 201);
    const { id } = (await response.json()) as { id: string };
    return (await database.query<{ suspicion: unknown }>('SELECT suspicion FROM feedback WHERE id = $1', [id]))[0]!.suspicion;
  }

  async function solved(from: TestedApp = asking): Promise<{ challenge: Challenge; solution: { counter: number; derivedKey: string } }> {
    const challenge = (await (await from.send('/challenge')).json()) as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    assert.ok(solution);
    return { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } };
  }
  const header = (payload: unknown, more = {}) => proofHeader({ seconds: 30, altcha: Buffer.from(JSON.stringify(payload)).toString('base64'), ...more });

  test('is received like anything else, with the reasons', async () => {
    assert.deepEqual(await suspicions(app, {}), []);
    assert.deepEqual(await suspicions(app, { proof: proofHeader({ seconds: 30, trap: '' }) }), []);
    assert.deepEqual(await suspicions(app, { proof: proofHeader({ seconds: 30, trap: 'http://spam.example' }) }), ['trap']);
    assert.deepEqual(await suspicions(app, { proof: proofHeader({ seconds: 1 }) }), ['too-fast']);
    assert.deepEqual(await suspicions(app, { proof: proofHeader({ seconds: 0, trap: 'x' }) }), ['trap', 'too-fast']);
    assert.deepEqual(await suspicions(app, { proof: null }), ['proof-missing']);
  });

  for (const proof of ['', 'x', 'null', proofHeader([]), proofHeader({}), proofHeader({ seconds: 'NaN' }), proofHeader({ seconds: 5, trap: {} }), '=====', 'a'.repeat(5000)]) {
    test(`is what brings “${proof.slice(0, 20)}” for a proof`, async () => assert.deepEqual(await suspicions(app, { proof }), ['proof-invalid']));
  }

  test('is nothing that comes with a solved challenge', async () => {
    assert.deepEqual(await suspicions(asking, { proof: header(await solved()) }), []);
  });

  test('is what lacks a challenge that the city asks for', async () => {
    assert.deepEqual(await suspicions(asking, { proof: proofHeader({ seconds: 30 }) }), ['proof-missing']);
  });

  test('is what brings a solution twice, also at the same time', async () => {
    const proof = header(await solved());
    const found = await Promise.all([suspicions(asking, { proof }), suspicions(asking, { proof }), suspicions(asking, { proof })]);
    assert.deepEqual(found.map((reasons) => JSON.stringify(reasons)).sort(), ['["proof-replayed"]', '["proof-replayed"]', '[]']);
  });

  test('is no second attempt at the same words with the same proof', async () => {
    const options = { key: randomUUID(), proof: header(await solved()) };
    assert.deepEqual(await suspicions(asking, options), []);
    assert.deepEqual(await suspicions(asking, options), []);
  });

  test('is what brings a forged solution', async () => {
    const { challenge, solution } = await solved();
    const { parameters, signature } = challenge;
    for (const forged of [
      { challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } },
      { challenge: { parameters: { ...parameters, cost: 1 }, signature }, solution },
      { challenge: { parameters: { ...parameters, expiresAt: parameters.expiresAt! + 1 }, signature }, solution },
      { challenge: { parameters }, solution }, { challenge, solution: null }, { challenge: null, solution }, {}, [], null, 'x',
      await solved(appOn(database, { secrets: new Secrets('of another city'), proof: { required: true, cost: 10 } })),
    ]) {
      assert.deepEqual(await suspicions(asking, { proof: header(forged) }), ['proof-invalid'], JSON.stringify(forged));
    }
    assert.deepEqual(await suspicions(asking, { proof: proofHeader({ seconds: 30, altcha: '%%%' }) }), ['proof-invalid']);
  });

  test('is what solved its challenge an hour ago', async () => {
    const earlier = appOn(database, { proof: { required: true, cost: 10 }, clock: () => new Date(Date.now() - 3_600_000) });
    assert.deepEqual(await suspicions(asking, { proof: header(await solved(earlier)) }), ['proof-expired']);
  });

  test('is asked for no proof where the city asks for none', async () => {
    const response = await app.send('/challenge');
    assert.deepEqual([response.status, await response.text()], [204, '']);
  });

  test('leaves no proof behind once it can no longer be repeated', async () => {
    await suspicions(asking, { proof: header(await solved()) });
    const count = async () => (await database.query<{ proofs: number; keys: number }>('SELECT (SELECT count(*)::int FROM spent_proof) AS proofs, (SELECT count(*)::int FROM idempotency) AS keys'))[0]!;
    const before = await count();
    assert.ok(before.proofs > 0 && before.keys > 0);
    await forgetRepetitions(database, new Date());
    assert.deepEqual(await count(), before);
    await forgetRepetitions(database, new Date(Date.now() + 21 * 60_000));
    assert.deepEqual(await count(), { ...before, proofs: 0 });
    await forgetRepetitions(database, new Date(Date.now() + 91 * 86_400_000));
    // A letter may wait on a device for longer: it is told from a new one whenever it comes.
    assert.deepEqual(await count(), { ...before, proofs: 0 });
  });
});
