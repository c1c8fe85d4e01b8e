import { html, nothing, type TemplateResult } from 'lit';
import type { Ballot } from '../../model/ballot.ts';
import { chosenProjects, measuresOf, type Measure } from '../../model/choosing.ts';
import type { Choice } from '../../model/vote.ts';
import type { AukioBudgetVote } from './budget-vote.ts';
import type { Speaker, VoteState } from './speaker.ts';

/** The one thing that sticks: how far the vote has come, what is left to give, and the way on. */
export function renderBar(host: AukioBudgetVote): TemplateResult {
  const { ballot, choices, speaker, voteState, casting } = host;
  const { say, word } = speaker;
  const blocked = voteState === 'draft' || voteState === 'changed' ? casting?.remedy : undefined;
  return html`<div class="bar no-print" part="bar" role="group" aria-label=${say('bar', { title: word(ballot.title).text })}>
    ${renderState(voteState, speaker)}
    <div class="meter-text" part="meter">${renderMeters(ballot, choices, speaker)}</div>
    ${blocked ? html`<p class="blocked">${blocked}</p>` : nothing}
    <button class="primary" part="button">${say(voteState === 'voted' ? 'see-vote' : 'check')}</button>
  </div>`;
}

/** The state of the vote, as a word and a shape. */
export function renderState(state: VoteState, { say }: Speaker): TemplateResult {
  return html`<p class="vote-state ${state}" part="state">${renderShape(state)} <strong>${say(`state-${state}`)}</strong></p>`;
}

/** The shape of a state beside words that say it. */
export function renderShape(state: VoteState): TemplateResult {
  return html`<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d=${SHAPES[state]}></path></svg>`;
}

/** An empty ring, a pencil's line in it, a filled one with a tick, an hourglass: told apart without colour. */
const RING = 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z';
const SHAPES: Readonly<Record<VoteState, string>> = {
  none: RING,
  draft: `${RING}M8 4a4 4 0 0 1 0 8Z`,
  changed: `${RING}M8 4a4 4 0 0 1 0 8Z`,
  void: RING,
  unknown: RING,
  voted: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm3.6 4.4L6.9 9.2 4.5 6.9 3.1 8.3l3.8 3.8 6.1-6.2Z',
  waiting: 'M3 0h10v2l-4 6 4 6v2H3v-2l4-6-4-6Zm2.4 2L8 6l2.6-4Z',
};

/** What is left, in words, with a bar for what comes first. */
export function renderMeters(ballot: Ballot, choices: readonly Choice[], speaker: Speaker): TemplateResult {
  const { unit, used, limit } = measuresOf(ballot, choices)[0];
  // Of one thing there is nothing to measure.
  const measured = limit !== undefined && (unit !== 'projects' || limit > 1);
  const share = limit ? Math.min(1, used / limit) : 0;
  return html`<p>${meterSentences(ballot, choices, speaker).map((sentence) => html`<span>${sentence}</span> `)}</p>
    ${measured
      ? html`<svg class="meter ${used > limit ? 'over' : ''}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="4"></rect><rect class="fill" width=${share * 100} height="4"></rect></svg>`
      : nothing}`;
}

/** What is left of a measure, or by how much it is passed. */
function meterSentence({ unit, used, limit }: Measure, { say, money }: Speaker): string {
  if (limit === undefined) return used ? say('chosen', { count: used }) : say('nothing-chosen');
  const left = limit - used;
  if (unit === 'cents') return left < 0 ? say('meter-cents-over', { over: money(-left), limit: money(limit) }) : say('meter-cents-left', { left: money(left), limit: money(limit) });
  return say(`meter-${unit}-${left < 0 ? 'over' : 'left'}`, { count: Math.abs(left), limit });
}

/** What is left of everything that there is only so much of; of a single choice, which it is. */
export function meterSentences(ballot: Ballot, choices: readonly Choice[], speaker: Speaker): readonly string[] {
  const [chosen] = chosenProjects(ballot, choices);
  const measures = measuresOf(ballot, choices);
  if (ballot.rules.method !== 'single') return measures.map((measure) => meterSentence(measure, speaker));
  const { say, word } = speaker;
  return [chosen ? say('chosen-one', { title: word(chosen.title).text }) : say('nothing-chosen'), ...measures.slice(1).map((measure) => meterSentence(measure, speaker))];
}

/** Keeps what has the focus from being covered by the bar: browsers scroll to it, but know nothing of what sticks. */
export function uncover(root: ParentNode, focused: Element): void {
  const bar = root.querySelector('.bar');
  if (!bar || bar.contains(focused) || getComputedStyle(bar).position !== 'sticky') return;
  const covered = focused.getBoundingClientRect().bottom + RING_WIDTH - bar.getBoundingClientRect().top;
  if (covered > 0) scrollBy({ top: covered, behavior: 'instant' });
}

/** The ring around what has the focus, in pixels. */
const RING_WIDTH = 8;
