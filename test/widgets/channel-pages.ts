import { fixture } from '@open-wc/testing';
import '../../src/define/channel-directory.ts';
import type { AukioChannelDirectory } from '../../src/widgets/channel-directory/channel-directory.ts';
import { until } from '../until.ts';
import { settled } from './pages.ts';

/** Markup as a CMS stores it; an array of strings is one row. */
export function channelTable(rows: readonly (readonly string[])[], headers: readonly string[] = ['Viestintäkanava', 'Tavoite', 'Kohderyhmä', 'Sisältö']): string {
  const cells = (tag: string, row: readonly string[]): string => `<tr>${row.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
  return `<table>${cells('th', headers)}${rows.map((row) => cells('td', row)).join('')}</table>`;
}

export const CHANNEL_ROWS = [
  ['Asiakaspalvelu', '- Neuvoo<br>- Ottaa vastaan palautetta', 'Asukkaat ja yritykset', 'Kaikki kaupungin asiat'],
  ['Verkkosivut<br>- Kesäteatteri<br>- Lukio', 'Kertoo päätöksistä', 'Asukkaat, matkailijat', 'Uutiset'],
  ['Snapchat', 'Kertoo nuorille', 'Nuoret', 'Nuorisotilat'],
] as const;

/** A file that a page can read. */
export function jsonFile(content: unknown): string {
  return URL.createObjectURL(new Blob([JSON.stringify(content)], { type: 'application/json' }));
}

/** Parses markup as the page's parser would and waits until the widget has something to say; `clock` is an instant. */
export async function channelPage(markup: string, clock?: string, lang = 'fi'): Promise<AukioChannelDirectory> {
  const home = await fixture<HTMLElement>(`<div lang="${lang}"></div>`);
  const parsed = document.createElement('template');
  parsed.innerHTML = markup;
  const element = parsed.content.querySelector('aukio-channel-directory')!;
  document.adoptNode(parsed.content);
  customElements.upgrade(element);
  if (clock) element.clock = () => new Date(clock);
  const ready = settled(home);
  home.append(parsed.content);
  await ready;
  await shown(element);
  return element;
}

/** Resolves when the channels and the tools stand on the page, opening hours included. */
async function shown(element: AukioChannelDirectory): Promise<void> {
  await until(async () => {
    await element.updateComplete;
    const { data, renderRoot } = element;
    const timed = data?.channels.some(({ hours }) => hours?.weekly);
    return Boolean((!data?.channels.length && renderRoot.querySelector('.message')) || (renderRoot.querySelector('.result') && (!timed || renderRoot.querySelector('.state'))));
  }, 'the tools');
}

/** The texts of what a resident sees of these elements. */
export function seen(element: AukioChannelDirectory, selector: string): string[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility()).map((one) => one.textContent.replace(/\s+/g, ' ').trim());
}

/** The card of a channel. */
export function card(element: AukioChannelDirectory, name: string): HTMLElement {
  const found = [...element.renderRoot.querySelectorAll<HTMLElement>('.card')].find((one) => one.querySelector('.title')!.textContent.trim() === name);
  if (!found) throw new Error(`no card of ${name}`);
  return found;
}

/** A button by its words, without the number that it may carry. */
export function button(element: AukioChannelDirectory, words: string): HTMLButtonElement {
  const found = [...element.renderRoot.querySelectorAll('button')].find((one) => one.textContent.replace(/\s+/g, ' ').replace(/ \d+\s*$/, '').trim() === words);
  if (!found) throw new Error(`no button ${words}`);
  return found;
}

/** Lays the widget out as on paper; returns the way back. Not every engine lets a test choose the medium. */
export function printed(element: AukioChannelDirectory): () => void {
  const rules = (element.renderRoot as ShadowRoot).adoptedStyleSheets
    .flatMap(({ cssRules }) => [...cssRules])
    .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.media.mediaText === 'print');
  if (!rules.length) throw new Error('nothing is said of paper');
  for (const { media } of rules) media.mediaText = 'all';
  return () => {
    for (const { media } of rules) media.mediaText = 'print';
  };
}
