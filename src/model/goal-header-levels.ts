import type { Cell } from './document.ts';
import { readHeaderRow } from './goal-columns.ts';
import type { Synonyms } from './synonyms.ts';

/**
 * The rows of a table, those of a header in two levels (`Toteuma` over `2025 | 2026`) as one: each column has what stands
 * above it and below. An empty row keeps the place of the second, so that rows are counted as the editor counts them.
 */
export function* underOneHeader(rows: Iterable<readonly Cell[]>, words: Synonyms): Generator<readonly Cell[], void, void> {
  let upper: readonly Cell[] | undefined;
  for (const cells of rows) {
    const joined: readonly Cell[] | undefined = upper && joinedHeader(upper, cells, words);
    if (joined) {
      yield joined;
      yield [];
      upper = undefined;
      continue;
    }
    if (upper) yield upper;
    // Only under what is merged across columns can there be a second level.
    upper = cells.some(({ spannedFrom }) => spannedFrom === 'left') ? cells : undefined;
    if (!upper) yield cells;
  }
  if (upper) yield upper;
}

/** The two as one header row of goals; undefined where they are not. */
function joinedHeader(upper: readonly Cell[], lower: readonly Cell[], words: Synonyms): readonly Cell[] | undefined {
  if (upper.length !== lower.length) return undefined;
  const isMerged = (at: number): boolean => upper[at]?.spannedFrom === 'left' || upper[at + 1]?.spannedFrom === 'left';
  // A row of data has its goal where the header has nothing more to say.
  if (lower.some((cell, at) => isOwn(cell) !== isMerged(at))) return undefined;
  const joined = upper.map((cell, at) => (isMerged(at) ? understood(cell, lower[at]!, words) : cell));
  return readHeaderRow(joined, words).kind === 'ours' ? joined : undefined;
}

/** `Toteuma 2025`; where a text above says nothing by itself (`Seuranta` over `Toteuma | Ennuste`), what stands below. */
function understood({ lines, lang }: Cell, below: Cell, words: Synonyms): Cell {
  const whole: Cell = { lines: [...lines, ...below.lines], header: true, ...(lang && { lang }) };
  const isKnown = (cell: Cell): boolean => !readHeaderRow([cell], words).unknown.length;
  return !isKnown(whole) && isKnown(below) ? below : whole;
}

function isOwn({ lines, spannedFrom }: Cell): boolean {
  return lines.length > 0 && spannedFrom === undefined;
}
