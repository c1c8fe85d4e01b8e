import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Project } from '../../model/ballot.ts';
import { isChosen, measuresOf } from '../../model/choosing.ts';
import type { AukioBudgetVote } from './budget-vote.ts';

/** The native control with which a project is chosen, in the way that this ballot is voted. */
export function renderControl(host: AukioBudgetVote, project: Project): TemplateResult {
  switch (host.ballot.rules.method) {
    case 'points':
      return renderPoints(host, project);
    case 'ranking':
      return renderRank(host, project);
    case 'single':
      return renderTick(host, project, 'radio');
    default:
      return renderTick(host, project, 'checkbox');
  }
}

/** The id of the control, by which its label names it. */
function controlId({ id }: Pick<Project, 'id'>): string {
  return `project-${id}`;
}

function renderTick(host: AukioBudgetVote, project: Project, type: 'radio' | 'checkbox'): TemplateResult {
  const { say, word } = host.speaker;
  const chosen = isChosen(host.choices, project.id);
  const dear = chosen ? undefined : dearness(host, project);
  const id = controlId(project);
  const change = ({ target }: Event): void => host.choose(project.id, (target as HTMLInputElement).checked);
  return html`<div class="tick">
      <input id=${id} type=${type} name="project" value=${project.id} autocomplete="off" aria-describedby="cost-${project.id}${dear ? ` dear-${project.id}` : ''}" .checked=${live(chosen)} @change=${change} />
      <label for=${id}>${say('choose')}<span class="visually-hidden">: ${word(project.title).text}</span></label>
    </div>
    ${dear ? html`<p class="hint" id="dear-${project.id}">${dear}</p>` : nothing}`;
}

/** How much more a project costs than what is left. Where too much is spent already, the bar says so once for all. */
function dearness({ ballot, choices, speaker: { say, money } }: AukioBudgetVote, { cost }: Project): string | undefined {
  const { limit = Infinity, used = 0 } = measuresOf(ballot, choices).find(({ unit }) => unit === 'cents') ?? {};
  const left = limit - used;
  return left >= 0 && cost > left ? say('too-dear', { amount: money(cost - left) }) : undefined;
}

function renderPoints(host: AukioBudgetVote, project: Project): TemplateResult {
  const { say, word } = host.speaker;
  const given = (): number => host.choices.find((choice) => choice.project === project.id)?.points ?? 0;
  const { rules } = host.ballot;
  const most = rules.method === 'points' ? (rules.pointsPerProject ?? rules.points) : 0;
  const id = controlId(project);
  const title = html`<span class="visually-hidden">: ${word(project.title).text}</span>`;
  const step = (by: number) => () => host.give(project.id, Math.min(most, Math.max(0, Math.floor(given()) + by)));
  return html`<div class="stepper">
    <label for=${id}>${say('points')}${title}</label>
    <div>
      <button type="button" @click=${step(-1)}><span aria-hidden="true">−</span><span class="visually-hidden">${say('points-less')}</span>${title}</button>
      <input id=${id} type="number" inputmode="numeric" min="0" max=${most} step="1" autocomplete="off" aria-describedby="cost-${project.id}" .value=${live(String(given()))} @change=${({ target }: Event) => host.give(project.id, Number((target as HTMLInputElement).value))} />
      <button type="button" @click=${step(1)}><span aria-hidden="true">+</span><span class="visually-hidden">${say('points-more')}</span>${title}</button>
    </div>
  </div>`;
}

/** Which rank it has; the others make room. */
function renderRank(host: AukioBudgetVote, project: Project): TemplateResult {
  const { say, word, number } = host.speaker;
  const rank = host.choices.find((choice) => choice.project === project.id)?.rank ?? 0;
  const places = Math.min(host.choices.length + (rank ? 0 : 1), host.ballot.rules.max ?? Infinity);
  const id = controlId(project);
  const options = [...Array(Math.max(places, rank)).keys()].map((n) => n + 1);
  return html`<div class="rank">
    <label for=${id}>${say('rank')}<span class="visually-hidden">: ${word(project.title).text}</span></label>
    <select id=${id} autocomplete="off" aria-describedby="cost-${project.id}" @change=${({ target }: Event) => host.rank(project.id, Number((target as HTMLSelectElement).value))}>
      <option value="0" .selected=${live(rank === 0)}>${say('rank-none')}</option>
      ${options.map((place) => html`<option value=${place} .selected=${live(place === rank)}>${say('rank-at', { rank: number(place) })}</option>`)}
    </select>
  </div>`;
}
