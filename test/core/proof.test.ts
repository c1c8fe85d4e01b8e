import { expect } from '@open-wc/testing';
import { createChallenge, verifySolution, type Challenge, type Payload } from 'altcha-lib';
import { deriveKey as pbkdf2 } from 'altcha-lib/algorithms/web/pbkdf2';
import { deriveKey as sha } from 'altcha-lib/algorithms/web/sha';
import '../../src/model/proof.ts';
import { makeProof } from '../../src/core/proof/proof.ts';
import type { Proof } from '../../src/model/proof.ts';
import type { DataSource } from '../../src/sources/source.ts';
import { runUnderPolicy } from '../sources/policy-page.ts';

const SECRET = 'salaisuus';
const FORM = { seconds: 42, trap: 'Ä"' };

/** A source that asks for proof; what it gives out is counted. */
function source(challenge: unknown): DataSource & { asked: number } {
  return {
    asked: 0,
    async read() {
      this.asked += 1;
      if (challenge instanceof Error) throw challenge;
      return Promise.resolve(challenge);
    },
  };
}

function challengeOf(algorithm: string, more: object = {}): Promise<Challenge> {
  const deriveKey = algorithm.startsWith('PBKDF2') ? pbkdf2 : sha;
  return createChallenge({ algorithm, cost: 50, deriveKey, hmacSignatureSecret: SECRET, keyPrefix: '0', ...more });
}

function read(proof: string): Proof {
  expect(proof).to.match(/^[\w-]+$/);
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(proof.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)))) as Proof;
}

async function isAccepted({ altcha }: Proof): Promise<boolean> {
  const { challenge, solution } = JSON.parse(atob(altcha!)) as Payload;
  const deriveKey = challenge.parameters.algorithm.startsWith('PBKDF2') ? pbkdf2 : sha;
  return (await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: SECRET })).verified;
}

describe('the proof that a form was filled in by a person', () => {
  for (const algorithm of ['PBKDF2/SHA-256', 'PBKDF2/SHA-512', 'SHA-256']) {
    it(`solves a challenge of ${algorithm} as the service checks it`, async () => {
      const proof = read(await makeProof(source(await challengeOf(algorithm)), FORM, 'fi'));
      expect([proof.seconds, proof.trap]).to.deep.equal([42, 'Ä"']);
      expect(await isAccepted(proof)).to.equal(true);
    });
  }

  it('solves one whose number the service knows, with keys of another length', async () => {
    const challenge = await challengeOf('PBKDF2/SHA-256', { counter: 37, keyLength: 20, hmacKeySignatureSecret: 'toinen' });
    const { altcha } = read(await makeProof(source(challenge), FORM, 'fi'));
    const { solution } = JSON.parse(atob(altcha!)) as Payload;
    expect(solution.counter).to.equal(37);
    expect((await verifySolution({ challenge, solution, deriveKey: pbkdf2, hmacSignatureSecret: SECRET, hmacKeySignatureSecret: 'toinen' })).verified).to.equal(true);
  });

  it('is made in a worker of the page, from the page\'s own origin', async () => {
    const made: string[] = [];
    const RealWorker = window.Worker;
    window.Worker = class extends RealWorker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        this.addEventListener('message', ({ data }: MessageEvent<{ counter?: unknown } | undefined>) => made.push(`${new URL(address).origin} ${typeof data?.counter}`));
      }
    };
    try {
      await makeProof(source(await challengeOf('PBKDF2/SHA-256')), FORM, 'fi');
    } finally {
      window.Worker = RealWorker;
    }
    expect(made).to.deep.equal([`${location.origin} number`]);
  });

  for (const [where, policy, before] of [
    ['its policy allows no worker', `script-src ${origin} 'unsafe-inline'; worker-src 'none'`, ''],
    ['trusted types are asked for', "require-trusted-types-for 'script'", ''],
    ['the script comes from elsewhere', `script-src ${origin} 'unsafe-inline'`, "window.Worker = class { constructor() { throw new DOMException('elsewhere', 'SecurityError'); } };"],
  ] as const) {
    it(`is made in the page where ${where}`, async () => {
      const challenge = await challengeOf('PBKDF2/SHA-256');
      const proof = await runUnderPolicy(policy, `${before}
        const { makeProof } = await import('from-root:src/core/proof/proof.ts');
        return makeProof({ read: async () => (${JSON.stringify(challenge)}) }, { seconds: 1 }, 'fi');`);
      expect(await isAccepted(read(String(proof)))).to.equal(true);
    });
  }

  it('goes without a solution where none is asked for, can be had or is understood', async () => {
    const challenge = await challengeOf('SHA-256');
    for (const answer of [undefined, null, {}, new Error('unavailable'), { ...challenge, parameters: { ...challenge.parameters, algorithm: 'ARGON2ID' } }]) {
      expect(read(await makeProof(source(answer), { seconds: 3 }, 'fi'))).to.deep.equal({ seconds: 3 });
    }
  });

  it('does not ask for a challenge that the browser cannot solve', async () => {
    const real = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle')!;
    const service = source(await challengeOf('SHA-256'));
    Reflect.deleteProperty(Crypto.prototype, 'subtle');
    try {
      expect(read(await makeProof(service, { seconds: 3 }, 'fi'))).to.deep.equal({ seconds: 3 });
    } finally {
      Object.defineProperty(Crypto.prototype, 'subtle', real);
    }
    expect(service.asked).to.equal(0);
  });
});
