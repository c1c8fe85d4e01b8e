import { openOutbox } from '../../../src/core/outbox/outbox.ts';
import { until } from '../../widgets/pages.ts';

/** What `watch.js` has noted. */
export interface Watched {
  readonly violations: readonly string[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** A page of a city, in a frame of its own. */
export interface City {
  readonly frame: HTMLIFrameElement;
  readonly page: Document;
  readonly view: Window & typeof globalThis;
  readonly watched: Watched;
  /** What its server was asked for below the page's own address, and what was sent to the service there. */
  readonly log: () => Promise<{ readonly asked: readonly string[]; readonly sent: readonly { readonly kind: string; readonly body: string }[] }>;
}

export interface CityPage {
  /** What the site has before everything of ours. */
  readonly head?: string;
  /** The script tag; the one of the README where it is not given. */
  readonly loader?: string;
  readonly body?: string;
  /** Attributes of the page's root. */
  readonly root?: string;
  readonly policy?: string;
  /** The file of the page's own script tag, as in `aukio/core-….js`, that comes late. */
  readonly late?: string | undefined;
  /** Attributes of the frame. */
  readonly frame?: Readonly<Record<string, string>>;
}

export const LOADER = '<script type="module" src="/aukio/aukio.js"></script>';
/** The script tag that the page's city serves by itself. */
export const OWN_LOADER = LOADER.replace('/aukio/', 'aukio/');
const WATCH = `<script src="${new URL('watch.js', import.meta.url).pathname}"></script>`;

if (!(await fetch('/aukio/aukio.js')).ok) throw new Error('These tests need what `npm run build` makes.');

/** A document with the script tag in its head. */
export function documentOf({ head = '', loader = LOADER, body = '', root = '' }: CityPage): string {
  return `<!doctype html><html lang="fi" ${root}><head><meta charset="utf-8"><title>Merilehto</title>${WATCH}${head}${loader}</head><body>${body}</body></html>`;
}

const frames: HTMLIFrameElement[] = [];

/** Opens a page of a city, and waits until the browser has loaded what its markup names. */
export async function opened(page: CityPage): Promise<City> {
  const html = documentOf(page);
  const headers = page.policy === undefined ? {} : { 'Content-Security-Policy': page.policy };
  const address = await site({ '': { html, headers } }, page.late);
  const frame = await framed(address, page.frame);
  const view = frame.contentWindow as Window & typeof globalThis;
  return {
    frame,
    view,
    page: view.document,
    watched: (view.document as Document & { watched: Watched }).watched,
    log: async () => (await fetch(`${address}log`)).json() as ReturnType<City['log']>,
  };
}

/** Leaves pages with the server of the tests. @returns their address, with a slash at its end */
export async function site(pages: Readonly<Record<string, { readonly html: string; readonly headers?: Readonly<Record<string, string>> }>>, late?: string): Promise<string> {
  return (await fetch('/city', { method: 'POST', body: JSON.stringify({ pages, late }) })).text();
}

/** A frame with a page, when it is loaded. */
export async function framed(address: string, attributes: Readonly<Record<string, string>> = {}): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  for (const [name, value] of Object.entries({ width: '1200', height: '900', ...attributes })) frame.setAttribute(name, value);
  frame.src = address;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  return frame;
}

/** Closes what was opened, and forgets what residents have left on the device. */
export async function leave(): Promise<void> {
  for (const frame of frames.splice(0)) frame.remove();
  localStorage.clear();
  const outbox = openOutbox();
  for (const { key } of await outbox.letters()) await outbox.discard(key);
}

/** The shadow root of the first widget of a name, when what it shows matches `selector`. */
export async function shown(page: Document, widget: string, selector: string): Promise<ShadowRoot> {
  const root = (): ShadowRoot | null | undefined => page.querySelector(widget)?.shadowRoot;
  await until(() => Boolean(root()?.querySelector(selector)), `${widget} with ${selector}`);
  return root()!;
}
