import { foldedCode } from '../../../src/model/codes.ts';
import type { Queryable } from '../database/database.ts';
import { codeHash } from '../feedback/receipts.ts';
import type { Secrets } from '../secrets.ts';
import { readMessages, type Message } from './message.ts';

/** Fewer digits are no phone number of anybody. */
const DIGITS_MIN = 5;
/** `+358 40 …`, `+358 (0)40 …`, `00358 40 …` and `040 …` are one number. */
const BEFORE_NUMBER = /^(?:00358|358)?0?/;
/** What people write between the digits of a number. */
const BETWEEN = '[^0-9]{0,3}';

/**
 * Everything of one person, oldest first: by an email address or a phone number in whatever way it is written, or by a receipt
 * code. What she wrote of herself inside a message is found by the search of the list.
 */
export async function messagesOf(tx: Queryable, secrets: Secrets, detail: string): Promise<readonly Message[]> {
  if (foldedCode(detail)) return readMessages(tx, 'code_hash = $1 AND erased_at IS NULL', [codeHash(secrets, detail)]);
  if (detail.includes('@')) return readMessages(tx, "lower($1) = ANY(regexp_split_to_array(lower(email), '[\\s,;<>()]+'))", [detail.trim()]);
  const digits = detail.replace(/\D/g, '').replace(BEFORE_NUMBER, '');
  if (digits.length < DIGITS_MIN) return [];
  return readMessages(tx, 'phone ~ $1', [writtenAnyhow(digits)]);
}

/** These digits as a number of their own, with the beginning that they may have, among whatever else stands beside them: `(iltaisin)`, `klo 17–20`. */
function writtenAnyhow(digits: string): string {
  return `(^|[^0-9])((00)?358${BETWEEN})?0?${BETWEEN}${[...digits].join(BETWEEN)}([^0-9]|$)`;
}
