import { fixture } from '@open-wc/testing';
import { defineBuilder } from '../../builder/define.ts';
import type { AukioBuilder } from '../../builder/builder.ts';
import { until } from '../widgets/pages.ts';

defineBuilder();

/** A builder that speaks a language, with its words there. */
export async function builderIn(lang: string): Promise<AukioBuilder> {
  const home = await fixture<HTMLElement>(`<main lang="${lang}"><aukio-builder></aukio-builder></main>`);
  const builder = home.querySelector('aukio-builder')!;
  await until(() => builder.renderRoot.querySelector('#paste') !== null, 'the builder speaks');
  return builder;
}

/** A file of the project's own examples, as text. */
export async function example(path: string): Promise<string> {
  return (await fetch(`/fixtures/${path}`)).text();
}

/** The same as a file of the editor's. */
export async function exampleFile(path: string): Promise<File> {
  const answer = await fetch(`/fixtures/${path}`);
  return new File([await answer.blob()], path.replace(/^.*\//, ''));
}

/** Pastes into the box as Word, Excel and browsers do. */
export function paste(builder: AukioBuilder, { text = '', markup = '' }: { readonly text?: string; readonly markup?: string }): void {
  const clipboardData = new DataTransfer();
  if (markup) clipboardData.setData('text/html', markup);
  clipboardData.setData('text/plain', text);
  const event = new Event('paste', { bubbles: true, composed: true, cancelable: true });
  // Not every engine lets a script make a clipboard event with data.
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  find(builder, '#paste').dispatchEvent(event);
}

export function find<Found extends HTMLElement = HTMLElement>(builder: AukioBuilder, selector: string): Found {
  const found = builder.renderRoot.querySelector<Found>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}

/** Fills a field in and leaves it. */
export async function fill(builder: AukioBuilder, id: string, value: string): Promise<void> {
  const field = find<HTMLInputElement>(builder, `#${id}`);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await builder.updateComplete;
}

/** Ticks a box, or takes the tick away. */
export async function tick(builder: AukioBuilder, id: string): Promise<void> {
  find(builder, `#${id}`).click();
  await builder.updateComplete;
}

/** What is said of the reading, when it is `sentence`. */
export async function told(builder: AukioBuilder, sentence: RegExp): Promise<void> {
  await until(() => sentence.test(builder.renderRoot.querySelector('#result')?.textContent ?? ''), `${String(sentence)} is said, and not: ${builder.renderRoot.querySelector('#result')?.textContent ?? 'nothing'}`);
}

/** The sentences on what is to be mended. */
export function problems(builder: AukioBuilder): string[] {
  return [...builder.renderRoot.querySelectorAll('.problems li')].map((item) => (item.textContent.split(/\s(?:Korjaa|Rätta|Mend)/)[0] ?? '').trim());
}

/** The snippet as it stands in its box; undefined where there is none. */
export async function snippet(builder: AukioBuilder): Promise<string | undefined> {
  await builder.updateComplete;
  return builder.renderRoot.querySelector<HTMLTextAreaElement>('#snippet-text')?.value;
}

/** Choose where it goes. */
export async function goesTo(builder: AukioBuilder, cms: string): Promise<void> {
  await fill(builder, 'cms', cms);
}
