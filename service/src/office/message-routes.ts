import { Hono, type Context } from 'hono';
import { MESSAGE_MAX } from '../../../src/model/feedback.ts';
import type { Queryable, Transaction } from '../database/database.ts';
import { allow, answer, visitOf, type OfficeEnv } from './access.ts';
import { readLog, record, type Action, type DeedDetail } from './audit.ts';
import { handlingOf } from './handling-rules.ts';
import { eraseMessage, handleMessage, photoName, photoType, publishMessage, readMessage, readPhoto, releaseMessage, unpublishMessage, type Message } from './message.ts';
import type { OfficeOptions } from './options.ts';
import { erasePage, messagePage, type MessageParts } from './pages/message.ts';
import { say, type Html, type View } from './pages/page.ts';
import { refusalPage } from './pages/refusal.ts';
import type { WordKey } from './words/en.ts';

const DAY = 86_400_000;
const HISTORY = 100;

/** What has just been done to a message, as its page says it after the form was sent. */
const DONE = ['saved', 'released', 'published', 'unpublished', 'erased'] as const satisfies readonly WordKey[];

type Extra = Pick<MessageParts, 'handling' | 'publishedText' | 'faults' | 'notice'>;

export interface MessageRoutes {
  readonly routes: Hono<OfficeEnv>;
  /** The page of a message; the sight of it is logged. Undefined where there is no such message. */
  show(view: View, actor: string, id: string, extra?: Extra): Promise<Html | undefined>;
}

