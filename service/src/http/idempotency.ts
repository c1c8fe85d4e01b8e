import { LOCK_NOT_AVAILABLE, faultCode } from '../database/faults.ts';
import type { Database, Queryable, Transaction } from '../database/database.ts';
import { isUuid } from '../uuid.ts';
import { Problem, retryLater } from './problems.ts';

/** How long a request waits for another one with the same key, in milliseconds, and then how long its client should. */
const PATIENCE = 5_000;
const RETRY_SECONDS = 2;

/** What a submission is told apart by: the key that its client made, and a keyed hash of what a person wrote. */
export interface Submission {
  readonly key: string;
  readonly fingerprint: Uint8Array;
}

/** @throws {Problem} `key-missing` */
export function idempotencyKey(header: string | undefined): string {
  if (header === undefined || !isUuid(header)) throw new Problem('key-missing');
  return header.toLowerCase();
}

/**
 * The receipt of a submission that was stored before; `undefined` where it is new.
 * @throws {Problem} `idempotency-mismatch` where the key was used for other words
 */
export async function storedReceipt<Receipt>(database: Queryable, { key, fingerprint }: Submission): Promise<Receipt | undefined> {
  const [stored] = await database.query<{ fingerprint: Uint8Array; receipt: Receipt }>('SELECT fingerprint, receipt FROM idempotency WHERE key = $1', [key]);
  if (!stored) return undefined;
  if (Buffer.compare(stored.fingerprint, fingerprint)) throw new Problem('idempotency-mismatch');
  return stored.receipt;
}

/**
 * Stores a submission and its receipt in one transaction, once: of several at the same time the first to come claims the key,
 * the others wait for its end and get its receipt. Where it fails, or its process is killed, the claim is gone with the rest,
 * and the next one stores it.
 * @returns the receipt that counts, and whether it had been given before
 * @throws {Problem} `idempotency-mismatch`; `in-progress` where the first is still running
 */
export async function storeOnce<Receipt>(
  database: Database,
  submission: Submission,
  { receipt, at }: { readonly receipt: Receipt; readonly at: Date },
  store: (tx: Transaction) => Promise<void>,
): Promise<{ readonly receipt: Receipt; readonly replayed: boolean }> {
  try {
    return await database.transaction(async (tx) => {
      await tx.query("SELECT set_config('lock_timeout', $1, true)", [String(PATIENCE)]);
      const claimed = await tx.query(
        'INSERT INTO idempotency (key, fingerprint, receipt, stored_at) VALUES ($1, $2, $3::jsonb, $4) ON CONFLICT (key) DO NOTHING RETURNING key',
        [submission.key, submission.fingerprint, JSON.stringify(receipt), at],
      );
      if (claimed.length) {
        await store(tx);
        return { receipt, replayed: false };
      }
      const earlier = await storedReceipt<Receipt>(tx, submission);
      if (!earlier) throw retryLater('in-progress', RETRY_SECONDS);
      return { receipt: earlier, replayed: true };
    });
  } catch (error) {
    if (faultCode(error) === LOCK_NOT_AVAILABLE) throw retryLater('in-progress', RETRY_SECONDS);
    throw error;
  }
}
