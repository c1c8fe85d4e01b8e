import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../core/announcer.ts';
import { renderText } from '../../core/fields.ts';
import { createIdleReset, type IdleReset } from '../../core/shared-device.ts';
import { loadFeedbackSendingMessages } from '../../i18n/feedback-sending/languages.ts';
import type { MessageKey } from '../../i18n/languages.ts';
import { loadSharedDeviceMessages } from '../../i18n/shared-device/languages.ts';
import { foldedCode } from '../../model/codes.ts';
import type { FeedbackStatus } from '../../model/feedback.ts';
import { feedbackStatusOf } from '../../model/feedback-status.ts';
import { wordingOf } from '../../model/text.ts';
import { SourceError, type SourceErrorKind } from '../../sources/errors.ts';
import type { AukioFeedbackForm } from './feedback-form.ts';

/** How far a feedback has come: asked by its code, without an account. */
export class StatusView {
  /** The words of everything here. */
  static readonly messages = [loadFeedbackSendingMessages, loadSharedDeviceMessages];

  #code = '';
  #fault: 'code-missing' | 'code-wrong' | undefined;
  #trouble: SourceErrorKind | undefined;
  #status: FeedbackStatus | undefined;
  #asking: AbortController | undefined;

  /** Beside the form, it is the form that asks whether anybody is still there. */
  #idle: IdleReset | undefined;

  constructor(private readonly host: AukioFeedbackForm) {
    if (host.standsAlone && host.sharedDevice) this.#idle = createIdleReset(host, { say: (key, values) => host.speaker.say(key, values), reset: () => this.begin('') });
  }

  /** Anew, with a code that is known already. */
  begin(code: string): void {
    this.#asking?.abort();
    this.#code = code;
    this.#fault = this.#trouble = this.#status = this.#asking = undefined;
    this.host.requestUpdate();
  }

  readonly #type = (code: string): void => {
    this.#code = code;
    this.#fault = undefined;
    this.#idle?.watch(true);
    this.host.sending?.changed('code');
    this.host.requestUpdate();
  };

  readonly #ask = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    this.#status = this.#trouble = undefined;
    const code = foldedCode(this.#code);
    this.#fault = code === undefined ? (this.#code.trim() ? 'code-wrong' : 'code-missing') : undefined;
    if (code !== undefined) await this.#read(code, signal);
    if (signal.aborted) return;
    this.#asking = undefined;
    this.host.requestUpdate();
    await this.host.focusOn(this.#fault ? 'code' : '.answer');
  };

  async #read(code: string, signal: AbortSignal): Promise<void> {
    const { host } = this;
    const { say, language } = host.speaker;
    announce(say('status-loading'), language);
    host.requestUpdate();
    try {
      const source = await host.destination();
      const raw = await source.read('feedback/status', { code }, { signal, lang: language, confidential: true });
      if (signal.aborted) return;
      this.#status = feedbackStatusOf(raw);
      if (!this.#status) this.#trouble = 'unavailable';
    } catch (error) {
      if (signal.aborted) return;
      const { kind, fault } = error instanceof SourceError ? error : new SourceError('unavailable', { cause: error });
      // A wrong code and one that nobody has are the same to whoever tries codes.
      if (kind === 'not-found' && !fault) this.#fault = 'code-wrong';
      else this.#trouble = kind;
    }
  }

  render(): TemplateResult {
    const { host } = this;
    const { say } = host.speaker;
    return html`<div part="status">
      ${host.renderPartHeading(say('status'), 'stage-heading')}
      <form novalidate @submit=${this.#ask}>
        ${renderText({ name: 'code', label: say('code'), hint: say('code-hint'), error: this.#fault && say(this.#fault) }, { value: this.#code, type: this.#type })}
        <p><button class="primary" part="button">${say('status-show')}</button></p>
      </form>
      ${this.#asking ? html`<p>${say('status-loading')}</p>` : nothing}
      ${this.#trouble ? html`<div class="message error answer" part="error" tabindex="-1"><p>${say(`error-${this.#trouble}` satisfies MessageKey)}</p></div>` : nothing}
      ${this.#status ? this.#renderAnswer(this.#status) : nothing} ${host.otherWay}
      ${host.standsAlone ? this.#idle?.render() : html`<p class="no-print"><button type="button" class="quiet" @click=${() => host.showStatus(false)}>${say('status-back')}</button></p>`}
    </div>`;
  }

  #renderAnswer({ number, state, receivedAt, changedAt, dueOn, topic, reply, reason, caseNumber }: FeedbackStatus): TemplateResult {
    const { say, instant, date, language } = this.host.speaker;
    const lines: readonly (readonly [string, string | undefined])[] = [
      [say('receipt-number'), number],
      [say('topic'), topic && wordingOf(topic, language).text],
      [say('state'), say(`state-${state}`)],
      [say('case-number'), caseNumber],
      [say('receipt-time'), instant(receivedAt)],
      [say('state-changed'), changedAt === receivedAt ? undefined : instant(changedAt)],
      [say('due-on'), dueOn && state !== 'answered' && state !== 'closed' ? date(dueOn) : undefined],
    ];
    const text = (label: string, words: string | undefined): unknown =>
      words ? html`<p><strong>${label}</strong></p>${words.split(/\n{2,}/).map((paragraph) => html`<p class="written">${paragraph}</p>`)}` : nothing;
    return html`<div class="message answer" part="answer" role="group" aria-label=${say('state')} tabindex="-1">
      <dl>${lines.map(([label, words]) => (words ? html`<div><dt>${label}</dt><dd>${words}</dd></div>` : nothing))}</dl>
      ${text(say('reply'), reply)} ${text(say('reason'), reason)}
    </div>`;
  }
}
