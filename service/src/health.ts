import { Hono } from 'hono';
import type { ContentFolder, FileFault } from './content/folder.ts';
import type { Queryable } from './database/database.ts';
import type { Ballots } from './voting/ballots.ts';

/** A database that has not answered by then is down for those who wait, in milliseconds. */
const PATIENCE = 2_000;

/**
 * `GET /health`: `ok`; `degraded` where something waits for an editor while all is served; with 503 `down` where nothing can be
 * received. A load balancer looks at the status, a person at the rest.
 */
export function healthRoutes({ database, content, ballots }: { readonly database: Queryable; readonly content: ContentFolder; readonly ballots: Ballots }): Hono {
  const app = new Hono();
  app.get('/health', async (c) => {
    const [ofBallots, { faults, unread, skipped }] = await Promise.all([inTime(database.query('SELECT 1').then(() => ballots.faults())), content.health()]);
    const files = { faults: [...faults, ...(ofBallots ?? [])], unread, skipped };
    const status = !ofBallots ? 'down' : files.faults.length || unread.length || Object.keys(skipped).length ? 'degraded' : 'ok';
    return c.json({ status, database: ofBallots ? 'ok' : 'down', content: files }, ofBallots ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  return app;
}

/** What the database answers; undefined where it fails or takes too long. */
async function inTime(asked: Promise<readonly FileFault[]>): Promise<readonly FileFault[] | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), PATIENCE)));
  return Promise.race([asked.catch(() => undefined), late]).finally(() => clearTimeout(timer));
}
