import { fixture } from '@open-wc/testing';
import '../../src/define/goal-status.ts';
import type { AukioGoalStatus } from '../../src/widgets/goal-status/goal-status.ts';

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
  for (let turn = 0; turn < 500; turn++) {
    await element.updateComplete;
    const { renderRoot } = element;
    if (!element.data?.goals.length) return;
    if (renderRoot.querySelector('.result') && renderRoot.querySelectorAll('[part~="item"]').length >= element.shownGoals.length) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the list or its tools did not come');
}

/** The texts of what a resident sees of these elements. */
export function texts(element: AukioGoalStatus, selector: string): string[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility()).map((one) => one.textContent.replace(/\s+/g, ' ').trim());
}

/**
 * Waits for a condition that the page reaches by itself.
 * @param what it is, or how to tell what there is in its place
 */
export async function until(condition: () => boolean, what: string | (() => string)): Promise<void> {
  for (let turn = 0; turn < 3000; turn++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`not reached: ${typeof what === 'string' ? what : what()}`);
}
