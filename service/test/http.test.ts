import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { before, describe, test } from 'node:test';
import type { Database } from '../src/database/database.ts';
import { openPostgres } from '../src/database/postgres.ts';
import { Clients, networkOf } from '../src/http/clients.ts';
import { appOn, FEEDBACK, JPEG, postOf, problemOf, rowsIn, type TestedApp } from './app.ts';
import { onEachDatabase } from './databases.ts';

await onEachDatabase('a request', (engine) => {
  let database: Database;
  let app: TestedApp;
  before(async () => {
    database = await engine.openMigrated();
    app = appOn(database);
  });

  describe('that cannot be read is refused, and nothing is stored', () => {
    const valid = postOf(FEEDBACK);
    const headers = valid.headers as Record<string, string>;
    const form = (...parts: readonly [string, string | Blob][]) => {
      const data = new FormData();
      for (const [name, part] of parts) data.append(name, part);
      const { 'Content-Type': _, ...rest } = headers;
      return { method: 'POST', headers: rest, body: data };
    };
    const json = JSON.stringify(FEEDBACK);
    const cases: readonly [string, RequestInit, number, string][] = [
      ['no key', postOf(FEEDBACK, { headers: { 'Idempotency-Key': '' } }), 400, 'key-missing'],
      ['a key that is no UUID', postOf(FEEDBACK, { key: 'abc' }), 400, 'key-missing'],
      ['a key that is nearly one', postOf(FEEDBACK, { key: '11111111-1111-4111-8111-1111111111111' }), 400, 'key-missing'],
      ['no body', { ...valid, body: null }, 400, 'malformed'],
      ['half a JSON', { ...valid, body: json.slice(0, -1) }, 400, 'malformed'],
      ['JSON that is not UTF-8', { ...valid, body: Buffer.concat([Buffer.from('{"message":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]) }, 400, 'malformed'],
      ['brackets without end', { ...valid, body: '['.repeat(60_000) }, 400, 'malformed'],
      ['a list', { ...valid, body: '[]' }, 400, 'malformed'],
      ['a member that nobody knows', { ...valid, body: JSON.stringify({ ...FEEDBACK, subject: 'x' }) }, 400, 'malformed'],
      ['a number for a text', { ...valid, body: JSON.stringify({ ...FEEDBACK, message: 1 }) }, 400, 'malformed'],
      ['no media type', { ...valid, headers: { 'Idempotency-Key': headers['Idempotency-Key']! }, body: new Uint8Array(Buffer.from(json)) }, 415, 'media-type'],
      ['plain text', { ...valid, headers: { ...headers, 'Content-Type': 'text/plain' } }, 415, 'media-type'],
      ['a form as a page without script sends it', { ...valid, headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'message=x' }, 415, 'media-type'],
      ['a compressed body', { ...valid, headers: { ...headers, 'Content-Encoding': 'gzip' } }, 415, 'media-type'],
      ['form data without a boundary', { ...valid, headers: { ...headers, 'Content-Type': 'multipart/form-data' } }, 400, 'malformed'],
      ['form data that is none', { ...valid, headers: { ...headers, 'Content-Type': 'multipart/form-data; boundary=x' } }, 400, 'malformed'],
      ['form data without a body', form(['file', new Blob([JPEG])]), 400, 'malformed'],
      ['form data with two bodies', form(['body', json], ['body', json]), 400, 'malformed'],
      ['form data with a part that nobody knows', form(['body', json], ['photo', new Blob([JPEG])]), 400, 'malformed'],
      ['form data with a body that is a photo', form(['body', new Blob([JPEG])]), 400, 'malformed'],
      ['JSON that is too long', { ...valid, body: JSON.stringify({ ...FEEDBACK, message: 'a'.repeat(130_000) }) }, 413, 'too-large'],
      ['form data with JSON that is too long', form(['body', JSON.stringify({ ...FEEDBACK, message: 'a'.repeat(130_000) })]), 413, 'too-large'],
      ['form data of more parts than anybody sends', form(['body', json], ...Array.from({ length: 200 }, (): [string, Blob] => ['file', new Blob([JPEG])])), 413, 'too-large'],
      ['form data that is too long', form(['body', json], ['file', new Blob([new Uint8Array(25_000_000)])]), 413, 'too-large'],
    ];
    for (const [what, request, status, code] of cases) {
      test(what, async () => {
        const before = await rowsIn(database);
        const response = await app.send('/feedback', request);
        assert.equal(response.status, status);
        assert.equal(await problemOf(response), code);
        assert.equal(response.headers.get('cache-control'), 'no-store');
        assert.deepEqual(await rowsIn(database), before);
      });
    }

    test('a body that does not say how long it is', async () => {
      let sent = 0;
      const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array((sent += 1_000_000, 1_000_000))) });
      const response = await app.send('/feedback', { ...valid, body: endless, duplex: 'half' } as RequestInit);
      assert.equal(response.status, 413);
      assert.ok(sent < 100_000_000, 'it is not read to its end');
    });

    test('a question for a state that has other members, or is too long', async () => {
      const ask = (body: string, type = 'application/json') => app.send('/feedback/status', { method: 'POST', headers: { 'Content-Type': type }, body });
      assert.deepEqual(await Promise.all([ask('{}'), ask('{"code":1}'), ask('{"code":"x","id":"y"}'), ask('null'), ask('{"code":"x"}', 'text/plain'), ask(JSON.stringify({ code: 'x'.repeat(1000) }))].map(async (answer) => (await answer).status)), [400, 400, 400, 400, 415, 413]);
    });
  });

  test('may say its media type in other letters and with a character set', async () => {
    const request = postOf(FEEDBACK, { headers: { 'Content-Type': 'Application/JSON; charset=UTF-8' } });
    assert.equal((await app.send('/feedback', request)).status, 201);
  });

  describe('to an address', () => {
    test('that is none gets a problem', async () => {
      for (const path of ['/', '/feedbacks', '/feedback/', '/feedback/status/x', '/..%2f..%2fetc/passwd', '/feedback/%00', '/%E0%A4%A']) {
        const response = await app.send(path);
        assert.equal(response.status, 404, path);
        assert.equal(await problemOf(response), 'not-found');
      }
    });

    test('with another method is told which ones there are', async () => {
      for (const [method, path, allowed] of [['GET', '/feedback', 'POST, OPTIONS'], ['PUT', '/feedback', 'POST, OPTIONS'], ['DELETE', '/feedback/status', 'POST, OPTIONS'], ['POST', '/challenge', 'GET, HEAD, OPTIONS']] as const) {
        const response = await app.send(path, { method });
        assert.equal(response.status, 405);
        assert.equal(response.headers.get('allow'), allowed);
      }
      const options = await app.send('/feedback', { method: 'OPTIONS' });
      assert.deepEqual([options.status, options.headers.get('allow'), options.headers.get('content-type')], [204, 'POST, OPTIONS', null]);
      const head = await app.send('/challenge', { method: 'HEAD' });
      assert.deepEqual([head.status, await head.text()], [204, '']);
    });
  });

  describe('of a page of another origin', () => {
    const SITE = 'https://www.merilehto.example';
    const preflight = (origin: string) => ({ method: 'OPTIONS', headers: { 'Origin': origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type,idempotency-key,aukio-proof' } });

    test('is let through where the city named it', async () => {
      const shared = appOn(database, { origins: [SITE, 'https://merilehto.example'] });
      const asked = await shared.send('/feedback', preflight(SITE));
      assert.equal(asked.status, 204);
      assert.equal(asked.headers.get('access-control-allow-origin'), SITE);
      assert.equal(asked.headers.get('access-control-allow-credentials'), null);
      const allowed = asked.headers.get('access-control-allow-headers')!.toLowerCase().split(',');
      for (const name of ['content-type', 'idempotency-key', 'aukio-proof', 'authorization']) assert.ok(allowed.includes(name), name);
      const sent = await shared.post(FEEDBACK, { headers: { Origin: SITE } });
      assert.equal(sent.headers.get('access-control-allow-origin'), SITE);
      assert.match(sent.headers.get('vary')!, /\borigin\b/i);
      assert.match(sent.headers.get('access-control-expose-headers')!, /retry-after/i);
    });

    test('reads refusals as well', async () => {
      const refused = await appOn(database, { origins: [SITE] }).post({ ...FEEDBACK, message: '' }, { headers: { Origin: SITE } });
      assert.deepEqual([refused.status, refused.headers.get('access-control-allow-origin')], [422, SITE]);
    });

    test('is not let through otherwise', async () => {
      const shared = appOn(database, { origins: [SITE] });
      for (const origin of ['https://evil.example', 'http://www.merilehto.example', 'https://www.merilehto.example.evil.example', 'null']) {
        assert.equal((await shared.send('/feedback', preflight(origin))).headers.get('access-control-allow-origin'), null);
      }
    });

    test('is let through from anywhere where the city says so', async () => {
      assert.equal((await appOn(database, { origins: ['*'] }).send('/challenge', { headers: { Origin: 'https://any.example' } })).headers.get('access-control-allow-origin'), '*');
    });
  });

  test('is answered with what keeps a browser from running or framing it', async () => {
    for (const response of [await app.send('/nothing'), await app.post(FEEDBACK), await app.send('/challenge')]) {
      const { headers } = response;
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.match(headers.get('content-security-policy')!, /default-src 'none'.*frame-ancestors 'none'/);
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      // Of one folder of the city's site, for all of its domain: not ours to say.
      assert.equal(headers.get('strict-transport-security'), null);
      assert.equal(headers.get('x-powered-by'), null);
    }
  });

  describe('that fails', () => {
    const failing = (error: Error): Database => ({ ...database, query: () => Promise.reject(error) });

    test('tells nothing of why, neither to the client nor, of what was written, to the log', async () => {
      const secret = 'maija@example.fi';
      const broken = appOn(failing(Object.assign(new Error(`Key (email)=(${secret}) is wrong`), { code: '22P02', detail: secret })));
      const response = await broken.sendUnchecked('/feedback', postOf(FEEDBACK));
      assert.equal(response.status, 500);
      assert.deepEqual(await response.json(), { type: 'urn:aukio:problem:internal', title: 'The service failed', status: 500, code: 'internal' });
      const log = JSON.stringify(broken.logged);
      assert.match(log, /22P02/);
      assert.match(log, /http\.test\.ts/);
      assert.ok(!log.includes(secret));
    });

    for (const code of ['ECONNREFUSED', '57P01', '57014', '08006', '53300']) {
      test(`since the database is away (${code}), is to be tried again`, async () => {
        const response = await appOn(failing(Object.assign(new Error('away'), { code }))).post(FEEDBACK);
        assert.equal(response.status, 503);
        assert.match(response.headers.get('retry-after')!, /^\d+$/);
      });
    }
  });

  describe('of a client that comes too often', () => {
    test('is put off until its time, and others are not', async () => {
      let now = Date.parse('2026-06-01T10:00:00Z');
      const limited = appOn(database, {
        clock: () => new Date(now), clients: new Clients(1),
        rates: { feedback: { burst: 3, every: 20 }, status: { burst: 1, every: 60 }, challenge: { burst: 1, every: 1 } },
      });
      const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });
      const statuses = async (count: number, address: string) => (await Promise.all(Array.from({ length: count }, () => limited.post(FEEDBACK, from(address))))).map(({ status }) => status);
      assert.deepEqual(await statuses(3, '192.0.2.1'), [201, 201, 201]);
      const refused = await limited.post(FEEDBACK, from('192.0.2.1'));
      assert.deepEqual([refused.status, refused.headers.get('retry-after'), await problemOf(refused)], [429, '20', 'too-many']);
      assert.deepEqual(await statuses(1, '192.0.2.2'), [201]);
      now += 20_000;
      assert.deepEqual(await statuses(2, '192.0.2.1'), [201, 429]);
    });

    test('is told by what our own proxies wrote, not by what it wrote itself', async () => {
      const limited = appOn(database, { clients: new Clients(1), rates: { feedback: { burst: 1, every: 3600 }, status: { burst: 1, every: 1 }, challenge: { burst: 1, every: 1 } } });
      const statuses: number[] = [];
      for (const forged of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) statuses.push((await limited.post(FEEDBACK, { headers: { 'X-Forwarded-For': `${forged}, 192.0.2.9` } })).status);
      assert.deepEqual(statuses, [201, 429, 429]);
    });
  });
});

test('a request is to be tried again where PostgreSQL hangs up, or is not there at all', async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const database = openPostgres({ url: `postgres://aukio@127.0.0.1:${(server.address() as AddressInfo).port}/aukio`, connections: 1, onLost: () => {} });
  assert.equal((await appOn(database).post(FEEDBACK)).status, 503);
  await new Promise((resolve) => server.close(resolve));
  assert.equal((await appOn(database).post(FEEDBACK)).status, 503);
  await database.close();
});

test('addresses of one household are one client', () => {
  assert.equal(networkOf('192.0.2.1'), '192.0.2.1');
  assert.equal(networkOf('::ffff:192.0.2.1'), '192.0.2.1');
  assert.equal(networkOf('2001:db8:1:2:aaaa::1'), networkOf('2001:0DB8:0001:0002:bbbb:cccc:dddd:eeee'));
  assert.notEqual(networkOf('2001:db8:1:2::1'), networkOf('2001:db8:1:3::1'));
  assert.equal(networkOf('fe80::1%eth0'), networkOf('fe80::2'));
  assert.equal(networkOf('::1'), '0:0:0:0');
});
