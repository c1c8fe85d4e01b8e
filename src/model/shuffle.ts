/**
 * The same list in an order drawn by lot: the same seed gives the same order, in every browser.
 * @param seed any whole number; its lowest 32 bits count
 */
export function shuffled<Item>(list: readonly Item[], seed: number): readonly Item[] {
  const random = mulberry32(seed);
  const drawn = [...list];
  for (let last = drawn.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [drawn[last], drawn[other]] = [drawn[other]!, drawn[last]!];
  }
  return drawn;
}

/** Tommy Ettinger's generator of 32 bits: enough that no project is favoured, and small. Numbers from 0 up to, not including, 1. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
