import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../src/database/database.ts';
import { postOf } from '../test/app.ts';
import { temporaryFolder } from '../test/pglite-folder.ts';
import { startService, type RunningService } from '../test/running.ts';

export interface LoadOptions {
  /** The settings of the service that choose its database. */
  readonly environment: Readonly<Record<string, string>>;
  /** Opens that database once the service has stopped. @param data the service's folder */
  readonly open: (data: string) => Promise<Database>;
  /** Clients that send at the same time, each one message after the other. */
  readonly clients: number;
  /** How long they send, half of it before the service is killed and half after it is back. */
  readonly seconds: number;
}

export interface LoadResult {
  /** Messages with a receipt. */
  readonly acknowledged: number;
  /** Messages with a receipt per second in which the service ran. */
  readonly perSecond: number;
  /** Milliseconds that half of them, and 95 in 100, waited for their receipt, the restart left out. */
  readonly median: number;
  readonly slow: number;
  /** Requests that the kill cut off, and messages among them that had been stored: their receipt came with the next attempt. */
  readonly cut: number;
  readonly replayed: number;
  /** Seconds from the kill until the service is back. */
  readonly down: number;
  /** Receipts without a message in the database, and messages that are there more than once. Both have to be 0. */
  readonly lost: number;
  readonly twice: number;
}

/** How long a client waits before it tries again, and when it gives up, in milliseconds. */
const WAIT = 50;
const PATIENCE = 60_000;
const NO_LIMIT = '1000000/0.001';

interface Sent {
  readonly receipts: { readonly id: string; readonly message: string; readonly took: number; readonly attempts: number }[];
  cut: number;
  replayed: number;
}

/** Sends for a while, kills the service in the middle as a fallen machine would (`kill -9`), starts it again, and counts. */
export async function load({ environment, open, clients, seconds }: LoadOptions): Promise<LoadResult> {
  const data = temporaryFolder();
  const settings = { ...environment, AUKIO_RATE_FEEDBACK: NO_LIMIT, AUKIO_LOG_LEVEL: 'warn' };
  let service: RunningService = await startService({ data, environment: settings });
  const { port } = new URL(service.url);
  const sent: Sent = { receipts: [], cut: 0, replayed: 0 };
  const clock = { end: Infinity };
  const start = performance.now();
  const sending = Array.from({ length: clients }, () => send(clock, service.url, sent));
  await pause(seconds * 500);
  const killed = performance.now();
  await service.stop('SIGKILL');
  service = await startService({ data, environment: { ...settings, AUKIO_PORT: port } });
  const down = (performance.now() - killed) / 1000;
  clock.end = performance.now() + seconds * 500;
  await Promise.all(sending);
  const running = (performance.now() - start) / 1000 - down;
  await service.stop();
  const database = await open(data);
  try {
    return { ...sum(sent, running), down, ...(await compare(database, sent)) };
  } finally {
    await database.close();
  }
}

/** One client: each message under its own key, as often as it takes to get a receipt. */
async function send(clock: { readonly end: number }, url: string, sent: Sent): Promise<void> {
  while (performance.now() < clock.end) {
    const message = `Load ${randomUUID()}`;
    const request = postOf({ topic: 'muu', message, answerBy: 'none', mayPublish: false, language: 'en' });
    const start = performance.now();
    for (let attempts = 1; ; attempts++) {
      const answer = await attempt(url, request);
      if (answer) {
        sent.receipts.push({ id: answer.id, message, took: performance.now() - start, attempts });
        if (answer.replayed) sent.replayed += 1;
        break;
      }
      if (attempts === 1) sent.cut += 1;
      if (performance.now() - start > PATIENCE) throw new Error('The service does not come back.');
      await pause(WAIT);
    }
  }
}

async function attempt(url: string, request: RequestInit): Promise<{ readonly id: string; readonly replayed: boolean } | undefined> {
  let response: Response;
  try {
    response = await fetch(new URL('feedback', url), request);
    if (response.status !== 201) {
      await response.text();
      return undefined;
    }
    const { id } = (await response.json()) as { id: string };
    return { id, replayed: response.headers.has('idempotency-replayed') };
  } catch {
    return undefined;
  }
}

function sum({ receipts, cut, replayed }: Sent, seconds: number): Omit<LoadResult, 'down' | 'lost' | 'twice'> {
  const times = receipts.filter(({ attempts }) => attempts === 1).map(({ took }) => took).sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? NaN;
  return { acknowledged: receipts.length, perSecond: receipts.length / seconds, median: at(0.5), slow: at(0.95), cut, replayed };
}

/** Looks for each receipt under its id with its own words, and for words that are there twice. */
async function compare(database: Database, { receipts }: Sent): Promise<Pick<LoadResult, 'lost' | 'twice'>> {
  const rows = await database.query<{ id: string; message: string }>('SELECT id, message FROM feedback');
  const stored = new Map(rows.map(({ id, message }) => [id, message]));
  return {
    lost: receipts.filter(({ id, message }) => stored.get(id) !== message).length,
    twice: rows.length - new Set(rows.map(({ message }) => message)).size,
  };
}
