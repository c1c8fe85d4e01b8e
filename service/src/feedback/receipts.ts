import { codeFrom, foldedCode } from '../../../src/model/codes.ts';
import type { Secrets } from '../secrets.ts';

/** What is kept of a receipt: all but its code. */
export interface StoredReceipt {
  readonly id: string;
  /** As people say it; absent in what was stored before there were numbers. */
  readonly number?: string;
  readonly receivedAt: string;
  /** Where an answer was asked for. */
  readonly dueOn?: string;
}

/**
 * The code that opens the status of a feedback. It is derived from the id under a secret that is not in the database, so
 * that the same submission gets the same code again, and nobody who reads the database learns it.
 */
export function codeOf(secrets: Secrets, id: string): string {
  return codeFrom(secrets.mac('receipt-code', id));
}

/** Under this a feedback is found by its code, however the code is typed. What cannot be a code finds nothing, in the same time. */
export function codeHash(secrets: Secrets, code: string): Buffer {
  return secrets.mac('code-hash', foldedCode(code) ?? 'none');
}
