import type { Block, BlockDocument, Cell } from '../../model/document.ts';
import { primary, tidy } from '../../model/text.ts';
import { languageAround } from './language-around.ts';
import { Row, type Reach } from '../../model/row.ts';

/** What stands in a line of its own, and what stands in one with others. Anything else takes more than its text to read. */
const LINES = /^(?:p|div|h[1-6]|[uo]l|li|br|section|article|main|figure|center|blockquote|table)$/;
const INLINE = /^(?:a|span|b|strong|i|em|u|font|small|su[bp]|o:p)$/;
const UNUSUAL = '[href],[hidden],[slot],[style*="display"],[style*="ingdings"],[data-value]';
const COLOURED = '[bgcolor],[style*="background"]';

/** A line's text, or a table between lines. */
type Piece = string | HTMLTableElement;

/**
 * Reads the content of an element up to the first thing that takes more than its text to read: a link, a picture, another
 * language, a cell that may speak by its colour. Each table is to be read before the block after it is asked for.
 */
export function readPlainHtml(root: Element): BlockDocument {
  const lang = languageAround(root);
  return {
    kind: 'blocks',
    blocks: { [Symbol.iterator]: () => blocksOf(root, lang) },
    ...(lang && { lang }),
  };
}

function* blocksOf(root: Element, lang: string): Generator<Block> {
  const pieces: Piece[] = [''];
  // The line in which it ends may be a half.
  if (!gather(root, lang, pieces)) pieces.pop();
  let plain = true as boolean;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      const text = tidy(piece);
      if (text) yield { kind: 'text', text };
    } else {
      yield { kind: 'table', rows: { [Symbol.iterator]: () => rowsOf(piece, lang, () => (plain = false)) } };
    }
    if (!plain) return;
  }
}

/** Adds to the pieces what stands inside a node, the last of them being the line at hand; false where it is not plain. */
function gather(parent: Node, lang: string, pieces: Piece[]): boolean {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) pieces.push(`${pieces.pop() as string}${node.nodeValue}`);
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const element = node as Element;
    const name = element.localName;
    const inLine = INLINE.test(name);
    if ((!inLine && !LINES.test(name)) || element.matches(UNUSUAL) || isForeign(element, lang)) return false;
    if (name === 'br' && element.closest('h1,h2,h3,h4,h5,h6')) pieces.push(`${pieces.pop() as string} `);
    else if (!inLine) pieces.push('');
    if (name === 'table') pieces.push(element as HTMLTableElement);
    else if (!gather(element, lang, pieces)) return false;
    if (!inLine && name !== 'br') pieces.push('');
  }
  return true;
}

function isForeign(element: Element, lang: string): boolean {
  const own = element.getAttribute('lang');
  return !!own && primary(own) !== primary(lang);
}

function* rowsOf({ rows }: HTMLTableElement, lang: string, end: () => void): Generator<readonly Cell[]> {
  let above: Reach[] = [];
  let part: Element | null = null;
  for (const element of rows) {
    if (element.parentElement !== part) above = [];
    part = element.parentElement;
    const row = new Row(above);
    for (const place of element.cells) {
      const cell = [part, element, place].some((around) => around && isForeign(around, lang)) ? undefined : cellOf(place, lang);
      if (!cell) return end();
      row.add(cell, place.colSpan, place.rowSpan || Infinity);
    }
    row.finish();
    yield row.cells;
  }
}

function cellOf(element: HTMLTableCellElement, lang: string): Cell | undefined {
  const pieces: Piece[] = [''];
  if (element.matches(UNUSUAL) || !gather(element, lang, pieces) || !pieces.every((piece) => typeof piece === 'string')) return undefined;
  const lines = pieces.map(tidy).filter(Boolean);
  const text = lines.join('');
  if (!/[\p{L}\p{N}]/u.test(text) && (/\p{S}/u.test(text) || element.parentElement?.querySelector(COLOURED))) return undefined;
  return element.localName === 'th' ? { lines, header: true } : { lines };
}
