import type { Block, BlockDocument, Cell, TableBlock } from '../../model/document.ts';
import { Content } from './content.ts';
import { markHeader, namesColumns } from '../../model/header-row.ts';
import { Row, type Reach } from '../../model/row.ts';
import { standsOut } from '../../model/wordless.ts';
import { languageAround } from './language-around.ts';

/** What stands for what; all else stands in a line. `del` is text that Word's change tracking took out. */
const KINDS = {
  unseen: /^(?:style|script|template|noscript|title|xml|del|button|select|textarea)$/,
  block:
    /^(?:address|article|aside|blockquote|center|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6r]|header|hgroup|li|main|menu|nav|ol|p|pre|section|summary|t[dhr]|ul)$/,
  picture: /^(?:img|svg|picture|canvas)$/,
  table: /^table$/,
  break: /^br$/,
};
const BACKGROUND = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;]+)/i;

/**
 * Reads content of a page, in document order: headings, paragraphs, list items and loose text as text blocks, tables with
 * their captions. Nothing is read before it is asked for, and everything can be iterated again.
 * @param root the element whose content is read (a table is read itself), or the elements that are the content;
 *   in the page or in a document that is not shown
 */
export function readHtml(root: Root): BlockDocument {
  const first = 'nodeType' in root ? root : root[0];
  const lang = first && 'closest' in first ? languageAround(first) : '';
  return { kind: 'blocks', blocks: { [Symbol.iterator]: () => blocksOf(nodesOf(root), lang) }, ...(lang && { lang }) };
}

type Root = Element | DocumentFragment | readonly Element[];

function nodesOf(root: Root): readonly Node[] {
  if (!('nodeType' in root)) return root;
  return root.nodeName === 'TABLE' ? [root] : [...root.childNodes];
}

function* blocksOf(nodes: readonly Node[], lang: string): Generator<Block> {
  const content = new HtmlContent(lang, true);
  for (const node of nodes) {
    content.visit(node, lang);
    yield* content.take();
  }
  content.end();
  yield* content.take();
}

/** By tag name: a table has few names and many elements. */
const kinds = new Map<string, string>();

function kindOf(name: string): string {
  let kind = kinds.get(name);
  if (kind === undefined) kinds.set(name, (kind = Object.entries(KINDS).find(([, names]) => names.test(name))?.[0] ?? 'inline'));
  return kind;
}

class HtmlContent extends Content {
  /** What `<data>`, `<meter>` and `<progress>` say beside their text. */
  readonly values: string[] = [];

  constructor(lang: string, private readonly withTables: boolean) {
    super(lang);
  }

  /** @param around the language of what stands around the node */
  visit(node: Node, around: string): void {
    if (node.nodeType === Node.TEXT_NODE) return this.add(node.nodeValue ?? '', around);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as HTMLElement;
    const name = element.localName;
    const kind = kindOf(name);
    const style = element.getAttribute('style');
    // What has a `slot` of its own, as the help text has, is not content.
    if (kind === 'unseen' || element.hidden === true || element.hasAttribute('slot')) return;
    if (style && /display\s*:\s*none/i.test(style)) return;
    if (style && /wingdings/i.test(style)) this.signs = true;
    const lang = element.getAttribute('lang') || around;
    if (kind === 'table') this.#table(element as HTMLTableElement, lang);
    else if (kind === 'break') this.break();
    else if (kind === 'picture') this.#picture(element, lang);
    else if (kind === 'block') this.#block(element, name, lang);
    else this.#inline(element, name, lang);
  }

