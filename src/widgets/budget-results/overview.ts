import { html, nothing, type TemplateResult } from 'lit';
import { isScored, type Ballot } from '../../model/ballot.ts';
import type { Standing } from '../../model/ballot-outcome.ts';
import type { BallotResults } from '../../model/ballot-results.ts';
import type { Text } from '../../model/text.ts';
import type { Speaker } from './budget-results.ts';
import { bar, mark } from './marks.ts';

/** A text of the ballot's in its own language, its lines as lines. */
export function worded(text: Text, { word }: Pick<Speaker, 'word'>): TemplateResult {
  const { text: words, lang } = word(text);
  return html`<span class="lines" lang=${lang ?? nothing}>${words}</span>`;
}

/** What follows from the vote, and who decides it. */
export function renderNature({ binding: { kind, body, note } }: Ballot, speaker: Speaker): TemplateResult {
  const { say, word } = speaker;
  const named = body === undefined ? '' : word(body).text;
  const sentence =
    kind === 'binding' ? say('nature-binding')
    : kind === 'advisory' ? (named ? say('nature-advisory', { body: named }) : say('nature-advisory-city'))
    : named ? say('nature-confirmed-by', { body: named }) : say('nature-confirmed-city');
  return html`<p class="message nature" part="nature">${sentence} ${note === undefined ? nothing : worded(note, speaker)}</p>`;
}

/** What a project needed to be chosen at all. */
export function renderThreshold(ballot: Ballot, { say }: Speaker): unknown {
  const { threshold } = ballot;
  if (!threshold) return nothing;
  return html`<p>${say(isScored(ballot) ? 'threshold-points' : 'threshold-votes', { count: threshold })} ${say('threshold-line')}</p>`;
}

/** What the count makes of a project, word and shape. @param chosen in full, in part or not */
export function renderVerdictOf(chosen: boolean | 'part', { say }: Speaker): unknown {
  if (chosen === 'part') return html`${mark('part')} ${say('part-funded')}`;
  return chosen ? html`${mark('chosen')} ${say('chosen')}` : say('not-chosen');
}

/** How a project is paid for where that is not in full by the count: word and shape, and the sum. */
export function renderFunding(standing: Standing, speaker: Speaker): unknown {
  const { funding } = standing;
  if (!funding) return nothing;
  return html`<p class="state funding" part="state">${mark(funding.kind)} <span>${speaker.say(`${funding.kind}-funded`)}</span></p>
    <p>${grantedWords(standing, speaker)}</p>`;
}

/** The sum that it gets, and what the city says of it. */
export function grantedWords({ cost, funding }: Standing, speaker: Speaker): unknown {
  if (!funding) return nothing;
  const { kind, granted, note } = funding;
  const { say, money } = speaker;
  return html`${say(`${kind}-granted`, { granted: money(granted), cost: money(cost) })} ${note === undefined ? nothing : worded(note, speaker)}`;
}

