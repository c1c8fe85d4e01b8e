import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';

/** What the city's own login (OpenID Connect) is expected to say. */
export interface TokenPolicy {
  readonly issuer: string;
  readonly audience: string;
  /** The claim, and the values of it that give the right to vote; everybody with a token may where it is absent. */
  readonly eligible?: { readonly claim: string; readonly values: readonly string[] };
  /** The claim that has the id of the voter's own area. */
  readonly areaClaim?: string;
}

export interface TokenHolder {
  /** The same for every token of one person. */
  readonly identity: string;
  readonly eligible: boolean;
  readonly area: string | undefined;
}

/** Signatures by a pair of keys alone: with a shared secret who checks a token could also make one. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
/** Seconds that clocks may differ. */
const TOLERANCE = 30;

/** Checks tokens: undefined for one that is not valid. Failures to get the login's keys are passed on. */
export type VerifyToken = (token: string) => Promise<TokenHolder | undefined>;

/** @param keys of the login, as a JSON Web Key Set; fetched when the first token comes, and again when a key is not known */
export function tokenVerifier(policy: TokenPolicy, keys: URL | JWTVerifyGetKey, clock: () => Date): VerifyToken {
  const { issuer, audience, eligible, areaClaim } = policy;
  const keySet = keys instanceof URL ? createRemoteJWKSet(keys) : keys;
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keySet, { issuer, audience, algorithms: ALGORITHMS, clockTolerance: TOLERANCE, currentDate: clock(), requiredClaims: ['sub', 'exp'] });
      const area = areaClaim === undefined ? undefined : claimOf(payload, areaClaim)[0];
      return {
        identity: JSON.stringify([issuer, payload.sub]),
        eligible: !eligible || claimOf(payload, eligible.claim).some((value) => eligible.values.includes(value)),
        area,
      };
    } catch (error) {
      if (isUnanswered(error)) throw error;
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
}

/** The login did not give its keys: nobody's token is wrong because of that. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') || (error instanceof TypeError && error.message === 'fetch failed');
}

function claimOf(payload: JWTPayload, claim: string): readonly string[] {
  const value = payload[claim];
  return (Array.isArray(value) ? value : [value]).filter((one): one is string | number => typeof one === 'string' || typeof one === 'number').map(String);
}
