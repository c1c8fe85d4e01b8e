import { SourceError } from './errors.ts';
import { ourPolicy } from './policy.ts';

/**
 * Parses text into a document of its own, in which nothing runs and nothing is loaded. Where the page requires Trusted Types,
 * this goes through our policy.
 * @throws {SourceError} `blocked` where the page does not allow the policy
 */
export function parseMarkup(text: string, type: 'text/html' | 'application/xml'): Document {
  try {
    return new DOMParser().parseFromString(ourPolicy()?.createHTML(text) ?? text, type);
  } catch (cause) {
    throw new SourceError('blocked', { fault: { code: 'trusted-types' }, cause });
  }
}
