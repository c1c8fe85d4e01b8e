import { parseMarkup } from '../markup.ts';

/** What is parsed at once, in characters: some milliseconds, also on a slow phone. */
const PIECE = 100_000;
/** Stands where rows were taken out. As an instruction it is no element, should one ever be left. */
const PLACE = 'aukio-rows';
/** In these a tag may be no tag; files that Office writes have none of them. */
const NOT_MARKUP = new RegExp(`<!|<\\?${PLACE}`);

/**
 * Parses the XML of a Word document, of a long table some rows at a time, in steps of a few milliseconds. The document is the
 * same as if it were parsed at once.
 * @returns undefined where it is no XML; what the generator ends with
 */
export function* parseLongXml(text: string): Generator<void, Document | undefined, void> {
  const root = /<((?:[\w.-]+:)?)document\b[^>]*[^/]>/.exec(text.slice(0, PIECE));
  if (text.length > PIECE && root && !NOT_MARKUP.test(text)) {
    const whole = yield* parseInPieces(text, root[0], root[1]!);
    if (whole) return whole;
    // What is wrong with it, if anything is, is told of the whole.
  }
  return parse(text);
}

function* parseInPieces(text: string, rootTag: string, prefix: string): Generator<void, Document | undefined, void> {
  const pieces: string[] = [];
  let frame = '';
  let end = 0;
  for (const piece of rowsIn(text, prefix)) {
    frame += `${text.slice(end, piece.start)}<?${PLACE}?>`;
    pieces.push(text.slice(piece.start, piece.end));
    end = piece.end;
    yield;
  }
  const whole = parse(frame + text.slice(end));
  if (!whole) return undefined;
  yield;
  for (const place of placesIn(whole)) {
    const rows = parse(`${rootTag}${pieces.shift()}</${prefix}document>`);
    if (!rows) return undefined;
    place.replaceWith(...rows.documentElement.childNodes);
    yield;
  }
  return whole;
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Rows that follow each other immediately in a table that is in no other, as many as are parsed at once. */
function* rowsIn(text: string, prefix: string): Generator<Piece, void, void> {
  const tags = new RegExp(`<(/?)${prefix}(tbl|tr)(?=[\\s>])[^>]*?(/?)>`, 'g');
  let depth = 0;
  /** Where the row begins that is being read, and the rows before it that go with it. */
  let row = 0;
  let rows: Piece | undefined;
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    const [, closing, name, empty] = tag;
    if (empty) continue;
    if (name === 'tbl') depth += closing ? -1 : 1;
    else if (depth === 1 && !closing) row = tag.index;
    else if (depth === 1) {
      if (rows && rows.end === row && tags.lastIndex - rows.start <= PIECE) {
        rows = { start: rows.start, end: tags.lastIndex };
      } else {
        if (rows) yield rows;
        rows = { start: row, end: tags.lastIndex };
      }
    }
  }
  if (rows) yield rows;
}

/** The places in the order of the document. */
function placesIn(whole: Document): readonly ProcessingInstruction[] {
  const walker = whole.createTreeWalker(whole, NodeFilter.SHOW_PROCESSING_INSTRUCTION);
  const places: ProcessingInstruction[] = [];
  while (walker.nextNode()) if ((walker.currentNode as ProcessingInstruction).target === PLACE) places.push(walker.currentNode as ProcessingInstruction);
  return places;
}

function parse(text: string): Document | undefined {
  const parsed = parseMarkup(text, 'application/xml');
  return parsed.getElementsByTagName('parsererror').length ? undefined : parsed;
}
