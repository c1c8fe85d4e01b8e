import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import { bearerOf } from '../http/headers.ts';
import { allow, answer, carriedOf, isForeign, visitOf, type OfficeEnv } from './access.ts';
import { countLog, readLog, record } from './audit.ts';
import { exportCsv } from './export.ts';
import { readForm } from './form.ts';
import { countMessages, DUE_FILTERS, listMessages, STATE_FILTERS, SUSPICION_FILTERS, topicsOf, type Filter } from './message-list.ts';
import { messageRoutes } from './message-routes.ts';
import type { OfficeOptions } from './options.ts';
import { listPage, queryOf } from './pages/list.ts';
import { logPage } from './pages/log.ts';
import { homeOf, may, type View } from './pages/page.ts';
import { refusalPage } from './pages/refusal.ts';
import { signInPage, type Kept } from './pages/sign-in.ts';
import { personRoutes } from './person-routes.ts';
import { beginSession, endSession, keepSearch } from './sessions.ts';
import { holderOf, type Actor } from './tokens.ts';
import type { Ballots } from '../voting/ballots.ts';
import type { VotingOptions } from '../voting/options.ts';
import { ballotRoutes } from './ballot-routes.ts';
import { giveCookie, takeCookie, visitor } from './visitor.ts';

const MESSAGES_ON_PAGE = 25;
const LINES_ON_PAGE = 100;
const SEARCH_MAX = 200;
const STYLE = new URL('style.css', import.meta.url);

const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The city's side, under `/office`: pages of HTML that need no script. */
export function officeRoutes(options: OfficeOptions & VotingOptions, allBallots: Ballots): Hono<OfficeEnv> {
  const { database, clock, topics } = options;
  const app = new Hono<OfficeEnv>();
  const messages = messageRoutes(options);
  const ballots = ballotRoutes(options, allBallots);

  app.get('/style.css', async (c) => c.body(await readFile(STYLE, 'utf8'), 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=300' }));

  app.use(async (c, next) => {
    c.header('Content-Security-Policy', POLICY);
    c.header('Cache-Control', 'no-store');
    await next();
  });
  app.use(visitor(database, clock));

  app.get('/login', (c) => (c.var.view.session ? c.redirect(homeOf(c.var.view), 303) : answer(c, signInPage(c.var.view, { notice: c.req.query('done') === undefined ? undefined : c.var.view.words.signedOut }))));

  app.post('/login', async (c) => {
    const { view } = c.var;
    const form = await readForm(c.req.raw);
    const kept = isForeign(c) ? undefined : carriedOf(form);
    const token = form.text('token');
    const actor = isForeign(c) ? undefined : await holderOf(database, token);
    if (!actor) return answer(c, signInPage(view, { kept, fault: token ? view.words.tokenWrong : view.words.tokenMissing }), 422);
    const session = await beginSession(database, clock(), actor);
    giveCookie(c, session);
    const page = kept && (await bringBack(kept, { ...view, session, path: kept.path }));
    return page ? answer(c, page) : c.redirect(homeOf({ ...view, session }), 303);

    async function bringBack({ path, fields }: Kept, back: View) {
      const given = Object.fromEntries(fields);
      if (path.startsWith('/office/ballots/')) return may(back, 'votes:enter') ? ballots.show(back, given, view.words.kept) : undefined;
      return may(back, 'feedback:write') ? messages.show(back, session.actor.name, path.split('/').at(-1) ?? '', { handling: given, notice: view.words.kept }) : undefined;
    }
  });

  app.post('/logout', allow(undefined), async (c) => {
    await endSession(database, visitOf(c).session.secret);
    takeCookie(c);
    return c.redirect('/office/login?done', 303);
  });

  app.get('/', allow('feedback:read'), async (c) => {
    const { view, session } = visitOf(c);
    const now = clock();
    const filter = filterOf(c, session.search);
    const parts = await database.transaction(async (tx) => {
      const count = await countMessages(tx, filter, now);
      const { page, lastPage } = pageOf(c, count, MESSAGES_ON_PAGE);
      const listed = await listMessages(tx, filter, now, (page - 1) * MESSAGES_ON_PAGE, MESSAGES_ON_PAGE);
      await record(tx, now, { actor: session.actor.name, action: 'list', detail: { ids: listed.map(({ id }) => id) } });
      return { count, page, lastPage, messages: listed, topics: await topicsOf(tx) };
    });
    return answer(c, listPage({ ...view, path: `/office${queryOf(filter)}` }, { ...parts, filter, now }));
  });

  app.post('/find', allow('feedback:read'), async (c) => {
    const { form } = c.var;
    const filter = { ...chosen((name) => form.text(name)), search: form.text('search').slice(0, SEARCH_MAX) || undefined };
    await keepSearch(database, visitOf(c).session, filter.search ?? '');
    return c.redirect(`/office${queryOf(filter)}`, 303);
  });

  app.get('/messages.csv', async (c, next) => {
    const bearer = bearerOf(c.req.raw);
    if (bearer === undefined) return next();
    const actor = await holderOf(database, bearer);
    if (!actor) return c.body(null, 401, { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
    if (!actor.scopes.includes('feedback:export')) return c.body(null, 403, { 'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="feedback:export"' });
    return csv(c, actor, undefined);
  }, allow('feedback:export'), (c) => csv(c, visitOf(c).session.actor, visitOf(c).session.search));

  async function csv(c: Context<OfficeEnv>, actor: Actor, search: string | undefined): Promise<Response> {
    // An export without the words of its questions is better than none.
    const lines = await exportCsv(database, clock(), actor.name, filterOf(c, search), c.var.view.lang, await topics().catch(() => []));
    return c.body((Readable.toWeb(Readable.from(lines)) as ReadableStream<string>).pipeThrough(new TextEncoderStream()), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="messages.csv"',
    });
  }

  app.get('/log', allow('log:read'), async (c) => {
    const { page, lastPage } = pageOf(c, await countLog(database), LINES_ON_PAGE);
    const deeds = await readLog(database, { limit: LINES_ON_PAGE, offset: (page - 1) * LINES_ON_PAGE });
    return answer(c, logPage({ ...c.var.view, path: '/office/log' }, { deeds, page, lastPage }));
  });

  app.route('/messages', messages.routes);
  app.route('/ballots', ballots.routes);
  app.route('/person', personRoutes(options));
  app.all('*', (c) => answer(c, refusalPage(c.var.view, { kind: 'notFound' }), 404));
  return app;
}

/** The filter of an address. Without one it shows what waits for the city. */
function filterOf(c: Context, search: string | undefined): Filter {
  const query = (name: string) => (c.req.query(name) ?? '').replace(/\p{Cc}/gu, '');
  const filter = chosen(query);
  return { ...filter, state: query('state') ? filter.state : 'open', ...(query('search') && search && { search }) };
}

function chosen(text: (name: string) => string): Filter {
  return {
    state: STATE_FILTERS.find((state) => state === text('state')),
    topic: text('topic') || undefined,
    due: DUE_FILTERS.find((due) => due === text('due')),
    suspicion: SUSPICION_FILTERS.find((suspicion) => suspicion === text('suspicion')),
  };
}

/** The page that an address asks for, among those that there are. */
function pageOf(c: Context, count: number, size: number): { readonly page: number; readonly lastPage: number } {
  const lastPage = Math.max(1, Math.ceil(count / size));
  return { page: Math.min(lastPage, Math.max(1, Math.trunc(Number(c.req.query('page')) || 1))), lastPage };
}
