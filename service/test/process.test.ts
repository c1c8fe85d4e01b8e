import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../src/database/database.ts';
import { openPglite } from '../src/database/pglite.ts';
import { openPostgres } from '../src/database/postgres.ts';
import { FEEDBACK, JPEG, postOf, rowsIn } from './app.ts';
import { checked } from './contract.ts';
import { onEachDatabase } from './databases.ts';
import { temporaryData, temporaryFolder } from './pglite-folder.ts';
import { startService, type RunningService } from './running.ts';

const NO_LIMIT = { AUKIO_RATE_FEEDBACK: '100000/0', AUKIO_RATE_STATUS: '100000/0' };

interface Receipt {
  readonly id: string;
  readonly code: string;
}

const send = (service: RunningService) => checked((path, init) => fetch(new URL(path, service.url), init));
const statusOf = (service: RunningService, code: string) =>
  send(service)('/feedback/status', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code }) });

await onEachDatabase('the service as a process', (engine) => {
  /** What is in the database once no service runs on it. */
  async function rows({ data }: RunningService, environment: Readonly<Record<string, string>>): Promise<Awaited<ReturnType<typeof rowsIn>>> {
    const url = environment['DATABASE_URL'];
    const database: Database = url ? openPostgres({ url, connections: 1, onLost: () => {} }) : await openPglite(join(data, 'database'));
    try {
      return await rowsIn(database);
    } finally {
      await database.close();
    }
  }

  describe('that runs', () => {
    const words = ['Salainen viesti', 'maija@example.fi', 'Rantatie'];
    let environment: Readonly<Record<string, string>>;
    let service: RunningService;
    before(async () => {
      environment = { ...(await engine.environment()), AUKIO_LOG_LEVEL: 'trace' };
      // On a folder in which nothing is, as at a city's first start.
      service = await startService({ environment, data: temporaryFolder() });
    });
    after(() => service.stop('SIGKILL'));

    test('takes feedback and photos over the network, and tells the state', async () => {
      const response = await send(service)('/feedback', postOf(FEEDBACK, { photos: [JPEG, JPEG] }));
      assert.equal(response.status, 201);
      const { code } = (await response.json()) as Receipt;
      assert.equal((await statusOf(service, code)).status, 200);
    });

    test('answers what is too large, rather than breaking off', async () => {
      const response = await send(service)('/feedback', postOf(FEEDBACK, { photos: [new Uint8Array(30_000_000)] }));
      assert.equal(response.status, 413);
    });

    test('writes nothing of what a person wrote to its log', async () => {
      const response = await send(service)('/feedback', postOf({ ...FEEDBACK, message: words[0]!, contact: { email: words[1]! }, place: { address: words[2]! } }));
      const { code } = (await response.json()) as Receipt;
      await statusOf(service, code);
      words.push(code);
      for (const word of words) assert.ok(!service.log().includes(word), service.log());
    });

    test('told to stop in the middle of a request, ends it first', async () => {
      const { port, hostname } = new URL(service.url);
      const body = JSON.stringify(FEEDBACK);
      const socket = connect(Number(port), hostname).setEncoding('utf8');
      let answer = '';
      socket.on('data', (text: string) => (answer += text));
      const ended = new Promise((resolve) => socket.on('close', resolve));
      socket.write(`POST /feedback HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nIdempotency-Key: ${randomUUID()}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body.slice(0, 10)}`);
      // An answer to another request shows that the service has read what was sent before.
      assert.equal((await fetch(new URL('/challenge', service.url))).status, 204);
      const stopped = service.stop();
      await new Promise((resolve) => setTimeout(resolve, 100));
      socket.write(body.slice(10));
      await ended;
      assert.match(answer, /^HTTP\/1\.1 201 /);
      assert.equal(await stopped, 0);
      assert.deepEqual(await rows(service, environment), { feedback: 3, photos: 2, keys: 3 });
      for (const word of words) assert.ok(!service.log().includes(word), service.log());
    });
  });

  test('killed between storing and answering: the next attempt gets the receipt, and there is one feedback', async () => {
    const environment = await engine.environment();
    const request = { key: randomUUID(), photos: [JPEG] };
    const dying = await startService({ environment, preload: new URL('kill-before-answer.ts', import.meta.url) });
    await assert.rejects(fetch(new URL('/feedback', dying.url), postOf(FEEDBACK, request)), TypeError);
    assert.equal(await dying.stop(), null);
    const service = await startService({ environment, data: dying.data });
    const response = await send(service)('/feedback', postOf(FEEDBACK, request));
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('idempotency-replayed'), 'true');
    assert.equal((await statusOf(service, ((await response.json()) as Receipt).code)).status, 200);
    await service.stop();
    assert.deepEqual(await rows(service, environment), { feedback: 1, photos: 1, keys: 1 });
  });

  test('killed while many send: every receipt that was given is in the database, and what is sent again is there once', async () => {
    const environment = { ...(await engine.environment()), ...NO_LIMIT };
    const first = await startService({ environment });
    const keys = Array.from({ length: 200 }, () => randomUUID());
    const receipts = new Map<string, Receipt>();
    const sendOne = async (service: RunningService, key: string) => {
      const response = await fetch(new URL('/feedback', service.url), postOf({ ...FEEDBACK, message: key }, { key }));
      assert.equal(response.status, 201);
      const receipt = (await response.json()) as Receipt;
      assert.deepEqual(receipts.get(key) ?? receipt, receipt);
      receipts.set(key, receipt);
      if (receipts.size === 40) first.process.kill('SIGKILL');
    };
    await Promise.allSettled(keys.map((key) => sendOne(first, key)));
    const acknowledged = [...receipts.keys()];
    assert.ok(acknowledged.length >= 40 && acknowledged.length < keys.length, `${acknowledged.length} receipts before the end`);
    assert.equal(await first.stop(), null);
    const second = await startService({ environment, data: first.data });
    for (const key of acknowledged) assert.equal((await statusOf(second, receipts.get(key)!.code)).status, 200);
    await Promise.all(keys.map((key) => sendOne(second, key)));
    await second.stop();
    assert.deepEqual(await rows(second, environment), { feedback: keys.length, photos: 0, keys: keys.length });
  });
});

