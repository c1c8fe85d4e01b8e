import type { Cell, TableBlock } from '../../model/document.ts';
import { Content } from './content.ts';
import { attribute, child, isOn, targetId, type Target } from './office.ts';
import { markHeader, namesColumns } from '../../model/header-row.ts';
import { MAX_COLUMNS, type MutableCell } from '../../model/row.ts';
import { standsOut } from '../../model/wordless.ts';

/** A Word document's parts that its text refers to. */
export interface Word {
  /** By id. */
  readonly styles: ReadonlyMap<string, Style>;
  /** By the relationship's id. */
  readonly targets: ReadonlyMap<string, Target>;
  /** The language of the document, `''` where it has no main one. */
  readonly lang: string;
}

export interface Style {
  /** 1–9 for headings, else 0. */
  readonly level: number;
  /** In lower case; for Word's own styles in English, whatever the language of Word is. */
  readonly name: string;
}

/** Not text of the document: properties, what change tracking took out, the second form of what older versions cannot show. */
const UNSEEN = /^(?:\w+Pr|del|moveFrom|Fallback)$/;
/** What may stand between a table and its rows, or a row and its cells. */
const WRAPPER = /^(?:sdt|sdtContent|customXml|ins|moveTo)$/;
/** Signs of the font Wingdings that stand in reports; Word itself makes the arrows of `-->`, and J, K and L of `:)`, `:|` and `:(`. */
const WINGDINGS: Readonly<Record<string, string>> = {
  J: 'J', K: 'K', L: 'L', l: '●', n: '■', 'ü': '✓', 'û': '✗', 'þ': '☑', 'ý': '☒', '¨': '☐', '§': '▪', '·': '•', 'à': '→', 'ß': '←',
};

/** A field that the paragraph is in, such as a link: its code comes first, then its result. */
interface Field {
  code: string;
  text: string;
  inResult: boolean;
}

/** The content of a Word document, of a text box or of a cell. */
export class WordContent extends Content {
  #runLang: string;
  #wingdings = false;
  #fields: Field[] = [];
  /** Text boxes that are anchored in the paragraph; read after it. */
  #boxes: Element[] = [];

  constructor(private readonly word: Word, private readonly withTables: boolean) {
    super(word.lang);
    this.#runLang = word.lang;
  }

  visitAll(parent: Element): void {
    for (let next = parent.firstElementChild; next; next = next.nextElementSibling) this.visit(next);
  }

  visit(element: Element): void {
    const name = element.localName;
    if (UNSEEN.test(name)) return;
    if (name === 'p') this.#paragraph(element);
    else if (name === 'tbl') this.#table(element);
    else if (name === 'r') this.#run(element);
    else if (name === 't') this.#text(element.textContent);
    else if (name === 'tab') this.#text(' ');
    else if (name === 'noBreakHyphen') this.#text('-');
    else if (name === 'br' || name === 'cr') this.break();
    else if (name === 'sym') this.#symbol(element);
    else if (name === 'drawing' || name === 'pict' || name === 'object') this.#picture(element);
    else if (name === 'instrText') this.#fieldCode(element.textContent);
    else if (name === 'fldChar') this.#fieldMark(attribute(element, 'fldCharType'));
    // A form's field in which nothing was written holds the hint what to write.
    else if (name !== 'sdt' || !child(element, 'sdtPr', 'showingPlcHdr')) {
      if (name === 'hyperlink') this.#addLink(this.word.targets.get(targetId(element) ?? ''), textOf(element, this.word));
      if (name === 'fldSimple') this.#addFieldLink(attribute(element, 'instr') ?? '', textOf(element, this.word));
      this.visitAll(element);
    }
  }

  #paragraph(element: Element): void {
    const style = this.#styleOf(element);
    // A table of contents would name groups before they come. A caption is read with its table.
    if (/^toc\b/.test(style.name) || (style.name === 'caption' && element.nextElementSibling?.localName === 'tbl')) return;
    this.end();
    const outline = attribute(child(element, 'pPr', 'outlineLvl'), 'val');
    const level = outline === undefined ? style.level : Number(outline) + 1;
    // Level 10 is Word's name for running text.
    this.level = level > 0 && level < 10 ? Math.min(level, 6) : undefined;
    const numbering = child(element, 'pPr', 'numPr');
    // Numbered headings are in no list.
    if (numbering && !this.level) this.item = { depth: numberIn(numbering, 'ilvl') + 1 };
    this.#fields = [];
    this.visitAll(element);
    this.end();
    this.item = this.level = undefined;
    for (const box of this.#boxes.splice(0)) this.visitAll(box);
  }

