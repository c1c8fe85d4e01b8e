import { version } from '../version.ts';
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
  /** What upgrades placeholders; in the build it comes with what every define module imports. */
  readonly placeholders: () => Promise<Upgrader>;
  /** What upgrades links: most pages have none. */
  readonly links: () => Promise<Upgrader>;
  /** What shows the beginning of the page's own content before the widget itself is there, by the widget's name. */
  readonly beginnings: Readonly<Record<string, () => Promise<Beginning>>>;
  /** What fetches and opens the document that a widget names. */
  readonly file: Import;
  /** What a widget asks for as soon as it is there, by its name and the code of the language; `en` is there. */
  readonly tools: Readonly<Record<string, Readonly<Record<string, Import>>>>;
  /** What reads it where it is JSON, by the widget's name. */
  readonly json: Readonly<Record<string, Import>>;
}

interface Upgrader {
  /**
   * @param known the tags of all widgets
   * @returns the widget that now stands there
   */
  upgrade(element: Element, tag: string, known: readonly string[]): Element | undefined;
}

interface Beginning {
  /** @returns shows all of the page's own content again, where the widget itself does not come */
  begin(widget: Element): () => void;
}

/** What a page finds under `Symbol.for('aukio/loader/v1')` of `globalThis`. */
export interface Loader {
  readonly version: string;
  /** Finds what asks for a widget in a part of the page that the loader cannot see, such as a shadow root. */
  readonly scan: (root?: ParentNode) => void;
  /** Answers that were asked for before what reads them had come, by address; each is taken out by the one who reads it. */
  readonly early: Map<string, Promise<Response>>;
}

/**
 * Finds what asks for a widget under `root`, now and later, loads the widget and puts it in its place. While the page is
 * still coming, widgets are loaded and nothing is moved. The page keeps its own content until the widget or its beginning
 * is there, and where the widget cannot be loaded. A second loader does nothing.
 */
export function startLoader({ widgets, languages, placeholders, links, beginnings, file, tools, json }: LoaderParts, root: Document | Element = document): Loader {
  const page = globalThis as typeof globalThis & { [KEY]?: Loader };
  const first = page[KEY];
  if (first) {
    warnOnce(`version ${version} does not start: version ${first.version} is on this page already.`);
    return first;
  }

  const early = new Map<string, Promise<Response>>();
  const known = Object.keys(widgets).map((name) => `aukio-${name}`);
  let forPlaces: Upgrader | undefined;
  let forLinks: Upgrader | undefined;

  const scan = (within: ParentNode = root): void => {
    if (within instanceof Element) consider(within);
    // In document order, so that a placeholder is upgraded before what is inside it is considered.
    within.querySelectorAll(`:not(:defined),p>:empty,${PLACES}`).forEach(consider);
  };

  /** May be called at any time and any number of times: what is to be done shows from the page as it is. */
  const consider = (element: Element): void => {
    const tag = tagAsked(element, known);
    if (!tag || isContent(element, known)) return;
    if (!known.includes(tag)) warnOnce(`there is no widget ${tag} among ${known.join(', ')}.`);
    else if (!customElements.get(tag) || !upgraderOf(element)) void load(tag, element);
    else upgrade(element, tag);
  };

  const upgraderOf = (element: Element): Upgrader | undefined => (isLink(element) ? forLinks : forPlaces);

  /** What the parser has not closed yet would be taken in half. */
  const upgrade = (element: Element, tag: string): Element | undefined =>
    document.readyState === 'loading' ? undefined : upgraderOf(element)?.upgrade(element, tag, known);

  const ask = (address: string): Promise<Response> => {
    const answer = early.get(address) ?? fetch(address, { credentials: 'omit' });
    early.set(address, answer);
    return answer;
  };

  /** All at once, not each when the one before asks for it: this saves a round trip. The browser fetches each only once. */
  const load = async (tag: string, element: Element): Promise<void> => {
    const name = tag.slice(6);
    const language = languageOf(element);
    const src = documentOf(element);
    const whole = (): unknown => customElements.get(tag) ?? widgets[name]!();
    const more = tools[name]?.[language] ?? tools[name]?.['en'];
    const beginning = src ? undefined : beginnings[name];
    // First, since the document may be long.
    const imports = Promise.all([(beginning ?? whole)(), placeholders(), isLink(element) ? links() : undefined]);
    askAhead([
      languages[language] ?? languages.en,
      src && file,
      src && /json$/i.test(attributeOf(element, 'type') ?? src.pathname) && json[name],
      src && src.origin === location.origin && !attributeOf(element, 'credentials') && (() => ask(src.href.split('#')[0]!)),
      !beginning && more,
    ]);
    let undo: (() => void) | undefined;
    try {
      const [first, places, links] = await imports;
      forPlaces = places;
      forLinks ??= links;
      // Whoever was faster has put it into its widget.
      const widget = beginning && !isContent(element, known) ? upgrade(element, tag) : undefined;
      undo = widget && (first as Beginning).begin(widget);
      const coming = whole();
      askAhead([more]);
      await coming;
      // Where templates cannot be rendered, the define module has defined nothing and said why.
      if (customElements.get(tag)) return consider(element);
    } catch (error) {
      warnOnce(`${tag} could not be loaded, so the page keeps its own content.`, error);
    }
    undo?.();
  };

  const observer = new MutationObserver((records) => {
    // The parser adds each element by itself, and there may be very many.
    const whole = document.readyState !== 'loading';
    for (const { target, addedNodes } of records) {
      // A script that fills a placeholder anew throws the widget out of it.
      if (whole && addedNodes.length > 0 && target instanceof Element) consider(target);
      for (const node of addedNodes) if (node instanceof Element) (whole ? scan : consider)(node);
    }
  });
  const look = (): void => {
    // What it was yet to tell of is looked at now.
    observer.takeRecords();
    scan();
  };
  observer.observe(root, { childList: true, subtree: true });
  if (document.readyState === 'loading') document.addEventListener('readystatechange', look, { once: true });
  look();
  return (page[KEY] = { version, scan, early });
}

/** Where it fails, so does what asks for it later. */
function askAhead(imports: readonly (Import | false | null | undefined)[]): void {
  for (const ask of imports) if (ask) ask().catch(() => {});
}

/** The first letters of the language of what an element asks for: enough to tell which words to ask for early. */
function languageOf(element: Element): string {
  const own = isLink(element) ? /&lang=([^&]+)/.exec(element.hash)?.[1] : element.getAttribute('data-lang');
  const tag = own || element.closest<HTMLElement>('[lang]')?.lang || '';
  return tag.slice(0, 2).toLowerCase();
}

/** The document that an element names. A link with what follows it names none. */
function documentOf(element: Element): URL | undefined {
  const src = isLink(element) ? !element.hash.includes('&from=next') && element.href : attributeOf(element, 'src');
  return src && URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : undefined;
}

function attributeOf(element: Element, name: string): string | null {
  return element.getAttribute(`data-${name}`) ?? element.getAttribute(name);
}
