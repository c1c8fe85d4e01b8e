import type { Submission } from '../../model/resources.ts';
import { asSourceError, SourceError } from '../../sources/errors.ts';
import { KEY_REUSED } from '../../sources/refusals.ts';
import type { DataSource, Receipt } from '../../sources/source.ts';
import { makeProof } from '../proof/proof.ts';
import type { LetterError, Progress } from './letter.ts';
import type { Entry, Store, StoredFile, Version } from './store.ts';

/** How long the first pause is and the longest, in milliseconds. */
const PAUSE = 5_000;
const LONGEST_PAUSE = 300_000;
/** A service that asks for more is tried again all the same: what waits is worth a question a day. */
const LONGEST_ASKED_PAUSE = 86_400_000;

export interface DeliveryOptions {
  readonly authorization?: string;
  readonly onProgress?: Progress;
}

/**
 * Sends a letter that waits, once, and writes down what became of it.
 * @returns the letter as it then stands; `undefined` where it was erased before it was sent
 */
export async function deliver(store: Store, { key, seconds, trap, lang }: Entry, source: DataSource, options: DeliveryOptions): Promise<Entry | undefined> {
  const proof = await makeProof(source, { seconds, ...(trap !== undefined && { trap }) }, lang);
  // From here on it may have arrived, whatever happens to this page.
  const entry = await store.change(key, (now) => now && (now.state === 'waiting' ? { ...now, attempts: now.attempts + 1, versions: [...now.versions.slice(0, -1), { ...newest(now), tried: true }] } : now));
  if (entry?.state !== 'waiting') return entry;
  const submit = async (version: Version): Promise<Receipt> => {
    if (!source.submit) throw new SourceError('not-found', { fault: { code: 'no-source' } });
    const files = (await store.files(version.files)).map(enclosureOf);
    return source.submit(entry.kind, JSON.parse(version.json) as Submission<typeof entry.kind>, { signal: new AbortController().signal, idempotencyKey: key, proof, files, ...options });
  };
  const sent = newest(entry);
  let end: End;
  try {
    end = { receipt: await submit(sent), arrived: sent };
  } catch (cause) {
    const error = asSourceError(cause);
    end = error.problem === KEY_REUSED ? await findArrived(entry, submit) : { error };
  }
  // What was erased in the meantime stays so; the one who asked is told nevertheless.
  // And so he is where storage fails now: what then still waits is sent again, and gets the same receipt.
  return (await store.change(key, (now) => now && settle(now, sent, end)).catch(() => undefined)) ?? settle(entry, sent, end);
}

/** How an attempt ended: something has arrived (which, where that is known), or not as far as is known. */
type End = { readonly receipt?: Receipt; readonly arrived: Version | undefined } | { readonly error: SourceError };

/** Other words have arrived under this key: it tells which by sending those that may have; the service gives their receipt anew. */
async function findArrived({ versions, receipt }: Entry, submit: (version: Version) => Promise<Receipt>): Promise<End> {
  if (receipt) return { receipt, arrived: undefined };
  for (const version of versions.slice(0, -1)) {
    try {
      return { receipt: await submit(version), arrived: version };
    } catch (cause) {
      const error = asSourceError(cause);
      if (!isRefusal(error)) return { error };
    }
  }
  return { arrived: undefined };
}

/** @param entry as it stands now: the person may have changed its words since `sent` was on its way */
function settle(entry: Entry, sent: Version, end: End): Entry {
  const { error: _, ...rest } = entry;
  const words = newest(entry);
  if (!('error' in end)) {
    const { receipt, arrived } = end;
    const all = arrived !== undefined && sameVersion(arrived, words);
    return { ...rest, endedAt: Date.now(), state: all ? 'received' : 'already', versions: all ? [] : [{ ...words, tried: false }], ...(receipt && { receipt }) };
  }
  const { error } = end;
  const kept: LetterError = { kind: error.kind, ...(error.status !== undefined && { status: error.status }), ...(error.errors.length && { errors: error.errors }) };
  if (isRefusal(error)) {
    if (!sameVersion(sent, words)) return { ...rest, versions: entry.versions.filter((version) => !sameVersion(version, sent)), dueAt: 0 };
    return { ...rest, endedAt: Date.now(), state: 'refused', error: kept, versions: [...entry.versions.slice(0, -1), { ...words, tried: false }] };
  }
  const failures = entry.failures + 1;
  const pause = error.kind === 'offline' ? PAUSE : Math.min(PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
  // Not all at once when a service that was down is back; and never before the time that it names.
  const spread = pause * (0.8 + 0.4 * Math.random());
  const asked = Math.min((error.retryAfter ?? 0) * 1000, LONGEST_ASKED_PAUSE);
  return { ...rest, error: kept, failures, dueAt: Date.now() + (asked ? asked + spread / 5 : spread) };
}

/** Whether it would be refused again: another attempt helps nothing, other words or another day may. */
function isRefusal({ kind, status, retry, errors }: SourceError): boolean {
  // The first attempt under this key is still running, unless the service says what is wrong with the words.
  if (kind === 'conflict') return status !== 409 || errors.length > 0;
  return !retry;
}

/** A letter that waits has words. */
function newest({ versions }: Entry): Version {
  return versions.at(-1)!;
}

function sameVersion(one: Version, other: Version): boolean {
  return one.json === other.json && one.files.join() === other.files.join();
}

export function enclosureOf({ name, type, bytes }: StoredFile): { name: string; blob: Blob } {
  return { name, blob: new Blob([bytes], { type }) };
}
