import type { Block, Link, ListItem, TextBlock } from '../../model/document.ts';
import { tidy } from '../../model/text.ts';
import type { MutableCell } from '../../model/row.ts';
import { lacksWords } from '../../model/wordless.ts';

type MutableText = { -readonly [Key in keyof TextBlock]: TextBlock[Key] };

/** What is gathered on the way through a document or a cell, whatever the document is made of: its lines, and what is not words. */
export class Content {
  readonly links: Link[] = [];
  /** The level of the heading that is being read. */
  level: number | undefined = undefined;
  /** The list item that is being read. */
  item: ListItem | undefined = undefined;
  /** A picture was met. */
  pictured = false;
  /** Text in a font of signs was met, where a letter is not a letter. */
  signs = false;
  #blocks: Block[] = [];
  /** How many of the links stood in the lines that have ended. */
  #linked = 0;
  #text = '';
  /** The language of the line; `''` where it is in the document's own, or in several. */
  #lineLang: string | undefined;

  /** @param lang the document's language; blocks and cells name theirs only where it differs */
  constructor(protected readonly lang: string) {}

  /** Adds to the line that is being read. */
  add(text: string, lang: string): void {
    this.#text += text;
    if (this.#lineLang !== lang && /\S/.test(text)) this.#lineLang = this.#lineLang === undefined ? lang : '';
  }

  /** A line break. A heading stays one, however many lines it takes. */
  break(): void {
    if (this.level) this.#text += ' ';
    else this.end();
  }

  /** Ends the line, where it holds any text. */
  end(): void {
    const text = tidy(this.#text);
    const lang = this.#lineLang;
    this.#text = '';
    this.#lineLang = undefined;
    const links = this.links.slice(this.#linked);
    this.#linked = this.links.length;
    if (!text) return;
    const block: MutableText = { kind: 'text', text };
    if (this.level) block.level = this.level;
    if (this.item) block.item = this.item;
    if (links.length) block.links = links;
    if (lang && lang !== this.lang && primary(lang) !== primary(this.lang)) block.lang = lang;
    this.#blocks.push(block);
  }

  addBlock(block: Block): void {
    this.end();
    this.#blocks.push(block);
  }

  /** The blocks gathered since the last time. */
  take(): Block[] {
    return this.#blocks.splice(0);
  }

  /** What was gathered, as a cell; `coloured` is asked only where no word stands in it. */
  toCell(coloured: () => boolean): MutableCell {
    this.end();
    const texts = this.take().filter((block) => block.kind === 'text');
    const cell: MutableCell = { lines: texts.map((block) => block.text) };
    const lang = texts[0]?.lang;
    if (lang && texts.every((block) => block.lang === lang)) cell.lang = lang;
    if (this.links.length) cell.links = this.links;
    const text = cell.lines.join('');
    if (this.signs ? text.length < 2 : lacksWords(text, () => this.pictured || coloured())) cell.wordless = true;
    return cell;
  }
}

function primary(tag: string): string | undefined {
  return /^\w*/.exec(tag.toLowerCase())?.[0];
}
