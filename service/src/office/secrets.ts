import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody guesses. The prefix lets a scanner of repositories and mails find one that was left there. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is kept of a secret. One of 256 random bits needs no salt and no slow hash. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
