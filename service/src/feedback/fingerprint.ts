import { createHash } from 'node:crypto';
import type { Feedback } from '../../../src/model/feedback.ts';
import type { Secrets } from '../secrets.ts';

/**
 * What a person wrote, photos included, as one keyed hash: two requests with the same are the same feedback. Proof and
 * timings are made anew for each attempt, so they are no part of it.
 */
export function fingerprintOf(secrets: Secrets, feedback: Feedback, photos: readonly Uint8Array[]): Buffer {
  const hashes = photos.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  return secrets.mac('fingerprint', canonical({ feedback, photos: hashes }));
}

/** JSON with the members of each object in one order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
