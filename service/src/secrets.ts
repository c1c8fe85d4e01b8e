import { createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultCode } from './database/faults.ts';

/** What a key is for; each gets its own, so that one use tells nothing about another. */
export type Purpose = 'receipt-code' | 'code-hash' | 'fingerprint' | 'challenge' | 'challenge-key' | 'vote-receipt' | 'vote-code';

/** Keys made of the one secret that the city keeps outside the database. */
export class Secrets {
  readonly #keys = new Map<Purpose, Buffer>();

  constructor(private readonly secret: string) {}

  key(purpose: Purpose): Buffer {
    let key = this.#keys.get(purpose);
    if (!key) this.#keys.set(purpose, (key = Buffer.from(hkdfSync('sha256', this.secret, 'aukio', purpose, 32))));
    return key;
  }

  /** HMAC-SHA-256. */
  mac(purpose: Purpose, text: string): Buffer {
    return createHmac('sha256', this.key(purpose)).update(text).digest();
  }
}

/** The secret of an embedded database: made on the first start, and kept in the data folder where only its owner reads it. */
export function ownSecret(folder: string): string {
  const file = join(folder, 'secret');
  const draft = `${file}.${randomUUID()}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    // Whole or not at all: half a secret, left by a process that was killed, would open nothing later.
    linkSync(draft, file);
  } catch (error) {
    if (faultCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}
