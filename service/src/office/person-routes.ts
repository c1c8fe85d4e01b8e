import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { allow, answer, visitOf, type OfficeEnv } from './access.ts';
import { record, type Action } from './audit.ts';
import { eraseMessage, type Message } from './message.ts';
import type { OfficeOptions } from './options.ts';
import { personPage } from './pages/person.ts';
import { say } from './pages/page.ts';
import { personArchive } from './person-archive.ts';
import { messagesOf } from './person.ts';

/** The rights of a person over her data: to get it, and to have it erased. What she is searched by is in no address. */
export function personRoutes({ database, secrets, clock }: OfficeOptions): Hono<OfficeEnv> {
  const routes = new Hono<OfficeEnv>();

  routes.get('/', allow('feedback:read'), (c) => answer(c, personPage(c.var.view)));

  routes.post('/', allow('feedback:read'), async (c) => {
    const { view, form } = c.var;
    const detail = form.text('detail');
    if (!detail) return answer(c, personPage(view, { faults: [{ field: 'detail', text: view.words.personMissing }] }), 422);
    return answer(c, personPage(view, { detail, messages: await find(visitOf(c).session.actor.name, 'person', detail) }));
  });

  routes.post('/export', allow('feedback:export'), async (c) => {
    const messages = await find(visitOf(c).session.actor.name, 'export', c.var.form.text('detail'));
    return c.body(Readable.toWeb(Readable.from(personArchive(database, messages))) as ReadableStream<Uint8Array>, 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="messages.zip"',
    });
  });

  routes.post('/erase', allow('feedback:erase'), async (c) => {
    const { view, session } = visitOf(c);
    const { form } = c.var;
    const detail = form.text('detail');
    if (!form.text('confirmed')) {
      const messages = await find(session.actor.name, 'person', detail);
      return answer(c, personPage({ ...view, path: '/office/person' }, { detail, messages, faults: [{ field: 'confirmed', text: view.words.personEraseUnconfirmed }] }), 422);
    }
    const count = await database.transaction(async (tx) => {
      const now = clock();
      let erased = 0;
      for (const { id } of await messagesOf(tx, secrets, detail)) {
        if (!(await eraseMessage(tx, now, id))) continue;
        await record(tx, now, { actor: session.actor.name, action: 'erase', message: id });
        erased += 1;
      }
      return erased;
    });
    return answer(c, personPage({ ...view, path: '/office/person' }, { notice: say(view, 'personErased', { count }) }));
  });

  async function find(actor: string, action: Action, detail: string): Promise<readonly Message[]> {
    return database.transaction(async (tx) => {
      const messages = await messagesOf(tx, secrets, detail);
      await record(tx, clock(), { actor, action, detail: { ids: messages.map(({ id }) => id) } });
      return messages;
    });
  }

  return routes;
}
