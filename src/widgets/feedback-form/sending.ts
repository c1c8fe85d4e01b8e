import { html, nothing } from 'lit';
import { announce } from '../../core/announcer.ts';
import { Keeping } from '../../core/keeping.ts';
import type { Enclosure } from '../../core/outbox/letter.ts';
import { outcomeOf, prepareToSend, send, type Outcome } from '../../core/sending.ts';
import { loadFeedbackSendingMessages } from '../../i18n/feedback-sending/languages.ts';
import { loadSharedDeviceMessages } from '../../i18n/shared-device/languages.ts';
import type { Feedback } from '../../model/feedback.ts';
import { isAbout } from '../../model/feedback-rules.ts';
import type { Receipt } from '../../sources/source.ts';
import { Check } from './check.ts';
import { Earlier } from './earlier.ts';
import { EMPTY, feedbackOf, isWritten } from './entries.ts';
import { FeedbackKeptEvent, FeedbackSentEvent } from './feedback-form.events.ts';
import type { AukioFeedbackForm } from './feedback-form.ts';
import { renderForm } from './form.ts';
import { renderLetters } from './letters.ts';
import { Location } from './location.ts';
import { Mailbox, type FeedbackLetter } from './mailbox.ts';
import { renderSending, renderUnsent, renderWaiting, type Unsent, type Waiting } from './outcome.ts';
import { PhotoList } from './photo-list.ts';
import { renderReceipt } from './receipt.ts';
import { renderReview } from './review.ts';

/** What the resident sees now. */
type Stage =
  | { readonly kind: 'form' | 'review' }
  | { readonly kind: 'sending'; readonly shares: readonly number[] }
  | { readonly kind: 'received'; readonly feedback: Feedback; readonly receipt: Receipt }
  | ({ readonly kind: 'waiting' } & Waiting)
  | { readonly kind: 'unsent'; readonly outcome: Unsent };

/**
 * What follows the first letter and is loaded after the form stands: what is wrong, the check before sending, the sending
 * itself and what became of it.
 */
export class Sending {
  /** The words of everything here. */
  static readonly messages = [loadFeedbackSendingMessages, loadSharedDeviceMessages];
  /** What the first Send needs; a form that can be sent has it already. */
  static readonly prepare = prepareToSend;

  readonly keeping: Keeping<'topic' | 'message'>;
  readonly check: Check;
  readonly location: Location;
  readonly photos: PhotoList;
  readonly mailbox: Mailbox;
  readonly #earlier: Earlier;
  #stage: Stage = { kind: 'form' };

  constructor(readonly host: AukioFeedbackForm) {
    const { id, topic = '', about = '', endpoint = '' } = host;
    this.keeping = new Keeping(host, {
      form: [endpoint, id, topic, about].join(' '),
      fields: ['topic', 'message'],
      begun: host.entries.message.trim() !== '',
      isShared: () => host.sharedDevice,
      say: (key, values) => host.speaker.say(key, values),
      reset: this.#reset,
    });
    this.check = new Check(host);
    this.location = new Location(host);
    this.photos = new PhotoList(host);
    this.mailbox = new Mailbox(this);
    this.#earlier = new Earlier(host, this.keeping, this.photos);
    const early = host.entries !== EMPTY;
    this.#earlier.restore();
    if (early) this.#keep();
    if (!this.keeping.shared) void this.mailbox.open();
  }

  /** The form has been moved to another place of the page. */
  connect(): void {
    this.keeping.reopen();
    this.#keep();
    if (!this.keeping.shared) void this.mailbox.open();
  }

  disconnect(): void {
    this.mailbox.close();
    this.keeping.close();
  }

  /** What is sent of what stands in the fields. */
  get feedback(): Feedback {
    const { entries, service, subject, speaker } = this.host;
    const about = subject.now?.about;
    // The editor's slip, of which preview tells, keeps no resident from sending.
    return feedbackOf(entries, service, about && isAbout(about) ? about : undefined, speaker.language);
  }

  /** A field has changed: what was wrong with it is no longer said, and what is kept follows. */
  changed(name: string): void {
    this.check.mend(name);
    this.#keep();
    this.host.requestUpdate();
  }

