import { Hono } from 'hono';
import { answer } from '../content/routes.ts';
import { packed, type Packed } from '../content/document.ts';
import { Problem } from '../http/problems.ts';
import type { Ballots } from './ballots.ts';

/** `GET /ballots`, `GET /ballot/{id}`, `GET /ballot` where there is one alone, and `GET /time`. */
export function ballotRoutes(ballots: Ballots, clock: () => Date): Hono {
  const app = new Hono();
  app.get('/time', (c) => c.json({ now: clock().toISOString() }, 200, { 'Cache-Control': 'no-store' }));
  app.get('/ballots', async (c) => answer(c, await all()));
  app.get('/ballot', async (c) => answer(c, await onlyOne()));
  app.get('/ballot/:id', async (c) => answer(c, (await ballots.current(c.req.param('id')))?.document));
  return app;

  async function all(): Promise<Packed> {
    const documents = (await ballots.all()).map(({ document }) => new TextDecoder().decode(document.body));
    return packed(`{"ballots":[${documents.join(',')}]}`);
  }

  async function onlyOne(): Promise<Packed | undefined> {
    const [id, another] = await ballots.ids();
    if (another !== undefined) throw new Problem('not-found', { detail: 'There are several ballots: name one.' });
    return id === undefined ? undefined : (await ballots.current(id))?.document;
  }
}
