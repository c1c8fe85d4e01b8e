import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { Ballot } from '../../../src/model/ballot.ts';
import { BrokenFile } from '../content/document.ts';
import { Problem } from '../http/problems.ts';
import { BatchDesk, whyFixed } from '../voting/batch-desk.ts';
import { readBatches, type StoredBatch } from '../voting/batch.ts';
import type { Ballots, CurrentBallot } from '../voting/ballots.ts';
import { figuresOf } from '../voting/figures.ts';
import type { VotingOptions } from '../voting/options.ts';
import { isUuid } from '../uuid.ts';
import { allow, answer, visitOf, type OfficeEnv } from './access.ts';
import { BATCH_KINDS, batchOf, givenOf, type BatchKind, type Given } from './batch-form.ts';
import { ballotPage, ballotPath, ballotsPage } from './pages/ballots.ts';
import { batchPage, withdrawPage } from './pages/batch.ts';
import { say, type FieldFault, type Html, type View } from './pages/page.ts';
import { refusalPage } from './pages/refusal.ts';
import type { WordKey } from './words/en.ts';

const REASON_MAX = 200;
/** What has just been done, as the ballot's page says it after the form was sent. */
const DONE = { entered: 'batchEntered', corrected: 'batchCorrected', withdrawn: 'batchWithdrawnNow' } as const satisfies Readonly<Record<string, WordKey>>;
/** The address of a form of a batch. */
const FORM = /^\/office\/ballots\/([^/]+)\/(?:enter\/(votes|totals)|batches\/([^/]+)\/correct)$/;

/** A form of a batch, and what it is about. */
interface BatchForm {
  readonly current: CurrentBallot;
  readonly kind: BatchKind;
  /** The batch that is corrected. */
  readonly corrected?: StoredBatch | undefined;
}

export interface BallotRoutes {
  readonly routes: Hono<OfficeEnv>;
  /** The form at an address, with what stood in it; undefined where there is none. */
  show(view: View, given: Given, notice: string): Promise<Html | undefined>;
}