  #styleOf(paragraph: Element | null): Style {
    const id = attribute(child(paragraph ?? undefined, 'pPr', 'pStyle'), 'val') ?? '';
    return this.word.styles.get(id) ?? { level: builtInLevel(id), name: '' };
  }

  #run(element: Element): void {
    const properties = child(element, 'rPr');
    if (isOn(child(properties, 'vanish'))) return;
    this.#runLang = languageOf(element) ?? this.word.lang;
    this.#wingdings = attribute(child(properties, 'rFonts'), 'ascii') === 'Wingdings';
    this.visitAll(element);
    this.#wingdings = false;
  }

  #text(text: string): void {
    // The code of a field is not text, and nor is what another field puts into it.
    if (this.#fields.some((field) => !field.inResult)) return;
    if (this.#wingdings && text.trim()) return this.#sign(text);
    for (const field of this.#fields) field.text += text;
    this.add(text, this.#runLang);
  }

  #symbol(element: Element): void {
    const code = parseInt(attribute(element, 'char') ?? '', 16);
    // Fonts of signs stand in a private area, as if they were Latin letters.
    if (code >= 0xf000) this.#sign(attribute(element, 'font') === 'Wingdings' ? String.fromCharCode(code - 0xf000) : '');
    else if (code) this.add(String.fromCodePoint(code), this.#runLang);
  }

  #sign(letters: string): void {
    this.signs = true;
    for (const letter of letters) this.add(WINGDINGS[letter] ?? '', this.#runLang);
  }

  #picture(element: Element): void {
    this.pictured = true;
    for (const box of element.getElementsByTagNameNS('*', 'txbxContent')) if (!box.closest('Fallback')) this.#boxes.push(box);
  }

  #fieldCode(code: string): void {
    const field = this.#fields.at(-1);
    if (field) field.code += code;
  }

  #fieldMark(type: string | undefined): void {
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ code: '', text: '', inResult: false });
    else if (type === 'separate' && field) field.inResult = true;
    else if (type === 'end' && this.#fields.pop() && field) this.#addFieldLink(field.code, field.text);
  }

  #addFieldLink(code: string, text: string): void {
    const address = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1];
    if (address) this.links.push({ text: text.trim(), href: address });
  }

  #addLink(target: Target | undefined, text: string): void {
    if (target?.external) this.links.push({ text, href: target.address });
  }

  /** A table inside a cell is not mixed into the one around it; it follows that one. */
  #table(table: Element): void {
    if (!this.withTables) return;
    const inner = [...table.getElementsByTagNameNS('*', 'tbl')].filter((nested) => nested.parentElement?.closest('tbl') === table);
    // Tables that only stack others are there for the look.
    if (inner.length && [...parts(table, 'tr')].every((row) => [...parts(row, 'tc')].length < 2)) return this.visitAll(table);
    const above = table.previousElementSibling;
    const caption = this.#styleOf(above).name === 'caption' ? textOf(above!, this.word) : attribute(child(table, 'tblPr', 'tblCaption'), 'val');
    const block: TableBlock = {
      kind: 'table',
      ...(caption && { caption }),
      rows: { [Symbol.iterator]: () => rowsOf(table, this.word) },
    };
    this.addBlock(block);
    for (const nested of inner) this.visit(nested);
  }
}

/** The level of Word's own heading styles, by the name or by the id, which is in the language of Word. */
export function builtInLevel(style: string): number {
  return Number(/^(?:heading|otsikko|rubrik) ?([1-9])$/i.exec(style)?.[1] ?? 0);
}

export function languageOf(run: Element | null): string | undefined {
  return attribute(child(run ?? undefined, 'rPr', 'lang'), 'val');
}

function textOf(element: Element, word: Word): string {
  const content = new WordContent(word, false);
  content.visitAll(element);
  return content.toCell(() => false).lines.join(' ');
}

function* parts(parent: Element, name: string): Generator<Element> {
  for (const element of parent.children) {
    if (element.localName === name) yield element;
    else if (WRAPPER.test(element.localName)) yield* parts(element, name);
  }
}

function* rowsOf(table: Element, word: Word): Generator<readonly Cell[]> {
  /** By column: the cell that is merged with those below it. */
  let above: (MutableCell | undefined)[] = [];
  let named = false;
  for (const row of parts(table, 'tr')) {
    const properties = child(row, 'trPr');
    if (child(properties, 'del') || isOn(child(properties, 'hidden'))) continue;
    const cells: MutableCell[] = [];
    const merged: typeof above = [];
    const elements = [...parts(row, 'tc')];
    const fills = elements.map(fillOf);
    for (let skipped = numberIn(properties, 'gridBefore'); skipped > 0; skipped--) cells.push({ lines: [] });
    elements.forEach((element, index) => {
      const merge = child(element, 'tcPr', 'vMerge');
      const continued = merge && attribute(merge, 'val') !== 'restart' ? above[cells.length] : undefined;
      const cell = continued ? { ...continued, spannedFrom: 'above' as const } : readCell(element, word, () => standsOut(fills[index]!, fills));
      for (let at = 0; at < (numberIn(child(element, 'tcPr'), 'gridSpan') || 1) && cells.length < MAX_COLUMNS; at++) {
        if (merge) merged[cells.length] = continued ?? cell;
        cells.push(at ? { ...cell, spannedFrom: 'left' } : cell);
      }
    });
    above = merged;
    if (isOn(child(properties, 'tblHeader')) || (!named && namesColumns(cells))) markHeader(cells);
    named ||= namesColumns(cells);
    yield cells;
  }
}

function readCell(element: Element, word: Word, coloured: () => boolean): MutableCell {
  const content = new WordContent(word, false);
  content.visitAll(element);
  return content.toCell(coloured);
}

function fillOf(cell: Element): string {
  return attribute(child(cell, 'tcPr', 'shd'), 'fill') ?? '';
}

function numberIn(properties: Element | undefined, name: string): number {
  return Math.min(Number(attribute(child(properties, name), 'val') ?? 0) || 0, MAX_COLUMNS);
}
