import type { Block, BlockDocument } from '../../model/document.ts';
import { ended, endedInSlices } from '../steps.ts';
import { attribute, child, children, OfficeFile } from './office.ts';
import { builtInLevel, languageOf, WordContent, type Style, type Word } from './word-content.ts';

/**
 * Reads a Word document (`.docx`): the same sequence of paragraphs and tables that the HTML reader makes of it when it is pasted.
 * Tables' rows are read when they are asked for.
 * @throws {SourceError} `invalid-data` with what is wrong with the file
 */
export function readDocx(bytes: Uint8Array): BlockDocument {
  return ended(readInSteps(bytes));
}

/** Reads a Word document as `readDocx` does, a long one in pieces between which the page answers. */
export function readLongDocx(bytes: Uint8Array): Promise<BlockDocument> {
  return endedInSlices(readInSteps(bytes));
}

function* readInSteps(bytes: Uint8Array): Generator<void, BlockDocument, void> {
  const file = new OfficeFile(bytes, 'not-word');
  const { part, element } = yield* file.main('document');
  const body = child(element, 'body');
  const targets = file.targets(part);
  const word: Word = {
    styles: readStyles(file.xml(targets.find(({ type }) => type === 'styles')?.address ?? '')),
    targets: new Map(targets.map((target) => [target.id, target])),
    lang: yield* mainLanguage(element),
  };
  return {
    kind: 'blocks',
    blocks: { [Symbol.iterator]: () => blocksOf(body?.children ?? [], word) },
    ...(word.lang && { lang: word.lang }),
  };
}

/** A heading's level is that of its style, of the style it is based on, or of the built-in name. */
function readStyles(root: Element | undefined): Map<string, Style> {
  const elements = new Map(children(root, 'style').map((style) => [attribute(style, 'styleId') ?? '', style]));
  const read = (id: string, depth: number): Style => {
    const style = elements.get(id);
    const name = (attribute(child(style, 'name'), 'val') ?? id).toLowerCase();
    const outline = attribute(child(style, 'pPr', 'outlineLvl'), 'val');
    const base = attribute(child(style, 'basedOn'), 'val');
    // Styles that are based on each other in a circle end at some depth.
    const inherited = () => (base !== undefined && depth < 10 ? read(base, depth + 1).level : 0);
    return { level: outline === undefined ? builtInLevel(name) || inherited() : Number(outline) + 1, name };
  };
  return new Map([...elements.keys()].map((id) => [id, read(id, 0)]));
}

/**
 * The language that more than half of the text is marked with. The document's default is not asked: it is that of the
 * machine on which the document was made, whatever the text is in.
 */
function* mainLanguage(root: Element): Generator<void, string, void> {
  const counts = new Map<string, number>();
  let all = 0;
  for (const text of root.getElementsByTagNameNS(root.namespaceURI, 't')) {
    const length = text.textContent.length;
    const lang = languageOf(text.parentElement);
    all += length;
    if (lang) counts.set(lang, (counts.get(lang) ?? 0) + length);
    yield;
  }
  for (const [lang, count] of counts) if (count * 2 > all) return lang;
  return '';
}

function* blocksOf(elements: Iterable<Element>, word: Word): Generator<Block> {
  const content = new WordContent(word, true);
  for (const element of elements) {
    content.visit(element);
    yield* content.take();
  }
}
