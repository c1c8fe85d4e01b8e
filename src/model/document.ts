/**
 * What a reader makes of a pasted table, a Word or an Excel file: content in document order.
 * Readers differ only in how they get here; everything after this is the same for all of them.
 */
import type { Fault } from './gate.ts';

/** A link found in the content. `href` is as written and checked only when it is shown. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

/** One cell of a table. */
export interface Cell {
  /**
   * The cell's paragraphs, list items and `<br>` lines, in order; spaces folded, soft hyphens out,
   * empty ones left out. An empty cell has none. Bullets (`•`, `-`) stay: they are text.
   */
  readonly lines: readonly string[];
  /** The number the cell holds as data (an Excel number, `data-value`, `<data value>`); never parsed from text. */
  readonly value?: number;
  readonly links?: readonly Link[];
  /** True in a header cell (`th`, a Word header row, the first row of a sheet's table). */
  readonly header?: boolean;
  /** Set where a merged cell reaches: the same content stands above (`rowspan`) or to the left (`colspan`). */
  readonly spannedFrom?: 'above' | 'left';
  /** The language of the cell where it is marked and differs from the document's. */
  readonly lang?: string;
  /** A colour, an icon or a picture stands here and no word says what it means. */
  readonly wordless?: boolean;
}

/** An item of a list. One object stands for one item: all texts of the item have the same. */
export interface ListItem {
  /** 1 in a list, 2 in a list inside one of its items. */
  readonly depth: number;
}

/** A paragraph, a text of a list item or a heading outside tables. */
export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
  /** 1–6 for a heading, absent for running text. */
  readonly level?: number;
  /** The list item that the text stands in. */
  readonly item?: ListItem;
  /** Links that stand in the text. */
  readonly links?: readonly Link[];
  readonly lang?: string;
}

/** A table; rows are read when they are asked for, so that 10,000 of them need not be read at once. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption?: string;
  /** The name of the Excel sheet, where there are several. */
  readonly sheet?: string;
  /**
   * A row without cells is an empty row of a sheet: it counts, so that a fault names the row that the editor sees.
   * Other tables give their rows as they are.
   */
  readonly rows: Iterable<readonly Cell[]>;
  /** The number that the first of `rows` has in the editor's own file; 1 where it is absent. */
  readonly firstRow?: number;
}

export type Block = TextBlock | TableBlock;

/** What table-like sources hand to the gate. `lang` is the language that the document says it is in. */
export interface BlockDocument {
  readonly kind: 'blocks';
  readonly blocks: Iterable<Block>;
  readonly lang?: string;
  /** What the reader noticed about the whole document and the editor should know. */
  readonly notes?: readonly Fault[];
  /** Reads all of it. Set where `blocks` end at the first thing that is not plain text, and. */
  readonly whole?: () => Promise<BlockDocument>;
}

/** Whether a value that came from a source is a document of blocks rather than JSON. */
export function isBlockDocument(raw: unknown): raw is BlockDocument {
  return typeof raw === 'object' && raw !== null && (raw as { kind?: unknown }).kind === 'blocks' && 'blocks' in raw;
}

/** Whether something gives its items once, as a generator does: looking at them would take them away. */
export function isOnce(items: Iterable<unknown>): boolean {
  const iterator: unknown = items[Symbol.iterator]();
  return iterator === items;
}
