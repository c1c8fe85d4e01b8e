import type { Cell } from './document.ts';

export type MutableCell = { -readonly [Key in keyof Cell]: Cell[Key] };

/** A cell that reaches into rows below, and how many of them are still to come. By column. */
export type Reach = { readonly cell: Cell; rows: number } | undefined;

/** More columns than any report has; a sheet pasted whole may say that a cell reaches over 16,384. */
export const MAX_COLUMNS = 256;

/** A row that is being read: each cell takes its place beside what reaches into the row from above. */
export class Row {
  readonly cells: MutableCell[] = [];

  /** @param above carried from row to row, and to be emptied where a new part of the table begins */
  constructor(private readonly above: Reach[]) {}

  /** Puts a cell, `columns` wide and `rows` high, on the next free place. */
  add(cell: Cell, columns: number, rows: number): void {
    this.#fill();
    for (let at = 0; at < columns && this.cells.length < MAX_COLUMNS; at++) {
      this.above[this.cells.length] = { cell, rows: rows - 1 };
      this.cells.push(at ? { ...cell, spannedFrom: 'left' } : cell);
    }
  }

  /** Leaves places empty up to a column, counted from 0, except where a cell reaches into them. */
  skipTo(column: number): void {
    for (this.#fill(); this.cells.length < Math.min(column, MAX_COLUMNS); this.#fill()) this.cells.push({ lines: [] });
  }

  /** Ends the row: what reaches into it behind its last cell is taken in. */
  finish(): void {
    this.skipTo(this.above.findLastIndex((reach) => reach?.rows) + 1);
  }

  #fill(): void {
    for (let reach; (reach = this.above[this.cells.length])?.rows; ) {
      reach.rows -= 1;
      this.cells.push({ ...reach.cell, spannedFrom: 'above' });
    }
  }
}
