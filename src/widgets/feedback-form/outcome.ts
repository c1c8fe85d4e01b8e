import { html, nothing, type TemplateResult } from 'lit';
import type { Keeping } from '../../core/outbox/letter.ts';
import type { Outcome } from '../../core/sending.ts';
import type { MessageKey } from '../../i18n/languages.ts';
import type { Feedback } from '../../model/feedback.ts';
import { SourceError } from '../../sources/errors.ts';
import type { Sending } from './sending.ts';

/** Nothing was sent, and the words are still in the form. */
export type Unsent = Extract<Outcome, { readonly state: 'refused' | 'already' | 'expired' | 'failed' }>;

/** On its way, with how much of each photo has gone. */
export function renderSending({ host }: Sending, shares: readonly number[]): TemplateResult {
  const { say, percent } = host.speaker;
  return html`<div class="message" part="sending">
    ${host.renderPartHeading(say('sending'), 'stage-heading')}
    <p>${say('sending-hint')}</p>
    ${shares.length
      ? html`<ul class="photos" role="list">
          ${shares.map((share, index) => {
            const words = say('photo-sending', { number: index + 1, share: percent(share) });
            return html`<li part="item"><span>${words}</span> <progress max="1" .value=${share} aria-label=${words}></progress></li>`;
          })}
        </ul>`
      : html`<progress aria-label=${say('sending')}></progress>`}
  </div>`;
}

/** A feedback that the city has not received, and that leaves by itself. */
export interface Waiting {
  readonly key: string;
  readonly feedback: Feedback;
  /** `page`: this device cannot keep it, or must not. */
  readonly kept: Keeping;
}

export function renderWaiting(sending: Sending, { key, feedback, kept }: Waiting): TemplateResult {
  const { host, mailbox } = sending;
  const { say } = host.speaker;
  return html`<div class="message caution" part="waiting">
      ${host.renderPartHeading(say(kept === 'page' ? 'waiting-page' : 'waiting'), 'stage-heading')}
      <p><strong>${say('waiting-not')}</strong></p>
      <p>${say(kept === 'page' ? 'waiting-page-how' : 'waiting-how')}</p>
      ${kept === 'device' ? html`<p>${say('waiting-kept')}</p>` : nothing}
      <p>${say('waiting-deadline')}</p>
      ${host.otherWay}
      <details>
        <summary>${say('outbox-message')}</summary>
        <p class="written">${feedback.message}</p>
      </details>
      <p class="actions">
        <button type="button" part="button" @click=${() => mailbox.flush()}>${say('outbox-send')}</button>
        <button type="button" part="button" @click=${() => mailbox.change(key)}>${say('outbox-change')}</button>
        <button type="button" class="quiet" @click=${() => mailbox.erase(key)}>${say('outbox-erase')}</button>
      </p>
    </div>
    ${kept === 'device' ? html`<p class="actions"><button type="button" part="button" @click=${() => sending.open('message')}>${say('again')}</button></p>` : nothing}`;
}

export function renderUnsent(sending: Sending, outcome: Unsent): TemplateResult {
  const { host } = sending;
  const { say } = host.speaker;
  const already = outcome.state === 'already';
  const retry = outcome.state === 'failed' || (outcome.state === 'refused' && new SourceError(outcome.error.kind).retry);
  return html`<div class="message error" part="error">
      ${host.renderPartHeading(say('unsent-title'), 'stage-heading')} <p>${reasonOf(sending, outcome)}</p>
      ${host.otherWay}
    </div>
    <p class="actions">
      ${already ? html`<button type="button" class="primary" part="button" @click=${sending.sendAsNew}>${say('already-send')}</button>` : nothing}
      ${retry ? html`<button type="button" class="primary" part="button" @click=${sending.submit}>${say('try-again')}</button>` : nothing}
      <button type="button" part="button" @click=${() => sending.open('message')}>${say('review-back')}</button>
    </p>`;
}

function reasonOf({ host, keeping }: Sending, outcome: Unsent): string {
  const { say } = host.speaker;
  const kept = say(keeping.shared ? 'unsent-shared' : 'unsent-kept');
  if (outcome.state === 'already') return `${say('already')} ${say('already-hint')}`;
  if (outcome.state === 'expired') return say('unsent-closed');
  const { kind } = outcome.error;
  if (outcome.state === 'failed' && kind === 'not-found') return say('feedback-nowhere');
  if (kind === 'closed') return say('unsent-closed');
  if (kind === 'invalid-data' || kind === 'forbidden' || kind === 'conflict' || kind === 'not-found') return say('unsent-refused');
  return kind === 'offline' ? kept : `${say(`error-${kind}` satisfies MessageKey)} ${kept}`;
}
