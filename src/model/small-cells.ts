/** Fewer people than this are not shown as a group of their own. */
export const SMALLEST_CELL = 5;

/** People in one cell of a table. */
export interface Cell<Key extends string = string> {
  readonly of: Key;
  /** Absent where so few people would be shown by themselves, or could be worked out from the other cells. */
  readonly votes?: number;
}

/**
 * Cells as they may be shown beside their sum. Those of one to four people are hidden, and the smallest of the others with them until
 * nobody can work out a hidden one, even from how they are chosen: five people at least, in cells that are not all equal. Where that
 * is everybody, cells without anybody are hidden too.
 * @param known a cell whose number is published elsewhere: it is shown, and hides no other
 */
export function shownCells<Key extends string>(counts: Iterable<readonly [Key, number]>, known?: Key): Cell<Key>[] {
  const cells = [...counts];
  const sizes = new Set(cells.filter(([of]) => of !== known).map(([, votes]) => votes).sort((a, b) => (a || Infinity) - (b || Infinity)));
  const hidden = new Set<number>();
  let people = 0;
  for (const size of sizes) {
    const isEnough = size === 0 ? hidden.size === 0 : size >= SMALLEST_CELL && (hidden.size === 0 || (hidden.size > 1 && people >= SMALLEST_CELL));
    if (isEnough) break;
    hidden.add(size);
    for (const [of, votes] of cells) if (of !== known && votes === size) people += votes;
  }
  return cells.map(([of, votes]) => (of !== known && hidden.has(votes) ? { of } : { of, votes }));
}
