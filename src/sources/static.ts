import { resolveFolder } from './address.ts';
import { readDocument } from './document.ts';
import type { Credentials } from './download.ts';
import type { DataSource } from './source.ts';

/**
 * A source of files that lie in one folder: `{url}{resource}.json` or `.csv`. A file is given whole, whatever the query asks
 * for; nothing can be sent to it.
 */
export function createStaticSource(url: string, type: 'json' | 'csv', { credentials = 'omit' }: { credentials?: Credentials } = {}): DataSource {
  return {
    async read(resource, _query, { signal, lang, fresh = false }) {
      return readDocument(new URL(`${resource}.${type}`, resolveFolder(url)).href, { type, credentials, signal, lang, fresh });
    },
  };
}
