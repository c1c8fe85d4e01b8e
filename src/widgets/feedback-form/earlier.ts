import type { Keeping } from '../../core/keeping.ts';
import type { Enclosure } from '../../core/outbox/letter.ts';
import type { Feedback } from '../../model/feedback.ts';
import { entriesOf, sentWords } from './entries.ts';
import type { AukioFeedbackForm } from './feedback-form.ts';
import type { FeedbackLetter } from './mailbox.ts';
import type { PhotoList } from './photo-list.ts';

/** Words of earlier that come back into the form: those that were begun, and those of a letter that has not been received. */
export class Earlier {
  /** The form began with words of earlier, and they stand in it. */
  restored = false;

  /** Letters whose words the form began with. */
  readonly #met = new Set<string>();

  constructor(private readonly host: AukioFeedbackForm, private readonly keeping: Keeping<'topic' | 'message'>, private readonly photos: PhotoList) {}

  /** Puts what was begun earlier into the form; a topic that was chosen meanwhile stays. */
  restore(): void {
    const { host } = this;
    const { found } = this.keeping;
    if (!found) return;
    host.entries = { ...host.entries, ...found.fields, ...(host.entries.topic && { topic: host.entries.topic }) };
    this.restored = true;
  }

  /**
   * The words that the form began with are those of a letter: a page was closed after Send, before it could take them out of
   * the draft, or while they were changed. What was not sent gets the rest of its fields.
   * @returns whether the words have been sent: nothing of them is to stay in the form
   */
  meet({ key, state, body, createdAt }: FeedbackLetter, files: readonly Enclosure[]): boolean {
    const { host } = this;
    const { found } = this.keeping;
    const { topic, message } = host.entries;
    if (!this.restored || found?.fields.message !== message || found.fields.topic !== topic) return false;
    const sent = state === 'received' ? found.savedAt <= createdAt : state === 'waiting' && body?.message === sentWords(message);
    if (!sent && body && (state === 'held' || state === 'refused') && !this.#met.has(key)) {
      this.#put(body, files);
      host.entries = { ...host.entries, topic, message };
    }
    this.#met.add(key);
    return sent;
  }

  /** Puts a feedback that has not been received back into the form. @param key under which it goes on; as another one otherwise */
  take(feedback: Feedback, files: readonly Enclosure[], key?: string): void {
    this.#put(feedback, files);
    if (key !== undefined) this.keeping.resume(key);
  }

  #put(feedback: Feedback, files: readonly Enclosure[]): void {
    this.host.entries = entriesOf(feedback);
    this.host.subject.keep(feedback.about);
    this.photos.restore(files);
  }
}
