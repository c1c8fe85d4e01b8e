import { randomBytes } from 'node:crypto';
import { CODE_LENGTH, codeFrom, foldedCode } from '../../../src/model/codes.ts';
import type { Database, Queryable } from '../database/database.ts';
import type { Secrets } from '../secrets.ts';

/** Rows of one statement. */
const AT_ONCE = 1_000;

/**
 * Makes personal codes of a ballot. They are told this once: what is kept of them is a keyed hash.
 * @param area of the voters who get them
 */
export async function makeCodes(database: Database, secrets: Secrets, ballot: string, count: number, area: string | undefined): Promise<readonly string[]> {
  const codes = Array.from({ length: count }, () => codeFrom(randomBytes(CODE_LENGTH)));
  await database.transaction(async (tx) => {
    for (let start = 0; start < count; start += AT_ONCE) {
      const hashes = codes.slice(start, start + AT_ONCE).map((code) => hashOf(secrets, ballot, code)!.toString('hex'));
      await tx.query("INSERT INTO vote_code (ballot, hash, area) SELECT $1, decode(hash, 'hex'), $2 FROM jsonb_array_elements_text($3::jsonb) AS hash", [ballot, area ?? null, JSON.stringify(hashes)]);
    }
  });
  return codes;
}

/** Whose code it is, however it is typed; undefined where the city gave no such code. */
export async function findCode(database: Queryable, secrets: Secrets, ballot: string, code: string): Promise<{ readonly hash: string; readonly area: string | null } | undefined> {
  const hash = hashOf(secrets, ballot, code);
  if (!hash) return undefined;
  const [found] = await database.query<{ area: string | null }>('SELECT area FROM vote_code WHERE ballot = $1 AND hash = $2', [ballot, hash]);
  return found && { hash: hash.toString('hex'), area: found.area };
}

function hashOf(secrets: Secrets, ballot: string, code: string): Buffer | undefined {
  const folded = foldedCode(code);
  return folded === undefined ? undefined : secrets.mac('vote-code', `${ballot}\n${folded}`);
}
