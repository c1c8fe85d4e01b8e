import type { Cell, TableBlock } from './document.ts';
import type { Place } from './gate.ts';
import type { GoalCollection, PeriodDraft } from './goal-collection.ts';
import { DETAILS, readHeaderRow, REPORTED, type Column, type HeaderRow } from './goal-columns.ts';
import { underOneHeader } from './goal-header-levels.ts';
import { columnOf } from './goal-outcomes.ts';
import { GoalRows, type Columns, type DocumentReading } from './goal-rows.ts';
import { newestPeriod } from './goal-report.ts';
import { isLabel } from './goal-surroundings.ts';
import type { Goal, Period } from './goals.ts';
import { periodIn, within } from './periods.ts';
import { type Synonyms } from './synonyms.ts';
import { headerKey, wordingsOf, type Text } from './text.ts';

/** A table read up to its header row. */
interface OpenTable {
  readonly header: HeaderRow;
  /** What stood above the header row: titles and labels. */
  readonly above: readonly (readonly Cell[])[];
  /** The header row's number. */
  readonly row: number;
}

/** The period that a table names, and the day of its judgements. */
interface TableTime {
  readonly period: Period | undefined;
  readonly asOf: string | undefined;
}

/** A header row is one of the first rows; a title above it is one cell, and does not count as a row. */
const HEADER_WITHIN_ROWS = 3;
const TITLES_WITHIN_ROWS = 10;

/** Reads a table up to its header row and no further; undefined where there is none. */
export function openTable(rows: Iterator<readonly Cell[]>, words: Synonyms): OpenTable | undefined {
  const above: (readonly Cell[])[] = [];
  let headless: OpenTable | undefined;
  for (let row = 1, looked = 0; looked < HEADER_WITHIN_ROWS && row <= TITLES_WITHIN_ROWS; row++) {
    const step = rows.next();
    if (step.done) break;
    const cells = step.value;
    const header = readHeaderRow(cells, words);
    if (header.kind === 'ours') return { header, above, row };
    if (header.kind === 'headless') headless ??= { header, above, row };
    if (cells.filter(isFilled).length > 1) looked++;
    above.push(cells);
  }
  return headless;
}

/** Reads one table row by row, as they are asked for. Returns whether it is one of goals. */
export async function* readTable(block: TableBlock, table: number, reading: DocumentReading): AsyncGenerator<Goal, boolean, void> {
  const { goals, around, words, languages: { tag } } = reading;
  around.close();
  const rows = underOneHeader(block.rows, words);
  const open = openTable(rows, words);
  const firstRow = block.firstRow ?? 1;
  const placeOf = (row: number, column: Text = ''): Place => {
    const header = wordingsOf(column).join(' – ');
    return { table, row: row + firstRow - 1, ...(header && { column: header }), ...(block.sheet !== undefined && { sheet: block.sheet }) };
  };
  if (open?.header.kind !== 'ours') {
    if (open) goals.skip('no-goal-column', placeOf(open.row));
    return false;
  }
  const time = await timeOf(block, open.above, reading);
  let { header, row } = open;
  noteHeaders(header, goals, placeOf(row));
  const reader = new GoalRows(reading, columnsOf(header, time, reading), placeOf);
  let empty = true;
  for (let step = rows.next(); !step.done; step = rows.next()) {
    row++;
    const cells = step.value;
    if (!cells.some(isFilled)) continue;
    if (mayBeHeader(cells, header)) {
      const again = readHeaderRow(cells, words);
      if (again.kind === 'ours') {
        header = again;
        reader.under(columnsOf(header, time, reading));
        continue;
      }
    }
    const label = labelIn(cells, words);
    if (label) {
      const heard = await around.hear(label.text, tag);
      // A text across the whole table that names no kind of group stands where lines stand.
      if (!heard && label.across) around.line = tag(label.text);
      if (heard || label.across) {
        reader.end();
        continue;
      }
    }
    empty = false;
    if (!words.complete && reader.isStrange(cells)) await words.learn();
    const goal = reader.read(cells, row);
    if (goal) yield goal;
  }
  if (empty) goals.note('empty-table', placeOf(open.row));
  return true;
}

