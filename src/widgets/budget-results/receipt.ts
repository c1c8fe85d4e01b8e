import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../core/announcer.ts';
import { remembered } from '../../core/cast-vote.ts';
import { renderText } from '../../core/fields.ts';
import { hasDigest, sha256 } from '../../core/sha256.ts';
import { ballotReceiptsResource, type BallotReceipts } from '../../model/ballot-results.ts';
import { foldedReceipt, receiptCode } from '../../model/vote-receipt.ts';
import { inSlices } from '../../core/slices.ts';
import { asSourceError } from '../../sources/errors.ts';
import type { Details } from './details.ts';
import { mark } from './marks.ts';

type Answer = 'running' | 'found' | 'absent' | 'unpublished' | 'failed';
/** What the vote that this device remembers says of its code: it is worked out again to the same, or to another. */
type Own = 'same' | 'other' | undefined;

/** Whether a receipt code is on the public list. The list is fetched whole: nobody learns which code is looked for. */
export class ReceiptCheck {
  #typed = '';
  #fault: 'missing' | 'wrong' | undefined;
  #answer: { readonly kind: Answer; readonly code: string; readonly own: Own } | undefined;
  #asking: AbortController | undefined;

  constructor(private readonly details: Details) {}

  close(): void {
    this.#asking?.abort();
  }

  readonly #type = (value: string): void => {
    this.#typed = value;
  };

  readonly #check = (event: Event): void => {
    event.preventDefault();
    const code = foldedReceipt(this.#typed);
    this.#fault = code ? undefined : this.#typed.trim() ? 'wrong' : 'missing';
    this.#answer = undefined;
    this.close();
    if (code) void this.#ask(code);
    else this.details.host.renderRoot.querySelector<HTMLElement>('#receipt-code')?.focus();
    this.details.host.requestUpdate();
  };

  async #ask(code: string): Promise<void> {
    const { signal } = (this.#asking = new AbortController());
    this.#tell('running', code);
    const { kind, own } = await this.#look(code, signal);
    if (!signal.aborted) this.#tell(kind, code, own);
  }

  async #look(code: string, signal: AbortSignal): Promise<{ readonly kind: Answer; readonly own?: Own }> {
    const { host, ballot } = this.details;
    try {
      const raw = await host.readPublished('ballot-receipts', ballot.id, signal);
      const { data }: { readonly data: BallotReceipts } = await inSlices(ballotReceiptsResource.accept(raw, {}), signal);
      if (data.ballot !== ballot.id) return { kind: 'unpublished' };
      return data.receipts.includes(code) ? { kind: 'found', own: await this.#workOut(code, data) } : { kind: 'absent' };
    } catch (error) {
      const { kind } = asSourceError(error);
      return { kind: kind === 'not-found' || kind === 'forbidden' ? 'unpublished' : 'failed' };
    }
  }

  /** Where this is the device's own vote, its code is worked out again of what was chosen. */
  async #workOut(code: string, { ballot, salt }: BallotReceipts): Promise<Own> {
    const { id, rulesVersion, choices, code: own } = remembered(ballot).cast ?? {};
    if (own !== code || salt === undefined || !id || rulesVersion === undefined || !choices || !hasDigest()) return undefined;
    return (await receiptCode({ id, ballot, rulesVersion, choices }, salt, sha256)) === code ? 'same' : 'other';
  }

  #tell(kind: Answer, code: string, own?: Own): void {
    const { speaker } = this.details.host;
    this.#answer = { kind, code, own };
    announce([speaker.say(`receipt-${kind}`, { code }), own && speaker.say(`receipt-${own}`)].filter(Boolean).join(' '), speaker.language);
    this.details.host.requestUpdate();
  }

  render(): TemplateResult {
    const { details } = this;
    const { say } = details.host.speaker;
    const error = this.#fault && say(`receipt-${this.#fault}`);
    return html`<section part="receipt">
      ${details.heading(say('receipt'))}
      <p>${say('receipt-lead')}</p>
      <form class="no-print" novalidate @submit=${this.#check}>
        ${renderText({ name: 'receipt-code', label: say('receipt-label'), hint: say('receipt-hint'), error }, { value: this.#typed, type: this.#type })}
        <p><button part="button">${say('receipt-check')}</button></p>
      </form>
      ${this.#answer ? this.#renderAnswer(this.#answer) : nothing}
      <dl class="proofs">
        <div><dt>${say('receipt-proves')}</dt><dd>${say('receipt-proves-text')}</dd></div>
        <div><dt>${say('receipt-proves-not')}</dt><dd>${say('receipt-proves-not-text')}</dd></div>
      </dl>
    </section>`;
  }

  #renderAnswer({ kind, code, own }: { readonly kind: Answer; readonly code: string; readonly own: Own }): TemplateResult {
    const { say } = this.details.host.speaker;
    const tone = own === 'other' ? 'error' : kind === 'found' ? 'good' : kind === 'absent' ? 'error' : kind === 'running' ? '' : 'caution';
    return html`<p class="message ${tone}" part="answer">${kind === 'found' ? mark('done') : nothing} ${say(`receipt-${kind}`, { code })} ${own ? say(`receipt-${own}`) : nothing}</p>`;
  }
}