  switchShared(on: boolean): void {
    this.keeping.switch(on);
    if (on) this.mailbox.close();
    else void this.mailbox.open();
    this.changed('shared-computer');
  }

  /** What stands in the form goes, from the page and from the device. */
  erase(): void {
    void this.mailbox.discard(this.keeping.key);
    this.keeping.erase();
    this.#empty();
    announce(this.host.speaker.say('draft-erased'), this.host.speaker.language);
    void this.host.focusOn('message');
  }

  /** Leads back to the form, with everything in it; `name` is the field that takes the focus. */
  async open(name?: string): Promise<void> {
    if (this.#stage.kind === 'sending') return;
    this.mailbox.unfollow();
    this.#show({ kind: 'form' });
    if (name) await this.host.focusOn(name);
  }

  /** A letter under the key of what the form began with. */
  meet(letter: FeedbackLetter, files: readonly Enclosure[]): void {
    if (this.#stage.kind !== 'form' || !this.#earlier.meet(letter, files)) return;
    this.keeping.finish();
    this.#empty();
  }

  /** The resident writes on at a feedback that has not been received. @param key under which it goes on; as another one otherwise */
  async edit(feedback: Feedback, files: readonly Enclosure[], key?: string): Promise<void> {
    this.#earlier.take(feedback, files, key);
    this.changed('message');
    await this.open('message');
  }

  readonly submit = async (): Promise<void> => {
    const { host } = this;
    const stage = this.#stage;
    await this.photos.settled();
    // Pressed again meanwhile, or emptied.
    if (this.#stage !== stage) return;
    const { feedback } = this;
    const stop = this.check.stop(feedback, this.photos.ready.map(({ blob: { type, size } }) => ({ type, size })));
    if (stop) {
      await this.open(stop);
    } else if (host.review && stage.kind === 'form') {
      this.#show({ kind: 'review' });
      await host.focusOn('.stage-heading');
    } else {
      await this.#send(feedback);
    }
  };

  /** The same words, as a feedback of their own. */
  readonly sendAsNew = async (): Promise<void> => {
    const stage = this.#stage;
    await this.mailbox.discard(this.keeping.key);
    if (this.#stage !== stage) return;
    this.keeping.renew();
    await this.#send(this.feedback);
  };

  async #send(feedback: Feedback): Promise<void> {
    const { host, keeping } = this;
    const files = this.photos.ready;
    const shares = files.map(() => 0);
    const { key } = keeping;
    const stage: Stage = { kind: 'sending', shares };
    this.#show(stage);
    announce(host.speaker.say('sending'), host.speaker.language);
    void host.focusOn('.stage-heading');
    const { trap } = host.entries;
    const outcome = await send(
      { kind: 'feedback', key, body: feedback, files, lang: host.speaker.language, seconds: host.secondsSeen, ...(trap && { trap }) },
      host.ways,
      {
        sharedDevice: keeping.shared,
        onProgress: (file, sent, total) => {
          shares[file] = total ? sent / total : 1;
          host.requestUpdate();
        },
      },
    );
    if (this.#stage === stage) await host.focusOn(this.#conclude(key, feedback, outcome));
    // It is the next person's turn on a device that many use.
    else if (outcome.state !== 'waiting') void this.mailbox.discard(key);
  }

  /** Shows what became of it. @returns where the resident is led */
  #conclude(key: string, feedback: Feedback, outcome: Outcome): string {
    switch (outcome.state) {
      case 'received':
        this.#received(key, feedback, outcome.receipt);
        break;
      case 'waiting':
        this.#waits({ key, feedback, kept: outcome.kept });
        break;
      case 'refused':
        this.check.found(outcome.errors);
        this.#show(outcome.errors.length ? { kind: 'form' } : { kind: 'unsent', outcome });
        if (outcome.errors.length) return '.summary';
        break;
      default:
        this.#show({ kind: 'unsent', outcome });
    }
    return '.stage-heading';
  }

  #received(key: string, feedback: Feedback, receipt: Receipt): void {
    this.#show({ kind: 'received', feedback, receipt });
    this.#empty();
    this.keeping.finish();
    void this.mailbox.shown(key);
    const event = new FeedbackSentEvent({ id: receipt.id, topic: feedback.topic });
    this.host.dispatchEvent(event);
  }

  #waits(waiting: Waiting): void {
    const { key, feedback } = waiting;
    this.#show({ kind: 'waiting', ...waiting });
    this.#empty();
    this.keeping.wait(waiting.kept);
    this.mailbox.follow(key, (letter) => void this.#follow(waiting, letter));
    const event = new FeedbackKeptEvent({ topic: feedback.topic });
    this.host.dispatchEvent(event);
  }

  /** How what is shown as waiting stands now: it may have left, or have found a place on the device, or wait no more. */
  async #follow({ key, feedback }: Waiting, letter: FeedbackLetter | undefined): Promise<void> {
    const { host, mailbox, keeping } = this;
    const { say, language } = host.speaker;
    const stage = this.#stage;
    if (stage.kind !== 'waiting') return;
    if (letter?.state === 'waiting') {
      if (letter.kept === stage.kept) return;
      this.#show({ ...stage, kept: letter.kept });
      keeping.wait(letter.kept);
      return;
    }
    mailbox.unfollow();
    // Nobody is led away from what she does elsewhere on the page.
    const inside = (host.renderRoot as ShadowRoot).activeElement !== null;
    let place = 'message';
    if (!letter || letter.state === 'erased' || letter.state === 'held') {
      announce(say(letter?.state === 'held' ? 'outbox-held' : 'outbox-erased'), language);
      keeping.finish();
      this.#show({ kind: 'form' });
    } else {
      announce(say(letter.state === 'received' ? 'received' : 'unsent-title'), language);
      const files = letter.body ? await mailbox.files(key) : [];
      // The next person's turn has come meanwhile.
      if (this.#stage.kind !== 'waiting') return;
      if (letter.body) this.#earlier.take(letter.body, files, key);
      place = this.#conclude(key, feedback, outcomeOf(letter, undefined));
    }
    if (inside) await host.focusOn(place);
  }

  #keep(): void {
    const { entries } = this.host;
    this.keeping.changed({ topic: entries.topic, message: entries.message }, isWritten(entries) || this.photos.count > 0);
  }

  #show(stage: Stage): void {
    this.#stage = stage;
    this.host.requestUpdate();
  }

