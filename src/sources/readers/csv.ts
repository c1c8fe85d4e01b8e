import type { BlockDocument, Cell } from '../../model/document.ts';
import { csvRows } from '../../model/csv.ts';
import { decodeText } from '../encoding.ts';
import { invalidDocument } from '../errors.ts';
import { plainFault, signatureOf } from '../signature.ts';
import { rowsOnce, sheetBlocks, sheetCell } from './sheet.ts';

/**
 * Reads CSV as Excel saves it. Lines with one text above the table are paragraphs before it; line breaks in a cell
 * separate its lines. Rows are parsed when they are asked for. A file with damaged letters is read, with the note `wrong-encoding`.
 * @throws {SourceError} `invalid-data` where the file is something else
 */
export function readCsv(bytes: Uint8Array): BlockDocument {
  const signature = signatureOf(bytes);
  const fault = plainFault(bytes, signature);
  if (fault || signature === 'zip') throw invalidDocument(fault ?? 'type-unknown');
  const { text, damaged } = decodeText(bytes);
  const at = rowsOnce(cellRows(text));
  return {
    kind: 'blocks',
    blocks: { [Symbol.iterator]: () => sheetBlocks(at) },
    ...(damaged && { notes: [{ code: 'wrong-encoding' }] }),
  };
}

function* cellRows(text: string): Generator<readonly Cell[]> {
  for (const row of csvRows(text)) yield row.some((cell) => cell.trim()) ? row.map((cell) => sheetCell(cell)) : [];
}
