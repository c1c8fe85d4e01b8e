import { isOfCalendar } from './dates.ts';

/** Check characters by the remainder of the nine digits divided by 31. */
const CHECK = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** The century by the sign in the middle, with the signs that were added in 2023 (government decree 128/2010 as changed by 690/2022). */
const CENTURIES: Readonly<Record<string, number>> = { '+': 1800, '-': 1900, U: 1900, V: 1900, W: 1900, X: 1900, Y: 1900, A: 2000, B: 2000, C: 2000, D: 2000, E: 2000, F: 2000 };

const CODE = /(?:^|[^\p{L}\p{N}])(\d\d)(\d\d)(\d\d) ?([-+‐‑–−A-FU-Y]) ?(\d{3})([0-9A-FHJ-NPR-Y])(?![\p{L}\p{N}])/giu;

/**
 * Whether a text holds what looks like a Finnish personal identity code (henkilötunnus, DDMMYYCNNNT): a date of the
 * calendar, a known century sign and the right check character. Temporary codes (NNN from 900) count as well.
 */
export function looksLikeIdentityCode(text: string): boolean {
  for (const [, day, month, year, sign, number, check] of text.matchAll(CODE)) {
    const century = CENTURIES[sign!.toUpperCase().replace(/[‐‑–−]/, '-')]!;
    const rest = Number(`${day}${month}${year}${number}`) % 31;
    if (isOfCalendar(`${century + Number(year)}-${month}-${day}`) && CHECK[rest] === check!.toUpperCase()) return true;
  }
  return false;
}
