import type { Ballot, Identification } from '../../../src/model/ballot.ts';
import type { Queryable } from '../database/database.ts';
import { Problem, retryLater } from '../http/problems.ts';
import type { Secrets } from '../secrets.ts';
import { isUuid } from '../uuid.ts';
import { findCode } from './codes.ts';
import { isUnanswered, type VerifyToken } from './tokens.ts';

/** Who votes, as far as the ballot asks. */
export interface Voter {
  /** One person's own; it is kept as HMAC alone. */
  readonly identity: string;
  /** False where she is known to have no right to vote. */
  readonly eligible?: boolean;
  /** The id of her own area. */
  readonly area?: string;
}

const SCHEMES: Readonly<Record<string, Identification>> = { device: 'open', code: 'code', bearer: 'token' };
const WAYS: Readonly<Record<Identification, string>> = { open: 'Device', code: 'Code', token: 'Bearer' };
/** Until the city's login answers again. */
const RETRY_SECONDS = 10;

export interface IdentifyOptions {
  readonly database: Queryable;
  readonly secrets: Secrets;
  readonly verifyToken: VerifyToken | undefined;
}

/**
 * Tells who votes from the header `Authorization`.
 * @throws {Problem} `identification-missing`, also where it is shown in a way that the ballot does not take; `identification-wrong`
 */
export async function identify(header: string | undefined, ballot: Ballot, { database, secrets, verifyToken }: IdentifyOptions): Promise<Voter> {
  const [, scheme = '', shown = ''] = /^(\w+) +(.+)$/.exec(header ?? '') ?? [];
  const way = SCHEMES[scheme.toLowerCase()];
  const headers = { 'WWW-Authenticate': ballot.identification.map((one) => WAYS[one]).join(', ') };
  if (!way || !ballot.identification.includes(way)) throw new Problem('identification-missing', { headers });
  const voter = await (way === 'open' ? ofDevice(shown) : way === 'code' ? ofCode() : ofToken());
  if (!voter) throw new Problem('identification-wrong', { headers });
  return voter;

  async function ofCode(): Promise<Voter | undefined> {
    const code = await findCode(database, secrets, ballot.id, shown);
    return code && { identity: `code ${code.hash}`, ...areaOf(ballot, code.area ?? undefined) };
  }

  async function ofToken(): Promise<Voter | undefined> {
    const holder = await verifyToken?.(shown).catch((error: unknown): never => {
      throw isUnanswered(error) ? retryLater('unavailable', RETRY_SECONDS) : error;
    });
    return holder && { identity: `token ${holder.identity}`, eligible: holder.eligible, ...areaOf(ballot, holder.area) };
  }
}

function ofDevice(shown: string): Voter | undefined {
  return isUuid(shown.trim()) ? { identity: `device ${shown.trim().toLowerCase()}` } : undefined;
}

/** An area that the ballot does not have says nothing of where its voters live. */
function areaOf({ areas }: Ballot, area: string | undefined): { readonly area?: string } {
  return area !== undefined && areas.some(({ id }) => id === area) ? { area } : {};
}
