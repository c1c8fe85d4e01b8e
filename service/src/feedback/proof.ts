import { randomInt } from 'node:crypto';
import { createChallenge, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Payload } from 'altcha-lib/types';
import * as v from 'valibot';
import type { Proof } from '../../../src/model/proof.ts';
import type { Queryable } from '../database/database.ts';
import type { Secrets } from '../secrets.ts';

/** Why a message may be spam. It is stored all the same, for a person to look at. */
export const SUSPICIONS = ['trap', 'too-fast', 'proof-missing', 'proof-invalid', 'proof-expired', 'proof-replayed'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

export interface ProofPolicy {
  /** Whether a solved challenge is asked for. */
  readonly required: boolean;
  /** Iterations of PBKDF2 for each number that is tried. */
  readonly cost: number;
}

/** Nobody writes and sends a message in less; seconds. */
const FASTEST = 3;
/** A proof is made while sending, but a slow network may take long over photos. Milliseconds. */
const LIFETIME = 20 * 60_000;
/** Numbers to try until the right one: with 1,000 iterations each, one or two seconds of an old phone. */
const TRIES = { min: 200, max: 1_000 };

const proofSchema = v.object({ altcha: v.exactOptional(v.string()), seconds: v.number(), trap: v.exactOptional(v.string()) });

/** What a proof shows: reasons for suspicion, and the challenge that it spends. */
export interface Judgement {
  readonly suspicions: readonly Suspicion[];
  readonly spent?: { readonly challenge: Uint8Array; readonly expiresAt: Date };
}

export function makeChallenge(secrets: Secrets, { cost }: ProofPolicy, now: Date): Promise<Challenge> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost,
    counter: randomInt(TRIES.min, TRIES.max),
    deriveKey,
    expiresAt: new Date(now.getTime() + LIFETIME),
    ...hmacSecrets(secrets),
  });
}

/** @param header `Aukio-Proof` as it came; anything at all may stand in it */
export async function judgeProof(secrets: Secrets, policy: ProofPolicy, header: string | undefined): Promise<Judgement> {
  const proof = parseProof(header);
  // The form always sends it: who does not is not the form.
  if (!proof) return { suspicions: [header === undefined ? 'proof-missing' : 'proof-invalid'] };
  const suspicions: Suspicion[] = [];
  if (proof.trap) suspicions.push('trap');
  if (!(proof.seconds >= FASTEST)) suspicions.push('too-fast');
  if (!policy.required) return { suspicions };
  if (proof.altcha === undefined) return { suspicions: [...suspicions, 'proof-missing'] };
  const solved = await verify(secrets, proof.altcha);
  return typeof solved === 'string' ? { suspicions: [...suspicions, solved] } : { suspicions, spent: solved };
}

/** Uses up a proof, in the transaction that stores its feedback. @returns false where it had been used */
export async function spendProof(tx: Queryable, { challenge, expiresAt }: NonNullable<Judgement['spent']>): Promise<boolean> {
  const rows = await tx.query('INSERT INTO spent_proof (challenge, expires_at) VALUES ($1, $2) ON CONFLICT (challenge) DO NOTHING RETURNING expires_at', [challenge, expiresAt]);
  return rows.length > 0;
}

function parseProof(header: string | undefined): Proof | undefined {
  try {
    const read = v.safeParse(proofSchema, JSON.parse(Buffer.from(header ?? '', 'base64url').toString('utf8')));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

async function verify(secrets: Secrets, altcha: string): Promise<Suspicion | NonNullable<Judgement['spent']>> {
  try {
    const { challenge, solution } = JSON.parse(Buffer.from(altcha, 'base64').toString('utf8')) as Payload;
    const { verified, expired } = await verifySolution({ challenge, solution, deriveKey, ...hmacSecrets(secrets) });
    if (!verified) return expired ? 'proof-expired' : 'proof-invalid';
    return { challenge: Buffer.from(challenge.parameters.nonce, 'hex'), expiresAt: new Date(challenge.parameters.expiresAt! * 1000) };
  } catch {
    return 'proof-invalid';
  }
}

function hmacSecrets(secrets: Secrets): { hmacSignatureSecret: string; hmacKeySignatureSecret: string } {
  return { hmacSignatureSecret: secrets.key('challenge').toString('hex'), hmacKeySignatureSecret: secrets.key('challenge-key').toString('hex') };
}
