import { decodeText } from '../../model/encoding.ts';
import { nextTask } from '../tasks.ts';

/** What is decoded or parsed at once, in bytes or characters: some milliseconds, also on a slow phone. */
const PIECE = 500_000;

/** Decodes a long text, with a task of its own for each piece. */
export async function decodeInPieces(bytes: Uint8Array): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      await nextTask();
      text += decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    }
    return text + decoder.decode();
  } catch {
    // As offices save it otherwise.
    return decodeText(bytes).text;
  }
}

/**
 * Parses a long JSON text in pieces, with a task of its own for each, so that the page answers meanwhile: a list that is
 * the whole, or a field of it, item by item.
 * @throws {SyntaxError} where it is no JSON
 */
export async function parseInPieces(text: string): Promise<unknown> {
  try {
    const list = text.length > PIECE ? await longList(text) : undefined;
    if (list) return await parsed(text, list);
  } catch {
    // What is wrong, and where, is told of the whole.
  }
  return JSON.parse(text);
}

interface List {
  readonly start: number;
  /** The commas at which it may be cut. */
  readonly cuts: readonly number[];
  readonly end: number;
}

async function parsed(text: string, { start, cuts, end }: List): Promise<unknown> {
  const items: unknown[] = [];
  let from = start;
  for (const to of [...cuts, end]) {
    await nextTask();
    for (const item of JSON.parse(`[${text.slice(from, to)}]`) as unknown[]) items.push(item);
    from = to + 1;
  }
  // The first of its items marks the list among others, in the rest of the document.
  const mark = `${text.length}-${start}`;
  const rest: unknown = JSON.parse(`${text.slice(0, start)}"${mark}"${text.slice(end)}`);
  const isMarked = (value: unknown): boolean => Array.isArray(value) && value[0] === mark;
  if (isMarked(rest)) return items;
  const name = Object.entries(rest as object).find(([, value]) => isMarked(value))?.[0];
  if (name === undefined) throw new SyntaxError('a field that stands twice');
  return Object.fromEntries(Object.entries(rest as object).map(([field, value]) => [field, field === name ? items : value]));
}

/** The first list that is the document, or a field of it, and longer than a piece. */
async function longList(text: string): Promise<List | undefined> {
  const structure = /["[\]{}]/g;
  const open: string[] = [];
  let cuts: number[] = [];
  let start = 0;
  let last = 0;
  let looked = 0;
  for (let found = structure.exec(text); found; found = structure.exec(text)) {
    const { index } = found;
    const sign = found[0];
    if (sign === '"') {
      const close = endOfString(text, index + 1);
      if (close < 0) return undefined;
      structure.lastIndex = close + 1;
    } else if (sign === '[' || sign === '{') {
      open.push(sign);
      if (isOuter(open)) [start, cuts, last] = [index + 1, [], index + 1];
    } else {
      if (isOuter(open) && cuts.length) return { start, cuts, end: index };
      open.pop();
      // After an item: the comma behind it, where there is another.
      const comma = isOuter(open) && index - last > PIECE ? /\s*,/y : undefined;
      if (comma) {
        comma.lastIndex = index + 1;
        if (comma.test(text)) cuts.push((last = comma.lastIndex - 1));
      }
    }
    if (index - looked > 4 * PIECE) {
      looked = index;
      await nextTask();
    }
  }
  return undefined;
}

/** Whether what is open is a list that is the whole document or a field of it. */
function isOuter(open: readonly string[]): boolean {
  return open.at(-1) === '[' && (open.length === 1 || (open.length === 2 && open[0] === '{'));
}

function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}
