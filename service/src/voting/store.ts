import type { Choice } from '../../../src/model/vote.ts';
import type { Queryable } from '../database/database.ts';

/** A vote of the web, as it is kept. */
export interface StoredVote {
  readonly choices: readonly Choice[];
  readonly receipt: string;
  readonly area: string | null;
}

/** Puts a vote in the place of the voter's earlier one, in one step: until it is committed the earlier one stands. */
export async function putVote(tx: Queryable, ballot: string, voter: Uint8Array, { choices, receipt, area }: StoredVote): Promise<void> {
  await tx.query(
    `INSERT INTO vote (ballot, voter, choices, receipt, area) VALUES ($1, $2, $3::jsonb, $4, $5)
     ON CONFLICT (ballot, voter) DO UPDATE SET choices = excluded.choices, receipt = excluded.receipt, area = excluded.area`,
    [ballot, voter, JSON.stringify(choices), receipt, area],
  );
}

/** In the order of their receipts, which tells nothing of when they came. */
export function readVotes(tx: Queryable, ballot: string): Promise<StoredVote[]> {
  return tx.query<StoredVote>('SELECT choices, receipt, area FROM vote WHERE ballot = $1 ORDER BY receipt COLLATE "C"', [ballot]);
}

/** Leaves the votes without voters. They are stored anew, in the order of their receipts: the old order is that in which people voted. */
export async function forgetVoters(tx: Queryable, ballot: string): Promise<void> {
  await tx.query(
    `WITH taken AS (DELETE FROM vote WHERE ballot = $1 RETURNING ballot, choices, receipt, area)
     INSERT INTO vote (ballot, choices, receipt, area) SELECT ballot, choices, receipt, area FROM taken ORDER BY receipt COLLATE "C"`,
    [ballot],
  );
}
