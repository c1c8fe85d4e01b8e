import type { Database, Queryable, Transaction } from '../database/database.ts';
import { dayOf } from '../feedback/due.ts';
import { retryLater } from '../http/problems.ts';
import type { CurrentBallot } from './ballots.ts';
import { frozenRules } from './frozen.ts';
import type { VoteKey, VoteKeys } from './keys.ts';
import type { VotingOptions } from './options.ts';
import { forgetVoters } from './store.ts';

/** Until the city has put back the key that is missing. */
const RETRY_SECONDS = 60;

/** A ballot from its first vote on. */
export interface Round {
  readonly closedAt: Date | null;
  /** When what is counted last changed after closing. */
  readonly countedAt: Date | null;
  readonly keyDestroyedAt: Date | null;
  readonly keyCheck: Uint8Array;
}

/**
 * Freezes the ballot's rules, and makes its key, where that was not done before.
 * @returns the key; none once it was destroyed
 * @throws {Problem} `unavailable` where the key is missing or another one: nobody could be kept from voting twice
 */
export async function beginRound({ database, voting: { keys }, log }: Pick<VotingOptions, 'database' | 'voting' | 'log'>, { ballot, document }: CurrentBallot, now: Date): Promise<{ readonly key: VoteKey | undefined }> {
  let round = await findRound(database, ballot.id);
  if (!round) {
    keys.make(ballot.id);
    await database.query(
      'INSERT INTO voting_round (ballot, rules_version, rules, document, closes_at, frozen_at, key_check) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (ballot) DO NOTHING',
      [ballot.id, ballot.rulesVersion, frozenRules(ballot), new TextDecoder().decode(document.body), new Date(ballot.closesAt), startOfDay(now), (await keys.read(ballot.id))!.check],
    );
    round = (await findRound(database, ballot.id))!;
  }
  if (round.keyDestroyedAt) return { key: undefined };
  const key = await keys.read(ballot.id);
  if (key && !Buffer.compare(key.check, round.keyCheck)) return { key };
  log.error({ ballot: ballot.id }, 'the key of the ballot is missing, or another one');
  throw retryLater('unavailable', RETRY_SECONDS);
}

/** All that is kept in clear of when somebody voted. */
export function startOfDay(now: Date): Date {
  return new Date(dayOf(now));
}

const COLUMNS = 'closed_at AS "closedAt", counted_at AS "countedAt", key_destroyed_at AS "keyDestroyedAt", key_check AS "keyCheck"';

async function findRound(database: Queryable, ballot: string): Promise<Round | undefined> {
  const [round] = await database.query<Round>(`SELECT ${COLUMNS} FROM voting_round WHERE ballot = $1`, [ballot]);
  return round;
}

/**
 * Holds the round open, or closed, until the transaction ends: many votes come in side by side, and closing waits for them.
 */
export async function holdOpen(tx: Transaction, ballot: string, rules: string): Promise<'open' | 'closed' | 'other-rules'> {
  const [round] = await tx.query<{ closed: boolean; same: boolean }>('SELECT closed_at IS NOT NULL AS closed, rules = $2 AS same FROM voting_round WHERE ballot = $1 FOR SHARE', [ballot, rules]);
  if (!round || round.closed) return 'closed';
  return round.same ? 'open' : 'other-rules';
}

/**
 * Ends the round after its closing time: what is read afterwards is every vote that will ever be from the web.
 * @returns undefined where nobody has voted
 */
export async function closeRound(database: Queryable, ballot: string, now: Date): Promise<Round | undefined> {
  const known = await findRound(database, ballot);
  if (!known || known.closedAt) return known;
  const [round] = await database.query<Round>(
    `UPDATE voting_round SET closed_at = coalesce(closed_at, $2), counted_at = greatest(counted_at, coalesce(closed_at, $2)) WHERE ballot = $1 RETURNING ${COLUMNS}`,
    [ballot, now],
  );
  return round;
}

/** What is counted changes; who has read it counts again. */
export async function markCounted(tx: Transaction, ballot: string, now: Date): Promise<void> {
  // Later than before even by a clock that was set back.
  await tx.query("UPDATE voting_round SET counted_at = greatest($2::timestamptz, counted_at + interval '1 millisecond') WHERE ballot = $1", [ballot, now]);
}

/** A reason why a key may not be destroyed, for who gave the command. */
export class KeyNeeded extends Error {
  override readonly name = 'KeyNeeded';
}

/**
 * Ends for ever the link between voters and votes: its traces are taken out of the database, and the key is destroyed. Told twice
 * it does what was left undone.
 * @returns whether there was a key
 * @throws {KeyNeeded} before closing, and where nobody has voted
 */
export async function destroyLink(database: Database, keys: VoteKeys, ballot: string, now: Date): Promise<boolean> {
  await database.transaction(async (tx) => {
    const [round] = await tx.query<{ closesAt: Date }>('SELECT closes_at AS "closesAt" FROM voting_round WHERE ballot = $1 FOR UPDATE', [ballot]);
    if (!round) throw new KeyNeeded(`Nobody has voted in ${ballot}.`);
    if (now < round.closesAt) throw new KeyNeeded(`Voting in ${ballot} has not closed: without its key everybody could vote twice.`);
    await closeRound(tx, ballot, now);
    await forgetVoters(tx, ballot);
    await tx.query('DELETE FROM vote_code WHERE ballot = $1', [ballot]);
    await tx.query("DELETE FROM idempotency WHERE receipt->>'ballot' = $1", [ballot]);
    await tx.query('UPDATE voting_round SET key_destroyed_at = coalesce(key_destroyed_at, $2) WHERE ballot = $1', [ballot, now]);
  });
  return keys.destroy(ballot);
}
