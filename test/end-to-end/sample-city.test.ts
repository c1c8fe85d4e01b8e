import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { allPages } from '../../demo/template/pages.ts';
import type { BallotResults } from '../../src/model/ballot-results.ts';
import { temporaryFolder } from '../../service/test/pglite-folder.ts';
import { root } from '../../tools/run.mjs';

const SITE_PORT = 5173;

interface SampleCity {
  readonly process: ChildProcess;
  /** Base addresses, with a slash at the end. */
  readonly site: string;
  readonly service: string;
  readonly code: string;
  /** @param signal to all of its processes at once, as a terminal does on Ctrl-C */
  readonly end: (signal: NodeJS.Signals, all: boolean) => Promise<number | null>;
}

/** `npm start`, without npm. @param data where its data are */
function begin(data: string, servicePort: number): { readonly process: ChildProcess; readonly said: () => string } {
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, AUKIO_DEMO_DATA: data, AUKIO_PORT: String(servicePort) },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  process.once('exit', () => isAlive(-child.pid!) && process.kill(-child.pid!, 'SIGKILL'));
  return { process: child, said: () => text };
}

async function start(data: string, servicePort: number): Promise<SampleCity> {
  const { process: child, said } = begin(data, servicePort);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', () => said().includes('Ctrl-C') && resolve());
    void ended.then(([code]) => reject(new Error(`It ended with ${code}: ${said()}`)));
  });
  const told = (pattern: RegExp): string => pattern.exec(said())?.[1] ?? assert.fail(said());
  return {
    process: child, site: told(/website: (\S+)/), service: told(/(http:\S+)office\//), code: told(/Codes .*: ([\dA-Z-]+)/),
    async end(signal, all) {
      process.kill(all ? -child.pid! : child.pid!, signal);
      return (await ended)[0];
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function isReached(address: string): Promise<boolean> {
  return fetch(address).then(() => true, () => false);
}

/** Something of somebody else's that listens there already. @param port 0 for any */
async function occupy(port: number): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  server.listen(port, '127.0.0.1');
  // Where somebody else listens there in earnest, it is just as well.
  await once(server, 'listening').catch(() => {});
  return server;
}

describe('npm start', () => {
  const data = temporaryFolder();
  let neighbours: Server[];
  let servicePort: number;
  let city: SampleCity;

  before(async () => {
    neighbours = [await occupy(SITE_PORT), await occupy(0)];
    servicePort = (neighbours[1]!.address() as AddressInfo).port;
    city = await start(data, servicePort);
  });
  after(() => {
    for (const server of neighbours) server.close();
  });

  const read = async <Body>(path: string): Promise<Body> => {
    const response = await fetch(new URL(`api/${path}`, city.site));
    assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
    return (await response.json()) as Body;
  };

  test('takes the next ports where its own are in use', () => {
    assert.notEqual(new URL(city.site).port, String(SITE_PORT));
    assert.notEqual(new URL(city.service).port, String(servicePort));
  });

  test('serves every ballot that a page of the site shows, in all its languages', async () => {
    const shown = [...allPages()].flatMap(([path, html]) => Array.from(html.matchAll(/data-ballot="([^"]+)"/g), ([, id = '']) => ({ path, id })));
    assert.equal(shown.length, 9);
    for (const { path, id } of shown) {
      assert.equal((await fetch(new URL(path, city.site))).status, 200, path);
      await read(`ballot/${id}`);
    }
    assert.deepEqual((await read<{ status: string }>('health')).status, 'ok');
  });

  test('has a vote that is open to anybody, one that asks for a code that it names, and one with results', async () => {
    const { now } = await read<{ now: string }>('time');
    for (const [id, authorization, project] of [['osallistuva-budjetti-2026', `Device ${randomUUID()}`, '1-church'], ['lasten-kymppitonni-2026', `Code ${city.code}`, 'pumptrack']] as const) {
      const { opensAt, closesAt, rulesVersion } = await read<{ opensAt: string; closesAt: string; rulesVersion: string }>(`ballot/${id}`);
      assert.ok(opensAt < now && now < closesAt, id);
      const vote = { id: randomUUID(), ballot: id, rulesVersion, channel: 'web', choices: [{ project }] };
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': vote.id, Authorization: authorization };
      const response = await fetch(new URL('api/vote', city.site), { method: 'POST', headers, body: JSON.stringify(vote) });
      assert.equal(response.status, 201, `${id}: ${await response.text()}`);
    }
    const { votes, funded } = await read<BallotResults>('ballot-results/hyvan-mielen-raha-2026');
    assert.equal(votes, 240);
    assert.ok(funded.length);
  });

  test('says so where it runs already, and leaves the first one in peace', async () => {
    const second = begin(data, servicePort);
    const [code] = (await once(second.process, 'close')) as [number];
    assert.deepEqual([code, second.said()], [1, 'The sample city website is running already, perhaps in another window: use that one, or end it there with Ctrl-C and start again.\n']);
    await read('time');
  });

  test('ends on Ctrl-C with all that it began, and goes on from there at the next start', async () => {
    assert.equal(await city.end('SIGINT', true), 0);
    await leavesNothing();
    city = await start(data, servicePort);
    assert.equal((await read<{ ballots: unknown[] }>('ballots')).ballots.length, 3);
    assert.equal(await city.end('SIGTERM', false), 0);
    await leavesNothing();
  });

  async function leavesNothing(): Promise<void> {
    assert.equal(isAlive(-city.process.pid!), false);
    assert.deepEqual([await isReached(city.site), await isReached(city.service), existsSync(join(data, 'database.lock'))], [false, false, false]);
  }
});
