import type { Cell, Link, TextBlock } from '../src/model/document.ts';
import { tidy } from '../src/model/text.ts';
import { spanOf, type CellPlace, type Draft, type DraftBlock, type DraftTable } from './draft.ts';

/** What an editor does to a draft. Each gives a new one. Texts go by their index among all blocks, tables by that among tables. */

/** Sets what a cell says, a line for each line of `text`. What the cell was beside its words, it is no longer. */
export function withCell(draft: Draft, place: CellPlace, text: string): Draft {
  const lines = linesOf(text);
  return withTable(draft, place.table, (table) => {
    const span = spanOf(table, place.row, place.column);
    const rows = table.rows.map((row, at) => {
      if (at < place.row || at >= place.row + span.rows) return row;
      return row.map((cell, column) => (column >= place.column && column < place.column + span.columns ? mended(cell, lines) : cell));
    });
    return { ...table, rows };
  });
}

function mended({ links, header, spannedFrom, lang, lines: before }: Cell, lines: readonly string[]): Cell {
  const kept = keptLinks(links, before.join(' '), lines.join(' '));
  return { lines, ...(kept.length && { links: kept }), ...(header && { header }), ...(spannedFrom && { spannedFrom }), ...(lang !== undefined && { lang }) };
}

/** The links whose words are still there; one that was all of the text still is. */
function keptLinks(links: readonly Link[] = [], before: string, text: string): readonly Link[] {
  const [only, ...others] = links;
  if (only && !others.length && text && tidy(only.text) === tidy(before)) return [{ ...only, text }];
  return links.filter((link) => text.includes(link.text));
}

export function withCaption(draft: Draft, table: number, caption: string): Draft {
  return withTable(draft, table, (old) => ({ ...old, caption: tidy(caption) }));
}

/** Makes the first row of a table its headers, or a row like the others. */
export function withHeaderRow(draft: Draft, table: number, isHeader: boolean): Draft {
  return withTable(draft, table, (old) => {
    const at = old.rows.findIndex(({ length }) => length > 0);
    return at < 0 ? old : { ...old, rows: old.rows.with(at, old.rows[at]!.map(({ header: _, ...cell }) => (isHeader ? { ...cell, header: true } : cell))) };
  });
}

/** Puts an empty row below another. A cell that reaches over both reaches over the new one too. */
export function withRow(draft: Draft, table: number, row: number): Draft {
  return withTable(draft, table, (old) => {
    const below = old.rows[row + 1] ?? [];
    const width = Math.max(...old.rows.map(({ length }) => length));
    const cells: Cell[] = [];
    for (let column = 0; column < width; column++) {
      const reaching = below[column];
      const goesOn = reaching?.spannedFrom === 'above' || (reaching?.spannedFrom === 'left' && cells.at(-1)?.spannedFrom !== undefined);
      cells.push(goesOn ? reaching : { lines: [] });
    }
    return { ...old, rows: old.rows.toSpliced(row + 1, 0, cells) };
  });
}

/** Takes a row out. A cell that reached into the rows below begins in the next one. */
export function withoutRow(draft: Draft, table: number, row: number): Draft {
  return withTable(draft, table, (old) => {
    const next = old.rows[row + 1]?.map((cell, column): Cell => {
      if (cell.spannedFrom !== 'above' || old.rows[row]?.[column]?.spannedFrom === 'above') return cell;
      const { spannedFrom: _, ...own } = cell;
      return own;
    });
    return { ...old, rows: old.rows.flatMap((cells, at) => (at === row ? [] : at === row + 1 && next ? [next] : [cells])) };
  });
}

/** Sets what a text outside tables says; each further line is a text of the same kind after it. */
export function withText(draft: Draft, at: number, text: string): Draft {
  const block = draft.blocks[at];
  if (block?.kind !== 'text') return draft;
  const { links, ...plain } = block;
  const [first = '', ...others] = linesOf(text);
  const kept = keptLinks(links, block.text, first);
  const more = others.map((line): TextBlock => ({ ...plain, text: line, ...(plain.item && { item: { ...plain.item } }) }));
  return withBlocks(draft, at, 1, { ...plain, text: first, ...(kept.length && { links: kept }) }, ...more);
}

/** Sets where a link of a text leads. */
export function withLink(draft: Draft, at: number, link: number, href: string): Draft {
  const block = draft.blocks[at];
  if (block?.kind !== 'text' || !block.links?.[link]) return draft;
  return withBlocks(draft, at, 1, { ...block, links: block.links.with(link, { ...block.links[link], href: href.trim() }) });
}

/** Puts an empty paragraph before a block, or after the last one. */
export function withTextBefore(draft: Draft, at: number): Draft {
  return withBlocks(draft, at, 0, { kind: 'text', text: '' });
}

export function withoutText(draft: Draft, at: number): Draft {
  return withBlocks(draft, at, 1);
}

/** The lines that say something, each tidied. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/).map(tidy).filter(Boolean);
}

function withBlocks(draft: Draft, at: number, instead: number, ...blocks: readonly DraftBlock[]): Draft {
  return { ...draft, blocks: draft.blocks.toSpliced(at, instead, ...blocks) };
}

function withTable(draft: Draft, index: number, change: (table: DraftTable) => DraftTable): Draft {
  let at = -1;
  return { ...draft, blocks: draft.blocks.map((block) => (block.kind === 'table' && ++at === index ? change(block) : block)) };
}
