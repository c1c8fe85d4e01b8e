import { remembered, rememberedAt, type CastVote, type Remembered } from '../../core/cast-vote.ts';
import { identifier } from '../../core/identifier.ts';
import { serialise } from '../../sources/serialise.ts';

/** What is remembered of one ballot: on the device, or in this page alone where many use the device or storage is blocked. */
export class Memory {
  #remembered: Remembered;
  /** Storage did not take it, so what stands there is older than what this page knows. */
  #alone = false;

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

  /** The same in all tabs, whichever was open first: one person is one device. */
  get device(): string {
    this.refresh();
    const device = this.#remembered.device ?? identifier();
    this.#write({ device });
    return device;
  }

  get cast(): CastVote | undefined {
    return this.#remembered.cast;
  }

  remember(cast: CastVote): void {
    this.#write({ cast });
  }

  /** Takes in what another tab has written; the order in which this page shows the projects stays. */
  refresh(): void {
    if (this.shared || this.#alone) return;
    const { cast: _, ...own } = this.#remembered;
    this.#remembered = { ...own, ...remembered(this.ballot), ...(own.seed !== undefined && { seed: own.seed }) };
  }

  /** On a shared device nothing is kept, and what was is erased; it stays in this page. */
  share(shared: boolean): void {
    this.shared = shared;
    if (shared) erase(rememberedAt(this.ballot));
    else this.#store();
  }

  /** Choices and receipt go. What tells the service that another vote is this device's stays, else that would count beside the one that stands. */
  clear(): void {
    const { cast: _, ...own } = this.#remembered;
    this.#remembered = own;
    if (own.device) this.#store();
    else erase(rememberedAt(this.ballot));
  }

  /** Another voter begins: nothing of the one before stays, not even her order of the projects. */
  forget(): void {
    this.#remembered = {};
    erase(rememberedAt(this.ballot));
  }

  #write(more: Remembered): void {
    this.refresh();
    this.#remembered = { ...this.#remembered, ...more };
    this.#store();
  }

  #store(): void {
    if (this.shared) return;
    try {
      localStorage.setItem(rememberedAt(this.ballot), serialise(this.#remembered));
    } catch {
      // Then this page remembers it as long as it is open.
      this.#alone = true;
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
