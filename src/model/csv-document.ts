import { csvRows } from './csv.ts';
import type { BlockDocument, Cell } from './document.ts';
import { rowsOnce, sheetBlocks, sheetCell } from './sheet.ts';

/**
 * A CSV text as a document: lines with one text above the table are paragraphs before it; line breaks in a cell separate
 * its lines. Rows are parsed when they are asked for.
 */
export function csvDocument(text: string): BlockDocument {
  const at = rowsOnce(cellRows(text));
  return { kind: 'blocks', blocks: { [Symbol.iterator]: () => sheetBlocks(at) } };
}

function* cellRows(text: string): Generator<readonly Cell[]> {
  for (const row of csvRows(text)) yield row.some((cell) => cell.trim()) ? row.map((cell) => sheetCell(cell)) : [];
}
