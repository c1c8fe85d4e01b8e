import { csvDocument } from '../../model/csv-document.ts';
import type { BlockDocument } from '../../model/document.ts';
import { decodeText } from '../../model/encoding.ts';
import { invalidDocument } from '../errors.ts';
import { plainFault, signatureOf } from '../signature.ts';

/**
 * Reads CSV as Excel saves it. A file with damaged letters is read, with the note `wrong-encoding`.
 * @throws {SourceError} `invalid-data` where the file is something else
 */
export function readCsv(bytes: Uint8Array): BlockDocument {
  const signature = signatureOf(bytes);
  const fault = plainFault(bytes, signature);
  if (fault || signature === 'zip') throw invalidDocument(fault ?? 'type-unknown');
  const { text, damaged } = decodeText(bytes);
  const document = csvDocument(text);
  return damaged ? { ...document, notes: [{ code: 'wrong-encoding' }] } : document;
}