/** Who voted, and where the money goes. @param spent cents */
export function renderFigures({ votes, countedAt, election: { budget } }: BallotResults, spent: number, { say, number, money, instant }: Speaker): TemplateResult {
  const figure = (label: string, value: string): TemplateResult => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<dl class="figures" part="figures">
      ${figure(say('figure-voters'), number(votes))} ${figure(say('figure-budget'), money(budget))} ${figure(say('figure-spent'), money(spent))}
      ${figure(say('figure-left'), money(budget - spent))}
    </dl>
    ${budget ? bar(spent / budget, 'chosen') : nothing}
    <p class="hint">${say('counted-at', { time: instant(countedAt) })}</p>`;
}

/** As many winners are in view before the reader asks for all of them; on paper all are. */
const FIRST = 30;

interface WinnersView {
  readonly ballot: Ballot;
  readonly level: number;
  readonly allShown: boolean;
  readonly showAll: (all: boolean) => void;
}

/** What was chosen, and how far it has come. */
export function renderWinners(winners: readonly Standing[], view: WinnersView, speaker: Speaker): TemplateResult {
  const { say, heading } = speaker;
  const { ballot, level } = view;
  const cut = winners.length > FIRST + 5 ? FIRST : winners.length;
  const states = winners.flatMap(({ implementation }) => implementation?.state ?? []);
  return html`${heading(say(ballot.binding.kind === 'advisory' ? 'winners-advisory' : 'winners'), level, 'section-heading')}
    ${winners.length ? nothing : html`<p>${say('winners-none')}</p>`}
    ${states.length ? html`<p>${say('implementation-count', { count: winners.length, done: states.filter((state) => state === 'done').length })}</p>` : nothing}
    ${renderList(winners.slice(0, cut), view, speaker)} ${cut < winners.length ? renderLater(winners, cut, view, speaker) : nothing}`;
}

/** What got money after the count, and how far it has come. */
export function renderFundedLater(projects: readonly Standing[], view: Pick<WinnersView, 'ballot' | 'level'>, speaker: Speaker): unknown {
  if (!projects.length) return nothing;
  return html`${speaker.heading(speaker.say('funded-later'), view.level, 'section-heading')}
    <p>${speaker.say('funded-later-lead')}</p>
    ${renderList(projects, view, speaker)}`;
}

function renderList(winners: readonly Standing[], { ballot, level }: Pick<WinnersView, 'ballot' | 'level'>, speaker: Speaker): TemplateResult {
  return html`<ul class="winners" role="list">
    ${winners.map((winner) => html`<li class="winner" part="winner">${renderWinner(winner, ballot, Math.min(6, level + 1), speaker)}</li>`)}
  </ul>`;
}

/** The rest of many: opened by a button, and by the browser's search. Where that cannot open it, it is open. */
function renderLater(winners: readonly Standing[], cut: number, view: WinnersView, speaker: Speaker): TemplateResult {
  const { allShown, showAll } = view;
  const canClose = 'onbeforematch' in document.documentElement;
  return html`<div class="later-winners" id="later-winners" hidden=${canClose && !allShown ? 'until-found' : nothing} @beforematch=${() => showAll(true)}>${renderList(winners.slice(cut), view, speaker)}</div>
    ${canClose
      ? html`<p class="no-print">
          <button type="button" part="button" aria-expanded=${allShown ? 'true' : 'false'} aria-controls="later-winners" @click=${() => showAll(!allShown)}>${allShown ? speaker.say('show-fewer') : speaker.say('show-all-winners', { count: winners.length })}</button>
        </p>`
      : nothing}`;
}

function renderWinner(winner: Standing, ballot: Ballot, level: number, speaker: Speaker): TemplateResult {
  const { title, cost, score, about, implementation } = winner;
  const { say, money, heading, word } = speaker;
  const places = [ballot.areas.find(({ id }) => id === about?.area), ballot.categories.find(({ id }) => id === about?.category)].flatMap((group) => (group ? [word(group.name).text] : []));
  return html`${heading(worded(title, speaker), level, 'title')}
    <p class="amounts"><strong>${scoreWords(score, ballot, speaker)}</strong> · ${money(cost)}</p>
    ${places.length ? html`<p class="hint">${places.join(' · ')}</p>` : nothing}
    ${renderFunding(winner, speaker)}
    ${implementation
      ? html`<p class="state ${implementation.state}" part="state">${mark(implementation.state)} <span>${say(`state-${implementation.state}`)}</span></p>
          ${implementation.note === undefined ? nothing : html`<p>${worded(implementation.note, speaker)}</p>`}`
      : nothing}
    ${about?.link ? html`<p><a href=${about.link}>${say('project-page')}<span class="visually-hidden">: ${word(title).text}</span></a></p>` : nothing}`;
}

/** What a project got, in words. */
export function scoreWords(score: number, ballot: Ballot, { say }: Speaker): string {
  return say(isScored(ballot) ? 'points-count' : 'votes-count', { count: score });
}
