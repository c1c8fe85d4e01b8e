import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { before, test } from 'node:test';
import * as fc from 'fast-check';
import type { Database } from '../src/database/database.ts';
import { appOn, JPEG, PNG, proofHeader, rowsIn, type TestedApp } from './app.ts';
import { damaged, fitting, schemaNamed } from './arbitraries.ts';
import { assertAnswer } from './contract.ts';
import { onEachDatabase } from './databases.ts';
import { startService } from './running.ts';

const RUNS = 2_000;

const known = {
  topic: fc.constantFrom('muu', 'valaistus', 'saavutettavuus'), message: fc.string({ minLength: 1, unit: 'grapheme' }), answers: fc.constantFrom({}, { vika: 'pimea' }),
  email: fc.constant('maija@example.fi'), phone: fc.constant('040 123 4567'), about: fc.constant('goal:A1'), address: fc.string({ unit: 'grapheme' }), name: fc.string({ unit: 'grapheme' }),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }), longitude: fc.double({ min: -180, max: 180, noNaN: true }), accuracy: fc.nat(),
};
const feedback = fitting(schemaNamed('Feedback'), known);
const json = fc.oneof(feedback, damaged(feedback), fc.jsonValue()).map((value) => JSON.stringify(value));
const bytes = fc.uint8Array({ maxLength: 300 });
const photo = fc.oneof(fc.constantFrom(JPEG, PNG), bytes).map((content) => new Blob([Uint8Array.from(content)]));
const part = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('file'), photo) },
  fc.tuple(fc.constant('body'), json),
  fc.tuple(fc.string({ unit: 'binary' }), fc.oneof(photo, fc.string({ unit: 'binary' }))),
);
const form = fc.tuple(json.map((text) => new Blob([text], { type: 'application/json' })), fc.array(part, { maxLength: 7 })).map(([body, parts]) => {
  const data = new FormData();
  data.append('body', body);
  for (const [name, value] of parts) data.append(name, value);
  return data;
});
/** Few keys, so that many come again, with the same words or with others. */
const key = fc.oneof({ weight: 3, arbitrary: fc.uuid() }, fc.constantFrom('11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'), fc.string());
const proof = fc.oneof(fitting(schemaNamed('Proof')).map(proofHeader), damaged(fitting(schemaNamed('Proof'))).map(proofHeader), fc.string());
const mediaType = fc.oneof({ weight: 6, arbitrary: fc.constant('application/json') }, fc.constantFrom('multipart/form-data; boundary=x', 'multipart/form-data', 'text/plain', ''), fc.string());

const headers = fc.record({ 'Idempotency-Key': key, 'Aukio-Proof': proof, 'Content-Type': mediaType, 'X-Forwarded-For': fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), 'Origin': fc.oneof(fc.webUrl(), fc.string()) }, { requiredKeys: [] })
  // What is no header at all never leaves the client.
  .filter((given) => Object.values(given).every((value) => /^[\t\x20-\x7E\x80-\xFF]*$/.test(value)));
const body = fc.oneof({ weight: 5, arbitrary: json }, { weight: 3, arbitrary: form }, { weight: 1, arbitrary: bytes.map((raw) => Uint8Array.from(raw)) });
const request = fc.record({
  path: fc.oneof({ weight: 12, arbitrary: fc.constant('/feedback') }, { weight: 3, arbitrary: fc.constant('/feedback/status') }, fc.constantFrom('/challenge', '/', '/feedback/', '/feedback?x=%00', '/%00'), fc.webPath().map((path) => path || '/')),
  method: fc.oneof({ weight: 15, arbitrary: fc.constant('POST') }, fc.constantFrom('GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH')),
  headers,
  body,
});
/** What the page sends, but for the words. */
const wellSent = fc.record({ path: fc.constant('/feedback'), method: fc.constant('POST'), headers: fc.record({ 'Idempotency-Key': fc.uuid(), 'Content-Type': fc.constant('application/json') }), body: feedback.map((value) => JSON.stringify(value)) });

