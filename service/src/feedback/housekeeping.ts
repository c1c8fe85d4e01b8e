import type { Queryable } from '../database/database.ts';

/** A form waits on a device for days at most; after this a key may be used anew. Milliseconds. */
const KEYS_KEPT = 90 * 86_400_000;

/** Removes what only served to tell repetitions. */
export async function forgetRepetitions(database: Queryable, now: Date): Promise<void> {
  await database.query('DELETE FROM spent_proof WHERE expires_at < $1', [now]);
  await database.query('DELETE FROM idempotency WHERE stored_at < $1', [new Date(now.getTime() - KEYS_KEPT)]);
}
