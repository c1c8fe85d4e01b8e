import type { Block, BlockDocument, Cell, TableBlock, TextBlock } from '../src/model/document.ts';
import type { Fault, Place } from '../src/model/gate.ts';
import { isHeaderRow } from '../src/model/header-row.ts';
import { folded, primary } from '../src/model/text.ts';

/** A table that is being mended. Rows and cells stay where the editor's own document has them, so that faults find them. */
export interface DraftTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly sheet?: string;
  /** The number that the first row has in the editor's own file. */
  readonly firstRow: number;
  readonly rows: readonly (readonly Cell[])[];
}

export type DraftBlock = TextBlock | DraftTable;

/** What the editor brought, as it was read and as far as it has been mended. Never changed in place. */
export interface Draft {
  readonly blocks: readonly DraftBlock[];
  readonly lang?: string;
  /** What the reader said of the whole document. */
  readonly notes: readonly Fault[];
}

/** One cell of one table, all counted from 0. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** All of a document, read once. */
export async function draftOf(document: BlockDocument): Promise<Draft> {
  const whole = (await document.whole?.()) ?? document;
  return {
    blocks: [...whole.blocks].map(draftBlock),
    ...(whole.lang !== undefined && { lang: whole.lang }),
    notes: whole.notes ?? [],
  };
}

function draftBlock(block: Block): DraftBlock {
  if (block.kind === 'text') return block;
  const { caption = '', sheet, rows, firstRow = 1 } = block;
  return { kind: 'table', caption, ...(sheet !== undefined && { sheet }), firstRow, rows: [...rows] };
}

/** The blocks that say something: a text that was only just added does not. */
export function filled({ blocks }: Draft): readonly DraftBlock[] {
  return blocks.filter((block) => block.kind === 'table' || block.text);
}

/** The draft as a reader would give it, for the gate. */
export function documentOf(draft: Draft): BlockDocument {
  const { lang, notes } = draft;
  return { kind: 'blocks', blocks: filled(draft).map(blockOf), ...(lang !== undefined && { lang }), notes };
}

function blockOf(block: DraftBlock): Block {
  if (block.kind === 'text') return block;
  const { caption, sheet, firstRow, rows } = block;
  return { kind: 'table', ...(caption && { caption }), ...(sheet !== undefined && { sheet }), rows, ...(firstRow > 1 && { firstRow }) } satisfies TableBlock;
}

export function tablesOf({ blocks }: Draft): readonly DraftTable[] {
  return blocks.filter((block) => block.kind === 'table');
}

/** How many columns and rows a cell takes. */
export function spanOf({ rows }: DraftTable, row: number, column: number): { readonly columns: number; readonly rows: number } {
  let wide = 1;
  while (rows[row]?.[column + wide]?.spannedFrom === 'left') wide += 1;
  let high = 1;
  while (rows[row + high]?.[column]?.spannedFrom === 'above') high += 1;
  return { columns: wide, rows: high };
}

/** The cell that a fault speaks of: the first of its row where it names no column that is there. */
export function cellAt(draft: Draft, { table: number, row, column }: Place): CellPlace | undefined {
  const tables = tablesOf(draft);
  const table = (number ?? (tables.length === 1 ? 1 : 0)) - 1;
  const { rows, firstRow } = tables[table] ?? {};
  if (!rows || firstRow === undefined) return undefined;
  const at = row === undefined ? 0 : row - firstRow;
  if (!rows[at]) return undefined;
  const name = column === undefined ? '' : folded(column);
  const header = rows.slice(0, at + 1).findLast((cells) => isHeaderRow(cells) && cells.some((cell) => folded(cell.lines.join(' ')) === name));
  const found = name && header ? header.findIndex((cell) => folded(cell.lines.join(' ')) === name) : 0;
  return originOf(rows, { table, row: at, column: Math.max(0, found) });
}

/** Where a merged cell begins: only there can it be mended. */
function originOf(rows: DraftTable['rows'], { table, row, column }: CellPlace): CellPlace {
  let [top, left] = [row, column];
  while (top > 0 && rows[top]?.[left]?.spannedFrom === 'above') top -= 1;
  while (left > 0 && rows[top]?.[left]?.spannedFrom === 'left') left -= 1;
  return { table, row: top, column: left };
}

/** The language that the document, or most of its cells, says that it is in. */
export function languageOf(draft: Draft): string | undefined {
  if (draft.lang !== undefined) return primary(draft.lang);
  const counts = new Map<string, number>();
  let all = 0;
  for (const block of filled(draft)) {
    for (const { lang: own, lines } of block.kind === 'text' ? [{ lang: block.lang, lines: [block.text] }] : block.rows.flat()) {
      if (!lines.length) continue;
      all += 1;
      if (own) counts.set(primary(own), (counts.get(primary(own)) ?? 0) + 1);
    }
  }
  return [...counts].find(([, count]) => count * 2 > all)?.[0];
}
