import type { Period } from './goals.ts';
import { folded, slug, tidy, wordingsOf, type Text } from './text.ts';

/** A period or a date that stands in a text. */
export interface FoundPeriod {
  readonly period: Period;
  /** True for a single day: the day on which a judgement was given rather than a time that was reported. */
  readonly day: boolean;
  /** As it is written there. */
  readonly written: string;
  /** The text without it. */
  readonly rest: string;
}

/** Month and day are undefined where the text leaves them out. */
type Moment = [year: number, month: number | undefined, day: number | undefined];

/** January to December as Finnish, Swedish and English write them; Finnish ones with `kuu` and its case endings, or without in `tammi–kesäkuu`. */
const MONTHS = [
  'tammi|jan(?:uar[iy])?', 'helmi|feb(?:ruar[iy])?', 'maalis|mar(?:s|ch)?', 'huhti|apr(?:il)?', 'touko|ma[ijy]', 'kesä|jun[ei]?',
  'heinä|jul[iy]?', 'elo|aug(?:usti?)?', 'syys|sept?(?:ember)?', 'loka|o[ck]t(?:ober)?', 'marras|nov(?:ember)?', 'joulu|dec(?:ember)?',
];
const YEAR = '((?:19|20)\\d\\d)(?!\\d)';
const DAY = '(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?';
/** Letters of the Latin alphabets. Browsers compile `\p{L}` many times more slowly, and these are among the first that a page needs. */
const LETTER = 'a-zà-ɏ';
const MONTH = `((?:${MONTHS.join('|')})(?:kuu[${LETTER}]*)?)(?![${LETTER}])\\.?`;
const TO = '\\s*[-‐‑–—−]\\s*';
const ISO = '((?:19|20)\\d\\d)-(\\d\\d)(?:-(\\d\\d))?';

/**
 * Ways to write a period, the longest first, since a year stands in most of them. The letters say what the groups hold:
 * year, month and day of the start, in capitals those of the end; `p` whether it is a half or a quarter, `n` which one.
 */
const NOTATIONS: readonly (readonly [pattern: RegExp, groups: string])[] = [
  notation(`${DAY}(?:${YEAR})?${TO}${DAY}${YEAR}`, 'dmyDMY'),
  notation(`${ISO}(?:(?:--|/)${ISO})?(?!\\d)`, 'ymdYMD'),
  notation(`${DAY}${YEAR}`, 'dmy'),
  notation(`(\\d{1,2})\\.?\\s+${MONTH}\\s+${YEAR}`, 'dmy'),
  notation(`${MONTH}\\s+(\\d{1,2}),?\\s+${YEAR}`, 'mdy'),
  notation(`${YEAR}[-/\\s]?([HQ])([1-4])(?!\\d)`, 'ypn'),
  notation(`([HQ])([1-4])[-/\\s]*${YEAR}`, 'pny'),
  notation(`${MONTH}(?:[\\s/-]*${YEAR})?(?:${TO}|\\s+(?:och|till|ja|and|to)\\s+)${MONTH}[\\s/-]*${YEAR}`, 'myMY'),
  notation(`${MONTH}[\\s/-]*${YEAR}`, 'my'),
  notation(`(\\d{1,2})\\.?${TO}(\\d{1,2})(?:\\s*[/.]\\s*|\\s+)${YEAR}`, 'mMY'),
  notation(`(\\d{1,2})\\s*/\\s*${YEAR}`, 'my'),
  // Glued to what is before it in `TP2025`.
  notation(`${YEAR}(?:${TO}${YEAR})?`, 'yY', '\\D'),
];

/** Finds the first period or date in a text, as Finnish, Swedish and English reports write them. */
export function periodIn(text: string): FoundPeriod | undefined {
  for (const [pattern, groups] of NOTATIONS) {
    const [all = '', before = '', ...found] = pattern.exec(text) ?? [];
    const written = tidy(all.slice(before.length));
    const period = all && periodOver(found, groups, written);
    if (period) return { period, day: period.start === period.end, written, rest: text.replace(all, () => before) };
  }
  return undefined;
}

/** The period that a label names. A label without a date that we understand is a period too: its label is kept. */
export function periodOf(label: Text): Period {
  for (const wording of wordingsOf(label)) {
    const found = periodIn(wording);
    if (found) return { ...found.period, label };
  }
  return { id: slug((wordingsOf(label)[0] ?? '').toLowerCase()) || 'period', label };
}

/** The period with this id, or else this label, however it is written (`1–6/2026` is `tammi–kesäkuu 2026`). */
export function findPeriod<P extends Period>(periods: readonly P[], idOrLabel: string): P | undefined {
  const label = folded(idOrLabel);
  const { id } = periodOf(idOrLabel);
  return periods.find((period) => period.id === idOrLabel)
    ?? periods.find((period) => period.label !== undefined && wordingsOf(period.label).some((wording) => folded(wording) === label))
    ?? periods.find((period) => period.id === id || (period.label !== undefined && periodOf(period.label).id === id));
}

/** The ISO date that a text names, as `31.7.2025`, `31 juli 2025` or `2025-07-31`. */
export function dateIn(text: string): string | undefined {
  const found = periodIn(text);
  return found?.day ? found.period.end : undefined;
}

/** Whether one period lies within the other; false where dates are missing. */
export function within(inner: Period, outer: Period): boolean {
  return !!inner.start && !!inner.end && !!outer.start && !!outer.end && outer.start <= inner.start && inner.end <= outer.end;
}

function notation(pattern: string, groups: string, before = `[^${LETTER}\\d]`): readonly [RegExp, string] {
  // What stands before is taken along: browsers of 2022 know no lookbehind, and there it would end the whole script.
  return [new RegExp(`(^|${before})${pattern}`, 'i'), groups];
}

/** Undefined where there are no such days. */
function periodOver(found: readonly (string | undefined)[], groups: string, label: string): Period | undefined {
  const { y, m, d, Y, M, D, p, n } = Object.fromEntries([...groups].map((group, at) => [group, found[at]]));
  const start = momentOf(y ?? Y, m, d);
  const end = Y ? momentOf(Y, M, D) : momentOf(y, m, d);
  if (p) {
    const months = /h/i.test(p) ? 6 : 3;
    end[1] = Number(n) * months;
    start[1] = end[1] - months + 1;
  }
  const [firstYear, firstMonth = 1, firstDay = 1] = start;
  const [year, month = 12, lastDay] = end;
  const monthEnd = iso(year, month + 1, 0);
  const from = iso(firstYear, firstMonth, firstDay);
  const to = lastDay ? iso(year, month, lastDay) : monthEnd;
  // A day that does not exist has become one of another month.
  if (Number(from.slice(5, 7)) !== firstMonth || Number(to.slice(5, 7)) !== month || to < from) return undefined;
  // An id says what the dates say in the shortest way, so that a page may link to it by hand: 2026, 2026-03, 2026-01--2026-06.
  const length = !from.endsWith('-01') || to !== monthEnd ? 10 : from.endsWith('-01-01') && to.endsWith('-12-31') ? 4 : 7;
  return { id: [...new Set([from, to].map((date) => date.slice(0, length)))].join('--'), label, start: from, end: to };
}

function momentOf(year?: string, month = '', day = ''): Moment {
  // By the last that fits, since `marraskuu` begins as `mars` does.
  const named = MONTHS.findLastIndex((names) => new RegExp(`^(?:${names})`, 'i').test(month)) + 1;
  return [Number(year), Number(month) || named || undefined, Number(day) || undefined];
}

function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
