import type { Database, Queryable } from '../database/database.ts';
import { record } from './audit.ts';
import type { Scope } from './scopes.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Who is at work: a token's holder. */
export interface Actor {
  /** Of the token. */
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly Scope[];
}

export interface TokenEntry extends Actor {
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** A token of this name exists, or none does. */
export class TokenNameFault extends Error {
  override readonly name = 'TokenNameFault';
}

/**
 * Makes a token. It is told this once: what is kept of it is a hash.
 * @throws {TokenNameFault} where the name was given before, also to a token that was revoked: the log knows them by their names
 */
export async function createToken(database: Database, now: Date, name: string, scopes: readonly Scope[]): Promise<string> {
  const secret = newSecret('aukio_');
  await database.transaction(async (tx) => {
    const made = await tx.query('INSERT INTO office_token (name, hash, scopes, created_at) VALUES ($1, $2, $3::jsonb, $4) ON CONFLICT (name) DO NOTHING RETURNING id', [name, hashOf(secret), JSON.stringify(scopes), now]);
    if (!made.length) throw new TokenNameFault(`There has been a token of the name ${name}. Choose another name.`);
    await record(tx, now, { actor: 'command', action: 'token-create', detail: { name, scopes } });
  });
  return secret;
}

/** Ends a token and every session that was begun with it. @throws {TokenNameFault} where none of this name is valid */
export async function revokeToken(database: Database, now: Date, name: string): Promise<void> {
  await database.transaction(async (tx) => {
    const [token] = await tx.query<{ id: number }>('UPDATE office_token SET revoked_at = $2 WHERE name = $1 AND revoked_at IS NULL RETURNING id', [name, now]);
    if (!token) throw new TokenNameFault(`There is no valid token of the name ${name}.`);
    await tx.query('DELETE FROM office_session WHERE token_id = $1', [token.id]);
    await record(tx, now, { actor: 'command', action: 'token-revoke', detail: { name } });
  });
}

export async function listTokens(database: Queryable): Promise<readonly TokenEntry[]> {
  return database.query<TokenEntry>('SELECT id, name, scopes, created_at AS "createdAt", revoked_at AS "revokedAt" FROM office_token ORDER BY id');
}

/** Whose token it is; undefined where it is not valid. */
export async function holderOf(database: Queryable, secret: string): Promise<Actor | undefined> {
  const [actor] = await database.query<Actor>('SELECT id, name, scopes FROM office_token WHERE hash = $1 AND revoked_at IS NULL', [hashOf(secret.trim())]);
  return actor;
}
