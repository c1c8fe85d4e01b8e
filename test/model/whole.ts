/** What is done in steps, as a function that does all of them. */
export function whole<Given extends readonly unknown[], Result>(inSteps: (...given: Given) => Generator<unknown, Result, void>): (...given: Given) => Result {
  return (...given) => {
    const work = inSteps(...given);
    let step = work.next();
    while (!step.done) step = work.next();
    return step.value;
  };
}

/** How many steps a piece of work has. */
export function stepsOf(work: Generator<unknown, unknown, void>): number {
  let steps = 0;
  while (!work.next().done) steps++;
  return steps;
}
