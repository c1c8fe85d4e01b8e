import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Feedback, FeedbackStatus } from '../../src/model/feedback.ts';
import { SourceError } from '../../src/sources/errors.ts';
import { createRestSource } from '../../src/sources/rest.ts';
import type { DataSource, Receipt } from '../../src/sources/source.ts';
import { FEEDBACK, proofHeader } from './app.ts';
import { startService, type RunningService } from './running.ts';

/** What the page's own source does with the running service; photos travel by XMLHttpRequest, which a browser alone has. */

let service: RunningService;
let source: DataSource;

before(async () => {
  service = await startService({ environment: { AUKIO_RATE_STATUS: '20/3600' } });
  Object.assign(globalThis, { document: Object.assign(new EventTarget(), { baseURI: service.url }), location: new URL(service.url) });
  source = createRestSource(service.url);
});
after(() => service.stop());

const submit = (feedback: Feedback, key: string = randomUUID()): Promise<Receipt> =>
  source.submit!('feedback', feedback, { signal: new AbortController().signal, idempotencyKey: key, proof: proofHeader({ seconds: 20 }) });
const status = (code: string) => source.read('feedback/status', { code }, { signal: new AbortController().signal, lang: 'fi', confidential: true }) as Promise<FeedbackStatus>;
const failure = async (attempt: Promise<unknown>): Promise<SourceError> => {
  const error = await attempt.then(() => undefined, (reason: unknown) => reason);
  assert.ok(error instanceof SourceError, String(error));
  return error;
};

test('the page gets a receipt, the same one for the same form, and the state under its code', async () => {
  const key = randomUUID();
  const receipt = await submit({ ...FEEDBACK, topic: 'saavutettavuus', answerBy: 'code' }, key);
  assert.match(receipt.dueOn!, /^\d{4}-\d\d-\d\d$/);
  assert.deepEqual(await submit({ ...FEEDBACK, topic: 'saavutettavuus', answerBy: 'code' }, key), receipt);
  assert.deepEqual(await status(receipt.code!.toLowerCase()), { number: receipt.number!, state: 'received', receivedAt: receipt.receivedAt, changedAt: receipt.receivedAt, topic: 'Saavutettavuus', dueOn: receipt.dueOn });
});

test('the page is told which field is wrong', async () => {
  const error = await failure(submit({ ...FEEDBACK, message: '', answerBy: 'email' }));
  assert.deepEqual([error.kind, error.retry], ['invalid-data', false]);
  assert.deepEqual(error.errors, [{ code: 'message-missing', field: 'message' }, { code: 'email-missing', field: 'email' }]);
});

test('the page is told that its key came with other words', async () => {
  const key = randomUUID();
  await submit(FEEDBACK, key);
  const error = await failure(submit({ ...FEEDBACK, message: 'Muuta' }, key));
  assert.deepEqual([error.retry, error.problem], [false, 'idempotency-mismatch']);
});

test('the page is told that a code opens nothing, and later that it asks too often', async () => {
  assert.equal((await failure(status('0000-0000-0000-0000'))).kind, 'not-found');
  const kinds = await Promise.all(Array.from({ length: 20 }, () => failure(status('x')).then(({ kind, retry }) => `${kind} ${retry}`)));
  assert.ok(kinds.includes('too-many true'), kinds.join());
});

test('the page is told that no proof is asked for', async () => {
  assert.equal(await source.read('challenge', {}, { signal: new AbortController().signal, lang: 'fi' }), undefined);
});
