import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../../core/announcer.ts';
import type { Project } from '../../model/ballot.ts';
import { chosenProjects } from '../../model/choosing.ts';
import type { AukioBudgetVote } from './budget-vote.ts';
import { worded } from './card.ts';

/** What is ranked, in order: moved by buttons, and by dragging its handle. */
export function renderRanking(host: AukioBudgetVote): TemplateResult | typeof nothing {
  const projects = chosenProjects(host.ballot, host.choices);
  const { say, number } = host.speaker;
  if (!projects.length) return nothing;
  return html`${projects.length > 1 ? html`<p class="hint no-print">${say('ranking-hint')}</p>` : nothing}
    <ol class="vote-list ranking" role="list" aria-label=${say('your-ranking')}>
      ${repeat(projects, ({ id }) => id, (project, n) => html`<li part="item" data-project=${project.id}>
        <span class="place">${say('rank-at', { rank: number(n + 1) })}</span>
        ${projects.length > 1 ? html`<span class="handle no-print" aria-hidden="true" @pointerdown=${(event: PointerEvent) => drag(host, project, event)}><svg viewBox="0 0 12 18"><path d="M2 2h2v2H2Zm6 0h2v2H8ZM2 8h2v2H2Zm6 0h2v2H8ZM2 14h2v2H2Zm6 0h2v2H8Z"></path></svg></span>` : nothing}
        ${renderChosen(host, project)}
        <span class="moves no-print">
          ${renderMove(host, project, n, -1, n > 0)} ${renderMove(host, project, n, 1, n < projects.length - 1)} ${renderTakeOut(host, project)}
        </span>
      </li>`)}
    </ol>`;
}

export function renderName({ speaker: { word } }: AukioBudgetVote, { title }: Project): TemplateResult {
  const { text, lang } = word(title);
  return html`<span lang=${lang ?? nothing}>${text}</span>`;
}

/** A project in a list of what is chosen, with the area that limits may be about. */
export function renderChosen(host: AukioBudgetVote, project: Project): TemplateResult {
  const { ballot: { areas }, speaker } = host;
  const area = areas.length > 1 ? areas.find(({ id }) => id === project.area) : undefined;
  return html`<span class="name">${renderName(host, project)} ${area ? html`<span class="area">${worded(area.name, speaker)}</span>` : nothing}</span>`;
}

/** A button that takes a project out; its place in the list takes the focus. */
export function renderTakeOut(host: AukioBudgetVote, project: Project): TemplateResult {
  const { say, word } = host.speaker;
  const take = (): void => {
    host.choose(project.id, false);
    announce(say('taken', { title: word(project.title).text }), host.speaker.language);
    void host.focusOn('.stage-heading');
  };
  return html`<button type="button" class="quiet" @click=${take}>${say('take-out')}<span class="visually-hidden">: ${word(project.title).text}</span></button>`;
}

function renderMove(host: AukioBudgetVote, project: Project, n: number, by: -1 | 1, possible: boolean): TemplateResult {
  const { say, word } = host.speaker;
  // It keeps the focus at the ends, so it is not disabled.
  return html`<button type="button" part="button" aria-disabled=${possible ? nothing : 'true'} data-by=${by} @click=${() => possible && void move(host, project, n + 1 + by, by)}>
    ${say(by < 0 ? 'move-up' : 'move-down')}<span class="visually-hidden">: ${word(project.title).text}</span>
  </button>`;
}

async function move(host: AukioBudgetVote, project: Project, rank: number, by: number): Promise<void> {
  host.rank(project.id, rank);
  const { say, word, language } = host.speaker;
  announce(say('moved', { title: word(project.title).text, rank }), language);
  await host.updateComplete;
  // The row has moved, and the focus goes with it.
  host.renderRoot.querySelector<HTMLElement>(`[data-project="${CSS.escape(project.id)}"] [data-by="${by}"]`)?.focus();
}

async function drag(host: AukioBudgetVote, project: Project, event: PointerEvent): Promise<void> {
  if (event.button !== 0) return;
  event.preventDefault();
  const { startDrag } = await import('./ranking-drag.ts');
  startDrag(host, project, event);
}
