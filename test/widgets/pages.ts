import { fixture } from '@open-wc/testing';
import '../../src/define/goal-status.ts';
import type { AukioGoalStatus } from '../../src/widgets/goal-status/goal-status.ts';
import { until } from '../until.ts';

export { until };

const HEADERS = ['Toiminnallinen tavoite', 'Mittari ja tavoitetaso', 'Vastuutaho', 'Toteuma', 'Toteutumaennuste'];

/** Markup as a CMS stores it; an array of strings is one row. */
export function tableOf(rows: readonly (readonly string[])[], headers: readonly string[] = HEADERS, caption = 'Tavoitteet tammi–kesäkuu 2026'): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<td>${cell}</td>`).join('');
  return `<table><caption>${caption}</caption><thead><tr>${headers.map((header) => `<th>${header}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table>`;
}

export const ROWS = [
  ['Uimahallin aukioloja laajennetaan', 'Avoinna vähintään 80 h viikossa', 'Liikuntapalvelut', 'Avoinna 76 h viikossa', 'Toteutuu osittain'],
  ['Kirjastoauto kulkee joka kylässä', '<p>12 pysäkkiä</p><p>Vähintään 2 käyntiä kuukaudessa</p>', 'Kirjastopalvelut', '<p>12 pysäkkiä</p><p>2 käyntiä kuukaudessa</p>', 'Toteutuu'],
  ['Nuorisobudjetti otetaan käyttöön', 'Vähintään 200 äänestäjää', 'Nuorisopalvelut', 'Toteutunut', 'Vaarassa'],
] as const;

/** Parses markup as the page's parser would and waits until the widget has something to say. */
export async function page(markup: string): Promise<AukioGoalStatus> {
  const home = await fixture<HTMLElement>('<div lang="fi"></div>');
  const parsed = document.createElement('template');
  parsed.innerHTML = markup;
  const ready = settled(home);
  home.append(parsed.content);
  await ready;
  const element = home.querySelector('aukio-goal-status')!;
  await shown(element);
  return element;
}

/** Resolves with the first `aukio-ready` or `aukio-error` inside. */
export function settled(home: EventTarget): Promise<CustomEvent> {
  return new Promise((resolve) => {
    for (const type of ['aukio-ready', 'aukio-error']) home.addEventListener(type, (event) => resolve(event as CustomEvent), { once: true });
  });
}

/** Resolves when the list and its tools stand on the page. */
export async function shown(element: AukioGoalStatus): Promise<void> {
  await until(async () => {
    await element.updateComplete;
    const { renderRoot } = element;
    return !element.data?.goals.length || (renderRoot.querySelector('.result') !== null && renderRoot.querySelectorAll('[part~="item"]').length >= element.shownGoals.length);
  }, 'the list and its tools');
}

/** The texts of what a resident sees of these elements. */
export function texts(element: AukioGoalStatus, selector: string): string[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility()).map((one) => one.textContent.replace(/\s+/g, ' ').trim());
}
