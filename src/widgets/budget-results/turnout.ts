import { html, nothing, type TemplateResult } from 'lit';
import type { Cell } from '../../model/small-cells.ts';
import type { Details } from './details.ts';
import { bar } from './marks.ts';

/** How and where people voted. Small groups are hidden by whoever counted; it is said why. */
export function renderTurnout(details: Details): TemplateResult {
  const { host, ballot, results } = details;
  const { say, word } = host.speaker;
  const { channels, areas, spoiled } = results;
  const areaName = (id: string): string => {
    const area = ballot.areas.find((one) => one.id === id);
    return area ? word(area.name).text : id || say('area-unknown');
  };
  const hidden = [...channels, ...areas].some(({ votes }) => votes === undefined);
  return html`<section part="turnout">
    ${details.heading(say('turnout'))}
    <div class="tables">
      ${renderCells(say('turnout-channels'), say('column-channel'), channels, (channel) => say(`channel-${channel}`), details)}
      ${areas.length ? renderCells(say('turnout-areas'), say('column-area'), areas, areaName, details) : nothing}
    </div>
    ${spoiled ? html`<p>${say('spoiled', { count: spoiled })}</p>` : nothing} ${hidden ? html`<p class="hint">${say('cells-hidden')}</p>` : nothing}
  </section>`;
}

function renderCells<Key extends string>(caption: string, column: string, cells: readonly Cell<Key>[], nameOf: (key: Key) => string, { host, results }: Details): TemplateResult {
  const { say, number } = host.speaker;
  return html`<table class="cells">
    <caption>${caption}</caption>
    <thead>
      <tr>
        <th scope="col">${column}</th>
        <th scope="col" class="number">${say('column-people')}</th>
      </tr>
    </thead>
    <tbody>
      ${cells.map(({ of, votes }) => html`<tr>
        <th scope="row">${nameOf(of)}${votes === undefined ? nothing : bar(results.votes ? votes / results.votes : 0, 'other')}</th>
        <td class="number">${votes === undefined ? say('cell-hidden') : number(votes)}</td>
      </tr>`)}
    </tbody>
  </table>`;
}
