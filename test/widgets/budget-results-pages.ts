import { fixture } from '@open-wc/testing';
import '../../src/define/budget-results.ts';
import { SourceError } from '../../src/sources/errors.ts';
import type { DataSource } from '../../src/sources/source.ts';
import type { AukioBudgetResults } from '../../src/widgets/budget-results/budget-results.ts';
import { settled, until } from './pages.ts';

export type Json = Record<string, unknown>;
/** What a city publishes of a ballot; `undefined` where it has no such file. */
export interface Published {
  ballot: Json;
  'ballot-results'?: Json | undefined;
  'ballot-receipts'?: Json | undefined;
}

/** A city's source, which tells what it was asked for. */
export class City implements DataSource {
  readonly asked: string[] = [];

  constructor(readonly published: Published, private readonly refusals: Readonly<Record<string, SourceError>> = {}) {}

  read(resource: string): Promise<unknown> {
    this.asked.push(resource);
    const content = this.published[resource as keyof Published];
    if (this.refusals[resource]) return Promise.reject(this.refusals[resource]);
    return content ? Promise.resolve(structuredClone(content)) : Promise.reject(new SourceError('not-found'));
  }
}

/** The files of a sample round, for a test to change. */
export async function sample(name: 'single' | 'advisory' | 'points' | 'part' | 'large'): Promise<Required<Published> & { 'ballot-results': Json; 'ballot-receipts': Json }> {
  const file = async (resource: string): Promise<Json> => (await fetch(`/fixtures/ballots/results-${name}/${resource}.json`)).json() as Promise<Json>;
  return { 'ballot': await file('ballot'), 'ballot-results': await file('ballot-results'), 'ballot-receipts': await file('ballot-receipts') };
}

/** The widget on a page, as soon as it has something to say; with a result, as soon as that has been counted again. */
export async function resultPage(source: DataSource, { attributes = '', lang = 'en', clock = '' } = {}): Promise<AukioBudgetResults> {
  const home = await fixture<HTMLElement>(`<div lang="${lang}"></div>`);
  const element = document.createElement('aukio-budget-results');
  const parsed = new DOMParser().parseFromString(`<p ${attributes}></p>`, 'text/html').querySelector('p')!;
  for (const { name, value } of parsed.attributes) element.setAttribute(name, value);
  if (clock) element.clock = () => new Date(clock);
  element.innerHTML = '<p>The decision is on the notice board.</p>';
  element.source = source;
  const ready = settled(home);
  home.append(element);
  await ready;
  await until(() => !element.data?.results || (element.renderRoot.querySelector('[part~="recount"]') !== null && !element.renderRoot.textContent.includes(element.speaker.say('recount-running'))), 'the count');
  await element.updateComplete;
  return element;
}

/** The texts of what a resident sees of these elements. */
export function seen(element: AukioBudgetResults, selector: string): string[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility()).map((one) => one.innerText.replace(/\s+/g, ' ').trim());
}

/** Presses a button by its words. */
export async function press(element: AukioBudgetResults, words: string): Promise<HTMLButtonElement> {
  const button = [...element.renderRoot.querySelectorAll('button')].find((one) => one.textContent.trim() === words);
  if (!button) throw new Error(`no button ${words}`);
  button.click();
  await element.updateComplete;
  return button;
}

export async function writeCode(element: AukioBudgetResults, code: string): Promise<HTMLInputElement> {
  const field = element.renderRoot.querySelector<HTMLInputElement>('#receipt-code')!;
  field.value = code;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await press(element, element.speaker.say('receipt-check'));
  return field;
}

/** Not every engine can be told to show a page as it is printed: what holds for paper is made to hold for the screen. */
export function asOnPaper(root: ShadowRoot): void {
  root.adoptedStyleSheets = root.adoptedStyleSheets.map((original) => {
    const sheet = new CSSStyleSheet();
    const medium = (rule: CSSRule): string => (rule instanceof CSSMediaRule ? rule.media.mediaText : '');
    const texts = [...original.cssRules].filter((rule) => !medium(rule).includes('screen')).map((rule) => (medium(rule) === 'print' ? [...(rule as CSSMediaRule).cssRules].map(({ cssText }) => cssText).join('\n') : rule.cssText));
    sheet.replaceSync(texts.join('\n'));
    return sheet;
  });
}