/** What the city sees of its ballots, and where it enters votes from paper. */
export function ballotRoutes(options: VotingOptions, ballots: Ballots): BallotRoutes {
  const { database, clock } = options;
  const desk = new BatchDesk(options);
  const routes = new Hono<OfficeEnv>();
  routes.use(allow('votes:enter'));

  routes.get('/', async (c) => {
    const counted = await Promise.all((await ballots.all()).map(async ({ ballot }) => ({ ballot, figures: await figuresOf(database, ballot) })));
    return answer(c, ballotsPage(c.var.view, { ballots: counted, now: clock() }));
  });

  routes.get('/:ballot', async (c) => {
    const current = await ballotOf(c);
    return current ? answer(c, await overview(c.var.view, current, DONE[c.req.query('done') as keyof typeof DONE])) : notFound(c);
  });

  for (const path of [`/:ballot/enter/:kind{${BATCH_KINDS.join('|')}}`, '/:ballot/batches/:batch/correct']) {
    const formOf = (c: Context<OfficeEnv>) => formAt(c.req.param('ballot') ?? '', c.req.param('kind') as BatchKind | undefined, c.req.param('batch'));
    routes.get(path, async (c) => {
      const form = await formOf(c);
      return form ? answer(c, pageOf(c.var.view, form, { ...(form.corrected && givenOf(form.current.ballot, form.corrected)), batch: randomUUID() })) : notFound(c);
    });
    routes.post(path, async (c) => {
      const form = await formOf(c);
      if (form) return save(c, form);
      // Pressed twice, the first press has already taken the earlier batch out.
      const current = await ballotOf(c);
      const key = c.var.form.text('batch').toLowerCase();
      return current && (await readBatches(database, current.ballot.id)).some((batch) => batch.id === key) ? c.redirect(`${ballotPath(current.ballot)}?done=corrected`, 303) : notFound(c);
    });
  }

  routes.get('/:ballot/batches/:batch/withdraw', async (c) => {
    const current = await ballotOf(c);
    const batch = current && (await batchAt(current.ballot, c.req.param('batch')));
    return batch ? answer(c, withdrawPage(c.var.view, { ballot: current.ballot, batch })) : notFound(c);
  });

  routes.post('/:ballot/batches/:batch/withdraw', async (c) => {
    const { view, form } = c.var;
    const current = await ballotOf(c);
    const batch = current && (await batchAt(current.ballot, c.req.param('batch')));
    if (!batch) return notFound(c);
    const { ballot } = current;
    const reason = form.text('reason');
    const faults = faultsOfReason(view, reason);
    if (faults.length) return answer(c, withdrawPage(view, { ballot, batch, reason, faults }), 422);
    if (whyFixed(ballot, clock())) return answer(c, await overview({ ...view, path: ballotPath(ballot) }, current), 409);
    await desk.withdraw(current, batch.id, reason, visitOf(c).session.actor.name);
    return c.redirect(`${ballotPath(ballot)}?done=withdrawn`, 303);
  });

  routes.onError((error, c) => {
    if (error instanceof BrokenFile) return answer(c, refusalPage(c.var.view, { kind: 'failed' }), 503);
    throw error;
  });

  async function save(c: Context<OfficeEnv>, { current, kind, corrected }: BatchForm): Promise<Response> {
    const { view, form } = c.var;
    const { ballot } = current;
    const { given, batch, faults } = batchOf(view, ballot, kind, form);
    const key = form.text('batch').toLowerCase();
    const reason = form.text('reason');
    const all = [...faults, ...(corrected ? faultsOfReason(view, reason) : [])];
    if (!batch || all.length || !isUuid(key)) return answer(c, pageOf(view, { current, kind, corrected }, isUuid(key) ? given : { ...given, batch: randomUUID() }, { faults: all }), 422);
    if (whyFixed(ballot, clock())) return answer(c, pageOf(view, { current, kind, corrected }, given, { faults: [{ field: 'place', text: view.words[`fixed-${whyFixed(ballot, clock())!}`] }] }), 409);
    try {
      await desk.enter(current, key, batch, visitOf(c).session.actor.name, corrected && { id: corrected.id, reason });
    } catch (error) {
      const word = error instanceof Problem ? ({ 'idempotency-mismatch': 'batchTwice', 'not-found': 'batchGone' } as const)[error.code as 'not-found'] : undefined;
      if (!word) throw error;
      return answer(c, pageOf(view, { current, kind, corrected }, given, { faults: [{ field: 'place', text: view.words[word] }] }), 409);
    }
    return c.redirect(`${ballotPath(ballot)}?done=${corrected ? 'corrected' : 'entered'}`, 303);
  }

  async function overview(view: View, current: CurrentBallot, done?: WordKey): Promise<Html> {
    const { ballot } = current;
    const now = clock();
    return ballotPage(view, { ballot, figures: await figuresOf(database, ballot), batches: await readBatches(database, ballot.id), now, fixed: whyFixed(ballot, now), notice: done && view.words[done] });
  }

  async function formAt(id: string, kind: BatchKind | undefined, batch = ''): Promise<BatchForm | undefined> {
    const current = await ballots.current(id);
    if (!current) return undefined;
    if (kind !== undefined) return { current, kind };
    const corrected = await batchAt(current.ballot, batch);
    return corrected && { current, corrected, kind: corrected.totals ? 'totals' : 'votes' };
  }

  async function ballotOf(c: Context<OfficeEnv>): Promise<CurrentBallot | undefined> {
    return ballots.current(c.req.param('ballot') ?? '');
  }

  /** A batch that counts. */
  async function batchAt(ballot: Ballot, id: string): Promise<StoredBatch | undefined> {
    return (await readBatches(database, ballot.id)).find((batch) => batch.id === id.toLowerCase() && !batch.withdrawnAt);
  }

  return {
    routes,
    async show(view, given, notice) {
      const [, id, kind, batch] = FORM.exec(view.path) ?? [];
      const form = id === undefined ? undefined : await formAt(decoded(id), kind as BatchKind | undefined, batch);
      return form && pageOf(view, form, given, { notice });
    },
  };
}

function pageOf(view: View, { current: { ballot }, kind, corrected }: BatchForm, given: Given, more: { readonly faults?: readonly FieldFault[]; readonly notice?: string } = {}): Html {
  return batchPage(view, { ballot, kind, corrected, given, ...more });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function faultsOfReason(view: View, reason: string): readonly FieldFault[] {
  if (!reason) return [{ field: 'reason', text: view.words.reasonNeeded }];
  return reason.length > REASON_MAX ? [{ field: 'reason', text: say(view, 'tooLong', { max: REASON_MAX }) }] : [];
}

function notFound(c: Context<OfficeEnv>): Response | Promise<Response> {
  return answer(c, refusalPage(c.var.view, { kind: 'notFound' }), 404);
}
