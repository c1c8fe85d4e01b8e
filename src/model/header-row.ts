import type { Cell } from './document.ts';
import type { MutableCell } from './row.ts';

/** Whether a row can name columns rather than be a title above them: at least two cells of its own have words. */
export function namesColumns(cells: readonly Cell[]): boolean {
  return cells.filter((cell) => cell.lines.length && !cell.spannedFrom).length > 1;
}

/** Whether a row names columns by its header cells: all that say something are such. A header cell in any other row names that row. */
export function isHeaderRow(cells: readonly Cell[]): boolean {
  const filled = cells.filter(({ lines, value }) => lines.length || value !== undefined);
  return filled.length > 0 && filled.every(({ header }) => header);
}

/** Marks the cells of a header row, where the document itself marks none. */
export function markHeader(cells: readonly MutableCell[]): void {
  if (!cells.some((cell) => cell.header)) for (const cell of cells) cell.header = true;
}
