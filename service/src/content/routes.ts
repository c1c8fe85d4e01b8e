import { Hono } from 'hono';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { Problem } from '../http/problems.ts';
import { BrokenFile, type Packed } from './document.ts';
import type { ContentFolder } from './folder.ts';
import { SERVED_GATES } from './gates.ts';

/** A minute in which a change by the editor may not be seen yet, and a day in which a CDN may bridge an outage of ours. */
const CACHE_CONTROL = 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400';

/** `GET /{resource}` and `GET /{resource}/{id}` for what is served just as it stands in the folder. */
export function contentRoutes(content: ContentFolder): Hono {
  const app = new Hono();
  for (const name of Object.keys(SERVED_GATES)) {
    app.get(`/${name}`, async (c) => answer(c, await content.read(name)));
    app.get(`/${name}/:id`, async (c) => answer(c, await content.read(name, c.req.param('id'))));
  }
  app.onError((error) => {
    throw error instanceof BrokenFile ? new Problem('unavailable') : error;
  });
  return app;
}

/** @throws {Problem} `not-found` without a document */
export function answer(c: Context, copy: Packed | undefined, mediaType = 'application/json; charset=utf-8'): Response {
  if (!copy) throw new Problem('not-found');
  const zipped = accepts(c, { header: 'Accept-Encoding', supports: ['gzip', 'identity'], default: 'identity' }) === 'gzip';
  // What differs in one byte is another representation: a strong tag may not name both.
  const etag = `"${copy.hash}${zipped ? '-gzip' : ''}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', CACHE_CONTROL);
  c.header('Vary', 'Accept-Encoding', { append: true });
  if (matches(c.req.header('If-None-Match'), etag)) return c.body(null, 304);
  c.header('Content-Type', mediaType);
  if (zipped) c.header('Content-Encoding', 'gzip');
  return c.body(zipped ? copy.gzipped : copy.body);
}

/** `If-None-Match` compares weakly (RFC 9110, 13.1.2): nginx and CDNs make our tags weak where they compress again. */
function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
