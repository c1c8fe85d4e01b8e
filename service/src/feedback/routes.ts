import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import * as v from 'valibot';
import { PHOTO_BYTES_MAX, PHOTOS_MAX, type Feedback, type FeedbackService } from '../../../src/model/feedback.ts';
import { validateFeedback } from '../../../src/model/feedback-rules.ts';
import { feedbackOf } from '../../../src/model/feedback-schema.ts';
import type { Database } from '../database/database.ts';
import { mediaTypeOf, parseJson, readBody } from '../http/body.ts';
import type { Clients } from '../http/clients.ts';
import { NOT_KEPT, REPLAYED } from '../http/headers.ts';
import { idempotencyKey, storedReceipt, storeOnce } from '../http/idempotency.ts';
import { rateLimit, type Rate } from '../http/limits.ts';
import { parseMultipart } from '../http/multipart.ts';
import { Problem } from '../http/problems.ts';
import type { Secrets } from '../secrets.ts';
import { dueOn } from './due.ts';
import { fingerprintOf } from './fingerprint.ts';
import { nextNumber } from './number.ts';
import { photosOf, type Photo } from './photos.ts';
import { judgeProof, makeChallenge, spendProof, type ProofPolicy } from './proof.ts';
import { codeHash, codeOf, type StoredReceipt } from './receipts.ts';
import { findStatus, insertFeedback } from './store.ts';

/** Bytes of the JSON of a feedback: the longest one that the rules allow, escaped, with room for answers. */
const JSON_MAX = 128_000;
/** The JSON, the photos, one photo too many (so that the rules can say so), and what separates the parts. */
const MULTIPART_MAX = JSON_MAX + (PHOTOS_MAX + 1) * (PHOTO_BYTES_MAX + 1_000);
const STATUS_MAX = 1_000;

export interface FeedbackOptions {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly clients: Clients;
  readonly clock: () => Date;
  /** What feedback can be about at present. A failure is passed on: nothing is refused because of our own fault. */
  readonly topics: () => Promise<readonly FeedbackService[]>;
  readonly proof: ProofPolicy;
  readonly rates: { readonly feedback: Rate; readonly status: Rate; readonly challenge: Rate };
}

/** `POST /feedback`, `POST /feedback/status` and `GET /challenge`. */
export function feedbackRoutes({ database, secrets, clients, clock, topics, proof, rates }: FeedbackOptions): Hono {
  const app = new Hono();

  app.post('/feedback', rateLimit(rates.feedback, clients, clock), async (c) => {
    const key = idempotencyKey(c.req.header('idempotency-key'));
    const { feedback, photos } = await readFeedback(c.req.raw);
    const submission = { key, fingerprint: fingerprintOf(secrets, feedback, photos.map(({ bytes }) => bytes)) };
    const earlier = await storedReceipt<StoredReceipt>(database, submission);
    if (earlier) return c.json(receiptOf(earlier), 201, REPLAYED);
    const topic = (await topics()).find(({ code }) => code === feedback.topic);
    const errors = validateFeedback(topic, feedback, photos);
    if (!topic || errors.length) throw new Problem('feedback-invalid', { errors });
    const judgement = await judgeProof(secrets, proof, c.req.header('aukio-proof'));
    const at = clock();
    const due = topic.answerDays === undefined ? undefined : dueOn(at, topic.answerDays);
    const number = await nextNumber(database, at);
    const receipt: StoredReceipt = {
      id: randomUUID(),
      number,
      receivedAt: at.toISOString(),
      ...(due !== undefined && feedback.answerBy !== 'none' && { dueOn: due }),
    };
    const stored = await storeOnce(database, submission, { receipt, at }, async (tx) => {
      const fresh = !judgement.spent || (await spendProof(tx, judgement.spent));
      const suspicions = fresh ? judgement.suspicions : [...judgement.suspicions, 'proof-replayed' as const];
      await insertFeedback(tx, { receipt, number, codeHash: codeHash(secrets, codeOf(secrets, receipt.id)), feedback, topic, photos, suspicions, dueOn: due });
    });
    return c.json(receiptOf(stored.receipt), 201, stored.replayed ? REPLAYED : NOT_KEPT);
  });

  app.post('/feedback/status', rateLimit(rates.status, clients, clock), async (c) => {
    if (mediaTypeOf(c.req.raw) !== 'application/json') throw new Problem('media-type');
    const query = v.safeParse(v.strictObject({ code: v.string() }), parseJson(await readBody(c.req.raw, STATUS_MAX)));
    if (!query.success) throw new Problem('malformed', { detail: 'The body has one member, "code".' });
    const status = await findStatus(database, codeHash(secrets, query.output.code));
    if (!status) throw new Problem('code-unknown');
    return c.json(status, 200, NOT_KEPT);
  });

  app.get('/challenge', rateLimit(rates.challenge, clients, clock), async (c) => {
    if (!proof.required) return c.body(null, 204, NOT_KEPT);
    return c.json(await makeChallenge(secrets, proof, clock()), 200, NOT_KEPT);
  });

  function receiptOf({ id, ...rest }: StoredReceipt): StoredReceipt & { readonly code: string } {
    return { id, code: codeOf(secrets, id), ...rest };
  }

  return app;
}

/** @throws {Problem} `media-type`, `too-large`, `malformed` */
async function readFeedback(request: Request): Promise<{ feedback: Feedback; photos: readonly Photo[] }> {
  const type = mediaTypeOf(request);
  if (type !== 'application/json' && type !== 'multipart/form-data') throw new Problem('media-type');
  const bytes = await readBody(request, type === 'application/json' ? JSON_MAX : MULTIPART_MAX);
  const { body, files } = type === 'application/json' ? { body: bytes, files: [] } : await parseMultipart(bytes, request.headers.get('content-type')!);
  if (body.byteLength > JSON_MAX) throw new Problem('too-large');
  const feedback = feedbackOf(parseJson(body));
  if (!feedback) throw new Problem('malformed', { detail: 'The body is not a feedback.' });
  return { feedback, photos: await photosOf(files) };
}
