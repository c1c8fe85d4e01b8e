import { createHash } from 'node:crypto';
import type { Feedback } from '../../../src/model/feedback.ts';
import { canonical } from '../canonical.ts';
import type { Secrets } from '../secrets.ts';

/**
 * What a person wrote, photos included, as one keyed hash: two requests with the same are the same feedback. Proof and
 * timings are made anew for each attempt, so they are no part of it.
 */
export function fingerprintOf(secrets: Secrets, feedback: Feedback, photos: readonly Uint8Array[]): Buffer {
  const hashes = photos.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  return secrets.mac('fingerprint', canonical({ feedback, photos: hashes }));
}
