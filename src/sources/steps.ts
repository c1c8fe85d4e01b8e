import { nextTask, SLICE } from './tasks.ts';

/** What work in steps comes to, all of them done at once. */
export function ended<Result>(work: Generator<void, Result, void>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** What work in steps comes to, with tasks of the page's in between. */
export async function endedInSlices<Result>(work: Generator<void, Result, void>): Promise<Result> {
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await nextTask();
  }
}
