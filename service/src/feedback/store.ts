import type { Feedback, FeedbackService, FeedbackState, FeedbackStatus } from '../../../src/model/feedback.ts';
import type { Text } from '../../../src/model/text.ts';
import type { Queryable } from '../database/database.ts';
import type { Photo } from './photos.ts';
import type { Suspicion } from './proof.ts';
import type { StoredReceipt } from './receipts.ts';

export interface NewFeedback {
  readonly receipt: StoredReceipt;
  readonly number: string;
  readonly codeHash: Uint8Array;
  readonly feedback: Feedback;
  readonly topic: FeedbackService;
  readonly photos: readonly Photo[];
  readonly suspicions: readonly Suspicion[];
  /** By when the city handles it, also where nobody waits for an answer. */
  readonly dueOn: string | undefined;
}

export async function insertFeedback(tx: Queryable, { receipt, number, codeHash, feedback, topic, photos, suspicions, dueOn }: NewFeedback): Promise<void> {
  const { about, message, place, answers, contact = {}, answerBy, mayPublish, language } = feedback;
  await tx.query(
    `INSERT INTO feedback (id, code_hash, received_at, changed_at, due_on, topic, topic_name, about, message, place, answers,
       name, email, phone, answer_by, may_publish, language, suspicion, number)
     VALUES ($1, $2, $3, $3, $4, $5, $6::jsonb, $7, $8, $9::jsonb, $10::jsonb, $11, $12, $13, $14, $15, $16, $17::jsonb, $18)`,
    [
      receipt.id, codeHash, receipt.receivedAt, dueOn ?? null, topic.code, JSON.stringify(topic.name), about ?? null, message, json(place), json(answers),
      contact.name ?? null, contact.email ?? null, contact.phone ?? null, answerBy, mayPublish, language, JSON.stringify(suspicions), number,
    ],
  );
  for (const [position, { type, bytes }] of photos.entries()) {
    await tx.query('INSERT INTO feedback_photo (feedback_id, position, type, bytes) VALUES ($1, $2, $3, $4)', [receipt.id, position, type, bytes]);
  }
}

interface StatusRow {
  readonly number: string;
  readonly state: FeedbackState;
  readonly received_at: Date;
  readonly changed_at: Date;
  readonly due_on: string | null;
  readonly topic_name: Text;
  readonly reply: string | null;
  readonly reason: string | null;
  readonly case_number: string | null;
}

/** What the code opens: never what was written. A due date is told to who waits for an answer. `undefined` where no feedback has it. */
export async function findStatus(database: Queryable, codeHash: Uint8Array): Promise<FeedbackStatus | undefined> {
  const [row] = await database.query<StatusRow>(
    "SELECT number, state, received_at, changed_at, CASE WHEN answer_by <> 'none' THEN due_on::text END AS due_on, topic_name, reply, reason, case_number FROM feedback WHERE code_hash = $1",
    [codeHash],
  );
  if (!row) return undefined;
  return {
    number: row.number,
    state: row.state,
    receivedAt: row.received_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    topic: row.topic_name,
    ...(row.due_on !== null && { dueOn: row.due_on }),
    ...(row.reply !== null && { reply: row.reply }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.case_number !== null && { caseNumber: row.case_number }),
  };
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
