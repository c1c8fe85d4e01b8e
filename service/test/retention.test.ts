import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Database } from '../src/database/database.ts';
import { readLog } from '../src/office/audit.ts';
import { applyRetention } from '../src/office/retention.ts';
import { appOn, FEEDBACK, JPEG, type TestedApp } from './app.ts';
import { onEachDatabase } from './databases.ts';

const DAY = 86_400_000;
const ARRIVAL = new Date('2026-03-01T10:00:00Z');
const after = (days: number) => new Date(ARRIVAL.getTime() + days * DAY);

await onEachDatabase('retention', (engine) => {
  let database: Database;
  let app: TestedApp;
  before(async () => {
    database = await engine.openMigrated();
    app = appOn(database, { clock: () => ARRIVAL });
  });

  const receive = async () => {
    const contact = { name: 'Maija', email: 'maija@example.fi', phone: '040 123 4567' };
    const response = await app.post({ ...FEEDBACK, contact, answerBy: 'email' }, { photos: [JPEG] });
    return ((await response.json()) as { id: string }).id;
  };
  const kept = async (id: string) => {
    const [row] = await database.query<{ contact: boolean; message: boolean; photos: number }>(
      `SELECT name IS NOT NULL OR email IS NOT NULL OR phone IS NOT NULL AS contact, message IS NOT NULL AS message,
         (SELECT count(*)::int FROM feedback_photo WHERE feedback_id = id) AS photos FROM feedback WHERE id = $1`,
      [id],
    );
    return row;
  };

  test('takes contact details after the days that the form names, and nothing a day before', async () => {
    const id = await receive();
    await applyRetention(database, after(89), { contactDays: 90, photoDays: 1000 });
    assert.deepEqual(await kept(id), { contact: true, message: true, photos: 1 });
    assert.deepEqual(await applyRetention(database, after(90.1), { contactDays: 90, photoDays: 1000 }), { contacts: 1, photos: 0 });
    assert.deepEqual(await kept(id), { contact: false, message: true, photos: 1 });
  });

  test('takes photos some days after the city was done, never of a message that waits', async () => {
    const [open, closed] = [await receive(), await receive()];
    await database.query("UPDATE feedback SET state = 'closed', reason = 'Valmis', changed_at = $2 WHERE id = $1", [closed, after(10)]);
    await applyRetention(database, after(39), { contactDays: 1000, photoDays: 30 });
    assert.equal((await kept(closed))?.photos, 1);
    await applyRetention(database, after(40.1), { contactDays: 1000, photoDays: 30 });
    assert.equal((await kept(closed))?.photos, 0);
    assert.equal((await kept(open))?.photos, 1);
  });

  test('writes a line for each message, and does no more when it is run again or twice at once', async () => {
    await database.query('DELETE FROM feedback');
    const id = await receive();
    await database.query("UPDATE feedback SET state = 'answered' WHERE id = $1", [id]);
    const run = () => applyRetention(database, after(91), { contactDays: 90, photoDays: 30 });
    const runs = await Promise.all([run(), run(), run()]);
    assert.deepEqual(runs.reduce((sum, { contacts, photos }) => ({ contacts: sum.contacts + contacts, photos: sum.photos + photos })), { contacts: 1, photos: 1 });
    const lines = await readLog(database, { message: id, limit: 10 });
    assert.deepEqual(lines.map(({ actor, action, detail }) => [actor, action, detail.fields]).sort(), [['retention', 'retention', ['contact']], ['retention', 'retention', ['photos']]]);
    assert.ok(!JSON.stringify(lines).includes('maija'));
  });
});
