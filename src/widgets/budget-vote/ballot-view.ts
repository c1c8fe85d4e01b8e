import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderBar, uncover } from './bar.ts';
import type { AukioBudgetVote } from './budget-vote.ts';
import { worded } from './card.ts';
import { renderFacts, ruleSentences, timeWords } from './facts.ts';
import type { LaterParts } from './later-parts.ts';
import { renderProject } from './project.ts';

/** How long a browser may take to scroll to what has the focus, in milliseconds. */
const FOCUS_SCROLL = 400;

interface BallotView {
  /** There is somewhere to send a vote to. */
  readonly sendable: boolean;
  readonly later: LaterParts;
  /** What the page names as help; nothing where it names none. */
  readonly help: unknown;
}

/** The ballot as it is read and chosen from. */
export function renderBallot(host: AukioBudgetVote, view: BallotView): TemplateResult {
  const { ballot: { summary }, speaker, round: { phase } } = host;
  return html`${view.later.casting?.renderAbove() ?? nothing} ${summary === undefined ? nothing : html`<p class="lead">${worded(summary, speaker)}</p>`}
    ${phase === 'vote' && view.sendable ? renderVoting(host, view.later) : renderReading(host, view)}`;
}

function renderVoting(host: AukioBudgetVote, later: LaterParts): TemplateResult {
  const { ballot, speaker } = host;
  const { say } = speaker;
  const { casting, tools, unready } = later;
  const review = (event: Event): void => {
    event.preventDefault();
    void later.review();
  };
  return html`${host.renderPartHeading(say('before'))} ${renderFacts(ballot, speaker, tools?.ruleExplained)}
    <div class="other-way">${host.otherWay}</div>
    ${casting?.renderOptions() ?? nothing} ${host.renderPartHeading(say('projects'), 'part-heading projects-heading')}
    ${host.keepOrder ? nothing : html`<p class="hint">${say('order-drawn')}</p>`} ${tools?.renderAbove() ?? nothing}
    <form part="form" novalidate @submit=${review} @focusin=${({ target }: Event) => bringUp(host, target as Element)}>
      <fieldset class="list">
        <legend class="visually-hidden">${ruleSentences(ballot, speaker)[0]}</legend>
        ${renderCards(host, later)}
      </fieldset>
      ${unready ? html`<div class="message error unready" part="error" tabindex="-1"><p>${say('not-ready')}</p></div>` : nothing} ${renderBar(host)}
    </form>
    ${casting?.renderBelow() ?? nothing}`;
}

/** Nobody can vote: before it opens, after it closes, or where nothing says where to. */
function renderReading(host: AukioBudgetVote, { later, help }: BallotView): TemplateResult {
  const { ballot, speaker, round: { phase } } = host;
  const { say } = speaker;
  // How to vote, and another way to do it, help nobody once it is over.
  const over = phase === 'counting' || phase === 'results' || phase === 'implementation';
  return html`<div class="message" part="closed">
      <p>${phaseSentence(host)}</p>
      ${phase === 'results' || phase === 'implementation' ? html`<p>${host.renderLink(host.resultsHref, say('results-link'))}</p>` : nothing}
      ${over ? help : host.otherWay}
    </div>
    ${over ? nothing : renderFacts(ballot, speaker, later.tools?.ruleExplained)} ${host.renderPartHeading(say('projects'))} ${later.tools?.renderAbove() ?? nothing} ${renderCards(host, later)}`;
}

function phaseSentence({ ballot: { opensAt, phase: said }, speaker, round: { phase } }: AukioBudgetVote): string {
  if (phase === 'vote') return speaker.say('vote-nowhere');
  if (said === 'vote' && phase === 'review') return speaker.say('phase-opens', { time: timeWords(opensAt, speaker) });
  return speaker.say(phase === undefined ? 'phase-unknown' : `phase-${phase}`);
}

function renderCards(host: AukioBudgetVote, { tools }: LaterParts): TemplateResult {
  return html`<ul class="cards" role="list">
    ${repeat(host.projects, ({ id }) => id, (project) => renderProject(host, project, { hidden: tools ? !tools.shows(project) : false, aside: tools?.renderAside(project) ?? nothing }))}
  </ul>`;
}

/** Keeps what has the focus above the bar. */
function bringUp({ shadowRoot, renderRoot }: AukioBudgetVote, target: Element): void {
  const bring = (): void => {
    if (shadowRoot?.activeElement === target) uncover(renderRoot, target);
  };
  bring();
  // WebKit scrolls to what has the focus a moment after it has it.
  addEventListener('scroll', bring, { capture: true, passive: true, signal: AbortSignal.timeout(FOCUS_SCROLL) });
}
