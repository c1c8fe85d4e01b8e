/**
 * The one gate through which everything that comes from outside passes, whatever brought it.
 * A resource (goals, channels, …) says how; core runs it in slices so that 10,000 items never block the page.
 */

/** Where in the editor's own document a fault stands; all numbers count from 1, as she would. */
export interface Place {
  /** The n-th table of the document. */
  readonly table?: number;
  /** The n-th row of that table or file, header rows included. */
  readonly row?: number;
  /** The column's header as written, or a JSON field's name. */
  readonly column?: string;
  readonly sheet?: string;
  /** The n-th item of a JSON list. */
  readonly item?: number;
}

/** Something the editor should know. The sentence for each code is in `i18n/`, in an editor's words. */
export interface Fault<Code extends string = string> {
  readonly code: Code;
  readonly place?: Place;
  /** What the sentence fills in; text from the document, shown as text. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What the gate let through. */
export interface Accepted<Data> {
  readonly data: Data;
  /** How many items were accepted. */
  readonly count: number;
  /** Rows or items left out, each with its reason. The others are unharmed. */
  readonly skipped: readonly Fault[];
  /** What was taken in but may not be what the editor meant. */
  readonly notes: readonly Fault[];
}

/** The whole document is refused: it is not of this resource at all. Core turns it into a `SourceError`. */
export class RefusedDocument extends Error {
  override readonly name = 'RefusedDocument';
  constructor(readonly fault: Fault) {
    super(fault.code);
  }
}

/** How one kind of thing enters: its name on the wire, and its gate. */
export interface Resource<Item, Data, Options> {
  readonly name: string;
  /** Whether it takes a document of which only the plain beginning is there yet, and asks for its `whole` itself. */
  readonly startsPlain?: true;
  /**
   * Reads `raw` (JSON as parsed, or a `BlockDocument`) item by item.
   * Yields each item as soon as it is accepted, and the very same object again when a later row adds to it:
   * an item is filled in place, so a set of those seen tells a new one from one that has grown. Returns the whole,
   * which holds the objects that were yielded. Asynchronous where something has to be loaded on the way.
   * @throws {RefusedDocument} where nothing in it can be of this resource
   */
  accept(raw: unknown, options: Options): Generator<Item, Accepted<Data>, void> | AsyncGenerator<Item, Accepted<Data>, void>;
  /**
   * Whether these blocks hold this resource's table or list; looks at headers only. What gives its blocks or rows
   * only once (a generator) is left untouched for `accept`, and not recognised.
   */
  recognises(blocks: Iterable<import('./document.ts').Block>, options: Options): boolean | Promise<boolean>;
}
