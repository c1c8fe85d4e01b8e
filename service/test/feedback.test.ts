import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { PHOTO_BYTES_MAX, type Feedback, type FeedbackStatus } from '../../src/model/feedback.ts';
import type { Database } from '../src/database/database.ts';
import { appOn, FEEDBACK, JPEG, PNG, postOf, problemOf, rowsIn, WEBP, type TestedApp } from './app.ts';
import { onEachDatabase } from './databases.ts';

interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  readonly receivedAt: string;
  readonly dueOn?: string;
}

const receiptOf = async (response: Response) => {
  assert.equal(response.status, 201, await response.clone().text());
  return (await response.json()) as Receipt;
};

const FULL: Feedback = {
  topic: 'valaistus', about: 'https://merilehto.example/kadut?x=1', message: 'Valo vilkkuu.\n\tÖisin 👩‍👩‍👧 — “aina”.', answers: { pylvas: 'P 12', vika: 'vilkkuu' },
  place: { address: 'Rantatie 3', position: { latitude: 60.123456789, longitude: 24.9, accuracy: 12.5 } },
  contact: { name: 'Maija Meikäläinen', email: 'maija@example.fi', phone: '040 123 4567' }, answerBy: 'email', mayPublish: true, language: 'sv-FI',
};

await onEachDatabase('feedback', (engine) => {
  let database: Database;
  let app: TestedApp;
  before(async () => {
    database = await engine.openMigrated();
    app = appOn(database);
  });
  const stored = async (id: string) => (await database.query('SELECT * FROM feedback WHERE id = $1', [id]))[0]!;
  const photosOf = (id: string) => database.query<{ type: string; bytes: Uint8Array }>('SELECT type, bytes FROM feedback_photo WHERE feedback_id = $1 ORDER BY position', [id]);

  describe('that is sent', () => {
    test('is stored as it was written, and gets a receipt', async () => {
      const { id, receivedAt, dueOn } = await receiptOf(await app.post(FULL));
      const row = await stored(id);
      assert.equal((row['received_at'] as Date).toISOString(), receivedAt);
      assert.equal(dueOn, undefined);
      const { topic, about, message, place, answers, contact, language } = FULL;
      assert.deepEqual(
        { topic: row['topic'], about: row['about'], message: row['message'], place: row['place'], answers: row['answers'], contact: { name: row['name'], email: row['email'], phone: row['phone'] }, language: row['language'], state: row['state'], suspicion: row['suspicion'] },
        { topic, about, message, place, answers, contact, language, state: 'received', suspicion: [] },
      );
    });

    test('has a number that people can say: the year by the calendar of Finland, and one more than the last', async () => {
      // 23:30 on New Year's Eve by UTC is already January in Finland.
      const late = appOn(database, { clock: () => new Date('2026-12-31T23:30:00Z') });
      const key = randomUUID();
      const { number } = await receiptOf(await late.post(FEEDBACK, { key }));
      const [, year, running] = /^(\d{4})-(\d+)$/.exec(number) ?? [];
      assert.equal(year, '2027');
      assert.equal((await receiptOf(await late.post(FEEDBACK))).number, `2027-${Number(running) + 1}`);
      assert.equal((await receiptOf(await late.post(FEEDBACK, { key }))).number, number);
    });

    test('has a date by which it is answered where the topic has one, by the calendar of Finland', async () => {
      // 23:30 on New Year's Eve by UTC is already January in Finland.
      const late = appOn(database, { clock: () => new Date('2026-12-31T23:30:00Z') });
      assert.equal((await receiptOf(await late.post({ ...FEEDBACK, topic: 'saavutettavuus', answerBy: 'code' }))).dueOn, '2027-01-15');
    });

    test('has a due date for the city alone where no answer was asked for', async () => {
      const { id, code, dueOn } = await receiptOf(await app.post({ ...FEEDBACK, topic: 'saavutettavuus' }));
      assert.equal(dueOn, undefined);
      assert.equal('dueOn' in ((await (await app.status(code)).json()) as FeedbackStatus), false);
      assert.ok((await stored(id))['due_on']);
    });

    test('has photos, told by their bytes whatever the sender says of them', async () => {
      const { id } = await receiptOf(await app.post(FEEDBACK, { photos: [JPEG, PNG, WEBP] }));
      assert.deepEqual((await photosOf(id)).map(({ type, bytes }) => [type, Buffer.from(bytes)]), [['image/jpeg', Buffer.from(JPEG)], ['image/png', Buffer.from(PNG)], ['image/webp', Buffer.from(WEBP)]]);
    });

    test('is not stored with a file that is no photo, too large, or one too many', async () => {
      const before = await rowsIn(database);
      const large = new Uint8Array(PHOTO_BYTES_MAX + 1);
      large.set(JPEG);
      const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
      for (const [photos, errors] of [
        [[JPEG, svg], [{ code: 'photo-type', field: 'photos', values: { photo: 2 } }]],
        [[new Uint8Array()], [{ code: 'photo-type', field: 'photos', values: { photo: 1 } }]],
        [[large], [{ code: 'photo-too-large', field: 'photos', values: { photo: 1, max: PHOTO_BYTES_MAX } }]],
        [[JPEG, JPEG, JPEG, JPEG, JPEG, JPEG], [{ code: 'photos-too-many', field: 'photos', values: { max: 5, count: 6 } }]],
      ] as const) {
        const response = await app.post(FEEDBACK, { photos });
        assert.equal(response.status, 422);
        assert.deepEqual(((await response.json()) as { errors: unknown }).errors, errors);
      }
      assert.deepEqual(await rowsIn(database), before);
    });

    test('is refused with every broken rule by its field, and nothing is stored', async () => {
      const before = await rowsIn(database);
      const response = await app.post({ ...FULL, answers: {}, message: ' ', contact: { email: 'maija' } });
      assert.equal(response.status, 422);
      const problem = (await response.json()) as { code: string; errors: { code: string; field: string }[] };
      assert.equal(problem.code, 'feedback-invalid');
      assert.deepEqual(problem.errors.map(({ code, field }) => [field, code]), [['message', 'message-missing'], ['answers.vika', 'answer-missing'], ['email', 'email-wrong']]);
      assert.deepEqual(await rowsIn(database), before);
    });

    test('is refused with a topic that the city does not have', async () => {
      const response = await app.post({ ...FEEDBACK, topic: 'jokin' });
      assert.deepEqual(((await response.json()) as { errors: unknown }).errors, [{ code: 'topic-unknown', field: 'topic' }]);
    });

    test('is asked for again, not refused, where the topics cannot be read', async () => {
      const broken = appOn(database, { topics: () => Promise.reject(Object.assign(new Error('gone'), { code: 'ENOENT' })) });
      const response = await broken.post(FEEDBACK);
      assert.equal(response.status, 503);
      assert.ok(response.headers.has('retry-after'));
    });

    test('is refused where no database would keep a character', async () => {
      for (const message of ['a\0b', 'a\uD800b']) {
        const response = await app.post({ ...FEEDBACK, message });
        assert.deepEqual(((await response.json()) as { errors: unknown }).errors, [{ code: 'control-characters', field: 'message' }]);
      }
    });
  });

  describe('under one key', () => {
    test('is one feedback, and one receipt, however often it is sent', async () => {
      const before = await rowsIn(database);
      const key = randomUUID();
      const first = await app.post(FULL, { key });
      const again = await app.post(FULL, { key: key.toUpperCase() });
      assert.equal(first.headers.get('idempotency-replayed'), null);
      assert.equal(again.headers.get('idempotency-replayed'), 'true');
      assert.deepEqual(await receiptOf(again), await receiptOf(first));
      assert.deepEqual(await rowsIn(database), { ...before, feedback: before.feedback + 1, keys: before.keys + 1 });
    });

    test('is one of twenty that come at the same time', async () => {
      const before = await rowsIn(database);
      const key = randomUUID();
      const responses = await Promise.all(Array.from({ length: 20 }, () => app.post(FEEDBACK, { key, photos: [JPEG] })));
      const receipts = await Promise.all(responses.map(receiptOf));
      assert.equal(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size, 1);
      assert.equal(responses.filter((response) => !response.headers.has('idempotency-replayed')).length, 1);
      assert.deepEqual(await rowsIn(database), { feedback: before.feedback + 1, photos: before.photos + 1, keys: before.keys + 1 });
    });

    test('may have another proof and another order of members: the words count', async () => {
      const key = randomUUID();
      const first = await receiptOf(await app.post(FEEDBACK, { key }));
      const reordered = Object.fromEntries(Object.entries(FEEDBACK).reverse());
      assert.deepEqual(await receiptOf(await app.post(reordered, { key, proof: null })), first);
    });

    test('may not have other words, or other photos', async () => {
      const key = randomUUID();
      await receiptOf(await app.post(FEEDBACK, { key, photos: [JPEG] }));
      const before = await rowsIn(database);
      for (const other of [await app.post({ ...FEEDBACK, message: 'Muuta' }, { key, photos: [JPEG] }), await app.post(FEEDBACK, { key, photos: [PNG] }), await app.post(FEEDBACK, { key })]) {
        assert.equal(other.status, 422);
        assert.equal(await problemOf(other), 'idempotency-mismatch');
      }
      assert.deepEqual(await rowsIn(database), before);
    });

    test('with other words at the same time, the first wins and the other is told', async () => {
      const key = randomUUID();
      const responses = await Promise.all(['a', 'b', 'c', 'd'].map((message) => app.post({ ...FEEDBACK, message }, { key })));
      assert.deepEqual(responses.map(({ status }) => status).sort(), [201, 422, 422, 422]);
    });

    test('gets its receipt also when its topic has gone since', async () => {
      const key = randomUUID();
      const first = await receiptOf(await app.post(FEEDBACK, { key }));
      const later = appOn(database, { topics: () => Promise.resolve([]) });
      assert.deepEqual(await receiptOf(await later.post(FEEDBACK, { key })), first);
    });

    test('is stored by the second attempt where the first broke off before it was stored', async () => {
      const before = await rowsIn(database);
      const key = randomUUID();
      const breaking: Database = {
        ...database,
        transaction: (work) => database.transaction(async (tx) => {
          await work(tx);
          throw new Error('the process died before COMMIT');
        }),
      };
      assert.equal((await appOn(breaking).sendUnchecked('/feedback', postOf(FEEDBACK, { key, photos: [JPEG] }))).status, 500);
      assert.deepEqual(await rowsIn(database), before);
      await receiptOf(await app.post(FEEDBACK, { key, photos: [JPEG] }));
      assert.deepEqual(await rowsIn(database), { feedback: before.feedback + 1, photos: before.photos + 1, keys: before.keys + 1 });
    });

    // The embedded database has one session: its transactions run one after the other, and none is ever seen running.
    if (engine.name === 'PostgreSQL') test('is told that the first is still running where that takes too long', async () => {
      const key = randomUUID();
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      let started = () => {};
      const running = new Promise<void>((resolve) => (started = resolve));
      const first = database.transaction(async (tx) => {
        await tx.query("INSERT INTO idempotency (key, fingerprint, receipt, stored_at) VALUES ($1, '', '{}', now())", [key]);
        started();
        await held;
        throw new Error('given up');
      });
      await running;
      const second = await app.post(FEEDBACK, { key });
      assert.equal(second.status, 409);
      assert.equal(await problemOf(second), 'in-progress');
      release();
      await assert.rejects(first);
      await receiptOf(await app.post(FEEDBACK, { key }));
    });
  });

  describe('once it is received', () => {
    test('has a state that its code opens, however it is typed', async () => {
      const { number, code, receivedAt } = await receiptOf(await app.post(FULL));
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' – ')} `, code.replaceAll('0', 'o').replaceAll('1', 'l')]) {
        const response = await app.status(typed);
        assert.equal(response.status, 200);
        assert.deepEqual(await response.json(), { number, state: 'received', receivedAt, changedAt: receivedAt, topic: 'Katuvalot' } satisfies FeedbackStatus);
      }
    });

    test('shows what the city said, and never what was written', async () => {
      const { id, number, code, receivedAt } = await receiptOf(await app.post({ ...FULL, topic: 'saavutettavuus', answers: {} }));
      await database.query("UPDATE feedback SET state = 'registry', changed_at = $2, reply = 'Siirretty.', reason = 'Asia', case_number = 'MER/12/2026' WHERE id = $1", [id, '2027-01-02T03:04:05Z']);
      const status = (await (await app.status(code)).json()) as FeedbackStatus;
      assert.deepEqual({ ...status, dueOn: undefined }, { number, state: 'registry', receivedAt, changedAt: '2027-01-02T03:04:05.000Z', dueOn: undefined, topic: 'Saavutettavuus', reply: 'Siirretty.', reason: 'Asia', caseNumber: 'MER/12/2026' });
      assert.match(status.dueOn!, /^\d{4}-\d\d-\d\d$/);
    });

    test('gives one answer to every code that opens nothing', async () => {
      const answers = await Promise.all(['', 'x', 'E3Q7-HTP0-Z8RB-195Q', 'UUUU-UUUU-UUUU-UUUU', '\0', "' OR 1=1 --", '😀'.repeat(100)].map(async (code) => {
        const response = await app.status(code);
        return `${response.status} ${await response.text()}`;
      }));
      assert.equal(new Set(answers).size, 1);
      assert.match(answers[0]!, /^404 .*"code-unknown"/);
    });

    test('keeps its code out of the database', async () => {
      const { id, code } = await receiptOf(await app.post(FEEDBACK));
      const [dump] = await database.query<{ text: string }>('SELECT f::text || i::text AS text FROM feedback f, idempotency i WHERE f.id = $1 AND i.receipt::text LIKE $2', [id, `%${id}%`]);
      assert.ok(dump);
      for (const secret of [code, code.replaceAll('-', ''), Buffer.from(code).toString('hex')]) assert.ok(!dump.text.includes(secret));
    });
  });
});
