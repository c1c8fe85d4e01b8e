import type { Ballot } from '../../../src/model/ballot.ts';
import type { Queryable } from '../database/database.ts';

/** What may be known of a ballot while it is open: numbers, and nothing of what anybody chose. */
export interface BallotFigures {
  readonly web: number;
  readonly paper: number;
  readonly assisted: number;
  readonly codesMade: number;
  /** Undefined where votes with a code are not told apart from others: nobody looks up whose code was used. */
  readonly codesUsed: number | undefined;
  /** The day on which the first vote froze the rules. */
  readonly frozenAt: Date | null;
  readonly keyDestroyedAt: Date | null;
}

export async function figuresOf(database: Queryable, { id, identification }: Ballot): Promise<BallotFigures> {
  const [row] = await database.query<Omit<BallotFigures, 'codesUsed'>>(
    `SELECT (SELECT count(*)::int FROM vote WHERE ballot = $1) AS web,
       (SELECT coalesce(sum(voters), 0)::int FROM vote_batch WHERE ballot = $1 AND withdrawn_at IS NULL AND channel = 'paper') AS paper,
       (SELECT coalesce(sum(voters), 0)::int FROM vote_batch WHERE ballot = $1 AND withdrawn_at IS NULL AND channel = 'assisted') AS assisted,
       (SELECT count(*)::int FROM vote_code WHERE ballot = $1) AS "codesMade",
       frozen_at AS "frozenAt", key_destroyed_at AS "keyDestroyedAt"
     FROM (SELECT 1) AS one LEFT JOIN voting_round ON ballot = $1`,
    [id],
  );
  const figures = row!;
  const byCodeAlone = identification.every((way) => way === 'code') && !figures.keyDestroyedAt;
  return { ...figures, codesUsed: byCodeAlone ? figures.web : undefined };
}
