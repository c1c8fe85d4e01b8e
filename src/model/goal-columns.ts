import type { Cell } from './document.ts';
import { periodIn, type FoundPeriod } from './periods.ts';
import type { Field } from './goal-fields.ts';
import { fieldsOf, type Meant } from './goal-headers.ts';
import type { Period } from './goals.ts';
import { halvesOf, type Halves } from './halves.ts';
import { type Synonyms } from './synonyms.ts';
import { headerKey, tidy, type Text } from './text.ts';

/** One thing that each row says, in as many columns as there are languages. */
export interface Column {
  readonly field: Field;
  /** As the document writes it. */
  readonly header: Text;
  /** Without `lang` in the document's language. */
  readonly parts: readonly { readonly at: number; readonly lang: string | undefined }[];
  readonly halves?: Halves | undefined;
  /** The period or the day that the header names. */
  readonly time?: Period | undefined;
}

/** A header row as understood. */
export interface HeaderRow {
  readonly columns: readonly Column[];
  /** `ours` holds goals; `headless` looks like goals without the column that names them. */
  readonly kind: 'ours' | 'headless' | 'other';
  /** Headers that stand twice. */
  readonly twice: readonly string[];
  readonly unknown: readonly string[];
  /** Whether a header, or half of one, is in no dictionary that has been learnt. */
  readonly strange: boolean;
  /** The goal column's header, by which its repetition after a page break is known. */
  readonly goalKey: string;
}

interface Heading extends Meant {
  readonly header: string;
  readonly halves: Halves | undefined;
  /** Whether it, or half of it, is in no dictionary that has been learnt. */
  readonly strange: boolean;
  /** Whether the header ends in a language, as `title_sv`. */
  readonly suffixed: boolean;
  readonly time: Period | undefined;
}

/** Words for "year" that stay when the year is taken out. */
const YEAR_WORDS = /(?:^|\s)(?:v\.?|vuosi|vuonna|vuoden|år|året|year)(?=\s|$)/giu;

/** What says that a table reports goals; the other fields occur in all kinds of tables. */
const TELLING: readonly Field[] = ['measure', 'target', 'actual', 'state', 'forecast', 'completion', 'target-number', 'actual-number'];

/** Words for a goal that other tables use too, a channel directory for one: alone they say enough only in the first column. */
const PLAIN = /^(?:tavoite|tavoitteet|mål|goals?|targets?|objectives?|delmål)$/;

/** Fields of one period; the others belong to the goal itself. */
export const REPORTED: readonly Field[] = ['actual', 'actual-number', 'state', 'forecast', 'completion'];

/** Fields that are kept and shown under their own header, and those that only a label can name. */
export const DETAILS: readonly Field[] = ['detail', 'baseline', 'schedule', 'explanation', 'actions', 'as-of', 'body'];

/** Reads a row as a header row. */
export function readHeaderRow(cells: readonly Cell[], words: Synonyms): HeaderRow {
  const headings = cells.map((cell, at) => headingOf(cell, at, words));
  const fields = fieldsOf(headings);
  const columns: Column[] = [];
  const twice: string[] = [];
  // Where a goal's own column stands once per year (`Tavoitetaso 2025 | Tavoitetaso 2026`), the newest is the goal's.
  const newestFirst = [...headings].sort((a, b) => (b.time?.end ?? '').localeCompare(a.time?.end ?? '') || a.at - b.at);
  for (const heading of newestFirst) {
    const { at, header, key, halves, time, suffixed } = heading;
    const field = fields[at] ?? 'detail';
    // Beside `Tavoite_sv`, what `Tavoite` holds is in the document's language.
    const lang = !suffixed && headings.some((other) => other.suffixed && other.key === key) ? undefined : heading.lang;
    const part = { at, lang };
    const same = columns.findIndex((column) => column.field === field && (!REPORTED.includes(field) || column.time?.id === time?.id));
    const column = columns[same];
    if (!column || DETAILS.includes(field)) columns.push({ field, header, parts: [part], halves, time });
    else if (lang && column.parts.every((other) => other.lang !== lang && (other.lang ?? suffixed))) columns[same] = withPart(column, part, header);
    else {
      columns.push({ field: 'detail', header, parts: [part], time });
      if (headings.some((other) => other.at < at && other.key === key && other.time?.id === time?.id)) twice.push(header);
    }
  }
  columns.sort((a, b) => a.parts[0]!.at - b.parts[0]!.at);
  const goal = columns.find(({ field }) => field === 'goal');
  return {
    columns,
    twice,
    strange: headings.some(({ strange }) => strange),
    unknown: headings.filter(({ at, header }) => header && !fields[at]).map(({ header }) => header),
    // A lone text is a title, whatever its words.
    kind: cells.length > 1 && cells.filter(isOwn).length < 2 ? 'other' : kindOf(columns, goal, headings),
    goalKey: headings[goal?.parts[0]?.at ?? -1]?.key ?? '',
  };
}