// One folder goes through all of it, as a city's does.
describe('the folder of the embedded database', () => {
  let service: RunningService;
  let lock: string;
  let secret: string;
  let receipt: Receipt;
  const startAgain = () => startService({ data: service.data });
  before(async () => {
    service = await startService();
    lock = join(service.data, 'database.lock');
    secret = readFileSync(join(service.data, 'secret'), 'utf8');
  });
  after(() => service.stop('SIGKILL'));

  test('takes one process at a time', async () => {
    await assert.rejects(startAgain(), new RegExp(`Process ${service.process.pid} uses the database folder`));
    const response = await send(service)('/feedback', postOf(FEEDBACK));
    assert.equal(response.status, 201);
    receipt = (await response.json()) as Receipt;
  });

  test('is free again when its process was killed', async () => {
    await service.stop('SIGKILL');
    assert.equal(existsSync(lock), true);
    service = await startAgain();
  });

  test('is free when another process has got the number of the one that was killed', async () => {
    await service.stop('SIGKILL');
    writeFileSync(lock, JSON.stringify({ ...(JSON.parse(readFileSync(lock, 'utf8')) as object), pid: process.pid }));
    service = await startAgain();
  });

  test('has a secret that only its owner reads, and keeps it', async () => {
    const file = join(service.data, 'secret');
    assert.match(secret, /^[\w-]{43}$/);
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(readFileSync(file, 'utf8'), secret);
    assert.equal((await statusOf(service, receipt.code)).status, 200);
    assert.equal(await service.stop(), 0);
    assert.equal(existsSync(lock), false);
  });

  test('is free when the lock was only half written', async () => {
    writeFileSync(lock, '{"pid":');
    utimesSync(lock, new Date(0), new Date(0));
    assert.equal(await (await startAgain()).stop(), 0);
  });

  test('is not free while a process that cannot be seen from here, as in another container, renews its lock', async () => {
    writeFileSync(lock, JSON.stringify({ pid: 1, started: '1', realm: 'another', token: 'x' }));
    await assert.rejects(startAgain(), /uses the database folder/);
    utimesSync(lock, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
    assert.equal(await (await startAgain()).stop(), 0);
  });
});

test('a setting that cannot be used is named, and nothing starts', async () => {
  await Promise.all(([
    [{ DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }, /AUKIO_SECRET/], [{ AUKIO_SECRET: 'short' }, /AUKIO_SECRET/], [{ AUKIO_PORT: '99999' }, /AUKIO_PORT/],
    [{ AUKIO_ORIGINS: 'www.merilehto.example' }, /AUKIO_ORIGINS/], [{ AUKIO_ORIGINS: 'https://merilehto.example/palaute' }, /AUKIO_ORIGINS/],
    [{ AUKIO_PROOF_REQUIRED: 'yes' }, /AUKIO_PROOF_REQUIRED/], [{ AUKIO_RATE_STATUS: '5' }, /AUKIO_RATE_STATUS/],
  ] as const).map(([environment, message]) => assert.rejects(startService({ environment, data: temporaryFolder() }), message)));
});

test('a port that is in use is named, and the folder is free again', async () => {
  const neighbour = await startService();
  const data = await temporaryData();
  const { port } = new URL(neighbour.url);
  await assert.rejects(startService({ data, environment: { AUKIO_PORT: port } }), (error: Error) => {
    assert.match(error.message, new RegExp(`^The service ended with 1: [^]*Port ${port} is in use: .*AUKIO_PORT\\.\\n$`));
    return true;
  });
  assert.equal(existsSync(join(data, 'database.lock')), false);
  assert.equal(await neighbour.stop('SIGINT'), 0);
});
