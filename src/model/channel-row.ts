import { itemsIn } from './bullets.ts';
import { audiencesOf } from './channel-audiences.ts';
import { addLink, addTexts, type ChannelDraft } from './channel-collection.ts';
import type { Column } from './channel-columns.ts';
import type { ToldOfChannel } from './channels.ts';
import type { Cell } from './document.ts';
import { bilingual } from './halves.ts';
import { textKey, wordingsOf, type Languages, type Text } from './text.ts';

/** What Excel writes where a formula fails (`#NIMI?`, `#N/A`) or a column is too narrow (`####`). */
const EXCEL_FAULT = /^#(?:[\p{Lu}\d/_]+[!?]|N\/A|#+)$/u;
/** A dash in a cell says that there is nothing to say. */
const NOTHING = /^[-–—]?$/;

/** Reads a column that holds more than words: needs, contact details, opening hours. */
export type FactReader = (row: ChannelRow, channel: ChannelDraft, column: Column, tell: ToldOfChannel) => void;

/** The cells of one row as its columns have them, written into a channel. */
export class ChannelRow {
  constructor(
    readonly cells: readonly Cell[],
    readonly languages: Languages,
    private readonly tellOf: (column: Column) => ToldOfChannel,
  ) {}

  /** The lines of a column in the language of its first part, as they were written. */
  lines(column: Column | undefined): readonly string[] {
    return column ? this.linesAt(column, column.parts[0]!.at) : [];
  }

  /** The items of a column, each in as many languages as it has columns. */
  items(column: Column): readonly Text[] {
    return this.texts(column, itemsIn);
  }

  /** The texts that `read` finds in a column's lines, language by language. */
  texts(column: Column, read: (lines: readonly string[]) => readonly string[]): readonly Text[] {
    const parts = column.parts.map(({ at, lang }) => ({ at, lang, texts: read(this.linesAt(column, at)) })).filter(({ texts }) => texts.length);
    const [first, ...others] = parts;
    if (!first) return [];
    if (!others.length) {
      const lang = this.cells[first.at]?.lang ?? (column.parts.length > 1 ? first.lang : undefined);
      return first.texts.map((text) => {
        const both = bilingual(text, column.halves);
        return typeof both === 'string' ? this.languages.tag(both, lang) : both;
      });
    }
    const paired = others.every(({ texts }) => texts.length === first.texts.length);
    const inAll = (of: (texts: readonly string[]) => string): Text => Object.fromEntries(parts.map(({ lang, texts }) => [lang ?? this.languages.own, of(texts)]));
    return paired ? first.texts.map((_, n) => inAll((texts) => texts[n]!)) : [inAll((texts) => texts.join('\n'))];
  }

  /** Writes what a column says into the channel; `facts` reads those that hold more than words. */
  fill(channel: ChannelDraft, column: Column, facts: FactReader | undefined): void {
    const { field } = column;
    const tell = this.tellOf(column);
    switch (field) {
      case 'channel':
      case 'id':
      case 'group':
        return;
      case 'purpose':
        return addTexts(channel.purposes, this.items(column));
      case 'content':
        return addTexts(channel.contents, this.items(column));
      case 'audience':
        return addTexts(channel.audiences, this.items(column).flatMap(audiencesOf));
      case 'address':
      case 'responsible':
      case 'frequency':
      case 'description': {
        const text = this.whole(column, field === 'address' ? ', ' : field === 'description' ? '\n' : ' ');
        if (text !== undefined) channel[field] ??= text;
        return;
      }
      case 'detail':
        return this.addDetail(channel, column);
      default:
        return facts?.(this, channel, column, tell);
    }
  }

  /** Links of the row, to the sub-channel that they name or to the channel itself. */
  addLinks(channel: ChannelDraft, columns: readonly Column[]): void {
    this.cells.forEach((cell, at) => {
      if (cell.spannedFrom === 'left') return;
      const column = columns.find(({ parts }) => parts.some((part) => part.at === at)) ?? columns[0]!;
      for (const link of cell.links ?? []) {
        const child = channel.children.find(({ name }) => link.text && wordingsOf(name).some((wording) => wording.includes(link.text)));
        addLink(child?.links ?? channel.links, link, this.tellOf(column));
      }
    });
  }

  /** The lines of one of a column's cells that say something. */
  linesAt(column: Column, at: number): readonly string[] {
    const cell = this.cells[at];
    if (!cell || cell.spannedFrom === 'left') return [];
    return cell.lines.filter((line) => {
      const faulty = EXCEL_FAULT.test(line);
      if (faulty) this.tellOf(column)('cell-fault', { value: line });
      return !faulty && !NOTHING.test(line);
    });
  }

  /** A column as one text, its lines joined; undefined where it says nothing. */
  whole(column: Column, glue: string): Text | undefined {
    return this.texts(column, (lines) => (lines.length ? [lines.join(glue)] : []))[0];
  }

  /** Keeps what a column says under its own header. */
  addDetail(channel: ChannelDraft, column: Column): void {
    const text = this.whole(column, '\n');
    if (text === undefined || channel.details.some((detail) => textKey(detail.label) === textKey(column.header) && textKey(detail.text) === textKey(text))) return;
    channel.details.push({ label: column.header, text });
  }
}
