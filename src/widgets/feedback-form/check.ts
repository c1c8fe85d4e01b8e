import { html, nothing } from 'lit';
import { renderSummary } from '../../core/fields.ts';
import { MESSAGE_MAX, type Feedback } from '../../model/feedback.ts';
import { validateFeedback, type PhotoFacts } from '../../model/feedback-rules.ts';
import { looksLikeIdentityCode } from '../../model/identity-code.ts';
import type { FieldError } from '../../sources/errors.ts';
import { faultsOf } from './faults.ts';
import type { AukioFeedbackForm } from './feedback-form.ts';

/** Characters that are left when the resident is told of them. */
const FEW = 200;

/** What keeps a feedback from being sent: what the rules find in it, and the question about what looks like an identity code. */
export class Check {
  #errors: readonly FieldError[] = [];
  /** The resident is asked about what looks like an identity code. */
  #asking = false;
  /** The text that is to be sent although it does. */
  #insisted: string | undefined;

  constructor(private readonly host: AukioFeedbackForm) {}

  /** How much more of the message can be sent; nothing while there is plenty. */
  get lengthWords(): string | undefined {
    const left = MESSAGE_MAX - this.host.entries.message.trim().length;
    if (left > FEW) return undefined;
    return left < 0 ? this.host.speaker.say('characters-over', { count: -left }) : this.host.speaker.say('characters-left', { count: left });
  }

  faultAt(name: string): string | undefined {
    return this.#faults.find((fault) => fault.name === name)?.text;
  }

  /** Looks before it is sent. @returns where the resident is led, if something keeps it back */
  stop(feedback: Feedback, photos: readonly PhotoFacts[]): string | undefined {
    this.#errors = validateFeedback(this.host.service, feedback, photos);
    const text = textOf(feedback);
    this.#asking = !this.#errors.length && text !== this.#insisted && looksLikeIdentityCode(text);
    if (this.#errors.length) return '.summary';
    return this.#asking ? '.identity' : undefined;
  }

  /** What the service found. */
  found(errors: readonly FieldError[]): void {
    this.#errors = errors;
  }

  /** A field has changed: what was wrong with it is no longer said. */
  mend(name: string): void {
    const mended = (fault: string): boolean => fault === name || (name === 'topic' && fault.startsWith('answers.')) || (name === 'answer-by' && (fault === 'email' || fault === 'phone'));
    this.#errors = this.#errors.filter(({ field }) => !mended(field));
  }

  clear(): void {
    this.#errors = [];
    this.#asking = false;
    this.#insisted = undefined;
  }

  get #faults(): ReturnType<typeof faultsOf> {
    return faultsOf(this.#errors, this.host.service, this.host.speaker);
  }

  /**
   * What has to be mended, and what is asked.
   * @param change the resident wants to change the text
   * @param send she wants this feedback to go as it is
   */
  render(feedback: Feedback, change: () => void, send: () => void): unknown {
    const { host } = this;
    const { say } = host.speaker;
    const faults = this.#faults;
    const insist = (): void => {
      this.#insisted = textOf(feedback);
      send();
    };
    return [
      faults.length ? renderSummary(say('faults-title', { count: faults.length }), faults, (name) => void host.focusOn(name)) : nothing,
      this.#asking
        ? html`<div class="message caution identity" part="question" role="group" aria-labelledby="identity-title" tabindex="-1">
            <p id="identity-title"><strong>${say('identity-title')}</strong></p>
            <p>${say('identity-text')}</p>
            <p class="actions">
              <button type="button" part="button" @click=${change}>${say('identity-change')}</button>
              <button type="button" class="quiet" @click=${insist}>${say('identity-send')}</button>
            </p>
          </div>`
        : nothing,
    ];
  }
}

/** All that the resident has written freely. */
function textOf({ message, place, answers }: Feedback): string {
  return [message, place?.address, ...Object.values(answers ?? {}).flat()].join('\n');
}
