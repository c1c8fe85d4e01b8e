import { html, nothing, type TemplateResult } from 'lit';
import { printAlone } from '../../core/print-alone.ts';
import { saveFile } from '../../core/save-file.ts';
import type { Feedback } from '../../model/feedback.ts';
import { wordingOf } from '../../model/text.ts';
import type { Receipt } from '../../sources/source.ts';
import type { AukioFeedbackForm } from './feedback-form.ts';
import type { Sending } from './sending.ts';

/** The city has it: the number, the code, what happens next, and a copy to keep. */
export function renderReceipt(sending: Sending, feedback: Feedback, receipt: Receipt): TemplateResult {
  const { host } = sending;
  const { say } = host.speaker;
  const { code } = receipt;
  return html`<div class="message good" part="received">
      ${host.renderPartHeading(say('received'), 'stage-heading')}
      ${renderReceiptLines(host, receipt)}
      <p><strong>${say('next')}</strong></p>
      <p>${nextOf(host, feedback, receipt).join(' ')}</p>
      ${code ? html`<p>${say('receipt-keep')}</p>` : nothing}
    </div>
    <p class="actions no-print">
      <button type="button" part="button" @click=${() => download(host, feedback, receipt)}>${say('receipt-download')}</button>
      <button type="button" part="button" @click=${() => printAlone(host.renderRoot.querySelector('[part~="received"]')!)}>${say('receipt-print')}</button>
      ${host.statusHref
        ? host.renderLink(host.statusHref, say('receipt-status'))
        : code
          ? html`<button type="button" class="quiet" @click=${() => host.showStatus(true, code)}>${say('receipt-status')}</button>`
          : nothing}
    </p>
    <p class="no-print"><button type="button" part="button" @click=${() => sending.open(host.services.length > 1 ? 'topic' : 'message')}>${say('again')}</button></p>`;
}

export function renderReceiptLines(host: AukioFeedbackForm, receipt: Receipt): TemplateResult {
  return html`<dl>${linesOf(host, receipt).map(([label, text, kind]) => html`<div><dt>${label}</dt><dd class=${kind ?? nothing}>${kind === 'id' ? grouped(text) : text}</dd></div>`)}</dl>`;
}

/** A UUID in groups of four with places to break the line between them; copied, it is as it was. */
function grouped(id: string): unknown {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? id.match(/.{4}-?/g)!.map((group) => html`<span>${group}</span><wbr />`) : id;
}

function linesOf({ speaker: { say, instant } }: AukioFeedbackForm, { id, number = id, code, receivedAt }: Receipt): [label: string, text: string, kind?: 'id' | 'code'][] {
  return [[say('receipt-number'), number, 'id'], ...(code ? [[say('receipt-code'), code, 'code'] as [string, string, 'code']] : []), [say('receipt-time'), instant(receivedAt)]];
}

function nextOf({ speaker: { say, date } }: AukioFeedbackForm, { answerBy }: Feedback, { code, dueOn }: Receipt): string[] {
  const readable = answerBy !== 'code' || code;
  return [say('next-handling'), readable ? say(`next-${answerBy}`) : '', dueOn && answerBy !== 'none' ? say('next-due', { date: date(dueOn) }) : ''].filter(Boolean);
}

/** A copy as plain text: it can be kept, printed and read aloud anywhere. */
function download(host: AukioFeedbackForm, feedback: Feedback, receipt: Receipt): void {
  const { say, language } = host.speaker;
  const topic = host.data?.services.find(({ code }) => code === feedback.topic)?.name;
  const lines = [
    say('received'),
    '',
    ...linesOf(host, receipt).map(([label, text]) => `${label}: ${text}`),
    '',
    ...(topic === undefined ? [] : [`${say('topic')} ${wordingOf(topic, language).text}`, '']),
    `${say('message')}:`,
    feedback.message,
    '',
    ...nextOf(host, feedback, receipt),
    ...(receipt.code ? [say('receipt-keep')] : []),
  ];
  // Notepad shows one long line without them.
  saveFile(`${say('receipt-file')}-${receipt.number ?? receipt.id}.txt`, lines.join('\r\n'), 'text/plain;charset=utf-8');
}
