import { decodeText } from '../encoding.ts';
import { invalidDocument } from '../errors.ts';
import { plainFault, signatureOf } from '../signature.ts';

/**
 * Reads JSON.
 * @throws {SourceError} `invalid-data`: `html-instead` and other kinds of file by name, else `not-json` with `line` and
 *   `column`, counted from 1, where the browser tells them
 */
export function readJson(bytes: Uint8Array): unknown {
  const fault = plainFault(bytes, signatureOf(bytes));
  if (fault) throw invalidDocument(fault);
  const { text } = decodeText(bytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const values = placeOf(cause, text);
    throw invalidDocument('not-json', { cause, ...(values && { values }) });
  }
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