/** The table's own period: its caption names it, or a title in it, its sheet, a line before it, or else the attribute. */
async function timeOf({ caption, sheet }: TableBlock, above: readonly (readonly Cell[])[], { around, words, languages: { tag } }: DocumentReading): Promise<TableTime> {
  let period: Period | undefined;
  let asOf: string | undefined;
  const titles = above.flatMap((cells) => labelIn(cells, words)?.text ?? []);
  for (const title of [...titles, caption ?? '', sheet ?? '']) {
    if (await around.hear(title, tag)) continue;
    for (let found = periodIn(title); found; found = periodIn(found.rest)) {
      if (found.day) asOf ??= found.period.end;
      else period ??= found.period;
    }
  }
  around.close();
  return { period: period ?? around.period, asOf: asOf ?? around.asOf };
}

/** Gives each column its period. */
function columnsOf({ columns }: HeaderRow, { period, asOf }: TableTime, { goals, around }: DocumentReading): Columns {
  const dated = columns.filter(({ field, time }) => time && REPORTED.includes(field));
  const days = new Set(dated.filter(isDay).map(({ time }) => time!.end!));
  // One column as of a day is of the table's own period; several are periods of their own.
  const spans = dated.filter((column) => days.size > 1 || !isDay(column));
  const newest = newestPeriod(spans.filter(({ field }) => field !== 'forecast').map(reportedTime));
  const ownTime = period ?? newest ?? newestPeriod(spans.map(reportedTime)) ?? goals.unnamedPeriod();
  const drafts = new Map<string, PeriodDraft>();
  for (const column of spans) if (!isOfOwn(column, ownTime, columns)) drafts.set(column.time!.id, goals.period(reportedTime(column)));
  const own = goals.period(ownTime);
  const byPeriod = new Map<PeriodDraft, Column[]>([[own, []]]);
  for (const column of columns) {
    const time = REPORTED.includes(column.field) || DETAILS.includes(column.field) ? column.time : undefined;
    const draft = (time && !isOfOwn(column, ownTime, columns) ? drafts.get(time.id) : undefined) ?? own;
    byPeriod.set(draft, [...(byPeriod.get(draft) ?? []), column]);
  }
  const day = days.size === 1 ? [...days][0] : asOf;
  if (day !== undefined) own.asOf ??= day;
  if (around.body !== undefined) for (const draft of byPeriod.keys()) draft.body ??= around.body;
  return { all: columns, own, byPeriod };
}

/** Whether a dated column says what the table's own period reports: `Toteuma 2026` in a report of January–June, or a forecast for the whole year. */
function isOfOwn({ field, time }: Column, own: Period, columns: readonly Column[]): boolean {
  const isNamed = columns.some((column) => column.field === field && column.time?.id === own.id);
  return !!time && (time.id === own.id || (within(own, time) && !isNamed));
}

function isDay({ time }: Column): boolean {
  return !!time?.start && time.start === time.end;
}

/** A day in a header is the one on which it was so; since when, nobody says. */
function reportedTime(column: Column): Period {
  const { start, ...time } = column.time!;
  return isDay(column) ? { ...time, asOf: time.end! } : { ...time, ...(start && { start }) };
}

function noteHeaders({ twice, unknown }: HeaderRow, goals: GoalCollection, place: Place): void {
  for (const value of twice) goals.note('column-twice', { ...place, column: value }, { value });
  for (const value of unknown) if (!twice.includes(value)) goals.note('column-unknown', { ...place, column: value }, { value });
}

function isFilled({ lines, value }: Cell): boolean {
  return lines.length > 0 || value !== undefined;
}

/** Whether a row is worth a look as a header row that comes again: it has the goal's header, or all of it is marked as one. */
function mayBeHeader(cells: readonly Cell[], { columns, goalKey }: HeaderRow): boolean {
  const goal = cells[columnOf(columns, 'goal')?.parts[0]?.at ?? -1];
  return cells.every((cell) => cell.header ?? !isFilled(cell)) || headerKey(goal?.lines.join('').replace(/\d/g, '') ?? '') === goalKey;
}

/** The text of a row that has one alone, or a label and its text; `across` where it is merged over the whole table. */
function labelIn(cells: readonly Cell[], words: Synonyms): { readonly text: string; readonly across: boolean } | undefined {
  const [first, second, third] = cells.filter((cell) => isFilled(cell) && cell.spannedFrom !== 'left');
  if (!first || third || first !== cells[0] || first.spannedFrom) return undefined;
  const text = first.lines.join(' ');
  if (second) return second === cells[1] && isLabel(text, words) ? { text: `${text.replace(/:$/, '')}: ${second.lines.join(' ')}`, across: false } : undefined;
  return { text, across: cells.length > 1 && cells.slice(1).every(({ spannedFrom }) => spannedFrom === 'left') };
}
