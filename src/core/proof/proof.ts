import type { Proof } from '../../model/proof.ts';
import { ourPolicy } from '../../sources/policy.ts';
import { serialise } from '../../sources/serialise.ts';
import type { DataSource } from '../../sources/source.ts';
import type { Challenge, Solution } from './solve.ts';

/** After that, what was written goes without a solved challenge; in milliseconds. */
const PATIENCE = 20_000;

/**
 * The header that shows that a form was filled in by a person. The challenge is solved in a worker where the page allows
 * one, else in the page. Nothing keeps anyone from sending: where no challenge can be had or solved, it goes without.
 */
export async function makeProof(source: DataSource, form: Omit<Proof, 'altcha'>, lang: string): Promise<string> {
  const altcha = await solveFrom(source, lang).catch(() => undefined);
  return base64(serialise({ ...form, altcha })).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

async function solveFrom(source: DataSource, lang: string): Promise<string | undefined> {
  // Browsers keep it from pages that came by `http:`.
  if (!('subtle' in crypto)) return undefined;
  const signal = AbortSignal.timeout(PATIENCE);
  const challenge = (await source.read('challenge', {}, { signal, lang, fresh: true })) as Partial<Challenge> | null | undefined;
  if (!challenge?.parameters) return undefined;
  const { parameters, signature } = challenge;
  const solver = await import('./solve.ts');
  const asked = { parameters, ...(signature !== undefined && { signature }) };
  const solution = await solveInWorker(solver.address, asked, signal).catch(() => solver.solve(asked, signal));
  return base64(serialise({ challenge: asked, solution }));
}

/** @throws where the page's policy, the worker's origin or the browser do not let it run */
function solveInWorker(address: string, challenge: Challenge, signal: AbortSignal): Promise<Solution> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(ourPolicy()?.createScriptURL(address) ?? address, { type: 'module' });
    const end = (settle: () => void): void => {
      worker.terminate();
      settle();
    };
    signal.addEventListener('abort', () => end(() => reject(signal.reason as Error)));
    worker.addEventListener('error', () => end(() => reject(new Error('no worker'))));
    worker.addEventListener('message', ({ data }: MessageEvent<Solution | undefined>) => end(() => (data ? resolve(data) : reject(new Error('not solved')))));
    worker.postMessage(challenge);
  });
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
