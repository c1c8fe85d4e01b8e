import type { Block, Cell } from './document.ts';
import { namesColumns } from './header-row.ts';
import type { MutableCell } from './row.ts';
import { folded, tidy } from './text.ts';
import { lacksWords } from './wordless.ts';

/** How far above a table the names and values are looked for. */
const PAIRS_ABOVE = 6;

/** The rows of a sheet or of a CSV file by their index from 0; an empty row has no cells; undefined behind the last one. */
export type RowAt = (index: number) => readonly Cell[] | undefined;

/** Rows that are read once, each when it is first asked for. */
export function rowsOnce(rows: Iterable<readonly Cell[]>): RowAt {
  const iterator = rows[Symbol.iterator]();
  const read: (readonly Cell[])[] = [];
  return (index) => {
    while (read.length <= index) {
      const next = iterator.next();
      if (next.done) break;
      read.push(next.value);
    }
    return read[index];
  };
}

/** A cell of a sheet: line breaks in its text separate its lines. */
export function sheetCell(text: string, coloured = () => false): MutableCell {
  const cell: MutableCell = { lines: text.split(/[\r\n]+/).map(tidy).filter(Boolean) };
  if (lacksWords(text, coloured)) cell.wordless = true;
  return cell;
}

/**
 * What stands on a sheet, as blocks: rows with one text above a table (its title, `Strateginen painopiste: …`) are
 * paragraphs before it, and so is a name with its value (`Tilanne | 31.7.2026`). Where they come again with the same header
 * below them, the next table begins. A lone text elsewhere stays a row: it may be a goal without anything more.
 */
export function* sheetBlocks(at: RowAt, sheet?: string): Generator<Block> {
  let header: readonly Cell[] | undefined;
  for (let index = 0, row; (row = at(index)); ) {
    if (namesColumns(row) && !isPair(at, index)) {
      header ??= row;
      const table = new TableRows(at, index, header);
      yield { kind: 'table', ...(sheet !== undefined && { sheet }), rows: table, ...(index > 0 && { firstRow: index + 1 }) };
      index = table.end();
    } else {
      const text = filled(row).map(({ lines }) => lines.join(' ')).join(': ').replace('::', ':');
      if (text) yield { kind: 'text', text };
      index += 1;
    }
  }
}

function filled(row: readonly Cell[]): readonly Cell[] {
  return row.filter((cell) => cell.lines.length && !cell.spannedFrom);
}

/** Whether two cells are a name and its value rather than a header: that one is as wide as its rows. */
function isPair(at: RowAt, index: number): boolean {
  const row = at(index) ?? [];
  if (filled(row).length !== 2 || row.some((cell) => cell.spannedFrom)) return false;
  for (let next = index + 1; next <= index + PAIRS_ABOVE; next++) if (filled(at(next) ?? []).length > 2) return true;
  return false;
}

class TableRows implements Iterable<readonly Cell[]> {
  #end: number | undefined;

  constructor(private readonly at: RowAt, private readonly first: number, private readonly header: readonly Cell[]) {}

  *[Symbol.iterator](): Generator<readonly Cell[]> {
    let index = this.first;
    let certain = index + 1;
    for (let row; (row = this.at(index)); index++) {
      if (index >= certain) {
        const next = this.#behindTitles(index);
        if (next > index && isSameHeader(this.at(next), this.header)) break;
        certain = next + 1;
      }
      yield index === this.first ? row.map((cell): MutableCell => ({ ...cell, header: true })) : row;
    }
    this.#end = index;
  }

  /** The index behind the last row; known without going through them again where that was done. */
  end(): number {
    const rows = this[Symbol.iterator]();
    while (this.#end === undefined) rows.next();
    return this.#end;
  }

  #behindTitles(index: number): number {
    for (let row; (row = this.at(index)) && !namesColumns(row); ) index += 1;
    return index;
  }
}

/** At least half of the names are the same: `Toteutuma- ennuste` and `Toteutumaennuste` stand in one report. */
function isSameHeader(row: readonly Cell[] | undefined, header: readonly Cell[]): boolean {
  const names = new Set(header.map(nameOf).filter(Boolean));
  const same = row?.filter((cell) => names.has(nameOf(cell))).length ?? 0;
  return same > 1 && same * 2 >= names.size;
}

function nameOf(cell: Cell): string {
  return folded(cell.lines.join(' ')).replace(/[\s\d-]/g, '');
}
