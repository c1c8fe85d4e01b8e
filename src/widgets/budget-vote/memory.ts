import { remembered, rememberedAt, type CastVote, type Remembered } from '../../core/cast-vote.ts';
import { identifier } from '../../core/identifier.ts';
import { serialise } from '../../sources/serialise.ts';

/** What is remembered of one ballot: on the device, or in this page alone where many use the device or storage is blocked. */
export class Memory {
  #remembered: Remembered;

  /** @param ballot its id @param shared nothing may be kept on the device */
  constructor(private readonly ballot: string, private shared: boolean) {
    this.#remembered = shared ? {} : remembered(ballot);
  }

  get seed(): number {
    const { seed } = this.#remembered;
    if (seed !== undefined) return seed;
    const drawn = crypto.getRandomValues(new Uint32Array(1))[0]!;
    this.#write({ seed: drawn });
    return drawn;
  }

  get device(): string {
    const { device } = this.#remembered;
    if (device) return device;
    const made = identifier();
    this.#write({ device: made });
    return made;
  }

  get cast(): CastVote | undefined {
    return this.#remembered.cast;
  }

  remember(cast: CastVote): void {
    this.#write({ cast });
  }

  /** On a shared device nothing is kept, and what was is erased; it stays in this page. */
  share(shared: boolean): void {
    this.shared = shared;
    if (shared) erase(rememberedAt(this.ballot));
    else this.#write({});
  }

  /** Everything about the voter goes; the order in which this page shows the projects stays. */
  forget(): void {
    const { seed } = this.#remembered;
    this.#remembered = seed === undefined ? {} : { seed };
    erase(rememberedAt(this.ballot));
  }

  #write(more: Remembered): void {
    this.#remembered = { ...this.#remembered, ...more };
    if (this.shared) return;
    try {
      localStorage.setItem(rememberedAt(this.ballot), serialise(this.#remembered));
    } catch {
      // Then this page remembers it as long as it is open.
    }
  }
}

function erase(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing could be kept there either.
  }
}
