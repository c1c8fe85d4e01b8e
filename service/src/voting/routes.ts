import { Hono } from 'hono';
import { BrokenFile } from '../content/document.ts';
import { retryLater } from '../http/problems.ts';
import { ballotRoutes } from './ballot-routes.ts';
import { batchRoutes } from './batch-routes.ts';
import type { Ballots } from './ballots.ts';
import type { VotingOptions } from './options.ts';
import { resultRoutes } from './result-routes.ts';
import { voteRoutes } from './vote-routes.ts';

/** Until the editor has put right the file of a ballot. */
const RETRY_SECONDS = 60;

/** Ballots, votes and results. */
export function votingRoutes(options: VotingOptions, ballots: Ballots): Hono {
  const app = new Hono();
  app.route('/', ballotRoutes(ballots, options.clock));
  app.route('/', voteRoutes(options, ballots));
  app.route('/', resultRoutes(options, ballots));
  app.route('/', batchRoutes(options, ballots));
  app.onError((error) => {
    throw error instanceof BrokenFile ? retryLater('unavailable', RETRY_SECONDS) : error;
  });
  return app;
}
