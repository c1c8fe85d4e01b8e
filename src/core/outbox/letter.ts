import type { Submission, SubmissionName } from '../../model/resources.ts';
import type { FieldError, SourceErrorKind } from '../../sources/errors.ts';
import type { Receipt } from '../../sources/source.ts';

/**
 * How far a letter has come.
 * - `waiting`: it has not been received, and is sent again by itself.
 * - `held`: a person is changing its words, so it is not sent by itself; `attempts` tells whether it may have arrived.
 * - `received`: the city has it; the receipt is kept until `discard` says that it was shown.
 * - `refused`: sending it again would be refused again (`error`); its words are kept for the person.
 * - `already`: other words have arrived under its key (`receipt`, where that could be found out); these have not.
 * - `expired`: its deadline has passed while it waited; its words are kept. Where `attempts` is not 0 it may have arrived.
 * - `erased`: it is no longer here; its words are gone.
 */
export type LetterState = 'waiting' | 'held' | 'received' | 'refused' | 'already' | 'expired' | 'erased';

/** Where a letter waits: on the device until it has arrived, or in this page alone until it is closed. */
export type Keeping = 'device' | 'page';

/** Why nothing can be kept on the device: a setting or private mode (`blocked`), or no room for it (`full`). */
export type StorageFault = 'blocked' | 'full';

/** What went wrong the last time, as it can be kept. */
export interface LetterError {
  readonly kind: SourceErrorKind;
  readonly status?: number;
  /** What the service found in the words, by field. */
  readonly errors?: readonly FieldError[];
}

/** A file of a letter. */
export interface Enclosure {
  readonly name: string;
  readonly blob: Blob;
}

/** Bytes of the n-th file (counted from 0) that have been sent, and all of it. */
export type Progress = (file: number, sent: number, total: number) => void;

/** What is put in the outbox: what a person wrote, and what it takes to send it from any page of the site. */
export interface NewLetter<S extends SubmissionName = SubmissionName> {
  /** The idempotency key, a UUID: it never changes, whatever happens to the letter. */
  readonly key: string;
  readonly kind: S;
  readonly body: Submission<S>;
  readonly files: readonly Enclosure[];
  /** The absolute base address of a REST interface; `''` where only a page's own source can send it. */
  readonly target: string;
  /** The page's language, a BCP 47 tag. */
  readonly lang: string;
  /** ISO instant after which it is never sent, and that is said. */
  readonly deadline?: string;
  /** Of the proof, what was known at Send. */
  readonly seconds: number;
  readonly trap?: string;
}

/** What a page sees of a letter in the outbox. */
export interface Letter<S extends SubmissionName = SubmissionName> extends Omit<NewLetter<S>, 'body' | 'files' | 'seconds' | 'trap'> {
  readonly state: LetterState;
  readonly kept: Keeping;
  /** ISO instant. */
  readonly createdAt: string;
  /** ISO instant at which it is erased from the device; never while it waits. */
  readonly keptUntil?: string;
  /** How often it was sent with an unknown end. */
  readonly attempts: number;
  /** The words; `undefined` once they have been received or erased. */
  readonly body?: Submission<S>;
  readonly receipt?: Receipt;
  readonly error?: LetterError;
}
