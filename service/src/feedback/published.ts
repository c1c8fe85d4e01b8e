import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { Queryable } from '../database/database.ts';

const NEWEST = 200;

/** `GET /published-feedback`: what the city has published of feedback, with the senders' permission, the newest first. */
export function publishedRoutes({ database }: { readonly database: Queryable }): Hono {
  const app = new Hono();
  app.get('/published-feedback', etag(), async (c) => {
    const feedback = await database.query(
      `SELECT topic, topic_name AS "topicName", published_text AS text, language, to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "publishedAt"
       FROM feedback WHERE published_at IS NOT NULL ORDER BY published_at DESC, id LIMIT $1`,
      [NEWEST],
    );
    return c.json({ feedback }, 200, { 'Cache-Control': 'public, max-age=300' });
  });
  return app;
}
