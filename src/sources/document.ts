import type { Credentials } from './download.ts';
import { unreachable } from './errors.ts';

/** What a document can be: each has its reader. */
export const DOCUMENT_TYPES = ['json', 'csv', 'docx', 'xlsx', 'html'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export interface DocumentOptions {
  readonly signal: AbortSignal;
  /** The page's language. */
  readonly lang: string;
  /** What the document is, where its media type and its ending do not tell. */
  readonly type?: DocumentType;
  /** `same-origin` for a file behind the site's own login; nothing is sent to other sites. */
  readonly credentials?: Credentials;
  /** No cache gives an old answer, and others get this one from then on. */
  readonly fresh?: boolean;
  /** How long the server may be silent, in milliseconds; 20,000 where it is not given. */
  readonly timeout?: number;
}

/**
 * Reads the document at an address, which is resolved against the page's base. However many ask for one address, it is fetched once.
 * @returns JSON as parsed, or a `BlockDocument`
 * @throws {SourceError} of every kind that reading has; the signal's reason where it was aborted
 */
export async function readDocument(src: string, options: DocumentOptions): Promise<unknown> {
  // A pasted table needs none of what it takes to fetch a file.
  const { openDocument } = await import('./file.ts').catch(unreachable);
  return openDocument(src, options);
}
