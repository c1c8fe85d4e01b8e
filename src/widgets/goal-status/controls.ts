import { html, nothing, type TemplateResult } from 'lit';
import { GOAL_GROUPINGS, GOAL_ORDERS, type GoalGrouping, type GoalOrder } from '../../model/goals.ts';
import { wordingOf } from '../../model/text.ts';
import { tallyWord } from './summary.ts';
import type { Tools } from './tools.ts';

/** Search, filters, grouping and order. What is left is said beside them and, politely, to assistive technology. */
export function renderControls(tools: Tools): TemplateResult {
  const { host } = tools;
  const { say } = host.speaker;
  if (host.hideSearch && host.hideFilters) return renderResult(tools);
  // A landmark needs a name that no other has: without a heading of its own the widget has none to give.
  return html`<form class="controls no-print" part="controls" role=${host.heading ? 'search' : nothing} aria-label=${host.heading ? `${say('controls')}: ${host.heading}` : nothing} @submit=${stay}>
      ${host.hideSearch
        ? nothing
        : html`<div class="field">
            <label for="search">${say('search')}</label>
            <input id="search" type="search" autocomplete="off" .value=${tools.filters.text} @input=${(event: InputEvent) => tools.type((event.target as HTMLInputElement).value)} />
          </div>`}
      ${host.hideFilters
        ? nothing
        : html`<button type="button" class="opener" aria-expanded=${tools.filtersOpen} aria-controls="filters" @click=${tools.openFilters}>${say('filters')}</button>
            <div class="filters" id="filters" ?data-open=${tools.filtersOpen}>${renderFilters(tools)}</div>`}
    </form>
    ${renderResult(tools)}`;
}

function renderResult(tools: Tools): TemplateResult {
  const clear = html`<button type="button" class="quiet no-print" @click=${tools.clear}>${tools.host.speaker.say('clear')}</button>`;
  return html`<p class="result" tabindex="-1">${tools.resultSentence} ${tools.active ? clear : nothing}</p>`;
}

function renderFilters(tools: Tools): unknown {
  const { host, filters, summary } = tools;
  const { say, language } = host.speaker;
  const judged = (kind: 'state' | 'forecast'): [string, string][] =>
    (kind === 'state' ? summary?.states : summary?.forecasts)?.map((tally) => [tally.key, tallyWord(kind, tally, host.speaker)]) ?? [];
  const periods = host.data?.periods ?? [];
  return [
    periods.length > 1
      ? renderSelect('period', say('period'), periods.map(({ id, label }) => [id, label === undefined ? id : wordingOf(label, language).text]), host.shownPeriod?.id ?? '', (period) => tools.arrange({ period }))
      : nothing,
    tools.responsibles.length > 1
      ? renderSelect('responsible', say('responsible'), [['', say('all')], ...tools.responsibles.map(({ key, name, count }): [string, string] => [key, `${wordingOf(name, language).text} (${host.speaker.number(count)})`])], filters.responsible[0] ?? '', (key) => tools.choose({ responsible: key ? [key] : [] }))
      : nothing,
    ...(['state', 'forecast'] as const).map((kind) => {
      const options = judged(kind);
      // The summary's buttons filter by the same; where it is hidden, a field does.
      return host.hideSummary && options.length > 1
        ? renderSelect(kind, say(kind), [['', say('all')], ...options], filters[kind][0] ?? '', (key) => tools.choose({ [kind]: key ? [key] : [] }))
        : nothing;
    }),
    renderSelect('group-by', say('group-by'), GOAL_GROUPINGS.map((by) => [by, say(`group-${by}`)]), tools.groupBy ?? host.groupBy ?? 'line', (by) => tools.arrange({ groupBy: by as GoalGrouping })),
    renderSelect('sort', say('sort'), GOAL_ORDERS.map((by) => [by, say(`sort-${by}`)]), tools.sort ?? host.sort ?? 'document', (by) => tools.arrange({ sort: by as GoalOrder })),
  ];
}

function renderSelect(name: string, label: string, options: readonly (readonly [string, string])[], chosen: string, choose: (value: string) => void): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <select id=${name} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`;
}

/** Enter in the search field must not send the reader to another page. */
function stay(event: Event): void {
  event.preventDefault();
}
