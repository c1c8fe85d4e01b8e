import type { Cell } from '../../model/document.ts';
import { tidy } from '../../model/text.ts';
import { showNumber } from './number-format.ts';
import { attribute, child, children, targetId, type Target } from './office.ts';
import { MAX_COLUMNS, Row, type Reach } from '../../model/row.ts';
import { sheetCell } from '../../model/sheet.ts';
import { standsOut } from '../../model/wordless.ts';

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly texts: readonly string[];
  readonly looks: readonly Look[];
  readonly from1904: boolean;
  /** The words for false and true. */
  readonly truth: readonly [string, string];
}

/** How cells look. */
export interface Look {
  /** The code of the number format. */
  readonly format: string;
  /** Of the background, `''` for none. */
  readonly colour: string;
}

/** A sheet as it is read: what merged cells and links say of it, by the cell's address. */
interface Sheet {
  readonly book: Workbook;
  readonly merges: ReadonlyMap<string, { readonly columns: number; readonly rows: number }>;
  readonly links: ReadonlyMap<string, string>;
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[];
}

/** The rows of a sheet in their places: an empty or hidden row has no cells; nothing follows the last row with content. */
export function* worksheetRows(root: Element | undefined, targets: readonly Target[], book: Workbook): Generator<readonly Cell[]> {
  const sheet: Sheet = { book, merges: readMerges(root), links: readLinks(root, targets), hiddenColumns: readHiddenColumns(root) };
  const above: Reach[] = [];
  let next = 1;
  let empty = 0;
  for (const element of children(child(root, 'sheetData'), 'row')) {
    const number = Number(attribute(element, 'r') ?? next);
    const missing = Math.max(0, number - next);
    empty += missing;
    for (const reach of above) if (reach) reach.rows = Math.max(0, reach.rows - missing);
    next = number + 1;
    const cells = readRow(element, sheet, above);
    if (isTrue(attribute(element, 'hidden')) || !cells.some((cell) => cell.lines.length && !cell.spannedFrom)) empty += 1;
    else {
      for (; empty > 0; empty--) yield [];
      yield cells;
    }
  }
}

function readRow(element: Element, sheet: Sheet, above: Reach[]): readonly Cell[] {
  const row = new Row(above);
  const elements = children(element, 'c');
  const colours = elements.map((cell) => lookOf(cell, sheet.book)?.colour ?? '');
  elements.forEach((cell, index) => {
    const address = attribute(cell, 'r') ?? '';
    const column = address ? placeOf(address).column : row.cells.length;
    row.skipTo(column);
    // Under a merged cell, cells without content go on being written.
    if (row.cells.length > column || column >= MAX_COLUMNS) return;
    const { columns, rows } = sheet.merges.get(address) ?? { columns: 1, rows: 1 };
    const hidden = sheet.hiddenColumns.some(({ from, to }) => column >= from && column <= to);
    row.add(hidden ? { lines: [] } : readCell(cell, address, sheet, () => standsOut(colours[index] ?? '', colours)), columns, rows);
  });
  row.finish();
  return row.cells;
}

function readCell(element: Element, address: string, { book, links }: Sheet, coloured: () => boolean): Cell {
  const { text, value } = contentOf(element, book);
  const cell = sheetCell(text, coloured);
  if (value !== undefined) cell.value = value;
  const href = links.get(address);
  if (href) cell.links = [{ text: tidy(text), href }];
  return cell;
}

function contentOf(element: Element, book: Workbook): { text: string; value?: number } {
  const type = attribute(element, 't') ?? 'n';
  if (type === 'inlineStr') return { text: textOf(child(element, 'is')) };
  const raw = child(element, 'v')?.textContent ?? '';
  if (!raw.trim()) return { text: '' };
  if (type === 's') return { text: book.texts[Number(raw)] ?? '' };
  if (type === 'b') return { text: book.truth[raw.trim() === '1' ? 1 : 0] };
  if (type === 'd') return { text: dateOf(raw) };
  const number = Number(raw);
  // A formula's text, and an error: `#NAME?` as Excel keeps it in every language.
  if (type !== 'n' || !Number.isFinite(number)) return { text: raw };
  const { line, value } = showNumber(number, lookOf(element, book)?.format ?? 'General', book.from1904);
  return { text: line, ...(value !== undefined && { value }) };
}

/** A shared or inline text: its runs without the reading aids of Japanese; `_x000D_` is a character XML cannot hold. */
export function textOf(element: Element | undefined): string {
  const runs = [element, ...children(element, 'r')].flatMap((run) => children(run, 't'));
  return runs.map((run) => run.textContent).join('').replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function dateOf(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
  return year ? `${Number(day)}.${Number(month)}.${year}` : iso;
}

function lookOf(element: Element, book: Workbook): Look | undefined {
  return book.looks[Number(attribute(element, 's') ?? 0)];
}

function readMerges(root: Element | undefined): Sheet['merges'] {
  const merges = new Map<string, { columns: number; rows: number }>();
  for (const merge of children(child(root, 'mergeCells'), 'mergeCell')) {
    const [first = '', last = first] = (attribute(merge, 'ref') ?? '').split(':');
    const from = placeOf(first);
    const to = placeOf(last);
    merges.set(first, { columns: to.column - from.column + 1, rows: to.row - from.row + 1 });
  }
  return merges;
}

function readLinks(root: Element | undefined, targets: readonly Target[]): Map<string, string> {
  const links = new Map<string, string>();
  for (const link of children(child(root, 'hyperlinks'), 'hyperlink')) {
    const target = targets.find(({ id, external }) => external && id === targetId(link));
    if (target) links.set(attribute(link, 'ref') ?? '', target.address);
  }
  return links;
}

function readHiddenColumns(root: Element | undefined): Sheet['hiddenColumns'] {
  return children(child(root, 'cols'), 'col')
    .filter((column) => isTrue(attribute(column, 'hidden')))
    .map((column) => ({ from: Number(attribute(column, 'min')) - 1, to: Number(attribute(column, 'max')) - 1 }));
}

/** `C7` is the third column, counted from 0, and row 7. */
function placeOf(address: string): { column: number; row: number } {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)/.exec(address) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(row) };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
