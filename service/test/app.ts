import { randomUUID } from 'node:crypto';
import { createApp, type AppOptions } from '../src/app.ts';
import type { Feedback } from '../../src/model/feedback.ts';
import { ContentFolder } from '../src/content/folder.ts';
import { GATES } from '../src/content/gates.ts';
import type { Database } from '../src/database/database.ts';
import { Clients } from '../src/http/clients.ts';
import { Secrets } from '../src/secrets.ts';
import { VoteKeys } from '../src/voting/keys.ts';
import { checked, type Send } from './contract.ts';
import { temporaryFolder } from './pglite-folder.ts';
import { TOPICS } from './running.ts';

const NO_LIMIT = { burst: 1_000_000, every: 0.001 };

export const FEEDBACK: Feedback = { topic: 'muu', message: 'Kiitos uudesta laiturista.', answerBy: 'none', mayPublish: false, language: 'fi' };

export interface TestedApp {
  /** Requests whose answers are checked against the contract. */
  readonly send: Send;
  /** Requests whose answers may be a failure, which no contract promises. */
  readonly sendUnchecked: Send;
  /** Sends feedback as JSON. */
  readonly post: (feedback: unknown, options?: PostOptions) => Promise<Response>;
  readonly status: (code: string) => Promise<Response>;
  /** What was logged. */
  readonly logged: unknown[];
  /** What it answers at which address, as `GET /ballot/:id`. */
  readonly routes: readonly string[];
}

export interface PostOptions {
  readonly key?: string;
  /** What stands in `Aukio-Proof`; that of a person who took her time otherwise, `null` for none. */
  readonly proof?: string | null;
  readonly photos?: readonly Uint8Array<ArrayBuffer>[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** The service without a process: the same function from request to answer. */
export function appOn(database: Database, options: Partial<AppOptions> = {}): TestedApp {
  const logged: unknown[] = [];
  const app = createApp({
    database,
    secrets: new Secrets('a secret of the tests'),
    clients: new Clients(0),
    clock: () => new Date(),
    topics: () => Promise.resolve(TOPICS),
    proof: { required: false, cost: 10 },
    rates: { feedback: NO_LIMIT, status: NO_LIMIT, challenge: NO_LIMIT },
    origins: [],
    content: new ContentFolder(temporaryFolder(), { gates: GATES, lang: 'fi', onFault: () => {} }),
    voting: { keys: new VoteKeys(temporaryFolder()), rate: NO_LIMIT, city: 'Merilehto', lang: 'fi' },
    retention: { contactDays: 180, photoDays: 180 },
    log: { error: (...entry: unknown[]) => void logged.push(entry), info: () => {} },
    ...options,
  });
  const sendUnchecked: Send = async (path, init) => app.request(path, init);
  const send = checked(sendUnchecked);
  return {
    send, sendUnchecked, logged,
    routes: [...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`))],
    post: (feedback, more) => send('/feedback', postOf(feedback, more)),
    status: (code) => send('/feedback/status', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code }) }),
  };
}

/** A request as the page sends it: JSON, or form data where there are photos. */
export function postOf(feedback: unknown, { key = randomUUID(), proof = proofHeader({ seconds: 40 }), photos, headers = {} }: PostOptions = {}): RequestInit {
  const common = { 'Idempotency-Key': key, ...(proof !== null && { 'Aukio-Proof': proof }), ...headers };
  const json = JSON.stringify(feedback);
  if (!photos) return { method: 'POST', headers: { 'Content-Type': 'application/json', ...common }, body: json };
  const form = new FormData();
  form.append('body', new Blob([json], { type: 'application/json' }));
  photos.forEach((photo, index) => form.append('file', new Blob([photo], { type: 'image/jpeg' }), `photo-${index + 1}.jpg`));
  return { method: 'POST', headers: common, body: form };
}

export function proofHeader(proof: unknown): string {
  return Buffer.from(JSON.stringify(proof)).toString('base64url');
}

/** How many rows there are of each kind. */
export async function rowsIn(database: Database): Promise<{ readonly feedback: number; readonly photos: number; readonly keys: number }> {
  const [row] = await database.query<{ feedback: number; photos: number; keys: number }>(
    'SELECT (SELECT count(*)::int FROM feedback) AS feedback, (SELECT count(*)::int FROM feedback_photo) AS photos, (SELECT count(*)::int FROM idempotency) AS keys',
  );
  return row!;
}

export async function problemOf(response: Response): Promise<unknown> {
  return ((await response.json()) as { code: unknown }).code;
}

/** The smallest files of each kind that are told apart by their bytes. */
export const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]);
export const PNG = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
export const WEBP = Uint8Array.from(Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64'));
