/** Items that are sorted in one step. What is made of them is put together item by item. */
const RUN = 32;

/**
 * Sorts as `toSorted` does, in steps: comparing thousands of texts by an alphabet takes long enough to keep a key press
 * waiting. Items that are equal stay in their order.
 * @returns what the generator ends with
 */
export function* sortedInSteps<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Generator<void, readonly Item[], void> {
  let runs: Item[][] = [];
  for (let start = 0; start < items.length; start += RUN) {
    runs.push(items.slice(start, start + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merge(runs[at]!, runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<Item>(first: readonly Item[], second: readonly Item[], compare: (a: Item, b: Item) => number): Generator<void, Item[], void> {
  const merged: Item[] = [];
  let at = 0;
  for (const item of first) {
    while (at < second.length && compare(second[at]!, item) < 0) {
      merged.push(second[at++]!);
      yield;
    }
    merged.push(item);
    yield;
  }
  for (; at < second.length; at++) merged.push(second[at]!);
  return merged;
}
