import { SourceError } from './errors.ts';

const READABLE = /^(?:https?|blob|data|file):$/;

/**
 * The address as an absolute URL without its fragment, which is ours: `report.docx#aukio=…`.
 * @param page the address of the page, which says what may be read from it
 * @throws {SourceError} `invalid-data` `address-wrong`; `blocked` `mixed-content` for `http:` on a page that came by `https:`
 */
export function resolveAddress(src: string, base: string = document.baseURI, page: string = location.href): URL {
  const url = URL.canParse(src.trim(), base) ? new URL(src.trim(), base) : undefined;
  if (!url || !src.trim() || !READABLE.test(url.protocol)) {
    throw new SourceError('invalid-data', { fault: { code: 'address-wrong', values: { address: src } } });
  }
  url.hash = '';
  // Browsers take the machine itself for safe.
  const local = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$|\.localhost$/.test(url.hostname);
  if (url.protocol === 'http:' && !local && page.startsWith('https:')) {
    throw new SourceError('blocked', { fault: { code: 'mixed-content', values: { address: url.href } }, url: url.href });
  }
  return url;
}

/** The address of a folder, to which names of resources are added. */
export function resolveFolder(address: string): URL {
  const url = resolveAddress(address);
  url.search = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}
