import type { Submission, SubmissionName } from '../model/resources.ts';
import { asSourceError, SourceError, unreachable, type FieldError } from '../sources/errors.ts';
import { createRestSource } from '../sources/rest.ts';
import type { DataSource, Receipt } from '../sources/source.ts';
import type { Enclosure, Keeping, Letter, LetterError, Progress, StorageFault } from './outbox/letter.ts';

/** Where a submission may go to, the closest first. */
export interface Ways {
  /** The widget's own `.source`. */
  readonly source?: DataSource | undefined;
  /** The widget's `endpoint`: the base address of a REST interface, as the editor wrote it. */
  readonly endpoint?: string | undefined;
  /** The nearest `<aukio-source>`'s, or the page's. */
  readonly nearest?: DataSource | undefined;
}

/** What is sent when a person presses Send. */
export interface Parcel<S extends SubmissionName> {
  readonly kind: S;
  /** The idempotency key of these words: that of the form's `Draft`. */
  readonly key: string;
  readonly body: Submission<S>;
  /** As `preparePhoto` made them. */
  readonly files?: readonly Enclosure[];
  /** The page's language, a BCP 47 tag. */
  readonly lang: string;
  /** ISO instant after which it must not be sent any more. */
  readonly deadline?: string;
  /** Whole seconds from the first sight of the form to Send. */
  readonly seconds: number;
  /** What stands in the field that no person sees or fills. */
  readonly trap?: string;
}

export interface SendOptions {
  /** Nothing is kept on the device. */
  readonly sharedDevice?: boolean;
  readonly authorization?: string;
  readonly onProgress?: Progress;
}

/**
 * What became of it.
 * - `received`: show the receipt, then `discard` the key in the outbox; the draft's words are `finished`.
 * - `waiting`: the city has NOT received it. It is sent again by itself; `kept` says from where, `storage` why not from the
 *   device. The draft is `finished` where `kept` is `device`. Watch the outbox for what becomes of it.
 * - `refused`: `errors` are by field; with none, `error.kind` says why. The words, corrected, are sent under the same key.
 * - `already`: other words have arrived under this key, `receipt` is theirs where it could be found out. These have not been
 *   sent; sending them is another feedback, under a new key (`Draft.renew`), for the person to decide.
 * - `expired`: the deadline has passed; nothing was sent now, and where `attempts` is not 0 it may have arrived earlier.
 * - `failed`: nothing was sent or kept, since a part of the library could not be loaded, or there is nowhere to send to
 *   (`not-found`). The words are in the form alone; another press of Send tries again.
 * But for `failed` the letter stays in the outbox until it is sent again under its key, or discarded.
 */
export type Outcome =
  | { readonly state: 'received'; readonly receipt: Receipt }
  | { readonly state: 'waiting'; readonly kept: Keeping; readonly storage?: StorageFault; readonly error: LetterError }
  | { readonly state: 'refused'; readonly error: LetterError; readonly errors: readonly FieldError[] }
  | { readonly state: 'already'; readonly receipt?: Receipt }
  | { readonly state: 'expired'; readonly attempts: number }
  | { readonly state: 'failed'; readonly error: LetterError };

/** Loads what sending needs: call it when a person begins to write, so that it is there when the network is gone. Never rejects. */
export async function prepareToSend(): Promise<void> {
  await Promise.allSettled([loadOutbox(), import('./proof/solve.ts')]);
}

/** Sends what a person wrote; a second call with the same key while the first runs gets the same outcome. Never rejects. */
export function send<S extends SubmissionName>(parcel: Parcel<S>, ways: Ways, options: SendOptions = {}): Promise<Outcome> {
  let outcome = running.get(parcel.key);
  if (!outcome) {
    outcome = post(parcel, ways, options).catch((cause: unknown) => ({ state: 'failed' as const, error: { kind: asSourceError(cause).kind } }));
    running.set(parcel.key, outcome);
    void outcome.then(() => running.delete(parcel.key));
  }
  return outcome;
}

/** What is being sent from this page, by key. */
const running = new Map<string, Promise<Outcome>>();

const loadOutbox = () => import('./outbox/outbox.ts');

/** @throws {SourceError} where nothing could be tried */
async function post<S extends SubmissionName>(parcel: Parcel<S>, ways: Ways, options: SendOptions): Promise<Outcome> {
  const way = closest(ways);
  const outbox = await loadOutbox().then(({ openOutbox }) => openOutbox(), unreachable);
  const letter = await outbox.post({ ...parcel, files: parcel.files ?? [], target: way.address ?? '' }, { ...options, source: way });
  return outcomeOf(letter, outbox.fault);
}

/** The closest source that takes submissions. @throws {SourceError} `not-found` where there is none */
export function closest({ source, endpoint, nearest }: Ways): DataSource {
  const way = source?.submit ? source : endpoint ? createRestSource(endpoint) : nearest;
  if (!way?.submit) throw new SourceError('not-found', { fault: { code: 'no-source' } });
  return way;
}

/** What became of a letter. @param storage why it is not kept on the device */
export function outcomeOf({ state, kept, receipt, error, attempts }: Letter, storage: StorageFault | undefined): Outcome {
  switch (state) {
    case 'received':
      return receipt ? { state, receipt } : { state: 'already' };
    case 'already':
      return { state, ...(receipt && { receipt }) };
    case 'refused':
      return { state, error: error ?? { kind: 'invalid-data' }, errors: error?.errors ?? [] };
    case 'expired':
      return { state, attempts };
    case 'waiting':
    case 'held':
      // Without an error it is being sent by another page.
      return { state: 'waiting', kept, error: error ?? { kind: 'conflict' }, ...(kept === 'page' && storage && { storage }) };
    case 'erased':
      return { state: 'failed', error: { kind: 'conflict' } };
  }
}
