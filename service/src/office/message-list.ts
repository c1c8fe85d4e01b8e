import { FEEDBACK_STATES, type AnswerWay, type FeedbackState } from '../../../src/model/feedback.ts';
import type { Text } from '../../../src/model/text.ts';
import type { Queryable } from '../database/database.ts';
import { dueOn } from '../feedback/due.ts';

export const OPEN_STATES = ['received', 'in-handling'] as const satisfies readonly FeedbackState[];
export const STATE_FILTERS = ['open', ...FEEDBACK_STATES] as const;
export const DUE_FILTERS = ['overdue', 'soon', 'later', 'none'] as const;
export const SUSPICION_FILTERS = ['only', 'without'] as const;
/** Days before a due date at which an answer is due soon. */
export const SOON_DAYS = 3;

/** What narrows the list; what is absent narrows nothing. */
export interface Filter {
  readonly state?: (typeof STATE_FILTERS)[number] | undefined;
  /** A topic's code. */
  readonly topic?: string | undefined;
  readonly due?: (typeof DUE_FILTERS)[number] | undefined;
  readonly suspicion?: (typeof SUSPICION_FILTERS)[number] | undefined;
  /** Words that all have to stand somewhere in the message. */
  readonly search?: string | undefined;
}

export interface ListedMessage {
  readonly id: string;
  readonly number: string;
  readonly receivedAt: Date;
  readonly dueOn: string | null;
  readonly state: FeedbackState;
  readonly topic: string;
  readonly topicName: Text;
  /** Its beginning; null once it was erased. */
  readonly start: string | null;
  readonly answerBy: AnswerWay;
  readonly suspected: boolean;
}

/** Where the words of a search may stand. */
const SEARCHED = `concat_ws(' ', number, id::text, message, name, email, phone, place->>'address', about, reply, case_number)`;
const OPEN = `state IN ('received', 'in-handling')`;

/** @param first the number of the first of them, from 0 */
export async function listMessages(tx: Queryable, filter: Filter, now: Date, first: number, count: number): Promise<readonly ListedMessage[]> {
  const { where, values } = conditionOf(filter, now);
  return tx.query<ListedMessage>(
    `SELECT id, number, received_at AS "receivedAt", due_on::text AS "dueOn", state, topic, topic_name AS "topicName", left(message, 200) AS start,
       answer_by AS "answerBy", jsonb_array_length(suspicion) > 0 AS suspected
     FROM feedback WHERE ${where}
     ORDER BY ${OPEN} DESC, CASE WHEN ${OPEN} THEN due_on END, CASE WHEN ${OPEN} THEN received_at END, changed_at DESC, id
     LIMIT $${values.length + 1} OFFSET $${values.length + 2}`,
    [...values, count, first],
  );
}

export async function countMessages(tx: Queryable, filter: Filter, now: Date): Promise<number> {
  const { where, values } = conditionOf(filter, now);
  const [row] = await tx.query<{ count: number }>(`SELECT count(*)::int AS count FROM feedback WHERE ${where}`, values);
  return row?.count ?? 0;
}

/** The topics of all messages, under the names that they had last. */
export async function topicsOf(tx: Queryable): Promise<readonly { readonly topic: string; readonly name: Text }[]> {
  return tx.query('SELECT DISTINCT ON (topic) topic, topic_name AS name FROM feedback ORDER BY topic, received_at DESC');
}

/** The condition of a filter, and its values from `$1` on. */
export function conditionOf(filter: Filter, now: Date): { readonly where: string; readonly values: readonly unknown[] } {
  const conditions = ['true'];
  const values: unknown[] = [];
  const add = (condition: (place: string) => string, value: unknown) => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  if (filter.state === 'open') conditions.push(OPEN);
  else if (filter.state) add((place) => `state = ${place}`, filter.state);
  if (filter.topic !== undefined) add((place) => `topic = ${place}`, filter.topic);
  if (filter.suspicion) conditions.push(`jsonb_array_length(suspicion) ${filter.suspicion === 'only' ? '>' : '='} 0`);
  if (filter.due) conditions.push(OPEN);
  if (filter.due === 'overdue') add((place) => `due_on < ${place}::date`, dueOn(now, 0));
  if (filter.due === 'soon') {
    add((place) => `due_on >= ${place}::date`, dueOn(now, 0));
    add((place) => `due_on <= ${place}::date`, dueOn(now, SOON_DAYS));
  }
  if (filter.due === 'later') add((place) => `due_on > ${place}::date`, dueOn(now, SOON_DAYS));
  if (filter.due === 'none') conditions.push('due_on IS NULL');
  for (const word of wordsOf(filter.search ?? '')) add((place) => `${SEARCHED} ~ ${place}`, eitherCase(word));
  return { where: conditions.join(' AND '), values };
}

function wordsOf(search: string): readonly string[] {
  return search.normalize('NFC').split(/[\s\p{C}]+/u).filter(Boolean).slice(0, 10);
}

/**
 * A regular expression that finds a word in either case. What the database takes for the capital of `ä` depends on how its
 * cluster was made; this does not.
 */
function eitherCase(word: string): string {
  return Array.from(word, (letter) => {
    const forms = new Set([letter, letter.toLowerCase(), letter.toUpperCase()]);
    return [...forms].map((form) => form.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('|');
  }).map((forms) => `(?:${forms})`).join('');
}
