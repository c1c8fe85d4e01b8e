import type { Cell } from './document.ts';
import { linesOf, numberIn } from './goal-cells.ts';
import type { Told } from './goal-collection.ts';
import type { Column } from './goal-columns.ts';
import { bilingual } from './halves.ts';
import { isSaid, reworded, wordingsOf, type Languages, type Text } from './text.ts';

/** The cells of one row as its columns have them. */
export class Row {
  /** A column is read once, so that a fault in it is told once. */
  readonly #read = new Map<Column, readonly Text[]>();

  /**
   * @param continues whether the row belongs to the goal above: what a merged cell repeats was then read there
   * @param tellOf tells of what stands in a column
   */
  constructor(
    readonly cells: readonly Cell[],
    private readonly continues: boolean,
    private readonly languages: Languages,
    readonly tellOf: (column: Column) => Told,
  ) {}

  /** The lines of a column, each in as many languages as it has columns. `''` holds the place of a dash among others. */
  texts(column: Column | undefined): readonly Text[] {
    if (!column) return [];
    const known = this.#read.get(column);
    if (known) return known;
    const texts = this.#textsOf(column);
    this.#read.set(column, texts);
    return texts;
  }

  /** A column as one text, its lines joined; undefined where it says nothing. */
  whole(column: Column | undefined, glue: string): Text | undefined {
    const [first, ...others] = this.texts(column).filter(isSaid);
    return first === undefined ? undefined : others.reduce((all, text) => joined(all, text, glue), first);
  }

  /** The numbers of a number column; undefined where something in it is none. */
  numbers(column: Column | undefined): readonly (number | undefined)[] | undefined {
    const value = this.value(column);
    if (value !== undefined) return [value];
    const lines = this.texts(column).map((text) => wordingsOf(text)[0] ?? '');
    const wrong = lines.find((line) => line && numberIn(line) === undefined);
    if (!column || wrong === undefined) return lines.map(numberIn);
    this.tellOf(column)('not-a-number', { value: wrong });
    return undefined;
  }

  /** The number that a cell holds as data. */
  value(column: Column | undefined): number | undefined {
    const at = column?.parts[0]?.at ?? -1;
    return this.#spans(at) ? undefined : this.cells[at]?.value;
  }

  /** Whether a column says anything, be it in numbers. */
  says(column: Column): boolean {
    return this.texts(column).length > 0 || this.value(column) !== undefined || this.isWordless(column);
  }

  /** Whether a column's cell reaches down from the row before, of the same goal. */
  spans(column: Column | undefined): boolean {
    return !!column && this.#spans(column.parts[0]?.at ?? -1);
  }

  /** Whether a column speaks by colour, a sign or a picture alone. */
  isWordless(column: Column): boolean {
    return column.parts.some(({ at }) => this.cells[at]?.wordless);
  }

  #textsOf(column: Column): readonly Text[] {
    const parts = column.parts
      .map(({ at, lang }) => ({ lang, cell: this.cells[at], lines: this.#spans(at) ? [] : linesOf(this.cells[at], this.tellOf(column)) }))
      .filter(({ lines }) => lines.length);
    const [first, ...others] = parts;
    if (!first) return [];
    if (!others.length) return this.#oneColumn(column, first.lines, first.cell?.lang ?? (column.parts.length > 1 ? first.lang : undefined));
    const languages = parts.map(({ lang, lines }) => [lang ?? this.languages.own, lines] as const);
    const paired = others.every(({ lines }) => lines.length === first.lines.length);
    return paired
      ? first.lines.map((_, n) => Object.fromEntries(languages.map(([lang, lines]) => [lang, lines[n] ?? ''])))
      : [Object.fromEntries(languages.map(([lang, lines]) => [lang, lines.join('\n')]))];
  }

  #oneColumn({ field, halves }: Column, lines: readonly string[], lang: string | undefined): readonly Text[] {
    // A goal has one title: two lines under a bilingual header are it in both languages.
    const whole = field === 'goal' && halves && lines.length === 2 ? [lines.join(' / ')] : lines;
    return whole.map((line) => {
      const text = bilingual(line, halves);
      return line && typeof text === 'string' ? this.languages.tag(text, lang) : text;
    });
  }

  #spans(at: number): boolean {
    return this.continues && this.cells[at]?.spannedFrom === 'above';
  }
}

/** Two texts as one, language by language. */
export function joined(text: Text, other: Text, glue: string): Text {
  return reworded(text, (wording, lang) => {
    const more = typeof other === 'string' ? other : (other[lang ?? ''] ?? wordingsOf(other)[0] ?? '');
    return `${wording}${glue}${more}`;
  });
}
