import { version } from '../version.ts';
import { upgradePlaceholder } from './placeholder.ts';
import { PLACES, isContent, isLink, tagAsked } from './places.ts';
import { warnOnce } from './warn.ts';

const KEY: unique symbol = Symbol.for('aukio/loader/v1');

type Import = () => Promise<unknown>;

/** What the loader can load; it imports nothing of it statically. */
export interface LoaderParts {
  /** The define module of each widget, by the widget's name. */
  readonly widgets: Readonly<Record<string, Import>>;
  /** The words of each language, by its code; `en` is there. */
  readonly languages: Readonly<Record<string, Import>>;
  /** What every define module imports. */
  readonly shared: Import;
  /** What upgrades links: most pages have none. */
  readonly links: () => Promise<typeof import('./link.ts')>;
  /** The address of the loader's own script, whose tag may carry `data-allow`. */
  readonly script: string;
}

/** What a page finds under `Symbol.for('aukio/loader/v1')` of `globalThis`. */
export interface Loader {
  readonly version: string;
  /** Finds what asks for a widget in a part of the page that the loader cannot see, such as a shadow root. */
  readonly scan: (root?: ParentNode) => void;
}

/**
 * Finds what asks for a widget under `root`, now and later, loads the widget and puts it in its place. The page keeps
 * its own content until the widget is there, and where it cannot be loaded. A second loader does nothing.
 */
export function startLoader({ widgets, languages, shared, links, script }: LoaderParts, root: Document | Element = document): Loader {
  const page = globalThis as typeof globalThis & { [KEY]?: Loader };
  const first = page[KEY];
  if (first) {
    warnOnce(`version ${version} does not start, since version ${first.version} is on this page already.`);
    return first;
  }

  const known = Object.keys(widgets).map((name) => `aukio-${name}`);
  let linkModule: typeof import('./link.ts') | undefined;

  const scan = (within: ParentNode = root): void => {
    // What the parser has not closed yet would be taken in half.
    if (document.readyState === 'loading') return;
    if (within instanceof Element) consider(within);
    // In document order, so that a placeholder is upgraded before what is inside it is considered.
    within.querySelectorAll(`:not(:defined),${PLACES}`).forEach(consider);
  };

  /** May be called at any time and any number of times: what is to be done shows from the page as it is. */
  const consider = (element: Element): void => {
    const tag = tagAsked(element, known);
    if (!tag || isContent(element, known)) return;
    if (!known.includes(tag)) warnOnce(`there is no widget ${tag}; the widgets are: ${known.join(', ')}.`);
    else if (!customElements.get(tag) || (isLink(element) && !linkModule)) void load(tag, element);
    else if (isLink(element)) linkModule?.upgradeLink(element, tag, known, script);
    else if (element.localName !== tag) upgradePlaceholder(element, tag);
  };

  /** All at once, not each when the one before asks for it: this saves a round trip. The browser fetches each only once. */
  const load = async (tag: string, element: Element): Promise<void> => {
    const language = languageOf(element);
    for (const ahead of [shared, languages[Object.hasOwn(languages, language) ? language : 'en']!]) {
      // Where it fails, so does what asks for it.
      ahead().catch(() => {});
    }
    try {
      const [, imported] = await Promise.all([widgets[tag.slice(6)]!(), isLink(element) ? links() : undefined]);
      linkModule ??= imported;
      // Where templates cannot be rendered, the define module has defined nothing and said why.
      if (customElements.get(tag)) consider(element);
    } catch (error) {
      warnOnce(`${tag} could not be loaded, so the page keeps its own content.`, error);
    }
  };

  const start = (): void => {
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        // A script that fills a placeholder anew throws the widget out of it.
        if (addedNodes.length > 0 && target instanceof Element) consider(target);
        for (const node of addedNodes) if (node instanceof Element) scan(node);
      }
    }).observe(root, { childList: true, subtree: true });
    scan();
  };

  if (document.readyState === 'loading') document.addEventListener('readystatechange', start, { once: true });
  else start();
  return (page[KEY] = { version, scan });
}

/** The primary language of what an element asks for. */
function languageOf(element: Element): string {
  const own = isLink(element) ? /&lang=([^&]+)/.exec(element.hash)?.[1] : element.getAttribute('data-lang');
  const tag = own || element.closest<HTMLElement>('[lang]')?.lang || document.documentElement.lang;
  return tag.split(/[-_]/)[0]!.toLowerCase();
}
