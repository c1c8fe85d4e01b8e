import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { mediaTypeOf, parseJson, readBody } from '../http/body.ts';
import { bearerOf, NOT_KEPT } from '../http/headers.ts';
import { idempotencyKey } from '../http/idempotency.ts';
import { Problem } from '../http/problems.ts';
import { holderOf, type Actor } from '../office/tokens.ts';
import { isUuid } from '../uuid.ts';
import type { Ballots, CurrentBallot } from './ballots.ts';
import { BatchDesk } from './batch-desk.ts';
import { batchSchema, readBatches, withdrawalSchema } from './batch.ts';
import type { VotingOptions } from './options.ts';

const BATCH_MAX = 4_000_000;
const WITHDRAWAL_MAX = 2_000;

/**
 * `POST` and `GET /ballot/{id}/batches`, `POST /ballot/{id}/batches/{batch}/withdraw`: votes from paper, and of people who were
 * helped, by who has a token with `votes:enter`.
 */
export function batchRoutes(options: VotingOptions, ballots: Ballots): Hono {
  const { database } = options;
  const desk = new BatchDesk(options);
  const app = new Hono();

  app.post('/ballot/:id/batches', async (c) => {
    const actor = await actorOf(c);
    const current = await existing(c.req.param('id'));
    const key = idempotencyKey(c.req.header('idempotency-key'));
    return c.json(await desk.enter(current, key, await readJson(c.req.raw, batchSchema, BATCH_MAX), actor.name), 201, NOT_KEPT);
  });

  app.get('/ballot/:id/batches', async (c) => {
    await actorOf(c);
    const { ballot } = await existing(c.req.param('id'));
    const batches = await readBatches(database, ballot.id);
    return c.json({ batches: batches.map(({ votes: _, totals, ...batch }) => ({ ...batch, kind: totals ? 'totals' : 'votes' })) }, 200, NOT_KEPT);
  });

  app.post('/ballot/:id/batches/:batch/withdraw', async (c) => {
    const actor = await actorOf(c);
    const current = await existing(c.req.param('id'));
    const { reason } = await readJson(c.req.raw, withdrawalSchema, WITHDRAWAL_MAX);
    const batch = c.req.param('batch');
    if (!isUuid(batch) || !(await desk.withdraw(current, batch, reason, actor.name))) throw new Problem('not-found');
    return c.body(null, 204, NOT_KEPT);
  });

  return app;

  /** @throws {Problem} `token-wrong`, `scope-missing` */
  async function actorOf(c: Context): Promise<Actor> {
    const bearer = bearerOf(c.req.raw);
    const actor = bearer === undefined ? undefined : await holderOf(database, bearer);
    if (!actor) throw new Problem('token-wrong', { headers: { 'WWW-Authenticate': 'Bearer' } });
    if (!actor.scopes.includes('votes:enter')) throw new Problem('scope-missing', { headers: { 'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="votes:enter"' } });
    return actor;
  }

  async function existing(id: string): Promise<CurrentBallot> {
    const current = await ballots.current(id);
    if (!current) throw new Problem('not-found');
    return current;
  }
}

/** @throws {Problem} `media-type`, `too-large`, `malformed` */
async function readJson<Schema extends v.GenericSchema>(request: Request, schema: Schema, max: number): Promise<v.InferOutput<Schema>> {
  if (mediaTypeOf(request) !== 'application/json') throw new Problem('media-type');
  const read = v.safeParse(schema, parseJson(await readBody(request, max)));
  if (!read.success) throw new Problem('malformed', { detail: v.flatten(read.issues).root?.[0] ?? Object.keys(v.flatten(read.issues).nested ?? {}).join(', ') });
  return read.output;
}
