import { startLoader, type Loader, type LoaderParts } from '../../src/embed/loader.ts';

const KEY = Symbol.for('aukio/loader/v1');
const world = globalThis as typeof globalThis & { [KEY]?: Loader };

/** A widget that remembers what it held each time it was connected. */
export class Recorder extends HTMLElement {
  readonly held: string[] = [];

  connectedCallback(): void {
    this.held.push(this.textContent.trim());
  }
}

let widgets = 0;

/** The name of a widget that no test before has defined, since a tag can be taken only once. */
export function freshName(): string {
  widgets += 1;
  return `stub-${widgets}`;
}

/** A define module: what its import does. */
export function define(name: string): () => Promise<void> {
  return () => {
    if (!customElements.get(`aukio-${name}`)) customElements.define(`aukio-${name}`, class extends Recorder {});
    return Promise.resolve();
  };
}

/** A module whose import is noted, and does nothing else. */
export function noting(notes: string[], what: string): () => Promise<void> {
  return () => {
    notes.push(what);
    return Promise.resolve();
  };
}

/** Parts for a loader with one widget, or with the given ones. */
export function parts(name: string, others: Partial<LoaderParts> = {}): LoaderParts {
  return {
    widgets: { [name]: define(name) },
    languages: { en: noting([], 'en') },
    placeholders: () => import('../../src/embed/placeholder.ts'),
    links: () => import('../../src/embed/link.ts'),
    beginnings: {},
    file: noting([], 'file'),
    tools: {},
    json: {},
    ...others,
  };
}

/** What is fetched while something goes on: addresses, and with which credentials. Nothing answers. */
export async function askedWhile(run: () => Promise<unknown>): Promise<[string, RequestCredentials | undefined][]> {
  const asked: [string, RequestCredentials | undefined][] = [];
  const { fetch } = window;
  window.fetch = (address, init) => {
    asked.push([address instanceof Request ? address.url : String(address), init?.credentials]);
    return Promise.reject(new TypeError('offline'));
  };
  try {
    await run();
  } finally {
    window.fetch = fetch;
  }
  return asked;
}

const boxes: Element[] = [];

/** A part of the page with the given markup. */
export function box(markup: string): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = markup;
  document.body.append(element);
  boxes.push(element);
  return element;
}

/** Starts a loader for a part of the page and waits until it has done what there is to do. */
export async function start(root: Element, given: LoaderParts): Promise<Loader> {
  const loader = startLoader(given, root);
  await settled();
  return loader;
}

/** Every promise and observer that is due has run, and the links' own module has come. */
export async function settled(): Promise<void> {
  await import('../../src/embed/link.ts');
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}

/** What the console was told, kept from it while a test runs. */
export const warnings: string[] = [];
const { warn } = console;

export function openPage(): void {
  warnings.length = 0;
  console.warn = (...said: unknown[]): void => void warnings.push(said.join(' ').trim());
}

export function closePage(): void {
  console.warn = warn;
  delete world[KEY];
  for (const element of boxes.splice(0)) element.remove();
}

/** Puts a loader on the page as an earlier script would have. */
export function placeLoader(loader: Loader): void {
  world[KEY] = loader;
}

export function placedLoader(): Loader | undefined {
  return world[KEY];
}
