import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ProjectGroup } from '../../model/ballot.ts';
import type { Tools } from './tools.ts';

/** Search and filters. What is left is said beside them and, politely, to assistive technology. */
export function renderControls(tools: Tools): TemplateResult {
  const { host, filters } = tools;
  const { say } = host.speaker;
  const lists = ([['area', host.ballot.areas], ['category', host.ballot.categories]] as const).filter(([, groups]) => groups.length > 1);
  return html`<div class="controls no-print" part="controls" role="group" aria-label=${say('filters')}>
      <div class="search">
        <label for="search">${say('search')}</label>
        <input id="search" type="search" autocomplete="off" .value=${live(filters.text)} @input=${(event: InputEvent) => tools.type((event.target as HTMLInputElement).value)} />
      </div>
      <button type="button" class="opener" aria-expanded=${tools.filtersOpen} aria-controls="filters" @click=${tools.openFilters}>${say('filters')}</button>
      <div class="filters" id="filters" ?data-open=${tools.filtersOpen}>
        ${lists.map(([list, groups]) => renderChoices(tools, list, groups))}
        <p><button type="button" part="button" aria-pressed=${filters.chosen} @click=${() => tools.choose({ chosen: !filters.chosen })}>${say('only-chosen')}</button></p>
      </div>
    </div>
    <p class="result" part="result">${tools.resultSentence} ${tools.active ? html`<button type="button" class="quiet no-print" @click=${tools.clear}>${say('clear')}</button>` : nothing}</p>`;
}

function renderChoices({ host, filters, toggle }: Tools, list: 'area' | 'category', groups: readonly ProjectGroup[]): TemplateResult {
  const { say, word, number } = host.speaker;
  const { projects } = host.ballot;
  return html`<div class="choices" role="group" aria-labelledby="filter-${list}">
    <div class="choices-title" id="filter-${list}">${say(`filter-${list}`)}</div>
    <ul role="list">
      ${groups.map(({ id, name }) => {
        const { text, lang } = word(name);
        const count = projects.filter((project) => project[list] === id).length;
        return count
          ? html`<li><button type="button" part="button" aria-pressed=${filters[list].includes(id)} @click=${() => toggle(list, id)}><span lang=${lang ?? nothing}>${text}</span> <span class="count">${number(count)}</span></button></li>`
          : nothing;
      })}
    </ul>
  </div>`;
}
