import { html, nothing, type TemplateResult } from 'lit';
import { chosenProjects } from '../../model/choosing.ts';
import type { Choice } from '../../model/vote.ts';
import { costOf } from '../../model/vote-rules.ts';
import { renderMeters, renderState } from './bar.ts';
import type { AukioBudgetVote } from './budget-vote.ts';
import type { Casting } from './casting.ts';
import { renderChanges } from './changes.ts';
import { renderBinding, timeWords } from './facts.ts';
import { renderChosen, renderRanking, renderTakeOut } from './ranking.ts';
import { unknownAgain } from './unknown.ts';

/** The vote as it would be sent: what is in its way, what it decides, who sends it. */
export function renderReview(casting: Casting): TemplateResult {
  const { host, voteState, blockers } = casting;
  const { ballot, choices, speaker } = host;
  const { say } = speaker;
  const voted = voteState === 'voted';
  const ranking = ballot.rules.method === 'ranking';
  return html`<div class="review" part="review">
    ${host.renderPartHeading(say(voted ? 'your-choices' : 'review'), 'stage-heading')} ${renderState(voteState, speaker)}
    ${voted ? nothing : html`<p>${leadOf(casting)}</p>`} ${renderChanges(casting)}
    ${voted || !blockers.length
      ? nothing
      : html`<div class="message error summary" part="summary" role="group" aria-labelledby="blocked-title" tabindex="-1">
          <p id="blocked-title"><strong>${say('blocked-title', { count: blockers.length })}</strong></p>
          <ul>${blockers.map((sentence) => html`<li>${sentence}</li>`)}</ul>
        </div>`}
    <div class="meter-text" part="meter">${renderMeters(ballot, choices, speaker)}</div>
    ${choices.length ? (ranking ? renderRanking(host) : renderVoteList(host, choices, true)) : html`<p>${say('review-none')}</p>`}
    <p class="no-print"><button type="button" part="button" @click=${() => casting.open()}>${say('review-back')}</button></p>
    ${voted ? nothing : renderSend(casting)}
  </div>`;
}

function leadOf({ host, sending, voteState }: Casting): string {
  if (sending.isLost) return unknownAgain(host);
  return host.speaker.say(voteState === 'changed' ? 'review-changed' : voteState === 'void' ? 'void-again' : 'review-lead');
}

/** What is chosen, with its cost or points. @param editable each can be taken out */
export function renderVoteList(host: AukioBudgetVote, choices: readonly Choice[], editable = false): TemplateResult {
  const { ballot, speaker } = host;
  const { say, money, number } = speaker;
  const projects = chosenProjects(ballot, choices);
  const { method } = ballot.rules;
  return html`<ol class="vote-list ${method === 'ranking' ? '' : 'unordered'}" role="list">
      ${projects.map((project, n) => {
        const { points } = choices.find((choice) => choice.project === project.id)!;
        return html`<li part="item">
          ${method === 'ranking' ? html`<span class="place">${say('rank-at', { rank: number(n + 1) })}</span>` : nothing}
          ${renderChosen(host, project)}
          <span class="amount">${method === 'points' ? say('points-given', { count: points ?? 0 }) : money(project.cost)}</span>
          ${editable ? html`<span class="moves no-print">${renderTakeOut(host, project)}</span>` : nothing}
        </li>`;
      })}
    </ol>
    ${projects.length > 1 && method !== 'points' ? html`<p class="sum">${say('together')}: <strong>${money(costOf(projects))}</strong></p>` : nothing}`;
}

function renderSend(casting: Casting): TemplateResult {
  const { host, voteState, sending: { identification } } = casting;
  const { ballot, speaker } = host;
  const { say } = speaker;
  return html`<form novalidate class="send-form" @submit=${(event: Event) => {
      event.preventDefault();
      void casting.sending.submit();
    }}>
      ${identification.render()}
      <p>${renderBinding(ballot, speaker)}</p>
      <p>${say('closes')}: ${timeWords(ballot.closesAt, speaker)}. ${say('change-until')}</p>
      <p class="hint">${say('not-secret')} ${host.renderLink(host.privacyHref, say('privacy-link'))}</p>
      <p class="actions no-print"><button class="primary send" part="button">${say(voteState === 'changed' ? 'send-change' : 'send')}</button></p>
    </form>
    <div class="other-way">${host.otherWay}</div>`;
}
