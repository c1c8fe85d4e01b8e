import { announce } from '../../core/announcer.ts';
import { inView } from '../../core/in-view.ts';
import { isFilled } from '../../core/outbox/filled.ts';
import type { Enclosure, Letter } from '../../core/outbox/letter.ts';
import type { Outbox } from '../../core/outbox/outbox.ts';
import type { Feedback } from '../../model/feedback.ts';
import type { Sending } from './sending.ts';

export type FeedbackLetter = Letter<'feedback'>;

/**
 * Feedback of earlier that waits on the device, or whose receipt has come since. Every page of the site with a form says it,
 * so that nobody believes that the city has what it has not.
 */
export class Mailbox {
  /** What was erased may still be on the device. */
  unerased = false;

  #outbox: Outbox | undefined;
  #letters: readonly FeedbackLetter[] = [];
  #leave: readonly (() => void)[] = [];
  /** The letter that is shown in the form's own place. */
  #followed: { readonly key: string; readonly changed: (letter: FeedbackLetter | undefined) => void } | undefined;

  constructor(private readonly sending: Sending) {}

  /** Whether nobody could look at what is on the device. */
  get unread(): boolean {
    return this.#outbox?.unread ?? false;
  }

  /** What this form has in hand is shown in its own place; what left it with a page that was closed is not. */
  get letters(): readonly FeedbackLetter[] {
    const { keeping } = this.sending;
    return this.#letters.filter(({ key, state }) => key !== this.#followed?.key && (key !== keeping.key || state === 'waiting' || state === 'received'));
  }

  /** Looks into the outbox, unless there is nothing in it. */
  async open(): Promise<void> {
    if ((await isFilled()) !== false) await this.#watch();
  }

  close(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
  }

  /** Tells how the letter that was just sent stands, until `unfollow`; `undefined` where it is gone. */
  follow(key: string, changed: (letter: FeedbackLetter | undefined) => void): void {
    this.#followed = { key, changed };
    void this.#watch();
  }

  /** Its end is said above the form, like that of earlier letters. */
  unfollow(): void {
    this.#followed = undefined;
  }

  /** The receipt of a letter stands on the page. It stays on the device until somebody can see it there: a page in the background may be ended at any time. */
  async shown(key: string): Promise<void> {
    await inView();
    await this.discard(key);
  }

  /** @returns whether it is gone from the device */
  async discard(key: string): Promise<boolean> {
    const gone = (await (await this.#opened())?.discard(key)) ?? true;
    await this.#look();
    return gone;
  }

  async flush(): Promise<void> {
    await (await this.#opened())?.flush();
    await this.#look();
  }

  /** The files of a letter whose words are still here. */
  async files(key: string): Promise<readonly Enclosure[]> {
    return (await this.#outbox?.files(key)) ?? [];
  }

  /** The resident does not want it any more. */
  async erase(key: string): Promise<void> {
    const { host } = this.sending;
    await this.sending.open();
    this.unerased = !(await this.discard(key));
    host.requestUpdate();
    announce(host.speaker.say(this.unerased ? 'outbox-unerased' : 'outbox-erased'), host.speaker.language);
    await host.focusOn('message');
  }

  /** It goes back into the form and on under its key: it may have arrived already, and counts once. */
  async change(key: string): Promise<void> {
    const outbox = await this.#opened();
    if (!outbox) return;
    const followed = this.#followed;
    this.unfollow();
    await outbox.hold(key);
    const letter = (await outbox.letters()).find((one) => one.key === key);
    if (!letter?.body) {
      // It has left in this very moment, or another tab has it.
      this.#followed = followed;
      return this.#look();
    }
    await this.sending.edit(letter.body as Feedback, await this.files(key), letter.state === 'already' ? undefined : key);
    if (letter.state === 'already') await this.discard(key);
    await this.#look();
  }

  async #watch(): Promise<void> {
    const outbox = await this.#opened();
    const { host } = this.sending;
    if (!outbox || !host.isConnected || this.#leave.length) return;
    const source = host.ways.source ?? host.ways.nearest;
    this.#leave = [outbox.watch((letter) => void this.#changed(letter), () => void this.#look()), ...(source?.submit ? [outbox.serve('feedback', source)] : [])];
    await this.#look();
  }

  async #opened(): Promise<Outbox | undefined> {
    try {
      this.#outbox ??= (await import('../../core/outbox/outbox.ts')).openOutbox();
    } catch {
      // Sending loads it too, and says what it cannot do.
    }
    return this.#outbox;
  }

  async #changed(letter: Letter): Promise<void> {
    const { host, keeping } = this.sending;
    if (letter.key === this.#followed?.key) {
      this.#followed.changed(letter as FeedbackLetter);
    } else if (letter.kind === 'feedback' && letter.state === 'received' && letter.key !== keeping.key && !keeping.shared) {
      announce(host.speaker.say('outbox-received'), host.speaker.language);
    }
    await this.#look();
  }

  async #look(): Promise<void> {
    const followed = this.#followed;
    const letters = (await this.#outbox?.letters()) ?? [];
    this.#letters = letters.filter((letter): letter is FeedbackLetter => letter.kind === 'feedback');
    this.unerased &&= this.#outbox?.unsettled ?? false;
    // It may have changed before anybody listened.
    if (followed && followed === this.#followed && !this.unread) followed.changed(this.#letters.find(({ key }) => key === followed.key));
    const begun = this.#letters.find(({ key }) => key === this.sending.keeping.key);
    if (begun) this.sending.meet(begun, await this.files(begun.key));
    this.sending.host.requestUpdate();
  }
}
