/**
 * Finds the number that an ALTCHA challenge asks for. It imports nothing: the page loads it, and a worker of the page
 * is made from the very same file, so that there is none to be copied beside the others.
 */

/** As `altcha-lib` 2 makes it: version 2 of its proof of work. */
export interface Challenge {
  readonly parameters: ChallengeParameters;
  readonly signature?: string;
}

interface ChallengeParameters {
  readonly algorithm: string;
  /** Hex. */
  readonly nonce: string;
  readonly salt: string;
  readonly cost: number;
  /** Bytes. */
  readonly keyLength: number;
  /** Hex with which the derived key begins. */
  readonly keyPrefix: string;
}

/** As `altcha-lib` checks it; `time` in milliseconds. */
export interface Solution {
  readonly counter: number;
  readonly derivedKey: string;
  readonly time: number;
}

/** Where this file is. */
export const address: string = import.meta.url;

/** Tried at the same time: browsers derive keys beside the page, on several cores where there are. */
const AT_ONCE = 4;

const ALGORITHM = /^(PBKDF2\/)?(SHA-(?:256|384|512))$/;

/**
 * Solves a challenge; it gives way to the page after every few tries.
 * @throws {RangeError} where the challenge is of an unknown kind
 */
export async function solve({ parameters }: Challenge, signal?: AbortSignal): Promise<Solution> {
  const [, slow, hash = ''] = ALGORITHM.exec(parameters.algorithm) ?? [];
  if (!hash || !/^[\da-f]+$/i.test(parameters.keyPrefix)) throw new RangeError('unknown challenge');
  const prefix = parameters.keyPrefix.toLowerCase();
  const nonce = fromHex(parameters.nonce);
  const salt = fromHex(parameters.salt);
  const derive = slow ? deriveSlowly : deriveFast;
  const start = performance.now();
  for (let first = 0; ; first += AT_ONCE) {
    signal?.throwIfAborted();
    const keys = await Promise.all([...Array(AT_ONCE).keys()].map((index) => derive(withCounter(nonce, first + index), salt, hash, parameters)));
    const found = keys.findIndex((key) => key.startsWith(prefix));
    if (found >= 0) return { counter: first + found, derivedKey: keys[found]!, time: Math.round(performance.now() - start) };
  }
}

type Derive = (password: Uint8Array<ArrayBuffer>, salt: Uint8Array<ArrayBuffer>, hash: string, parameters: ChallengeParameters) => Promise<string>;

const deriveSlowly: Derive = async (password, salt, hash, { cost, keyLength }) => {
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  return toHex(await crypto.subtle.deriveBits({ name: 'PBKDF2', salt, iterations: cost, hash }, key, keyLength * 8));
};

const deriveFast: Derive = async (password, salt, hash, { cost, keyLength }) => {
  let digest: ArrayBuffer = joined(salt, password).buffer;
  for (let round = 0; round < Math.max(1, cost); round++) digest = await crypto.subtle.digest(hash, digest);
  return toHex(digest.slice(0, keyLength));
};

/** The nonce and the number behind it, as four bytes, the highest first. */
function withCounter(nonce: Uint8Array, counter: number): Uint8Array<ArrayBuffer> {
  const tail = new Uint8Array(4);
  new DataView(tail.buffer).setUint32(0, counter);
  return joined(nonce, tail);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function toHex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

if ('WorkerGlobalScope' in globalThis) {
  addEventListener('message', ({ data }: MessageEvent<Challenge>) => {
    void solve(data).then(
      (solution) => postMessage(solution),
      () => postMessage(undefined),
    );
  });
}