/** What a header or a label means, by the whole of it or else by any half; `strange` where it, or a half, is not known. */
export function meaningsOf(header: string, words: Synonyms): Pick<Heading, 'meanings' | 'halves' | 'strange'> {
  const whole = words.fieldsNamed(header);
  const halves = whole.length ? [whole] : halvesOf(header).map((half) => words.fieldsNamed(half));
  const [meanings = [], other] = halves.filter(([first]) => first);
  const [one, two] = [meanings[0]?.lang, other?.[0]?.lang];
  return { meanings, halves: one && two && one !== two ? [one, two] : undefined, strange: halves.some(([first]) => !first) };
}

function headingOf(cell: Cell, at: number, words: Synonyms): Heading {
  const header = tidy(cell.lines.join(' '));
  const [, lines = cell.lines.join('\n'), suffix] = /^(.*)_(fi|sv|en)$/i.exec(header) ?? [];
  let rest = lines;
  let time: FoundPeriod | undefined;
  for (let found = periodIn(rest); found; found = periodIn(rest)) {
    if (!time || (time.day && !found.day)) time = found;
    rest = found.rest.replace(YEAR_WORDS, '');
  }
  const given = words.columns.get(headerKey(header)) ?? words.columns.get(headerKey(rest));
  if (given) given.seen = true;
  const { meanings, halves, strange } = given ? { meanings: [{ is: given.field, lang: undefined }], halves: undefined, strange: false } : meaningsOf(rest, words);
  const lang = (suffix ?? cell.lang)?.toLowerCase().split('-')[0] ?? meanings[0]?.lang;
  return { at, header, key: headerKey(rest), meanings, halves, strange, lang, suffixed: suffix !== undefined, time: time?.period };
}

function isOwn({ lines, spannedFrom }: Cell): boolean {
  return lines.length > 0 && spannedFrom !== 'left';
}

function kindOf(columns: readonly Column[], goal: Column | undefined, headings: readonly Heading[]): HeaderRow['kind'] {
  const telling = columns.filter(({ field }) => TELLING.includes(field)).length;
  const at = goal?.parts[0]?.at;
  const heading = at === undefined ? undefined : headings[at];
  if (!heading) return telling > 1 ? 'headless' : 'other';
  const plain = PLAIN.test(heading.key);
  const certain = plain ? headings.every(({ header, at: other }) => other >= heading.at || !header) : heading.meanings.length === 1;
  return certain || telling || columns.filter(({ field }) => field !== 'detail').length > 2 ? 'ours' : 'other';
}

function withPart(column: Column, part: Column['parts'][number], header: string): Column {
  const first = column.parts[0];
  const headers = typeof column.header === 'string' ? { [first?.lang ?? '']: column.header } : column.header;
  return { ...column, header: { ...headers, [part.lang ?? '']: header }, parts: [...column.parts, part].sort((a, b) => a.at - b.at) };
}
