/** How long one slice of work may take, in milliseconds: short enough that a key press is never kept waiting. */
const SLICE = 8;

/** Lets the page breathe: resolves in a new task. */
export function nextTask(): Promise<void> {
  if ('scheduler' in globalThis && 'yield' in scheduler) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Runs a generator to its end in slices. `progress` gets what each slice yielded; the first slice is run at once,
 * so that what it yields can be shown without waiting. What it has to load is waited for.
 * @throws what the generator throws, and the signal's reason when it is aborted
 */
export async function inSlices<Item, Result>(
  work: Generator<Item, Result, void> | AsyncGenerator<Item, Result, void>,
  signal: AbortSignal,
  progress: (items: readonly Item[]) => void = () => {},
): Promise<Result> {
  for (;;) {
    signal.throwIfAborted();
    const items: Item[] = [];
    const end = performance.now() + SLICE;
    let step = await work.next();
    while (!step.done) {
      items.push(step.value);
      if (performance.now() >= end) break;
      step = await work.next();
    }
    if (step.done) {
      if (items.length) progress(items);
      return step.value;
    }
    progress(items);
    await nextTask();
  }
}
