import type { FeedbackState } from '../../../src/model/feedback.ts';
import type { Queryable } from '../database/database.ts';
import type { Scope } from './scopes.ts';

/** What the log tells of. `person` is a search for everything of one person. */
export const ACTIONS = [
  'sign-in', 'list', 'view', 'photo', 'export', 'person', 'change', 'release', 'publish', 'unpublish', 'erase', 'retention', 'token-create', 'token-revoke',
  'batch-enter', 'batch-withdraw',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Numbers, codes and names of fields; never what a person wrote. */
export interface DeedDetail {
  /** The messages that were shown or exported. */
  readonly ids?: readonly string[];
  /** The photo that was shown, from 1. */
  readonly photo?: number;
  readonly state?: FeedbackState;
  readonly fields?: readonly ('state' | 'reply' | 'reason' | 'caseNumber' | 'contact' | 'photos')[];
  /** Ids of a ballot and of a batch of votes from paper. */
  readonly ballot?: string;
  readonly batch?: string;
  /** How many votes the batch has. */
  readonly voters?: number;
  /** Of a token. */
  readonly name?: string;
  readonly scopes?: readonly Scope[];
}

export interface Deed {
  /** The name of a token, or of the command. */
  readonly actor: string;
  readonly action: Action;
  readonly message?: string;
  readonly detail?: DeedDetail;
}

export interface LoggedDeed {
  readonly at: Date;
  readonly actor: string;
  readonly action: Action;
  readonly message: string | null;
  /** Of the message, as people say it. */
  readonly number: string | null;
  readonly detail: DeedDetail;
}

/** Writes a line of the log, in the transaction that does what it tells: neither is there without the other. */
export async function record(tx: Queryable, now: Date, { actor, action, message, detail = {} }: Deed): Promise<void> {
  await tx.query('INSERT INTO office_log (at, actor, action, feedback_id, detail) VALUES ($1, $2, $3, $4, $5::jsonb)', [now, actor, action, message ?? null, JSON.stringify(detail)]);
}

/** Lines of the log, the latest first. */
export async function readLog(tx: Queryable, { message, limit, offset = 0 }: { message?: string; limit: number; offset?: number }): Promise<readonly LoggedDeed[]> {
  return tx.query<LoggedDeed>(
    `SELECT at, actor, action, feedback_id AS message, number, detail FROM office_log LEFT JOIN feedback ON feedback.id = feedback_id
     WHERE $1::uuid IS NULL OR feedback_id = $1::uuid ORDER BY office_log.id DESC LIMIT $2 OFFSET $3`,
    [message ?? null, limit, offset],
  );
}

export async function countLog(tx: Queryable): Promise<number> {
  const [row] = await tx.query<{ count: number }>('SELECT count(*)::int AS count FROM office_log');
  return row?.count ?? 0;
}
