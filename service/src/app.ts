import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { ContentFolder } from './content/folder.ts';
import { contentRoutes } from './content/routes.ts';
import { isUnavailable } from './database/faults.ts';
import { publishedRoutes } from './feedback/published.ts';
import { feedbackRoutes, type FeedbackOptions } from './feedback/routes.ts';
import { healthRoutes } from './health.ts';
import { crossOrigin } from './http/cors.ts';
import { Problem, problemResponse, retryLater } from './http/problems.ts';
import { securityHeaders } from './http/security-headers.ts';
import { requestLog, traceOf } from './log.ts';
import type { OfficeOptions } from './office/options.ts';
import { officeRoutes } from './office/routes.ts';
import { Ballots } from './voting/ballots.ts';
import type { VotingOptions } from './voting/options.ts';
import { votingRoutes } from './voting/routes.ts';

/** After how many seconds a client should try again when the database is away. */
const RETRY_SECONDS = 5;

export interface AppOptions extends FeedbackOptions, OfficeOptions, VotingOptions {
  readonly log: Pick<Logger, 'error' | 'info'>;
  readonly content: ContentFolder;
  /** Origins whose pages may use the service, as `https://www.merilehto.example`; `*` for any. */
  readonly origins: readonly string[];
}

/** The whole service as one function from request to answer; starts nothing. */
export function createApp(options: AppOptions): Hono {
  const { content, database, log, voting } = options;
  const ballots = new Ballots(content, database, voting.lang, (fault) => log.error({ fault }, 'ballot file cannot be used'));
  const app = new Hono();
  app.use(requestLog(log));
  app.use(securityHeaders());
  app.use(crossOrigin(options.origins));
  app.use(methodNotAllowed({
    app,
    onMethodNotAllowed: (c, methods) => {
      const headers = { Allow: [...methods, 'OPTIONS'].join(', ') };
      return c.req.method === 'OPTIONS' ? new Response(null, { status: 204, headers }) : problemResponse(c, new Problem('method-not-allowed', { headers }));
    },
  }));
  app.route('/', feedbackRoutes(options));
  app.route('/', publishedRoutes(options));
  app.route('/', votingRoutes(options, ballots));
  app.route('/', contentRoutes(content));
  app.route('/', healthRoutes({ database, content, ballots }));
  app.route('/office', officeRoutes(options, ballots));
  app.notFound((c) => problemResponse(c, new Problem('not-found')));
  app.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(c, error);
    log.error({ fault: traceOf(error), method: c.req.method, route: routePath(c) }, 'request failed');
    return problemResponse(c, isUnavailable(error) ? retryLater('unavailable', RETRY_SECONDS) : new Problem('internal'));
  });
  return app;
}
