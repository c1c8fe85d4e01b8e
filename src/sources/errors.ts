import type { Fault } from '../model/gate.ts';

/** Why nothing could be read or sent. Each kind has a sentence in every language. */
export const SOURCE_ERROR_KINDS = [
  'offline', 'timeout', 'not-found', 'forbidden', 'blocked', 'invalid-data', 'conflict', 'closed', 'too-many', 'unavailable',
] as const;
export type SourceErrorKind = (typeof SOURCE_ERROR_KINDS)[number];

/** What exactly is wrong with a document that is `invalid-data`; each has a sentence for the editor. */
export const DOCUMENT_FAULTS = [
  'not-json', 'html-instead', 'not-a-zip', 'encrypted', 'too-large', 'old-doc', 'old-xls', 'pdf', 'not-word', 'not-excel',
  'wrong-encoding', 'empty-file', 'type-unknown', 'address-wrong', 'mixed-content', 'cors', 'csp', 'trusted-types', 'no-source',
] as const;
export type DocumentFault = (typeof DOCUMENT_FAULTS)[number];

const RETRYABLE: readonly SourceErrorKind[] = ['offline', 'timeout', 'too-many', 'unavailable', 'blocked'];

/** What a service found in a field of what was sent. */
export interface FieldError {
  /** Each has a sentence in every language, such as those of `FEEDBACK_ERRORS`. */
  readonly code: string;
  readonly field: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Of a vote: the id of the area or category whose limit it is, and the ids of the projects that it is about. */
  readonly group?: string;
  readonly projects?: readonly string[];
}

export interface SourceErrorDetails {
  /** What the editor should change, where that is known. */
  readonly fault?: Fault;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  /** The address that was asked, as resolved. */
  readonly url?: string;
  /** The last part of a problem document's `type`, such as `idempotency-mismatch`. */
  readonly problem?: string;
  /** What is wrong with a submission that is `invalid-data`, by field. */
  readonly errors?: readonly FieldError[];
  /** Seconds for which the server asks to be left alone (`Retry-After`). */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** The one class of errors that sources throw. `message` is for the console; people read the sentence of `kind`. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  declare readonly fault: Fault | undefined;
  declare readonly status: number | undefined;
  declare readonly url: string | undefined;
  declare readonly problem: string | undefined;
  declare readonly errors: readonly FieldError[];
  declare readonly retryAfter: number | undefined;

  constructor(readonly kind: SourceErrorKind, { fault, status, url, problem, errors = [], retryAfter, cause }: SourceErrorDetails = {}) {
    super([kind, fault?.code, status, url].filter(Boolean).join(' '), { cause });
    Object.assign(this, { fault, status, url, problem, errors, retryAfter });
  }

  /** Whether trying again can help. */
  get retry(): boolean {
    return RETRYABLE.includes(this.kind);
  }
}

/** What a source has thrown, as the contract has it; another copy of the library on the page throws errors of its own class. */
export function asSourceError(error: unknown): SourceError {
  const { name, kind } = Object(error) as Partial<SourceError>;
  return name === 'SourceError' && kind && SOURCE_ERROR_KINDS.includes(kind) ? (error as SourceError) : new SourceError('unavailable', { cause: error });
}

/** A document that was fetched but cannot be read, with what the editor should know about it. */
export function invalidDocument(code: DocumentFault, details: { values?: Fault['values']; cause?: unknown } = {}): SourceError {
  const { values, cause } = details;
  return new SourceError('invalid-data', { fault: { code, ...(values && { values }) }, cause });
}

/** Part of the library itself could not be loaded. */
export function unreachable(cause: unknown): never {
  throw new SourceError(navigator.onLine === false ? 'offline' : 'unavailable', { cause });
}
