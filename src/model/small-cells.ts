/** Fewer people than this are not shown as a group of their own. */
export const SMALLEST_CELL = 5;

/** People in one cell of a table. */
export interface Cell<Key extends string = string> {
  readonly of: Key;
  /** Absent where so few people would be shown by themselves, or could be worked out from the other cells. */
  readonly votes?: number;
}

/**
 * Cells as they may be shown beside their sum: those of one to four people are hidden, and the smallest of the others with
 * them until nobody can work out a hidden one: two cells at least, and five people.
 */
export function shownCells<Key extends string>(counts: Iterable<readonly [Key, number]>): Cell<Key>[] {
  const cells = [...counts];
  const hidden = new Set<Key>();
  let people = 0;
  for (const [of, votes] of cells.filter(([, count]) => count > 0).sort(([, a], [, b]) => a - b)) {
    if (votes >= SMALLEST_CELL && (hidden.size === 0 || (hidden.size > 1 && people >= SMALLEST_CELL))) break;
    hidden.add(of);
    people += votes;
  }
  return cells.map(([of, votes]) => (hidden.has(of) ? { of } : { of, votes }));
}
