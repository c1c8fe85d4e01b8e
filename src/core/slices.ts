import { nextTask, SLICE } from '../sources/tasks.ts';

/** Resolves when what the page holds now has been painted; where nobody looks at it, in a new task. */
export async function painted(): Promise<void> {
  if (!document.hidden) await new Promise(requestAnimationFrame);
  await nextTask();
}

/** Steps of the first frame, and the fewest of a later one. */
const STEPS = 2000;
const FEWEST = 500;
/** How long steps may take in a frame before the next gets fewer; and what a frame on a busy machine takes without any. Milliseconds. */
const FRAME = 100;
const IDLE = 30;

/**
 * Runs a generator to its end frame by frame, for steps that cost little themselves and much when the browser lays the
 * page out and tells assistive technology of it. The first frame's steps are run at once; later ones get as many as the
 * browser was seen to bear.
 */
export async function inFrames(work: Generator<void, void, void>, signal: AbortSignal): Promise<void> {
  for (let steps = STEPS; ; ) {
    const start = performance.now();
    for (let step = 0; step < steps; step++) if (work.next().done) return;
    await painted();
    signal.throwIfAborted();
    const took = Math.max(1, performance.now() - start - IDLE);
    steps = Math.max(FEWEST, (steps * FRAME) / took);
  }
}

/**
 * Runs a generator to its end in slices. `progress` gets what each slice yielded; the first slice is run at once,
 * so that what it yields can be shown without waiting. A promise that `progress` returns is waited for before the
 * next slice, as is what the generator has to load; `loading` says that it is just that which keeps back the others, also
 * where there is nothing new to hand on.
 * @throws what the generator throws, and the signal's reason when it is aborted
 */
export async function inSlices<Item, Result>(
  work: Generator<Item, Result, void> | AsyncGenerator<Item, Result, void>,
  signal: AbortSignal,
  progress: (items: readonly Item[], loading: boolean) => unknown = () => {},
): Promise<Result> {
  for (;;) {
    signal.throwIfAborted();
    const items: Item[] = [];
    // Comes to its turn only while something has to be loaded on the way: what is there already is not kept back, be it of
    // this slice or of those before.
    const waiting = setTimeout(() => {
      if (!signal.aborted) progress(items.splice(0), true);
    });
    const end = performance.now() + SLICE;
    const step = await sliceOf(work, items, end).finally(() => clearTimeout(waiting));
    const shown = items.length ? progress(items, false) : undefined;
    if (step.done) return step.value;
    await (shown instanceof Promise ? shown : nextTask());
  }
}

/** For work that nobody waits for: to be given up is no fault. */
export function unlessAborted(signal: AbortSignal): (reason: unknown) => void {
  return (reason) => {
    if (!signal.aborted) throw reason;
  };
}

/** Runs a generator for as long as a slice may take. */
async function sliceOf<Item, Result>(work: Generator<Item, Result, void> | AsyncGenerator<Item, Result, void>, items: Item[], end: number): Promise<IteratorResult<Item, Result>> {
  for (;;) {
    const step = await work.next();
    if (step.done) return step;
    items.push(step.value);
    if (performance.now() >= end) return step;
  }
}