await onEachDatabase('requests by the thousand', (engine) => {
  let database: Database;
  let app: TestedApp;
  before(async () => {
    database = await engine.openMigrated();
    app = appOn(database, { proof: { required: true, cost: 10 } });
  });

  test('made from the contract and damaged, are taken or refused, and never stored by half', async () => {
    const answers = new Map<string, number>();
    let expected = await rowsIn(database);
    await fc.assert(fc.asyncProperty(fc.oneof({ weight: 3, arbitrary: request }, { weight: 1, arbitrary: wellSent }), async ({ path, method, headers, body }) => {
      const { 'Content-Type': type, ...rest } = headers as Record<string, string>;
      const hasBody = method !== 'GET' && method !== 'HEAD';
      const response = await app.send(path, { method, headers: body instanceof FormData ? rest : { ...rest, ...(type !== undefined && { 'Content-Type': type }) }, ...(hasBody && { body }) });
      assert.ok((response.status >= 200 && response.status < 300) || (response.status >= 400 && response.status < 500), `${response.status}`);
      const stored = response.status === 201 && !response.headers.has('idempotency-replayed');
      const photos = stored && body instanceof FormData ? body.getAll('file').length : 0;
      const added = stored ? 1 : 0;
      expected = { feedback: expected.feedback + added, photos: expected.photos + photos, keys: expected.keys + added };
      assert.deepEqual(await rowsIn(database), expected);
      if (stored) {
        const { id } = (await response.json()) as { id: string };
        const sent = JSON.parse(body instanceof FormData ? await (body.get('body') as File).text() : String(body)) as { message: string };
        assert.deepEqual(await database.query('SELECT message FROM feedback WHERE id = $1', [id]), [{ message: sent.message }]);
      }
      const kind = `${path.startsWith('/feedback') ? path : 'other'} ${response.status}`;
      answers.set(kind, (answers.get(kind) ?? 0) + 1);
    }), { numRuns: RUNS });
    assert.deepEqual(app.logged, []);
    // It would prove little if none had got through, or all had stopped at the same door.
    for (const kind of ['/feedback 201', '/feedback 400', '/feedback 415', '/feedback 422']) assert.ok((answers.get(kind) ?? 0) > 20, JSON.stringify([...answers]));
  });

  test('for a state, with any code, are answered or refused', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.stringMatching(/^[0-9A-Z-]{16,19}$/)), async (code) => {
      assert.ok([400, 404, 413].includes((await app.status(code)).status));
    }), { numRuns: 500 });
  });
});

test('bytes that are hardly a request are refused by the process, which goes on', async () => {
  const service = await startService({ environment: { AUKIO_RATE_FEEDBACK: '100000/0' } });
  const { hostname, port } = new URL(service.url);
  const answerTo = (raw: string) => new Promise<string>((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname);
    socket.setEncoding('latin1').on('data', (text) => (answer += String(text))).on('close', () => resolve(answer)).on('error', () => {});
    socket.end(Buffer.from(raw, 'latin1'));
  });
  const line = fc.oneof(fc.constant('POST /feedback HTTP/1.1'), fc.tuple(fc.constantFrom('GET', 'POST', 'PUT', 'X', ''), fc.string(), fc.constantFrom('HTTP/1.1', 'HTTP/9', '')).map((parts) => parts.join(' ')), fc.constantFrom('GET http://[ HTTP/1.1', 'GET //x HTTP/1.1', 'GET * HTTP/1.1', 'OPTIONS * HTTP/1.1', 'CONNECT x:1 HTTP/1.1'));
  const header = fc.oneof(fc.constantFrom('Host: x', 'Host:', 'Host: a b', 'Content-Length: 5', 'Content-Length: -1', 'Transfer-Encoding: chunked', 'Content-Type: application/json', 'Idempotency-Key: 11111111-1111-4111-8111-111111111111', 'Expect: 100-continue', 'Connection: upgrade', 'Upgrade: websocket'), fc.string());
  await fc.assert(fc.asyncProperty(line, fc.array(header, { maxLength: 6 }), fc.string(), async (first, headers, body) => {
    const answer = await answerTo([first, ...headers, 'Connection: close', '', body].join('\r\n'));
    assert.match(answer, /^$|^HTTP\/1\.1 [1234]\d\d /);
  }), { numRuns: 300 });
  const alive = await fetch(new URL('/challenge', service.url));
  await assertAnswer('GET', '/challenge', alive);
  assert.equal(await service.stop(), 0);
});
