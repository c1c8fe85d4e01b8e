import { html, nothing, type TemplateResult } from 'lit';
import type { Project, ProjectGroup } from '../../model/ballot.ts';
import type { AukioBudgetVote } from './budget-vote.ts';
import { worded } from './card.ts';
import { renderName } from './ranking.ts';

/** Projects beside each other, as a table that is moved sideways where it is wider than the page. */
export function renderComparison(host: AukioBudgetVote, ids: readonly string[], close: () => void): TemplateResult {
  const { ballot, speaker } = host;
  const { say, money } = speaker;
  const projects = ids.flatMap((id) => ballot.projects.find((project) => project.id === id) ?? []);
  const group = (groups: readonly ProjectGroup[], id: string | undefined): unknown => {
    const found = groups.find((one) => one.id === id);
    return found ? worded(found.name, speaker) : undefined;
  };
  const row = (label: string, cell: (project: Project) => unknown): unknown => {
    const cells = projects.map(cell);
    return cells.some((one) => one !== undefined) ? html`<tr><th scope="row">${label}</th>${cells.map((one) => html`<td>${one ?? '–'}</td>`)}</tr>` : nothing;
  };
  return html`<section class="comparison" part="comparison">
    ${host.renderPartHeading(say('compare-title'), 'part-heading comparison-heading', 1)}
    <div class="scroll" role="region" tabindex="0" aria-label=${say('compare-title')}>
      <table>
        <thead><tr><th scope="col">${say('project')}</th>${projects.map((project) => html`<th scope="col">${renderName(host, project)}</th>`)}</tr></thead>
        <tbody>
          ${row(say('cost'), ({ cost }) => money(cost))} ${row(say('area'), ({ area }) => group(ballot.areas, area))} ${row(say('category'), ({ category }) => group(ballot.categories, category))}
          ${row(say('summary'), ({ summary }) => (summary === undefined ? undefined : worded(summary, speaker)))}
          ${row(say('description'), ({ description }) => (description === undefined ? undefined : worded(description, speaker)))}
        </tbody>
      </table>
    </div>
    <p class="no-print"><button type="button" part="button" @click=${close}>${say('compare-hide')}</button></p>
  </section>`;
}
