import { PHOTO_TYPES, type AnswerWay, type FeedbackPlace, type FeedbackState } from '../../../src/model/feedback.ts';
import type { Text } from '../../../src/model/text.ts';
import type { Queryable } from '../database/database.ts';
import { isNumber } from '../feedback/number.ts';
import type { Suspicion } from '../feedback/proof.ts';
import { isUuid } from '../uuid.ts';

/** A message as the city sees it. What was erased is null. */
export interface Message {
  readonly id: string;
  /** As people say it. */
  readonly number: string;
  readonly receivedAt: Date;
  /** Changes with everything that the sender sees. */
  readonly changedAt: Date;
  readonly dueOn: string | null;
  readonly state: FeedbackState;
  readonly topic: string;
  readonly topicName: Text;
  readonly about: string | null;
  readonly message: string | null;
  readonly place: FeedbackPlace | null;
  readonly answers: Readonly<Record<string, string | readonly string[]>> | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly contactErasedAt: Date | null;
  readonly answerBy: AnswerWay;
  readonly mayPublish: boolean;
  readonly language: string;
  readonly suspicion: readonly Suspicion[];
  readonly reply: string | null;
  readonly reason: string | null;
  readonly caseNumber: string | null;
  readonly publishedText: string | null;
  readonly publishedAt: Date | null;
  readonly erasedAt: Date | null;
  readonly photos: readonly PhotoEntry[];
}

export interface PhotoEntry {
  readonly position: number;
  readonly type: string;
  readonly bytes: number;
}

/** What the city says of a message. The sender sees it at once. */
export interface Handling {
  readonly state: FeedbackState;
  readonly reply: string;
  /** Of `closed`. */
  readonly reason: string;
  /** Of `registry`. */
  readonly caseNumber: string;
}

const COLUMNS = `id, number, received_at AS "receivedAt", changed_at AS "changedAt", due_on::text AS "dueOn", state, topic, topic_name AS "topicName",
  about, message, place, answers, name, email, phone, contact_erased_at AS "contactErasedAt", answer_by AS "answerBy", may_publish AS "mayPublish",
  language, suspicion, reply, reason, case_number AS "caseNumber", published_text AS "publishedText", published_at AS "publishedAt", erased_at AS "erasedAt",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('position', position, 'type', type, 'bytes', octet_length(bytes)) ORDER BY position), '[]')
   FROM feedback_photo WHERE feedback_id = id) AS photos`;

/** @param condition and its values, from `$1` on */
export async function readMessages(tx: Queryable, condition: string, values: readonly unknown[]): Promise<readonly Message[]> {
  return tx.query<Message>(`SELECT ${COLUMNS} FROM feedback WHERE ${condition} ORDER BY received_at, id`, values);
}

/** @param id or the number that people say */
export async function readMessage(tx: Queryable, id: string): Promise<Message | undefined> {
  if (isNumber(id)) return (await readMessages(tx, 'number = $1', [id]))[0];
  return isUuid(id) ? (await readMessages(tx, 'id = $1', [id]))[0] : undefined;
}

/** The type of a photo, where it is one that may be served as such. */
export function photoType({ type }: Pick<PhotoEntry, 'type'>): (typeof PHOTO_TYPES)[number] | undefined {
  return PHOTO_TYPES.find((known) => known === type);
}

/** A name for the file of a photo, by the number that people say; without an ending where its type is none that is known. */
export function photoName({ number }: Pick<Message, 'number'>, photo: Pick<PhotoEntry, 'position' | 'type'>): string {
  return `${number}-${photo.position + 1}${photoType(photo)?.replace('image/', '.') ?? ''}`;
}

export async function readPhoto(tx: Queryable, id: string, position: number): Promise<{ readonly type: string; readonly bytes: Uint8Array } | undefined> {
  const [photo] = await tx.query<{ type: string; bytes: Uint8Array }>('SELECT type, bytes FROM feedback_photo WHERE feedback_id = $1 AND position = $2', [id, position]);
  return photo;
}

/** @returns false where somebody else has changed it since `seen`, or it was erased */
export async function handleMessage(tx: Queryable, now: Date, id: string, seen: Date, { state, reply, reason, caseNumber }: Handling): Promise<boolean> {
  const changed = await tx.query(
    `UPDATE feedback SET state = $3, reply = $4, reason = $5, case_number = $6, changed_at = $7
     WHERE id = $1 AND changed_at = $2 AND erased_at IS NULL RETURNING id`,
    [id, seen, state, reply || null, (state === 'closed' && reason) || null, (state === 'registry' && caseNumber) || null, now],
  );
  return changed.length > 0;
}

/** Takes a message off the queue of suspicious ones. @returns false where it was not in it */
export async function releaseMessage(tx: Queryable, id: string): Promise<boolean> {
  return (await tx.query("UPDATE feedback SET suspicion = '[]' WHERE id = $1 AND jsonb_array_length(suspicion) > 0 RETURNING id", [id])).length > 0;
}

/** @returns false where the sender has not given permission, or the message was erased */
export async function publishMessage(tx: Queryable, now: Date, id: string, text: string): Promise<boolean> {
  return (await tx.query('UPDATE feedback SET published_text = $2, published_at = $3 WHERE id = $1 AND may_publish AND erased_at IS NULL RETURNING id', [id, text, now])).length > 0;
}

/** @returns false where it was not published */
export async function unpublishMessage(tx: Queryable, id: string): Promise<boolean> {
  return (await tx.query('UPDATE feedback SET published_text = NULL, published_at = NULL WHERE id = $1 AND published_at IS NOT NULL RETURNING id', [id])).length > 0;
}

/**
 * Erases all that was written by and about the sender. What stays is no personal data: the number, topic, times and state.
 * @returns false where it was erased before
 */
export async function eraseMessage(tx: Queryable, now: Date, id: string): Promise<boolean> {
  const erased = await tx.query(
    `UPDATE feedback SET message = NULL, about = NULL, place = NULL, answers = NULL, name = NULL, email = NULL, phone = NULL, reply = NULL, reason = NULL,
       case_number = NULL, published_text = NULL, published_at = NULL, erased_at = $2, changed_at = $2,
       state = CASE WHEN state IN ('received', 'in-handling') THEN 'closed' ELSE state END
     WHERE id = $1 AND erased_at IS NULL RETURNING id`,
    [id, now],
  );
  await tx.query('DELETE FROM feedback_photo WHERE feedback_id = $1', [id]);
  return erased.length > 0;
}
