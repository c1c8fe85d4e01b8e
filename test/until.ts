/** How often a condition is looked at, ten milliseconds apart: on a machine with much other work nothing is wrong for being slow. */
const TURNS = 3000;

/**
 * Waits for a condition that the page reaches by itself.
 * @param what it is, or how to tell what there is in its place
 */
export async function until(condition: () => boolean | Promise<boolean>, what: string | (() => string)): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`not reached: ${typeof what === 'string' ? what : what()}`);
}
