import { html, nothing, type TemplateResult } from 'lit';
import { picture } from '../../core/dom.ts';
import { toggled } from '../../core/list-tools.ts';
import type { MessageKey } from '../../i18n/languages.ts';
import type { Tally } from '../../model/goal-summary.ts';
import { wordingOf } from '../../model/text.ts';
import { markOf } from './marks.ts';
import type { Speaker } from './row.ts';
import type { Tools } from './tools.ts';

/** What people look at before they read; it says first whose judgement it is, and of when. */
export function renderSummary(tools: Tools): TemplateResult | typeof nothing {
  const { summary, host } = tools;
  const { say, language, date } = host.speaker;
  if (!summary) return nothing;
  const period = host.shownPeriod;
  const body = period?.body && wordingOf(period.body, language).text;
  const label = period?.label && wordingOf(period.label, language).text;
  const groups = [
    ['state', 'summary-states', summary.states],
    ['forecast', 'summary-forecasts', summary.forecasts],
  ] as const;
  const shown = groups.filter(([, , tallies]) => tallies.some((tally) => tally.code || tally.word));
  if (!shown.length) return nothing;
  return html`<div class="summary" part="summary" role="group" aria-label=${say('summary')}>
    <p class="judged">
      ${body ? say('judged-by', { body }) : say('judged-by-city')} ${label ? say('judged-period', { period: label }) : nothing}
      ${period?.asOf ? say('judged-as-of', { date: date(period.asOf) }) : nothing}
      <span class="no-print">${say('summary-hint')}</span>
    </p>
    <div class="summary-groups">
      ${shown.map(([kind, title, tallies]) => html`<div class="summary-group" role="group" aria-labelledby="summary-${kind}">
        <div class="summary-title" id="summary-${kind}">${say(title)}</div>
        <ul role="list">${tallies.map((tally) => renderTally(tools, kind, tally, summary.total))}</ul>
      </div>`)}
    </div>
  </div>`;
}

/** How a judgement is called that goals are counted by. */
export function tallyWord(kind: 'state' | 'forecast', { code, word }: Tally<string>, { say, language }: Speaker): string {
  return code ? say(`${kind}-${code}` as MessageKey) : word === undefined ? say('not-said') : wordingOf(word, language).text;
}

function renderTally(tools: Tools, kind: 'state' | 'forecast', tally: Tally<string>, total: number): TemplateResult {
  const { speaker } = tools.host;
  const { tone, shape } = markOf(kind, tally.code);
  const chosen = tools.filters[kind].includes(tally.key);
  const width = Math.max(1, Math.round((tally.count / total) * 100));
  return html`<li>
    <button type="button" class="tally ${tone}" part="button" aria-pressed=${chosen} @click=${() => tools.choose({ [kind]: toggled(tools.filters[kind], tally.key) })}>
      <span class="tally-word">${shape ?? nothing}${tallyWord(kind, tally, speaker)}</span> <span class="tally-count">${speaker.number(tally.count)}</span>
      ${picture('bar', '0 0 100 6', ['rect', { class: 'track', width: 100, height: 6 }], ['rect', { class: 'fill', width, height: 6 }])}
    </button>
  </li>`;
}
