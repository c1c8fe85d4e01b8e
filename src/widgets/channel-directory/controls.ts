import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FilterList, Tools } from './tools.ts';

/** Search and filters. What is left is said beside them and, politely, to assistive technology. */
export function renderControls(tools: Tools): TemplateResult {
  const { host } = tools;
  const { say } = host.speaker;
  if (host.hideSearch && host.hideFilters) return renderResult(tools);
  const lists = host.hideFilters ? [] : (['need', 'audience', 'direction'] as const).filter((list) => tools.choices(list).length > 1 || tools.filters[list].length);
  // A landmark needs a name that no other has: without a heading of its own the widget has none to give.
  return html`<form class="controls no-print" part="controls" role=${host.heading ? 'search' : nothing} aria-label=${host.heading ? `${say('controls')}: ${host.heading}` : nothing} @submit=${stay}>
      ${host.hideSearch
        ? nothing
        : html`<div class="field search">
            <label for="search">${say('search')}</label>
            <input id="search" type="search" autocomplete="off" .value=${live(tools.filters.text)} @input=${(event: InputEvent) => tools.type((event.target as HTMLInputElement).value)} />
          </div>`}
      ${lists.length
        ? html`<button type="button" class="opener" aria-expanded=${tools.filtersOpen} aria-controls="filters" @click=${tools.openFilters}>${say('filters')}</button>
            <div class="filters" id="filters" ?data-open=${tools.filtersOpen}>${lists.map((list) => renderChoices(tools, list))}</div>`
        : nothing}
    </form>
    ${renderResult(tools)}`;
}

function renderChoices(tools: Tools, list: FilterList): TemplateResult {
  const { say } = tools.host.speaker;
  return html`<div class="choices" role="group" aria-labelledby="filter-${list}">
    <div class="choices-title" id="filter-${list}">${say(`filter-${list}`)}</div>
    <ul role="list">
      ${tools.choices(list).map(({ key, word, lang, count }) => html`<li>
        <button type="button" part="button" aria-pressed=${tools.filters[list].includes(key)} @click=${() => tools.toggle(list, key)}><span lang=${lang ?? nothing}>${word}</span> <span class="count">${count}</span></button>
      </li>`)}
    </ul>
  </div>`;
}

function renderResult(tools: Tools): TemplateResult {
  const clear = html`<button type="button" class="quiet no-print" @click=${tools.clear}>${tools.host.speaker.say('clear')}</button>`;
  return html`<p class="result" tabindex="-1" part="result">${tools.resultSentence} ${tools.active ? clear : nothing}</p>`;
}

/** Enter in the search field must not send the reader to another page. */
function stay(event: Event): void {
  event.preventDefault();
}
