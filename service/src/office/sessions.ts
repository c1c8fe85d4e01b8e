import { createHash, timingSafeEqual } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { record } from './audit.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { Actor } from './tokens.ts';

/** A working day without a click ends it. */
const IDLE_HOURS = 8;

export interface Session {
  /** What the cookie holds. */
  readonly secret: string;
  readonly actor: Actor;
  readonly search: string | undefined;
}

export async function beginSession(database: Database, now: Date, actor: Actor): Promise<Session> {
  const secret = newSecret();
  await database.transaction(async (tx) => {
    await tx.query('DELETE FROM office_session WHERE expires_at < $1', [now]);
    await tx.query('INSERT INTO office_session (hash, token_id, expires_at) VALUES ($1, $2, $3)', [hashOf(secret), actor.id, endOf(now)]);
    await record(tx, now, { actor: actor.name, action: 'sign-in' });
  });
  return { secret, actor, search: undefined };
}

/** The session of a cookie, made longer; undefined where it has ended or its token was revoked. */
export async function continueSession(database: Database, now: Date, secret: string): Promise<Session | undefined> {
  const [row] = await database.query<Actor & { search: string | null }>(
    `UPDATE office_session SET expires_at = $3 FROM office_token AS token
     WHERE office_session.hash = $1 AND office_session.expires_at > $2 AND token.id = token_id AND token.revoked_at IS NULL
     RETURNING token.id, token.name, token.scopes, search`,
    [hashOf(secret), now, endOf(now)],
  );
  return row && { secret, actor: { id: row.id, name: row.name, scopes: row.scopes }, search: row.search ?? undefined };
}

export async function endSession(database: Database, secret: string): Promise<void> {
  await database.query('DELETE FROM office_session WHERE hash = $1', [hashOf(secret)]);
}

export async function keepSearch(database: Database, { secret }: Session, search: string): Promise<void> {
  await database.query('UPDATE office_session SET search = $2 WHERE hash = $1', [hashOf(secret), search || null]);
}

/** What every form of a session carries, so that another site's form is told apart; it opens nothing by itself. */
export function formKey({ secret }: Session): string {
  return createHash('sha256').update(`form ${secret}`).digest('base64url');
}

export function isFormKey(session: Session, key: string): boolean {
  const own = Buffer.from(formKey(session));
  const given = Buffer.from(key);
  return own.length === given.length && timingSafeEqual(own, given);
}

function endOf(now: Date): Date {
  return new Date(now.getTime() + IDLE_HOURS * 3_600_000);
}
