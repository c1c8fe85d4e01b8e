import type { Queryable } from '../database/database.ts';

/** A vote does not wait on a device past the end of voting; after this its key may be used anew. Milliseconds. */
const VOTES_KEPT = 90 * 86_400_000;

/**
 * Removes what only served to tell repetitions. The keys of feedback stay: a letter waits on a device until a page of the
 * site is opened again, be it in a year, and is then to be told from a new one.
 */
export async function forgetRepetitions(database: Queryable, now: Date): Promise<void> {
  await database.query('DELETE FROM spent_proof WHERE expires_at < $1', [now]);
  await database.query("DELETE FROM idempotency WHERE receipt->>'ballot' IS NOT NULL AND stored_at < $1", [new Date(now.getTime() - VOTES_KEPT)]);
}
