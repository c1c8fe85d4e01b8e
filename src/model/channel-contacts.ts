import { EMAIL, WEB, webIn } from './channel-addresses.ts';
import type { Link } from './document.ts';

const DASH = /\s?[-\u2010-\u2015]\s?/.source;
/** Opening hours, which stand beside many a number: `8–16`, `24 h`. An area code with a hyphen, `09-12 34 56`, is none. */
const HOURS = `(?:[01]?\\d|2[0-4])${DASH}(?:[01]?\\d|2[0-4])(?!\\d|\\s[1-9])|24\\s?[h/]`;
/** Times and dates, to be passed over, or a telephone number: its beginning may be in brackets, what follows it never is. */
const NUMBERS = new RegExp(`\\d+[.:]\\d[\\d.:]*|${HOURS}|((?:\\+\\d+\\s*(?:\\(\\d+\\)\\s*)?|\\(\\+?\\d+\\)\\s*)?\\d+(?:(?:${DASH}|\\s)(?!${HOURS}|\\d+[.:]\\d)\\d+)*)`, 'g');
const PHONE_WORD = /^(?:puh(?:elin)?|p|tel(?:efon|ephone)?|tfn|phone)[.:]*$/i;

/** A telephone number with what stands around it. */
interface PhoneNumber {
  readonly href: string;
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

function numberIn(text: string): PhoneNumber | undefined {
  const numbers = [...text.matchAll(NUMBERS)].flatMap(({ 1: number, index }) => {
    // `(0)` is for calls from within the country, beside the country's code.
    const digits = number?.replace(/(\+.*)\(0\)/, '$1').replace(/[^+\d]/g, '') ?? '';
    const parts = { before: text.slice(0, index).trim(), number: number ?? '', after: text.slice(index + (number ?? '').length).trim() };
    return digits.length >= 3 && digits.length <= 16 ? [{ href: `tel:${digits}`, ...parts }] : [];
  });
  return numbers.find(({ number }) => /^[+(0]/.test(number)) ?? numbers[0];
}

/** The telephone number in a text, with the text as it was written; undefined where there is none. */
export function phoneIn(text: string): Link | undefined {
  const found = numberIn(text);
  return found && { text, href: found.href };
}

/** A number that the line begins with, be it after the word for it: hours and other words may only follow it. */
function phoneLine(line: string): Link | undefined {
  const found = numberIn(line);
  if (!found) return undefined;
  const { before, number, after } = found;
  const isPhone = PHONE_WORD.test(before) || (!before && (after ? /^[+(0]/.test(number) && /^[(,;]/.test(after) : number.length > 4));
  return isPhone ? { text: line, href: found.href } : undefined;
}

export function emailIn(text: string): Link | undefined {
  const address = EMAIL.exec(text)?.[0];
  return address === undefined ? undefined : { text, href: `mailto:${address}` };
}

/** The link of a line among mixed contact details, where the line leaves no doubt what it is. */
export function contactIn(line: string): Link | undefined {
  return emailIn(line) ?? (WEB.test(line) ? webIn(line) : undefined) ?? phoneLine(line);
}
