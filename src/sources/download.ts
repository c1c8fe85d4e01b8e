import { takeEarly } from './early.ts';
import { SourceError } from './errors.ts';
import { attempt, Patience } from './network.ts';
import { mediaTypeOf, PROBLEM, refusalError } from './refusals.ts';
import { nextTask, SLICE } from './tasks.ts';

/** Longer than any report, with pictures; a phone has to hold it twice. */
const MAX_BYTES = 32 * 1024 * 1024;
const SILENCE = 20_000;
/** A widget whose attribute has changed leaves and comes back; what nobody waits for goes on that long, in milliseconds. */
const GRACE = 100;

export type Credentials = 'omit' | 'same-origin';

export interface Download {
  readonly bytes: Uint8Array;
  /** In lower case, without parameters; `''` where the server names none. */
  readonly mediaType: string;
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly status: number;
}

export interface DownloadOptions {
  readonly signal: AbortSignal;
  readonly credentials?: Credentials;
  /** How long the server may be silent, in milliseconds. */
  readonly timeout?: number;
  /** Sent as it is; such an answer is nobody else's. */
  readonly authorization?: string;
  /** JSON to be posted: a query that must be in no address. Its answer is nobody else's either. */
  readonly json?: string;
  /** No cache gives an old answer. It is nobody else's, unless they have an older one. */
  readonly fresh?: boolean;
}

interface Shared {
  readonly answer: Promise<Download>;
  readonly patience: Patience;
  waiting: number;
}

/** What was fetched on this page, or is being. */
const downloads = new Map<string, Shared>();

/**
 * Fetches the file at an address. All that ask for one address get one answer, and what one of them gives up the others still get.
 * What failed is fetched again when it is asked for again.
 * @throws {SourceError} of every kind that reading has; the signal's reason where it was aborted
 */
export async function download(url: URL, options: DownloadOptions): Promise<Download> {
  const { signal, credentials = 'omit', timeout = SILENCE, authorization, json, fresh } = options;
  signal.throwIfAborted();
  const key = authorization === undefined && json === undefined ? `${credentials} ${url.href}` : undefined;
  const known = key === undefined ? undefined : downloads.get(key);
  let shared = fresh ? undefined : known;
  if (!shared) {
    const patience = new Patience(timeout);
    const headers = { ...(authorization !== undefined && { authorization }), ...(json !== undefined && { 'content-type': 'application/json' }) };
    const init = { credentials, ...(Object.keys(headers).length && { headers }), ...(json !== undefined && { method: 'POST', body: json }), ...(fresh && { cache: 'no-store' as const }) };
    shared = { answer: fetchFile(url, patience, init), patience, waiting: 0 };
    if (key !== undefined && (known ?? !fresh)) remember(key, shared);
  }
  return join(shared, signal);
}

function remember(key: string, shared: Shared): void {
  downloads.set(key, shared);
  shared.answer.catch(() => {
    if (downloads.get(key) === shared) downloads.delete(key);
  });
}

async function join(shared: Shared, signal: AbortSignal): Promise<Download> {
  shared.waiting += 1;
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason as Error);
  });
  signal.addEventListener('abort', leave);
  try {
    return await Promise.race([shared.answer, left]);
  } finally {
    signal.removeEventListener('abort', leave);
    shared.waiting -= 1;
    setTimeout(() => {
      if (!shared.waiting) shared.patience.cancel();
    }, GRACE);
  }
}

function fetchFile(url: URL, patience: Patience, init: RequestInit): Promise<Download> {
  return attempt(url, patience, async () => {
    const response = (await arrivedEarly(url, patience, init)) ?? (await fetch(url, { ...init, signal: patience.signal }));
    const mediaType = mediaTypeOf(response.headers.get('content-type'));
    if (!response.ok) {
      const body = mediaType === PROBLEM ? await response.text() : '';
      throw refusalError({ status: response.status, mediaType, body, url: url.href });
    }
    if (Number(response.headers.get('content-length')) > MAX_BYTES) throw tooLarge(url);
    return { bytes: await readBody(response, patience, url), mediaType, url: response.url || url.href, status: response.status };
  });
}

/** Undefined where nothing was asked for early, or it failed: asked again, the request tells why. */
async function arrivedEarly(url: URL, { signal }: Patience, { credentials, headers }: RequestInit): Promise<Response | undefined> {
  const early = credentials === 'omit' && !headers && takeEarly(url.href);
  if (!early) return undefined;
  const given = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
  return Promise.race([early.catch(() => undefined), given]);
}

/** Piece by piece: a slow network is not cut off while something comes, and an endless answer is. */
async function readBody(response: Response, patience: Patience, url: URL): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  // Of an answer that was asked for early, the signal knows nothing.
  patience.signal.addEventListener('abort', () => void reader?.cancel().catch(() => {}));
  let end = performance.now() + SLICE;
  for (let piece; (piece = await reader?.read()) && !piece.done; ) {
    patience.renew();
    if (performance.now() > end) {
      await nextTask();
      end = performance.now() + SLICE;
    }
    pieces.push(piece.value);
    length += piece.value.length;
    if (length > MAX_BYTES) {
      patience.cancel();
      throw tooLarge(url);
    }
  }
  patience.signal.throwIfAborted();
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function tooLarge(url: URL): SourceError {
  return new SourceError('invalid-data', { fault: { code: 'too-large' }, url: url.href });
}
