import { isOnce, type Block, type Cell, type TextBlock } from './document.ts';
import type { GoalDraft } from './goal-collection.ts';
import type { Field } from './goal-fields.ts';
import { fieldsOf, labelled, unnumbered } from './goal-headers.ts';
import { Group, Identities, madeId } from './goal-identity.ts';
import { type Synonyms } from './synonyms.ts';
import { headerKey, textKey, type Languages, type Text } from './text.ts';

/** As many goals as a first view shows. */
export const FIRST = 30;

/** What a plain table may have, each in one column; one of the last four has to be there. */
const PLAIN: readonly Field[] = ['focus', 'line', 'goal', 'responsible', 'measure', 'actual', 'state', 'forecast'];
const TELLING = PLAIN.slice(4);

/** A year at the end of a header, or a period written in digits. */
const DATE = /[\s\d.,/–-]*(?:19|20)\d\d[\s\d.,/–-]*$/;

const DASH = /^[-‐‑–—−]$/;

/** In characters; more than a person writes into a row. */
const LONG = 10_000;

/** The header row of a plain table. */
interface PlainHeader {
  readonly fields: readonly (Field | undefined)[];
  /** The goal column's header, by which its repetition after a page break is known. */
  readonly goalKey: string;
}

/** Gives the lines of a row by their field. */
type Reader = (field: Field) => readonly string[];

/**
 * Reads the first goals of a document, as far as it is plain: one language, headers and judgements in known words, cells
 * with nothing but text. It ends at the first thing that is not, or that may be a fault; the whole is then read from its
 * beginning by `goal-reading.ts`, which also knows the periods.
 */
export class FirstGoals {
  readonly #group = new Group();
  readonly #identities = new Identities();
  readonly #goals = new Map<string, GoalDraft>();
  /** A label that stood alone; its text is the next paragraph. */
  #open: 'focus' | 'line' | undefined;

  /** @param tag marks the language of a text that is not in the page's */
  constructor(private readonly words: Synonyms, private readonly tag: Languages['tag']) {}

  *read(blocks: Iterable<Block>): Generator<GoalDraft, void, void> {
    if (isOnce(blocks)) return;
    for (const block of blocks) {
      if (block.kind === 'text' ? !this.#hear(block) : isOnce(block.rows) || !(yield* this.#table(block.rows))) return;
    }
  }

  /** Takes up a focus or a line; false for what may be a label in another language. */
  #hear({ text, lang }: TextBlock): boolean {
    const { before, after } = labelled(text);
    const fields = this.words.fieldsNamed(unnumbered(before)).map(({ is }) => is);
    const label = fields.find((field) => field === 'focus' || field === 'line');
    const said = label ? after : text;
    const named = label ?? (fields.length ? undefined : this.#open);
    this.#open = said ? undefined : label;
    if (named && said) this.#enter(named, this.tag(said, lang));
    return !after || fields.length > 0;
  }

  #enter(named: 'focus' | 'line', text: Text): void {
    if (named === 'focus') this.#group.enter(text);
    else this.#group.line = text;
  }

