import type { Block, Link } from '../../model/document.ts';
import { tidy } from '../../model/text.ts';
import { lacksWords, type MutableCell } from './row.ts';

/** What is gathered on the way through a document or a cell, whatever the document is made of: its lines, and what is not words. */
export class Content {
  readonly links: Link[] = [];
  /** The level of the heading that is being read. */
  level: number | undefined = undefined;
  /** A picture was met. */
  pictured = false;
  /** Text in a font of signs was met, where a letter is not a letter. */
  signs = false;
  #blocks: Block[] = [];
  #text = '';
  #languages = new Set<string>();

  /** @param lang the document's language; blocks and cells name theirs only where it differs */
  constructor(protected readonly lang: string) {}

  /** Adds to the line that is being read. */
  add(text: string, lang: string): void {
    this.#text += text;
    if (/\S/.test(text)) this.#languages.add(lang);
  }

  /** A line break. A heading stays one, however many lines it takes. */
  break(): void {
    if (this.level) this.#text += ' ';
    else this.end();
  }

  /** Ends the line, where it holds any text. */
  end(): void {
    const text = tidy(this.#text);
    if (text) this.#blocks.push({ kind: 'text', text, ...(this.level && { level: this.level }), ...this.#foreign() });
    this.#text = '';
    this.#languages.clear();
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
    const lines: string[] = [];
    const languages = new Set<string | undefined>();
    for (const block of this.take()) {
      if (block.kind !== 'text') continue;
      lines.push(block.text);
      languages.add(block.lang);
    }
    const cell: MutableCell = { lines };
    const [lang] = languages;
    if (lang && languages.size === 1) cell.lang = lang;
    if (this.links.length) cell.links = this.links;
    const text = lines.join('');
    if (this.signs ? text.length < 2 : lacksWords(text, () => this.pictured || coloured())) cell.wordless = true;
    return cell;
  }

  #foreign(): { lang?: string } {
    const [lang] = this.#languages;
    return lang && this.#languages.size === 1 && primary(lang) !== primary(this.lang) ? { lang } : {};
  }
}

function primary(tag: string): string | undefined {
  return tag.toLowerCase().split('-')[0];
}
