/** A timer cannot count further, in milliseconds; by then it looks again. */
const LONGEST = 3_600_000;

/** Rings at the next of some instants, or before it where that is long until then: what rings looks at the clock itself. */
export class Alarm {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ring: () => void) {}

  /** Set anew; those that have passed do not ring. @param instants and @param now in milliseconds since 1970 */
  set(instants: readonly number[], now: number): void {
    this.clear();
    const next = instants.filter((instant) => instant > now);
    if (next.length) this.#timer = setTimeout(this.ring, Math.min(...next.map((instant) => instant - now), LONGEST));
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}
