import { html, nothing, type TemplateResult } from 'lit';
import type { Receipt } from '../../sources/source.ts';
import { isWritten } from './entries.ts';
import type { AukioFeedbackForm } from './feedback-form.ts';
import type { FeedbackLetter, Mailbox } from './mailbox.ts';
import { renderReceiptLines } from './receipt.ts';

/** Feedback of earlier: what waits, what has been received since, what could not be sent, and what nobody could look at. */
export function renderLetters(host: AukioFeedbackForm, mailbox: Mailbox): unknown {
  const { say } = host.speaker;
  const waiting = mailbox.letters.filter(({ state }) => state === 'waiting');
  return [
    mailbox.unread
      ? html`<section class="message caution" part="unread">
          <p>${say('outbox-unread')}</p>
          <p><button type="button" part="button" @click=${() => mailbox.flush()}>${say('try-again')}</button></p>
        </section>`
      : nothing,
    mailbox.unerased ? html`<section class="message caution" part="unerased"><p>${say('outbox-unerased')}</p></section>` : nothing,
    waiting.length
      ? html`<section class="message caution" part="waiting">
          <p><strong>${say('outbox-waiting', { count: waiting.length })}</strong> ${say('waiting-how')} ${say('waiting-deadline')}</p>
          ${waiting.map((letter) => renderWords(host, mailbox, letter))}
          <p><button type="button" part="button" @click=${() => mailbox.flush()}>${say('outbox-send')}</button></p>
        </section>`
      : nothing,
    ...mailbox.letters.map((letter) => (letter.receipt && letter.state === 'received' ? renderReceived(host, mailbox, letter, letter.receipt) : letter.state === 'waiting' ? nothing : renderUnsent(host, mailbox, letter))),
  ];
}

function renderReceived(host: AukioFeedbackForm, mailbox: Mailbox, letter: FeedbackLetter, receipt: Receipt): TemplateResult {
  const { say } = host.speaker;
  return html`<section class="message good" part="received">
    <p><strong>${say('outbox-received')}</strong></p>
    ${renderReceiptLines(host, receipt)}
    ${receipt.code ? html`<p>${say('receipt-keep')}</p>` : nothing}
    ${renderLifetime(host, letter)}
    <p><button type="button" part="button" @click=${() => mailbox.discard(letter.key)}>${say(receipt.code ? 'outbox-hide' : 'outbox-hide-plain')}</button></p>
  </section>`;
}

function renderUnsent(host: AukioFeedbackForm, mailbox: Mailbox, letter: FeedbackLetter): TemplateResult {
  const { say } = host.speaker;
  return html`<section class="message error" part="error">
    <p><strong>${say(letter.state === 'held' ? 'outbox-held' : 'outbox-refused')}</strong></p>
    ${renderLifetime(host, letter)} ${renderWords(host, mailbox, letter)}
  </section>`;
}

function renderLifetime({ speaker: { say, date } }: AukioFeedbackForm, { keptUntil }: FeedbackLetter): unknown {
  return keptUntil ? html`<p>${say('outbox-lifetime', { date: date(keptUntil.slice(0, 10)) })}</p>` : nothing;
}

/** What was written, and what can be done with it. It is not changed beside words that are being written: those would be lost. */
function renderWords(host: AukioFeedbackForm, mailbox: Mailbox, { key, body }: FeedbackLetter): TemplateResult {
  const { say } = host.speaker;
  return html`${body ? html`<details><summary>${say('outbox-message')}</summary><p class="written">${body.message}</p></details>` : nothing}
    <p class="actions">
      ${body && !isWritten(host.entries) ? html`<button type="button" part="button" @click=${() => mailbox.change(key)}>${say('outbox-change')}</button>` : nothing}
      <button type="button" class="quiet" @click=${() => mailbox.erase(key)}>${say('outbox-erase')}</button>
    </p>`;
}
