import { html, nothing, type TemplateResult } from 'lit';
import type { Outcome } from '../../core/sending.ts';
import type { MessageKey } from '../../i18n/languages.ts';
import { SourceError } from '../../sources/errors.ts';
import { renderShape, renderState } from './bar.ts';
import type { Casting } from './casting.ts';
import { timeWords } from './facts.ts';
import { unknownAgain } from './unknown.ts';
import { renderVoteList } from './review.ts';

/** Nothing was sent, or nobody knows whether it arrived; the choices stand. */
export type Unsent = Extract<Outcome, { readonly state: 'refused' | 'already' | 'failed' }>;

/** On its way, waiting for the page's login, or for the ballot with other rules. */
export function renderSending({ host }: Casting, step: 'identifying' | 'renewing' | 'sending'): TemplateResult {
  const { say } = host.speaker;
  return html`<div class="message" part="sending">
    ${host.renderPartHeading(say(step), 'stage-heading')}
    <p>${say('sending-hint')}</p>
    <progress aria-label=${say(step)}></progress>
  </div>`;
}

/** Not received: it is sent by itself, but never after voting has closed. @param kept `page`: this device cannot keep it, or must not */
export function renderWaiting(casting: Casting, kept: 'device' | 'page'): TemplateResult {
  const { host, sending: { mailbox } } = casting;
  const { say } = host.speaker;
  return html`<div class="message caution" part="waiting">
      ${host.renderPartHeading(html`${renderShape('waiting')} ${say(kept === 'page' ? 'waiting-page' : 'waiting')}`, 'stage-heading')}
      <p><strong>${say('waiting-not')}</strong></p>
      <p>${say(kept === 'page' ? 'waiting-page-how' : 'waiting-how')}</p>
      <p>${say('waiting-deadline', { time: timeWords(host.ballot.closesAt, host.speaker) })}</p>
      ${host.otherWay}
    </div>
    ${host.renderPartHeading(say('your-choices'))} ${renderVoteList(host, host.choices)}
    <p class="actions">
      <button type="button" class="primary" part="button" @click=${() => mailbox.flush()}>${say('waiting-send')}</button>
      <button type="button" part="button" @click=${() => casting.open()}>${say('review-back')}</button>
    </p>`;
}

export function renderUnsent(casting: Casting, outcome: Unsent): TemplateResult {
  const { host } = casting;
  const { say } = host.speaker;
  const stale = outcome.state === 'refused' && outcome.errors.some(({ code }) => code === 'stale-rules');
  const retry = outcome.state === 'failed' || (outcome.state === 'refused' && (new SourceError(outcome.error.kind).retry || outcome.error.kind === 'conflict'));
  return html`<div class="message error" part="error">
      ${host.renderPartHeading(say(casting.sending.isLost ? 'unknown' : 'unsent'), 'stage-heading')} ${renderState(casting.voteState, host.speaker)}
      <p>${stale ? say('stale-rules') : reasonOf(casting, outcome)}</p>
      ${host.otherWay}
    </div>
    ${renderVoteList(host, host.choices)}
    <p class="actions">
      ${stale
        ? html`<button type="button" class="primary" part="button" @click=${() => casting.renew(outcome)}>${say('unsent-stale')}</button>`
        : retry
          ? html`<button type="button" class="primary" part="button" @click=${casting.sending.submit}>${say('try-again')}</button>`
          : nothing}
      <button type="button" part="button" @click=${() => casting.open()}>${say('review-back')}</button>
    </p>`;
}

function reasonOf({ host, sending }: Casting, outcome: Unsent): string {
  const { say } = host.speaker;
  const kept = sending.isLost ? unknownAgain(host) : say('unsent-kept', { time: timeWords(host.ballot.closesAt, host.speaker) });
  if (outcome.state === 'already') return kept;
  const { kind } = outcome.error;
  if (outcome.state === 'failed' && kind === 'not-found') return say('vote-nowhere');
  if (kind === 'invalid-data' || kind === 'forbidden' || kind === 'not-found') return say('unsent-refused');
  return kind === 'conflict' ? kept : `${say(`error-${kind}` satisfies MessageKey)} ${kept}`;
}
