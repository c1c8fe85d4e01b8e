import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faultCode } from '../database/faults.ts';

const LENGTH = 32;
const CIPHER = 'aes-256-gcm';
/** Bytes of AES-GCM before what is sealed. */
const NONCE = 12;
const TAG = 16;

/**
 * The keys under which voters are told apart, one file for each ballot, in a folder that is no part of the database and in no
 * backup with it. A key is read anew for each vote, so that destroying it leaves none in memory.
 */
export class VoteKeys {
  constructor(private readonly folder: string) {}

  /** The ballot's key; undefined where there is none. */
  async read(ballot: string): Promise<VoteKey | undefined> {
    try {
      return new VoteKey(await readFile(this.#file(ballot)));
    } catch (error) {
      if (faultCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Makes the ballot's key where there is none. Of two processes one makes it, whole or not at all. */
  make(ballot: string): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const draft = `${this.#file(ballot)}.${randomUUID()}`;
    writeFileSync(draft, randomBytes(LENGTH), { mode: 0o600, flush: true });
    try {
      linkSync(draft, this.#file(ballot));
    } catch (error) {
      if (faultCode(error) !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
  }

  /** Writes over the key, as far as the disk lets a program do so, and removes it. @returns false where there was none */
  destroy(ballot: string): boolean {
    let file: number;
    try {
      file = openSync(this.#file(ballot), 'r+');
    } catch (error) {
      if (faultCode(error) === 'ENOENT') return false;
      throw error;
    }
    writeSync(file, randomBytes(statSync(this.#file(ballot)).size));
    fsyncSync(file);
    closeSync(file);
    rmSync(this.#file(ballot));
    return true;
  }

  #file(ballot: string): string {
    return join(this.folder, `${ballot}.key`);
  }
}

export class VoteKey {
  constructor(private readonly key: Uint8Array) {}

  /** Tells this key from another, and nothing of it. */
  get check(): Buffer {
    return this.#mac('check');
  }

  /** Who votes, as far as the database knows her. */
  voter(ballot: string, identity: string): Buffer {
    return this.#mac(JSON.stringify(['voter', ballot, identity]));
  }

  /** Under this a vote is found that its device sends again; as long as a UUID. */
  submission(id: string): string {
    return this.#mac(JSON.stringify(['submission', id])).toString('hex', 0, 16);
  }

  fingerprint(parts: readonly string[]): Buffer {
    return this.#mac(JSON.stringify(['fingerprint', ...parts]));
  }

  /** Makes of a text what nobody reads without the key. */
  seal(text: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.#mac('seal'), nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  unseal(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv(CIPHER, this.#mac('seal'), bytes.subarray(0, NONCE)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  }

  #mac(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }
}