  /** Returns whether the table is plain to its end. */
  *#table(rows: Iterable<readonly Cell[]>): Generator<GoalDraft, boolean, void> {
    this.#open = undefined;
    let header: PlainHeader | undefined;
    let goal: GoalDraft | undefined;
    let begun = false;
    for (const cells of rows) {
      if (!cells.some(({ lines }) => lines.length)) continue;
      const first = header && cells[header.fields.indexOf('goal')];
      // It comes again after a page break.
      if (!header || headerKey(first?.lines.join('').replace(/\d/g, '') ?? '') === header.goalKey) {
        header = plainHeader(cells, this.words);
        begun = false;
        if (!header) return false;
        continue;
      }
      const { fields } = header;
      if (!isPlain(cells, fields.length)) return false;
      const continues = first?.spannedFrom === 'above' || !first?.lines.length;
      const read: Reader = (field) => {
        const cell = cells[fields.indexOf(field)];
        return !cell || (continues && cell.spannedFrom) || DASH.test(cell.lines.join()) ? [] : cell.lines;
      };
      if (!continues) {
        if (!read('goal').length) return false;
        goal = this.#begin(read);
        begun = true;
      } else if (!begun || cells[fields.indexOf('actual')]?.spannedFrom) return false;
      if (this.#goals.size > FIRST) return false;
      if (goal && !this.#fill(goal, read)) return false;
      if (goal && !continues) yield goal;
    }
    return true;
  }

  /** The goal that a row begins; undefined where it is there already, as after a page break. */
  #begin(read: Reader): GoalDraft | undefined {
    for (const named of ['focus', 'line'] as const) {
      const text = read(named).join(' ');
      if (text) this.#enter(named, this.tag(text));
    }
    const { focus, line } = this.#group;
    const identity = { title: this.tag(read('goal').join(' ')), ...(focus !== undefined && { focus }), ...(line !== undefined && { line }) };
    const key = this.#identities.keyOf(identity);
    if (this.#goals.has(key)) return undefined;
    const goal: GoalDraft = { id: madeId(identity.title, key), ...identity, responsible: [], measures: [], details: [], links: [], reports: [{ period: '', actuals: [], details: [] }] };
    this.#goals.set(key, goal);
    return goal;
  }

  /** Adds what a row says of its goal; false where that is not plain. */
  #fill({ responsible, measures, reports }: GoalDraft, read: Reader): boolean {
    const report = reports[0]!;
    const texts = (field: Field): Text[] => read(field).map((line) => this.tag(line));
    const judged = (['state', 'forecast'] as const).map((kind) => {
      const [word = '', more] = read(kind);
      const code = more || report[kind] ? undefined : this.words.statusNamed(word)[kind];
      return { kind, code, word };
    });
    const own = texts('measure').map((text) => ({ text }));
    const actuals = texts('actual').map((text) => ({ text }));
    // What is there already is told once; a judgement may stand among outcomes, and outcomes beside the measures of the row above.
    if (isTwice([...measures, ...own]) || isTwice([...report.actuals, ...actuals])) return false;
    if (judged.some(({ code, word }) => word && !code)) return false;
    if (actuals.length && ((!own.length && measures.length > 1) || read('actual').some((line) => this.#judges(line)))) return false;
    const mine = own.length ? own.map((measure) => measures.push(measure) - 1) : [...measures.keys()];
    actuals.forEach((actual, n) => {
      const measure = mine.length === 1 ? mine[0] : mine.length === actuals.length ? mine[n] : undefined;
      report.actuals.push({ ...actual, ...(measure !== undefined && { measure }) });
    });
    for (const name of texts('responsible')) if (!responsible.some((other) => textKey(other) === textKey(name))) responsible.push(name);
    for (const { kind, code, word } of judged) if (code) Object.assign(report, { [kind]: { code, word: this.tag(word) } });
    return true;
  }

  #judges(line: string): boolean {
    const { state, forecast } = this.words.statusNamed(line.split(/[.,:;–(]/)[0]!);
    return (state ?? forecast) !== undefined;
  }
}

/** Reads the header row of a plain table of goals; undefined where it is none. */
export function plainHeader(cells: readonly Cell[], words: Synonyms): PlainHeader | undefined {
  const headings = cells.map(({ lines, lang }, at) => {
    const header = lines.join('\n').replace(DATE, '');
    const meanings = lang ? [] : words.fieldsNamed(header);
    return { at, key: headerKey(header), meanings, lang: meanings[0]?.lang };
  });
  const fields = fieldsOf(headings);
  const goalKey = headings[fields.indexOf('goal')]?.key;
  const isPlain = fields.every((field, at) => field && PLAIN.includes(field) && fields.indexOf(field) === at);
  return goalKey && isPlain && TELLING.some((field) => fields.includes(field)) ? { fields, goalKey } : undefined;
}

function isTwice(said: readonly { readonly text?: Text }[]): boolean {
  return new Set(said.map(({ text }) => textKey(text))).size < said.length;
}

/** Whether the cells hold text alone, each under a header, and there are more of them than in a row that is a heading. */
function isPlain(cells: readonly Cell[], width: number): boolean {
  const filled = cells.filter(({ lines }) => lines.length);
  if (cells.length > width || (filled.length < 3 && filled[0] === cells[0]) || cells.every(({ header }) => header)) return false;
  return cells.every(({ lines, value, links, lang, wordless, spannedFrom }) =>
    value === undefined && !links && !lang && !wordless && spannedFrom !== 'left' && lines.join('').length < LONG
    // A dash among other lines holds a place; a formula that failed is no text.
    && !lines.some((line) => line[0] === '#' || (lines.length > 1 && DASH.test(line))));
}
