import type { Queryable } from '../database/database.ts';
import { dayOf } from './due.ts';

/** As people say it: the year in which a feedback came, and a running number. */
const NUMBER = /^\d{4}-[1-9]\d*$/;

/** The next number. One that is not used in the end is not given again. */
export async function nextNumber(database: Queryable, receivedAt: Date): Promise<string> {
  const [next] = await database.query<{ n: number }>("SELECT nextval('feedback_number')::int AS n");
  return `${dayOf(receivedAt).slice(0, 4)}-${next!.n}`;
}

export function isNumber(text: string): boolean {
  return NUMBER.test(text);
}
