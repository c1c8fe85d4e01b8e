import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as fc from 'fast-check';
import type { Database } from '../src/database/database.ts';
import { createToken } from '../src/office/tokens.ts';
import { damaged, fitting, schemaNamed } from './arbitraries.ts';
import { onEachDatabase } from './databases.ts';
import { signedIn, type Visitor } from './office-visitor.ts';
import { ballotFile, DURING, PollingStation } from './voting.ts';

const projects = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1, maxLength: 3 }).map((ids) => ids.map((project) => ({ project })));
const small = fc.integer({ min: 0, max: 9 });
/** Good values for some members, so that some get through the rules. */
const known = {
  ballot: fc.constant('puisto'), rulesVersion: fc.constant('v1'), channel: fc.constantFrom('web', 'paper', 'assisted'), choices: projects, id: fc.uuid(), device: fc.uuid(),
  place: fc.constant('Kirjasto'), area: fc.constantFrom('n', 's'), spoiled: small, voters: small, supporters: small, project: fc.constantFrom('a', 'b', 'c', 'd'), votes: fc.array(projects, { maxLength: 3 }),
};
const votes = fitting(schemaNamed('Vote'), known);
/** What the page sends, but for the choices. */
const wellVoted = fc.record({ id: fc.uuid(), ballot: fc.constant('puisto'), rulesVersion: fc.constant('v1'), channel: fc.constant('web'), choices: projects });
const batches = fitting(schemaNamed('Batch'), known);
/** What the city's own program sends, but for the choices. */
const wellEntered = fc.record({ channel: fc.constantFrom('paper', 'assisted'), place: fc.constant('Kirjasto'), area: fc.constantFrom('n', 's'), spoiled: small, votes: fc.array(projects, { maxLength: 3 }) }, { requiredKeys: ['channel', 'place', 'votes'] });
/** What may stand in an address in place of an id. */
const id = fc.oneof(fc.constantFrom('puisto', '%00', '%', '%ff', '..%2f..', '__proto__', 'constructor', 'a%00b', '%ED%A0%80'), fc.webSegment(), fc.uuid());
const ways = fc.oneof(fc.uuid().map((uuid) => `Device ${uuid}`), fc.constantFrom('Device ', 'Code 0000-0000-0000-0000', 'Bearer x', ''), fc.string().filter((text) => /^[\x20-\x7E]*$/.test(text)));

await onEachDatabase('requests about votes by the thousand', (engine) => {
  let database: Database;
  let station: PollingStation;
  let token: string;
  before(async () => {
    database = await engine.openMigrated();
    station = new PollingStation(database);
    station.write(ballotFile());
    token = await createToken(database, DURING, 'Kirjasto', ['votes:enter']);
  });
  const sizes = async () => (await database.query<{ votes: number; batches: number }>('SELECT (SELECT count(*) FROM vote)::int AS votes, (SELECT count(*) FROM vote_batch)::int AS batches'))[0]!;
  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>>) =>
    station.app.sendUnchecked(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
  const isAnswered = (response: Response, about: string) => {
    assert.ok((response.status >= 200 && response.status < 300) || (response.status >= 400 && response.status < 500), `${response.status} ${about}`);
  };

  test('take or refuse a vote, and never store half of one', async () => {
    const answers = new Map<number, number>();
    const voters = new Set<string>();
    await fc.assert(fc.asyncProperty(fc.oneof(votes, wellVoted, damaged(wellVoted)), ways, fc.boolean(), async (vote, authorization, keyed) => {
      const own = (vote as { id?: unknown } | null)?.id;
      const key = keyed && typeof own === 'string' && /^[\x21-\x7E]+$/.test(own) ? own : '11111111-1111-4111-8111-111111111111';
      const response = await post('/vote', vote, { 'Idempotency-Key': key, ...(authorization.trim() && { Authorization: authorization }) });
      isAnswered(response, JSON.stringify(vote));
      const { device } = Object(vote) as { device?: string };
      if (response.status === 201) voters.add((authorization.trim() ? authorization.replace(/^Device +/i, '') : device!).trim().toLowerCase());
      answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
    }), { numRuns: 1_500 });
    assert.equal((await sizes()).votes, voters.size);
    for (const status of [201, 400, 422]) assert.ok((answers.get(status) ?? 0) > 10, JSON.stringify([...answers]));
  });

  test('take or refuse a batch of paper, as a whole', async () => {
    const answers = new Map<number, number>();
    const before = (await sizes()).batches;
    await fc.assert(fc.asyncProperty(fc.oneof(batches, wellEntered, damaged(wellEntered)), fc.uuid(), async (batch, key) => {
      const response = await post('/ballot/puisto/batches', batch, { 'Idempotency-Key': key, 'Authorization': `Bearer ${token}` });
      isAnswered(response, JSON.stringify(batch));
      answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
    }), { numRuns: 700 });
    assert.equal((await sizes()).batches - before, answers.get(201));
    for (const status of [201, 400, 422]) assert.ok((answers.get(status) ?? 0) > 10, JSON.stringify([...answers]));
  });

  test('ask for anything by any name, and are told that it is not there', async () => {
    const places = ['/ballot', '/ballot-results', '/ballot-receipts', '/goals', '/channels', '/feedback-services'];
    await fc.assert(fc.asyncProperty(fc.constantFrom(...places), id, fc.constantFrom('', '/results', '/receipts', '/votes.pb', '/batches', '/batches/%00/withdraw'), async (place, name, rest) => {
      isAnswered(await station.app.sendUnchecked(`${place}/${name}${rest}`), `${place}/${name}${rest}`);
      isAnswered(await post(`${place}/${name}${rest}`, {}, { 'Idempotency-Key': '11111111-1111-4111-8111-111111111111', 'Authorization': `Bearer ${token}` }), `${place}/${name}${rest}`);
    }), { numRuns: 400 });
    assert.deepEqual(station.app.logged, []);
  });

  test('ask the city’s side for anything by any name', async () => {
    const visitor: Visitor = await signedIn(database, station.app.sendUnchecked);
    const pages = ['/office/messages', '/office/ballots'];
    const rests = ['', '/erase', '/publish', '/photos/0', '/photos/999', '/enter/votes', '/enter/totals', '/batches/%00/withdraw', '/batches/%ff/correct'];
    await fc.assert(fc.asyncProperty(fc.constantFrom(...pages), id, fc.constantFrom(...rests), fc.dictionary(fc.constantFrom('state', 'reply', 'votes', 'voters', 'place', 'batch', 'seen', 'channel'), fc.string({ unit: 'binary' })), async (page, name, rest, fields) => {
      for (const response of [await visitor.get(`${page}/${name}${rest}`), await visitor.post(`${page}/${name}${rest}`, fields)]) assert.ok(response.status < 500, `${response.status} ${page}/${name}${rest} ${JSON.stringify(fields)}`);
    }), { numRuns: 300 });
    assert.deepEqual(station.app.logged, []);
  });
});
