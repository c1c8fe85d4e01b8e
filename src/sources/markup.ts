import { SourceError } from './errors.ts';

/** The part of Trusted Types that is used here; the compiler's DOM types do not have it. */
interface Policy {
  createHTML(text: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;

/**
 * Parses text into a document of its own, in which nothing runs and nothing is loaded.
 *
 * Where the page's policy demands Trusted Types, this goes through a policy named `aukio`. It is made when it is first
 * needed, so that a page which names no such policy hears of it only when it reads such a file.
 * @throws {SourceError} `blocked` where the page does not allow the policy
 */
export function parseMarkup(text: string, type: 'text/html' | 'application/xml'): Document {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  try {
    // Refused where the page's list does not name it; a plain string then does where Trusted Types are not demanded.
    policy ??= factory?.createPolicy('aukio', { createHTML: (markup) => markup });
  } catch {
    policy = undefined;
  }
  try {
    return new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, type);
  } catch (cause) {
    throw new SourceError('blocked', { fault: { code: 'trusted-types' }, cause });
  }
}
