import type { Period } from './goals.ts';
import { folded, tidy, wordingsOf, type Text } from './text.ts';

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

/** Year, month and day; 0 where the text leaves the month or the day out. */
type Moment = readonly [year: number, month: number, day: number];
type Groups = readonly (string | undefined)[];
type Span = readonly [start: Moment, end: Moment];

/** January to December as Finnish, Swedish and English write them; Finnish ones with `kuu` and its case endings, or without in `tammi–kesäkuu`. */
const MONTHS = [
  'tammi|jan(?:uar[iy])?', 'helmi|feb(?:ruar[iy])?', 'maalis|mar(?:s|ch)?', 'huhti|apr(?:il)?', 'touko|ma[ijy]', 'kesä|june?|juni',
  'heinä|jul[iy]?', 'elo|aug(?:ust[i]?)?', 'syys|sept?(?:ember)?', 'loka|o[ck]t(?:ober)?', 'marras|nov(?:ember)?', 'joulu|dec(?:ember)?',
];
const YEAR = '((?:19|20)\\d\\d)(?!\\d)';
const DAY = '(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?';
const MONTH = `((?:${MONTHS.join('|')})(?:kuu\\p{L}*)?)(?!\\p{L})\\.?`;
const TO = '\\s*[-‐‑–—−]\\s*';
const TO_WORD = `(?:${TO}|\\s+(?:och|till|ja|and|to)\\s+)`;
const ISO = '((?:19|20)\\d\\d)-(\\d\\d)(?:-(\\d\\d))?';

/** Ways to write a period, the longest first, since a year stands in most of them. Groups are what `span` gets. */
const NOTATIONS: readonly (readonly [pattern: RegExp, span: (groups: Groups) => Span])[] = [
  notation(`${DAY}(?:${YEAR})?${TO}${DAY}${YEAR}`, ([d1, m1, y1, d2, m2, y2]) => [at(y1 ?? y2, m1, d1), at(y2, m2, d2)]),
  notation(`${ISO}(?:(?:--|/)${ISO})?(?!\\d)`, ([y1, m1, d1, y2, m2, d2]) => [at(y1, m1, d1), y2 ? at(y2, m2, d2) : at(y1, m1, d1)]),
  notation(`${DAY}${YEAR}`, ([d, m, y]) => day(y, m, d)),
  notation(`(\\d{1,2})\\.?\\s+${MONTH}\\s+${YEAR}`, ([d, m, y]) => day(y, m, d)),
  notation(`${MONTH}\\s+(\\d{1,2}),?\\s+${YEAR}`, ([m, d, y]) => day(y, m, d)),
  notation(`${YEAR}[-/\\s]?([HQ])([1-4])(?!\\d)`, ([y, part, n]) => partOf(y, part, n)),
  notation(`([HQ])([1-4])[-/\\s]*${YEAR}`, ([part, n, y]) => partOf(y, part, n)),
  notation(`${MONTH}(?:[\\s/-]*${YEAR})?(?:${TO_WORD}${MONTH})[\\s/-]*${YEAR}`, ([m1, y1, m2, y2]) => [at(y1 ?? y2, m1), at(y2, m2)]),
  notation(`${MONTH}[\\s/-]*${YEAR}`, ([m, y]) => [at(y, m), at(y, m)]),
  notation(`(\\d{1,2})\\.?${TO}(\\d{1,2})(?:\\s*[/.]\\s*|\\s+)${YEAR}`, ([m1, m2, y]) => [at(y, m1), at(y, m2)]),
  notation(`(\\d{1,2})\\s*/\\s*${YEAR}`, ([m, y]) => [at(y, m), at(y, m)]),
  // Glued to what is before it in `TP2025`.
  notation(`${YEAR}(?:${TO}${YEAR})?`, ([y1, y2]) => [at(y1), at(y2 ?? y1)], '\\D'),
];

/** Finds the first period or date in a text, as Finnish, Swedish and English reports write them. */
export function periodIn(text: string): FoundPeriod | undefined {
  for (const [pattern, span] of NOTATIONS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [start, end] = span(found.slice(2));
    const written = tidy(found[0].slice(found[1]?.length));
    const period = periodOver(start, end, written);
    if (!period) continue;
    const rest = text.slice(0, found.index) + found[1] + text.slice(found.index + found[0].length);
    return { period, day: period.start === period.end, written, rest };
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

/** The newest period by its end; where not every period has dates, the last of the document. */
export function newestPeriod<P extends Period>(periods: readonly P[]): P | undefined {
  return periods.reduce<P | undefined>((newest, period) => {
    if (!newest?.end || !period.end) return period;
    return period.end >= newest.end ? period : newest;
  }, undefined);
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

/** ASCII letters, digits and hyphens; `''` where nothing of the text can be written with them. */
export function slug(text: string, length = 48): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gi, '-')
    .slice(0, length)
    .replace(/^-|-$/g, '');
}

function notation(pattern: string, span: (groups: Groups) => Span, before = '[^\\p{L}\\d]'): readonly [RegExp, (groups: Groups) => Span] {
  // What stands before is taken along: browsers of 2022 know no lookbehind, and there it would end the whole script.
  return [new RegExp(`(^|${before})${pattern}`, 'iu'), span];
}

function at(year?: string, month?: string, day?: string): Moment {
  return [Number(year), month === undefined ? 0 : monthOf(month), Number(day ?? 0)];
}

function day(year?: string, month?: string, day_?: string): Span {
  const moment = at(year, month, day_);
  return [moment, moment];
}

function partOf(year?: string, part?: string, number?: string): Span {
  const months = part?.toUpperCase() === 'H' ? 6 : 3;
  const last = Number(number) * months;
  return [[Number(year), last - months + 1, 0], [Number(year), last, 0]];
}

function monthOf(written: string): number {
  const number = Number(written);
  return Number.isNaN(number) ? MONTHS.findIndex((names) => new RegExp(`^(?:${names})(?:kuu|\\.?$)`, 'iu').test(written)) + 1 : number;
}

function periodOver([y1, m1, d1]: Moment, [y2, m2, d2]: Moment, label: string): Period | undefined {
  const lastMonth = m2 || 12;
  const start = iso(y1, m1 || 1, d1 || 1);
  const end = iso(y2, lastMonth, d2 || new Date(Date.UTC(y2, lastMonth, 0)).getUTCDate());
  if (!start || !end || end < start) return undefined;
  // An id says what the dates say in the shortest way, so that a page may link to it by hand: 2026, 2026-03, 2026-01--2026-06.
  const wholeMonths = start.endsWith('-01') && iso(y2, lastMonth, Number(end.slice(8)) + 1) === undefined;
  const length = !wholeMonths ? 10 : start.endsWith('-01-01') && end.endsWith('-12-31') ? 4 : 7;
  const ends = [start.slice(0, length), end.slice(0, length)];
  return { id: ends[0] === ends[1] ? ends[0]! : ends.join('--'), label, start, end };
}

/** Undefined where there is no such day. */
function iso(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : undefined;
}
