import { html, nothing, type TemplateResult } from 'lit';
import { chosenProjects } from '../../model/choosing.ts';
import type { Choice } from '../../model/vote.ts';
import type { Arrival } from './arrival.ts';
import type { AukioBudgetVote } from './budget-vote.ts';
import { renderVoteList } from './review.ts';
import { renderChanges } from './changes.ts';
import { renderReceiptLines } from './receipt.ts';
import { unknownAgain } from './unknown.ts';
import type { Casting } from './casting.ts';

/** What stands above the ballot: the vote that was received, what was found on the device, that it closes soon, or has closed. */
export function renderAbove(casting: Casting): unknown {
  const { host } = casting;
  if (host.round.phase !== 'vote') return renderClosed(casting);
  const { say, instant } = host.speaker;
  const { isLost } = casting.sending;
  const { draft, replaced, stale } = casting.taken;
  return [
    isLost ? html`<div class="message caution" part="error"><p><strong>${say('unknown')}</strong></p> <p>${unknownAgain(host)}</p></div>` : nothing,
    casting.soon && casting.isDraft && !isLost ? html`<p class="message caution" part="soon"><strong>${say('closing-soon', { time: instant(host.ballot.closesAt) })}</strong></p>` : nothing,
    renderCast(casting),
    renderChanges(casting),
    !stale && !replaced && !isLost && draft && casting.isDraft ? html`<p class="message">${say('restored')}</p>` : nothing,
  ];
}

function renderCast(casting: Casting): unknown {
  const { host } = casting;
  const { say, instant } = host.speaker;
  const { cast } = host.memory;
  if (!cast) return nothing;
  return html`<section class="message ${casting.isVoid ? 'caution' : 'good'}" part="received">
    <p><strong>${say('voted-lead', { time: instant(cast.receivedAt) })}</strong></p>
    ${renderReceiptLines(host, cast)} ${renderGone(host, cast.choices)}
    ${casting.isVoid ? nothing : html`<p>${say('voted-change')}</p>`}
    ${casting.voteState === 'changed' ? html`<p><button type="button" part="button" @click=${() => casting.takeBack()}>${say('back-to-vote')}</button></p>` : nothing}
  </section>`;
}

/** Voting has closed: what counts is said, and what was chosen can still be read. */
function renderClosed(casting: Casting): TemplateResult | typeof nothing {
  const { host } = casting;
  const { say, instant } = host.speaker;
  const { memory, choices, ballot } = host;
  const { cast } = memory;
  // Until the outbox has given up, too.
  const arrival: Arrival | undefined = casting.sending.arrival ?? (casting.voteState === 'waiting' ? { state: 'unknown' } : undefined);
  if (!cast && !choices.length && !arrival) return nothing;
  const changed = cast && casting.voteState === 'changed';
  const shown = arrival?.state === 'arrived' ? arrival.choices : (cast?.choices ?? choices);
  return html`<section class="message ${cast || arrival?.state === 'arrived' ? 'good' : 'caution'}" part="closed">
    ${host.renderPartHeading(say('closed'), 'closed-heading stage-heading')}
    <p>${say('closed-at', { time: instant(ballot.closesAt) })}</p>
    ${cast && arrival?.state !== 'arrived' ? html`<p><strong>${say('closed-voted', { time: instant(cast.receivedAt) })}</strong> ${changed && !arrival ? say('closed-changed') : nothing}</p>` : nothing}
    ${arrival ? renderArrival(casting, arrival) : cast ? nothing : html`<p><strong>${say('closed-unsent')}</strong></p>`}
    ${cast && arrival?.state !== 'arrived' ? renderReceiptLines(host, cast) : nothing} ${cast || arrival?.state === 'arrived' ? renderGone(host, shown) : nothing}
    <p>${say('your-choices')}</p>
    ${renderVoteList(host, shown)}
  </section>`;
}

/** What became of a vote whose answer never came, with another look where that is not known yet. */
function renderArrival(casting: Casting, arrival: Arrival): TemplateResult {
  const { say } = casting.host.speaker;
  if (arrival.state === 'unknown') {
    return html`<p class="arrival"><strong>${say('closed-unknown')}</strong></p>
      <p class="no-print"><button type="button" part="button" @click=${casting.sending.lookUp}>${say('closed-look')}</button></p>`;
  }
  return html`<p class="arrival"><strong>${arrival.state === 'arrived' ? say('closed-arrived', { code: arrival.code }) : say('closed-absent')}</strong></p>`;
}

/** What was withdrawn of a vote that stands: it is valid without. */
function renderGone({ ballot, round, speaker: { say, word } }: AukioBudgetVote, choices: readonly Choice[]): TemplateResult | typeof nothing {
  const chosen = chosenProjects(ballot, choices);
  const gone = chosen.filter(({ withdrawn }) => withdrawn);
  if (!gone.length) return nothing;
  const values = { count: gone.length, projects: gone.map(({ title }) => word(title).text).join(', ') };
  if (gone.length < chosen.length) return html`<p>${say('voted-gone', values)}</p>`;
  return html`<p><strong>${say('voted-void', values)}</strong> ${round.phase === 'vote' ? say('void-again') : nothing}</p>`;
}