/** One message: its page, its photos, and what can be done with it. */
export function messageRoutes({ database, clock, topics, retention }: OfficeOptions): MessageRoutes {
  const routes = new Hono<OfficeEnv>();

  async function show(view: View, actor: string, id: string, extra: Extra = {}): Promise<Html | undefined> {
    const found = await database.transaction(async (tx) => {
      const message = await readMessage(tx, id);
      if (!message) return undefined;
      await record(tx, clock(), { actor, action: 'view', message: message.id });
      return { message, history: await readLog(tx, { message: message.id, limit: HISTORY }) };
    });
    if (!found) return undefined;
    const { message, history } = found;
    // A page without the words of its questions is better than none.
    const topic = (await topics().catch(() => [])).find(({ code }) => code === message.topic);
    return messagePage(view, { ...extra, message, history, topic, contactUntil: new Date(message.receivedAt.getTime() + retention.contactDays * DAY) });
  }

  async function page(c: Context<OfficeEnv>, extra: Extra = {}, status: 200 | 409 | 422 = 200): Promise<Response> {
    const { view, session } = visitOf(c);
    const html = await show({ ...view, path: pathOf(c) }, session.actor.name, idOf(c), extra);
    return html ? answer(c, html, status) : answer(c, refusalPage(view, { kind: 'notFound' }), 404);
  }

  /** Does something and logs it, both or neither. @param work returns the details for the log, or undefined where there was nothing to do */
  async function change(c: Context<OfficeEnv>, action: Action, work: (tx: Transaction, message: Message, now: Date) => Promise<DeedDetail | undefined>): Promise<'done' | 'refused' | 'gone'> {
    const { session } = visitOf(c);
    return database.transaction(async (tx) => {
      const now = clock();
      const message = await readMessage(tx, idOf(c));
      if (!message) return 'gone';
      const detail = await work(tx, message, now);
      if (!detail) return 'refused';
      await record(tx, now, { actor: session.actor.name, action, message: message.id, detail });
      return 'done';
    });
  }

  /** A change that needs nothing but its button. Pressed twice, or too late, it does no more and the page shows how things are. */
  function button(path: string, action: Action, done: (typeof DONE)[number], work: (tx: Queryable, id: string, now: Date) => Promise<boolean>): void {
    routes.post(`/:id/${path}`, allow(action === 'erase' ? 'feedback:erase' : 'feedback:write'), async (c) => {
      await change(c, action, async (tx, { id }, now) => ((await work(tx, id, now)) ? {} : undefined));
      return c.redirect(`${pathOf(c)}?done=${done}`, 303);
    });
  }

  routes.get('/:id', allow('feedback:read'), (c) => {
    const done = DONE.find((word) => word === c.req.query('done'));
    return page(c, done && { notice: c.var.view.words[done] });
  });

  routes.post('/:id', allow('feedback:write'), async (c) => {
    const { view, form } = c.var;
    const { given, handling, faults } = handlingOf(view, form);
    if (!handling) return page(c, { handling: given, faults }, 422);
    const seen = new Date(form.text('seen'));
    const result = await change(c, 'change', async (tx, message, now) => {
      const changed = !Number.isNaN(seen.getTime()) && await handleMessage(tx, now, message.id, seen, handling);
      return changed ? { state: handling.state, fields: changedFields(message, given) } : undefined;
    });
    if (result === 'refused') return page(c, { handling: given, faults: [{ field: 'state', text: view.words.changedMeanwhile }] }, 409);
    return c.redirect(`${pathOf(c)}?done=saved`, 303);
  });

  button('release', 'release', 'released', releaseMessage);
  button('unpublish', 'unpublish', 'unpublished', unpublishMessage);
  button('erase', 'erase', 'erased', (tx, id, now) => eraseMessage(tx, now, id));

  routes.post('/:id/publish', allow('feedback:write'), async (c) => {
    const { view, form } = c.var;
    const publishedText = form.text('publishedText');
    const fault = !publishedText ? view.words.publishedMissing : publishedText.length > MESSAGE_MAX ? say(view, 'tooLong', { max: MESSAGE_MAX }) : undefined;
    if (fault) return page(c, { publishedText, faults: [{ field: 'publishedText', text: fault }] }, 422);
    const result = await change(c, 'publish', async (tx, { id }, now) => ((await publishMessage(tx, now, id, publishedText)) ? {} : undefined));
    return c.redirect(`${pathOf(c)}${result === 'done' ? '?done=published' : ''}`, 303);
  });

  routes.get('/:id/erase', allow('feedback:erase'), async (c) => {
    const { view } = c.var;
    const message = await readMessage(database, idOf(c));
    return message ? answer(c, erasePage(view, message)) : answer(c, refusalPage(view, { kind: 'notFound' }), 404);
  });

  routes.get('/:id/photos/:position{\\d{1,3}}', allow('feedback:read'), async (c) => {
    const { view, session } = visitOf(c);
    const position = Number(c.req.param('position'));
    const photo = await database.transaction(async (tx) => {
      const message = await readMessage(tx, idOf(c));
      const found = message && (await readPhoto(tx, message.id, position));
      if (!found) return undefined;
      await record(tx, clock(), { actor: session.actor.name, action: 'photo', message: message.id, detail: { photo: position + 1 } });
      return { ...found, name: photoName(message, { position, type: found.type }) };
    });
    if (!photo) return answer(c, refusalPage(view, { kind: 'notFound' }), 404);
    // Opened by itself it is downloaded, and a browser that shows it all the same runs nothing in it.
    c.header('Content-Security-Policy', "default-src 'none'; sandbox");
    return c.body(new Uint8Array(photo.bytes), 200, {
      'Content-Type': photoType(photo) ?? 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${photo.name}"`,
    });
  });

  return { routes, show };
}

function idOf(c: Context<OfficeEnv>): string {
  return c.req.param('id') ?? '';
}

/** Anything may stand in an address; in a header it is written as it came. */
function pathOf(c: Context<OfficeEnv>): string {
  return `/office/messages/${encodeURIComponent(idOf(c))}`;
}

function changedFields(message: Message, given: { readonly state: string; readonly reply: string; readonly reason: string; readonly caseNumber: string }): NonNullable<DeedDetail['fields']> {
  return (['state', 'reply', 'reason', 'caseNumber'] as const).filter((field) => (message[field] ?? '') !== given[field]);
}
