import { foldedCode } from '../../../src/model/codes.ts';
import type { Queryable } from '../database/database.ts';
import { codeHash } from '../feedback/receipts.ts';
import type { Secrets } from '../secrets.ts';
import { readMessages, type Message } from './message.ts';

/** Fewer digits are no phone number of anybody. */
const DIGITS_MIN = 5;
/** `+358 40 …`, `+358 (0)40 …`, `00358 40 …` and `040 …` are one number. */
const BEFORE_NUMBER = '^(00358|358)?0?';

/**
 * Everything of one person, oldest first: by an email address or a phone number in whatever way it is written, or by a receipt
 * code. What she wrote of herself inside a message is found by the search of the list.
 */
export async function messagesOf(tx: Queryable, secrets: Secrets, detail: string): Promise<readonly Message[]> {
  if (foldedCode(detail)) return readMessages(tx, 'code_hash = $1 AND erased_at IS NULL', [codeHash(secrets, detail)]);
  if (detail.includes('@')) return readMessages(tx, 'lower(email) = lower($1)', [detail.trim()]);
  const digits = detail.replace(/\D/g, '').replace(new RegExp(BEFORE_NUMBER), '');
  if (digits.length < DIGITS_MIN) return [];
  return readMessages(tx, `regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '${BEFORE_NUMBER}', '') = $1`, [digits]);
}
