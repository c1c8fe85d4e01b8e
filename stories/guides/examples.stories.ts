import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/embed.ts';
import wordTableInEnglish from '../../fixtures/goals/word-table-en.html?raw';
import wordTableInSwedish from '../../fixtures/goals/word-table-sv.html?raw';
import wordTable from '../../fixtures/goals/word-table.html?raw';
import { pasted, written } from '../content.ts';

/** What the editors’ guides show, each in the guide’s own language. */
const meta: Meta = { title: 'Guides/Examples', tags: ['!dev', '!autodocs'] };
export default meta;

type Language = 'fi' | 'sv' | 'en';

function pastedTables(lang: Language, tables: string, body: string): StoryObj {
  return {
    globals: { lang },
    render: () => html`<div class="wp-block-group aukio-goal-status" data-body=${body} data-as-of="2026-08-18">${pasted(tables)}</div>`,
    ...written('<div class="wp-block-group aukio-goal-status">\n  …\n</div>'),
  };
}

function signsAlone(lang: Language, table: string): StoryObj {
  return {
    globals: { lang },
    render: () => html`<div data-aukio="goal-status" data-debug data-hide-search data-hide-filters data-hide-download>${pasted(table)}</div>`,
    ...written(table),
  };
}

export const PastedInFinnish: StoryObj = pastedTables('fi', wordTable, 'Hyvinvointilautakunta');
export const PastedInSwedish: StoryObj = pastedTables('sv', wordTableInSwedish, 'Välfärdsnämnden');
export const PastedInEnglish: StoryObj = pastedTables('en', wordTableInEnglish, 'Wellbeing Committee');

export const SignsInFinnish: StoryObj = signsAlone('fi', `<table>
  <tr><th>Tavoite</th><th>Mittari</th><th>Toteuma</th><th>Ennuste</th></tr>
  <tr><td>Kirjasto on auki sunnuntaisin</td><td>Sunnuntait, joina kirjasto on auki</td><td>Kirjasto on ollut auki joka sunnuntai.</td><td>●</td></tr>
  <tr><td>Kylissä on lukupiirejä</td><td>Lukupiiri neljässä kylässä</td><td>Lukupiiri kokoontuu kahdessa kylässä.</td><td>▲</td></tr>
</table>`);
export const SignsInSwedish: StoryObj = signsAlone('sv', `<table>
  <tr><th>Mål</th><th>Mätare</th><th>Utfall</th><th>Prognos</th></tr>
  <tr><td>Biblioteket har öppet på söndagar</td><td>Söndagar då biblioteket har öppet</td><td>Biblioteket har haft öppet varje söndag.</td><td>●</td></tr>
  <tr><td>Det finns läsecirklar i byarna</td><td>En läsecirkel i fyra byar</td><td>Läsecirkeln träffas i två byar.</td><td>▲</td></tr>
</table>`);
export const SignsInEnglish: StoryObj = signsAlone('en', `<table>
  <tr><th>Goal</th><th>Measure</th><th>Actual</th><th>Forecast</th></tr>
  <tr><td>The library is open on Sundays</td><td>Sundays on which it is open</td><td>The library has been open every Sunday.</td><td>●</td></tr>
  <tr><td>Villages have reading circles</td><td>A reading circle in four villages</td><td>The circle meets in two villages.</td><td>▲</td></tr>
</table>`);
