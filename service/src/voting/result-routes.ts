import { Hono, type Context } from 'hono';
import type { BallotReceipts } from '../../../src/model/ballot-results.ts';
import type { Ballot } from '../../../src/model/ballot.ts';
import { packed, type Packed } from '../content/document.ts';
import { answer } from '../content/routes.ts';
import { Problem } from '../http/problems.ts';
import type { Ballots } from './ballots.ts';
import { areResultsPublic, collect, isClosed, resultsOf, votesFileOf, type Counted } from './count.ts';
import type { VotingOptions } from './options.ts';
import { receiptSalt } from './receipts.ts';
import { closeRound } from './rounds.ts';

type Kind = 'results' | 'receipts' | 'votes';

/**
 * `GET /ballot-results/{id}`, `GET /ballot-receipts/{id}` and `GET /ballot/{id}/votes.pb`; the first two also under
 * `/ballot/{id}/results` and `/ballot/{id}/receipts`.
 */
export function resultRoutes(options: VotingOptions, ballots: Ballots): Hono {
  const { database, clock, voting } = options;
  const app = new Hono();
  const made = new Map<string, { readonly version: string; readonly document: Promise<Packed> }>();

  const results = (c: Context, id: string) => serve(c, 'results', id, areResultsPublic, async (ballot, counted) => JSON.stringify(await resultsOf(ballot, counted)));
  const receipts = (c: Context, id: string) => serve(c, 'receipts', id, isClosed, ({ id: ballot }, counted) =>
    Promise.resolve(JSON.stringify({ ballot, salt: receiptSalt(options, ballot), receipts: counted.receipts } satisfies BallotReceipts)));

  app.get('/ballot-results/:id', (c) => results(c, c.req.param('id')));
  app.get('/ballot/:id/results', (c) => results(c, c.req.param('id')));
  app.get('/ballot-receipts/:id', (c) => receipts(c, c.req.param('id')));
  app.get('/ballot/:id/receipts', (c) => receipts(c, c.req.param('id')));
  app.get('/ballot/:id/votes.pb', async (c) => {
    const id = c.req.param('id');
    const response = await serve(c, 'votes', id, areResultsPublic, (ballot, counted) => votesFileOf(ballot, counted, voting), 'text/plain; charset=utf-8');
    // Not on a refusal: that is to be read, not kept as a file of this name.
    response.headers.set('Content-Disposition', `attachment; filename="${id.replace(/[^\w-]/g, '_')}.pb"`);
    return response;
  });

  return app;

  async function serve(c: Context, kind: Kind, id: string, isPublic: (ballot: Ballot, now: Date) => boolean, make: (ballot: Ballot, counted: Counted) => Promise<string>, mediaType?: string): Promise<Response> {
    const current = await ballots.current(id);
    if (!current) throw new Problem('not-found');
    const now = clock();
    if (!isPublic(current.ballot, now)) throw new Problem('results-hidden');
    const at = (await closeRound(database, id, now))?.countedAt ?? new Date(current.ballot.closesAt);
    // Counted again when something has changed; votes from the web do not, once voting has closed.
    const version = `${at.getTime()} ${current.document.hash}`;
    const key = `${kind} ${id}`;
    let entry = made.get(key);
    if (entry?.version !== version) {
      const document = collect(database, current.ballot, at).then((counted) => make(current.ballot, counted)).then(packed);
      made.set(key, (entry = { version, document }));
      document.catch(() => made.delete(key));
    }
    return answer(c, await entry.document, mediaType);
  }
}
