import type { AukioBuilder } from './builder.ts';
import { tablesOf, type Draft } from './draft.ts';
import { withoutRow, withoutText, withRow, withTextBefore } from './mending.ts';

/** What was taken out last, until something else is changed. */
export interface Removed {
  /** Where it was: `row-<table>-<row>` or `text-<block>`. */
  readonly key: string;
  /** That it is gone, in words. */
  readonly text: string;
  /** What there was before. */
  readonly draft: Draft;
}

/** Changes the editor's draft, and brings her to the field where she goes on. */
export class Mender {
  removed: Removed | undefined;

  constructor(private readonly builder: AukioBuilder) {}

  change(make: (draft: Draft) => Draft): void {
    const { builder } = this;
    if (!builder.draft) return;
    this.removed = undefined;
    builder.draft = make(builder.draft);
    builder.mended = true;
    void builder.check();
  }

  addRow(table: number, row: number): void {
    this.change((draft) => withRow(draft, table, row));
    void this.builder.goTo(this.#firstField(table, row + 1));
  }

  /** @param number of the row, as the editor sees it */
  removeRow(table: number, row: number, number: number): void {
    this.#remove((draft) => withoutRow(draft, table, row), `row-${table}-${row}`, this.builder.word('row-removed', { row: number }));
  }

  /** @param at the index of the block that comes after it, or how many there are */
  addText(at: number): void {
    this.change((draft) => withTextBefore(draft, at));
    void this.builder.goTo(`text-${at}`);
  }

  removeText(at: number): void {
    this.#remove((draft) => withoutText(draft, at), `text-${at}`, this.builder.word('text-removed'));
  }

  /** Puts back what was taken out last. */
  undo(): void {
    const { removed } = this;
    if (!removed) return;
    this.change(() => removed.draft);
    const [, table, row] = /^row-(\d+)-(\d+)$/.exec(removed.key) ?? [];
    void this.builder.goTo(row === undefined ? removed.key : this.#firstField(Number(table), Number(row)));
  }

  /** Leaves in its place what puts it back; the focus goes there. */
  #remove(make: (draft: Draft) => Draft, key: string, text: string): void {
    const { draft } = this.builder;
    if (!draft) return;
    this.change(make);
    this.removed = { key, text, draft };
    void this.builder.goTo('undo');
  }

  /** The first field of a row: a merged cell has its own further up. */
  #firstField(table: number, row: number): string {
    const cells = this.builder.draft && tablesOf(this.builder.draft)[table]?.rows[row];
    return `cell-${table}-${row}-${Math.max(0, cells?.findIndex(({ spannedFrom }) => !spannedFrom) ?? 0)}`;
  }
}