  #empty(): void {
    this.photos.clear();
    this.location.clear();
    this.check.clear();
    this.#earlier.restored = false;
    this.host.entries = EMPTY;
  }

  /** Nobody is there any more: the next person finds an empty form. */
  readonly #reset = (): void => {
    // What waits in the page, or is on its way, goes on: it was sent, and is not shown to anybody else.
    if (this.#stage.kind !== 'waiting' && this.#stage.kind !== 'sending') void this.mailbox.discard(this.keeping.key);
    this.mailbox.unfollow();
    this.keeping.erase();
    this.#empty();
    this.host.forgetStatus();
    this.#show({ kind: 'form' });
  };

  renderStage(): unknown {
    const stage = this.#stage;
    switch (stage.kind) {
      case 'form':
        return renderForm(this.host, false);
      case 'review':
        return renderReview(this);
      case 'sending':
        return renderSending(this, stage.shares);
      case 'received':
        return renderReceipt(this, stage.feedback, stage.receipt);
      case 'waiting':
        return renderWaiting(this, stage);
      case 'unsent':
        return renderUnsent(this, stage.outcome);
    }
  }

  /** What stands above the form: what waits from earlier, what has to be mended, what is asked. */
  renderAbove(): unknown {
    const { host, keeping, mailbox, check } = this;
    return [
      // Nobody else's words are shown to the next person.
      keeping.shared ? nothing : renderLetters(host, mailbox),
      check.render(this.feedback, () => void this.open('message'), () => void this.submit()),
      this.#earlier.restored ? html`<p class="message" part="restored">${host.speaker.say('draft-restored')}</p>` : nothing,
    ];
  }
}