  visitInside(parent: Node, lang: string): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) this.visit(node, lang);
  }

  #block(element: Element, name: string, lang: string): void {
    // Read with the table beside it.
    if (name === 'figcaption' && element.parentElement?.querySelector('table')) return;
    this.end();
    const level = Number(/^h([1-6])$/.exec(name)?.[1]);
    const around = this.item;
    if (level) this.level = level;
    if (name === 'li') this.item = { depth: (around?.depth ?? 0) + 1 };
    this.visitInside(element, lang);
    this.end();
    this.item = around;
    if (level) this.level = undefined;
  }

  #inline(element: Element, name: string, lang: string): void {
    const href = name === 'a' && element.getAttribute('href');
    if (href) this.links.push({ text: textOf(element), href });
    if (/^(?:data|meter|progress)$/.test(name)) this.values.push(element.getAttribute('value') ?? '');
    if (name === 'time' && !element.textContent.trim()) this.add(element.getAttribute('datetime') ?? '', lang);
    this.visitInside(element, lang);
  }

  #picture(element: Element, lang: string): void {
    this.pictured = true;
    const words = (element.localName === 'picture' ? element.querySelector('img') : element)?.getAttribute('alt') ?? '';
    // An editor's default, `image001.png`, says nothing.
    if (!/\.\w{3,4}$/.test(words)) this.add(words, lang);
  }

  /** A table inside a cell is not mixed into the one around it; it follows that one. */
  #table(table: HTMLTableElement, lang: string): void {
    if (!this.withTables) return;
    const inner = [...table.querySelectorAll('table')].filter((nested) => nested.parentElement?.closest('table') === table);
    if (inner.length && isLayout(table)) {
      this.end();
      for (const row of table.rows) this.visitInside(row, lang);
      return;
    }
    const caption = textOf(table.caption ?? table.closest('figure')?.querySelector('figcaption'));
    const block: TableBlock = {
      kind: 'table',
      ...(caption && { caption }),
      rows: { [Symbol.iterator]: () => rowsOf(table, lang, this.lang) },
    };
    this.addBlock(block);
    for (const nested of inner) this.visit(nested, lang);
  }
}

/** The text as it is shown, on one line. */
function textOf(element: Element | null | undefined): string {
  const content = new HtmlContent('', false);
  if (element) content.visitInside(element, '');
  return content.toCell(() => false).lines.join(' ');
}

/** Whether a table that holds others is there for the look alone: to stack them. */
function isLayout(table: HTMLTableElement): boolean {
  return /^(?:presentation|none)$/.test(table.getAttribute('role') ?? '') || [...table.rows].every((row) => row.cells.length < 2);
}

function* rowsOf(table: HTMLTableElement, around: string, documentLang: string): Generator<readonly Cell[]> {
  let above: Reach[] = [];
  let part: HTMLElement | null = null;
  let named = false;
  for (const element of table.rows) {
    // A cell reaches to the end of its `thead` or `tbody` at most.
    if (element.parentElement !== part) above = [];
    part = element.parentElement;
    const lang = element.lang || part?.lang || around;
    const row = new Row(above);
    for (const cell of element.cells) row.add(cellOf(cell, lang, documentLang), cell.colSpan, cell.rowSpan || Infinity);
    row.finish();
    if (!named && namesColumns(row.cells)) {
      named = true;
      markHeader(row.cells);
    }
    yield row.cells;
  }
}

function cellOf(element: HTMLTableCellElement, around: string, documentLang: string): Cell {
  const content = new HtmlContent(documentLang, false);
  content.visitInside(element, element.lang || around);
  const cell = content.toCell(() => isColoured(element));
  const own = element.getAttribute('data-value');
  const [given, ...more] = own === null ? content.values : [own];
  const value = given?.trim() && !more.length ? Number(given) : NaN;
  if (Number.isFinite(value)) cell.value = value;
  if (element.localName === 'th') cell.header = true;
  return cell;
}

function isColoured(cell: HTMLTableCellElement): boolean {
  const row = [...(cell.parentElement?.children ?? [])].map(colourOf);
  return standsOut(colourOf(cell), row) || [...cell.querySelectorAll('[style],[bgcolor]')].some((inside) => standsOut(colourOf(inside), ['']));
}

/** From the attributes: the stylesheet of a document that is not shown is not known. */
function colourOf(element: Element): string {
  return (element.getAttribute('bgcolor') ?? BACKGROUND.exec(element.getAttribute('style') ?? '')?.[1] ?? '').trim();
}
