import type { Link } from './document.ts';

export const EMAIL = /[^\s@<>()[\],;:]+@[^\s@<>()[\],;:]+\.\p{L}{2,}/u;
export const WEB = /(?:https?:\/\/|www\.)[^\s<>"]+[^\s<>".,;:!?)]/iu;
/** A web address as people write it, without `https://`. */
const BARE_WEB = /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:\/\S*)?$/u;

/** A web address in a text; in a column of links also one without `https://`. */
export function webIn(text: string): Link | undefined {
  const address = WEB.exec(text)?.[0] ?? (BARE_WEB.test(text) ? text : undefined);
  return address === undefined ? undefined : { text, href: /^https?:/i.test(address) ? address : `https://${address}` };
}

/** Whether a text is an address of any kind rather than a name. */
export function isAddress(text: string): boolean {
  return EMAIL.test(text) || WEB.test(text) || BARE_WEB.test(text) || !/\p{L}/u.test(text);
}

/** A telephone number in groups that can be read aloud: `+358 6 000 1200`, `040 123 4567`, `112`. */
export function readablePhone(number: string): string {
  const digits = number.replace(/[^+\d]/g, '');
  if (digits.length <= 4) return digits;
  // Finnish area codes are one digit, two in the 1s; mobile ones begin with 4 or 50, free ones with 800.
  const finnish = /^(\+358|0)(800|1\d|4\d|50|\d)(\d+)$/.exec(digits);
  const [, prefix = '', area = '', rest = ''] = finnish ?? /^(\+\d\d|)()(\d+)$/.exec(digits) ?? [];
  return (prefix === '0' ? [`0${area}`, ...grouped(rest)] : [prefix, area, ...grouped(rest)]).filter(Boolean).join(' ');
}

/** In threes, the last one up to four. */
function grouped(digits: string): string[] {
  const groups: string[] = [];
  let rest = digits;
  while (rest.length > 4) {
    groups.push(rest.slice(0, 3));
    rest = rest.slice(3);
  }
  return [...groups, rest];
}
