import { createHash } from 'node:crypto';

/** For the model, which has no cryptography of its own. */
export function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return Promise.resolve(createHash('sha256').update(bytes).digest());
}
