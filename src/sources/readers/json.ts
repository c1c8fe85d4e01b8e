import { decodeText } from '../../model/encoding.ts';
import { invalidDocument, unreachable, type SourceError } from '../errors.ts';
import { plainFault, signatureOf } from '../signature.ts';

/** What takes a phone longer than a frame to parse, in bytes. */
const LONG = 500_000;

/**
 * Reads JSON.
 * @throws {SourceError} `invalid-data`: `html-instead` and other kinds of file by name, else `not-json` with `line` and
 *   `column`, counted from 1, where the browser tells them
 */
export function readJson(bytes: Uint8Array): unknown {
  refuseOther(bytes);
  const { text } = decodeText(bytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notJson(cause, text);
  }
}

/** Reads JSON as `readJson` does, a long document in pieces between which the page answers. */
export async function readLongJson(bytes: Uint8Array): Promise<unknown> {
  if (bytes.length < LONG) return readJson(bytes);
  refuseOther(bytes);
  const { decodeInPieces, parseInPieces } = await import('./json-pieces.ts').catch(unreachable);
  const text = await decodeInPieces(bytes);
  try {
    return await parseInPieces(text);
  } catch (cause) {
    throw notJson(cause, text);
  }
}

/** Says of a file of another kind what it is. */
function refuseOther(bytes: Uint8Array): void {
  const fault = plainFault(bytes, signatureOf(bytes));
  if (fault) throw invalidDocument(fault);
}

function notJson(cause: unknown, text: string): SourceError {
  const values = placeOf(cause, text);
  return invalidDocument('not-json', { cause, ...(values && { values }) });
}

/** Browsers tell the place in the message only, each in its own words; a truncated file is wrong at its end. */
function placeOf(error: unknown, text: string): { line: number; column: number } | undefined {
  const message = String(error);
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line) return { line: Number(line), column: Number(column) };
  const [, position] = /position (\d+)/.exec(message) ?? [];
  if (!position && !/end of|EOF/i.test(message)) return undefined;
  const before = text.slice(0, position ? Number(position) : text.length).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
