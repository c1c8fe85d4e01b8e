import { isFilled } from '../../core/outbox/filled.ts';
import type { Letter } from '../../core/outbox/letter.ts';
import type { Outbox } from '../../core/outbox/outbox.ts';
import type { AukioBudgetVote } from './budget-vote.ts';

/** Follows the one vote of this form that waits in the outbox, in this page or since an earlier one. */
export class Mailbox {
  #outbox: Outbox | undefined;
  #leave: readonly (() => void)[] = [];

  /** @param changed how the vote under this form's key stands now */
  constructor(private readonly host: AukioBudgetVote, private readonly key: () => string, private readonly changed: (letter: Letter) => void) {}

  /** Looks whether the vote waits since an earlier page. */
  async open(): Promise<void> {
    if ((await isFilled()) !== false) await this.follow();
  }

  async follow(): Promise<void> {
    const outbox = await this.#opened();
    const { host } = this;
    if (!outbox || !host.isConnected || this.#leave.length) return;
    const source = host.ways.source ?? host.ways.nearest;
    this.#leave = [outbox.watch((letter) => this.#tell(letter)), ...(source?.submit ? [outbox.serve('vote', source)] : [])];
    for (const letter of await outbox.letters()) this.#tell(letter);
  }

  close(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
  }

  /** The voter is changing what waits: it is not sent by itself meanwhile. */
  async hold(key: string): Promise<void> {
    await (await this.#opened())?.hold(key);
  }

  async discard(key: string): Promise<void> {
    await (await this.#opened())?.discard(key);
  }

  async flush(): Promise<void> {
    await (await this.#opened())?.flush();
  }

  #tell(letter: Letter): void {
    if (letter.key === this.key()) this.changed(letter);
  }

  async #opened(): Promise<Outbox | undefined> {
    try {
      this.#outbox ??= (await import('../../core/outbox/outbox.ts')).openOutbox();
    } catch {
      // Sending loads it too, and says what it cannot do.
    }
    return this.#outbox;
  }
}
