import { html, nothing, type TemplateResult } from 'lit';
import type { CastVote } from '../../core/cast-vote.ts';
import { saveFile } from '../../core/save-file.ts';
import { chosenProjects } from '../../model/choosing.ts';
import { renderShape } from './bar.ts';
import type { AukioBudgetVote } from './budget-vote.ts';
import type { Casting } from './casting.ts';
import { renderBinding, timeWords } from './facts.ts';
import { renderVoteList } from './review.ts';

/** The city has it: the code, the time, the choices, and a copy to keep. */
export function renderReceipt(casting: Casting, changed: boolean): TemplateResult {
  const { host, keeping } = casting;
  const { ballot, speaker, memory } = host;
  const { say } = speaker;
  const cast = memory.cast!;
  return html`<div class="message good" part="received">
      ${host.renderPartHeading(html`${renderShape('voted')} ${say(changed ? 'received-changed' : 'received')}`, 'stage-heading')}
      ${changed ? html`<p>${say('received-counts')}</p>` : nothing} ${renderReceiptLines(host, cast, true)}
      ${cast.code ? html`<p>${say('receipt-keep')}</p>` : nothing}
    </div>
    ${host.renderPartHeading(say('your-choices'))} ${renderVoteList(host, cast.choices)} ${host.keepOrder ? nothing : html`<p class="hint">${say('receipt-order')}</p>`}
    ${host.renderPartHeading(say('what-next'))}
    <p>${say('closes')}: ${timeWords(ballot.closesAt, speaker)}. ${say('change-until')}</p>
    <p>${renderBinding(ballot, speaker)}</p>
    <p class="actions no-print">
      ${keeping.shared
        ? html`<button type="button" class="primary" part="button" @click=${() => casting.startAnew()}>${say('next-voter')}</button>`
        : html`<button type="button" part="button" @click=${() => download(host, cast)}>${say('receipt-download')}</button>`}
      <button type="button" part="button" @click=${() => print()}>${say('receipt-print')}</button>
      <button type="button" class="quiet" @click=${() => casting.open()}>${say('change-vote')}</button>
    </p>
    ${keeping.shared ? nothing : html`<p class="hint no-print">${say('receipt-warning')}</p>`}`;
}

export function renderReceiptLines(host: AukioBudgetVote, cast: CastVote, whole = false): TemplateResult {
  return html`<dl class="facts">${linesOf(host, cast, whole).map(([label, text, marked]) => html`<div><dt>${label}</dt><dd class=${marked ? 'code' : nothing}>${text}</dd></div>`)}</dl>`;
}

function linesOf({ ballot, speaker: { say, instant, word } }: AukioBudgetVote, { code, receivedAt }: CastVote, whole: boolean): [label: string, text: string, marked?: true][] {
  return [
    ...(code ? [[say('receipt-code'), code, true] as [string, string, true]] : []),
    ...(whole ? [[say('receipt-time'), instant(receivedAt)], [say('receipt-ballot'), word(ballot.title).text]] as [string, string][] : []),
  ];
}

/** A copy as plain text: it can be kept, printed and read aloud anywhere. */
function download(host: AukioBudgetVote, cast: CastVote): void {
  const { ballot, speaker } = host;
  const { say, word, money, number } = speaker;
  const chosen = chosenProjects(ballot, cast.choices).map(({ id, title, cost }) => {
    const { points, rank } = cast.choices.find(({ project }) => project === id)!;
    const given = points === undefined ? money(cost) : say('points-given', { count: points });
    return `${rank ? `${say('rank-at', { rank: number(rank) })} ` : '- '}${word(title).text} (${given})`;
  });
  const lines = [
    say('received'),
    '',
    ...linesOf(host, cast, true).map(([label, text]) => `${label}: ${text}`),
    '',
    `${say('your-choices')}:`,
    ...chosen,
    '',
    ...(cast.code ? [say('receipt-keep')] : []),
    ...(host.keepOrder ? [] : [say('receipt-order')]),
  ];
  // Notepad shows one long line without them.
  saveFile(`${say('receipt-file')}-${ballot.id}.txt`, lines.join('\r\n'), 'text/plain;charset=utf-8');
}
