import { LANGUAGES } from '../src/i18n/languages.ts';
import { tidy } from '../src/model/text.ts';
import { parseMarkup } from '../src/sources/markup.ts';
import { draftOf, type Draft } from './draft.ts';
import { timeLines } from './labels.ts';
import { WIDGETS } from './widgets.ts';

/** What an old snippet said. */
export interface OldSnippet {
  readonly widget: string;
  /** By their plain names; without `lang`, `src` and what belongs to the form alone. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly lang: string;
  /** What stands in the page; without tables or lists it is only a fallback. */
  readonly draft: Draft | undefined;
  readonly address: string;
  readonly linkText: string;
  readonly page: string;
  /** The folder of a frame. */
  readonly folder: string;
  /** Whether a link ends the content, so that more may follow on the page. */
  readonly moreFollows: boolean;
  /** How many more widgets stand in the same text. */
  readonly others: number;
}

const ASKING = '[data-aukio],[class*="aukio-"],a[href*="#aukio="],iframe[src*="/aukio"],iframe[src*="/embed/"]';
/** What a form without it is opened with. */
const OF_OTHER_FORMS = { page: '', folder: '', moreFollows: true };
const NAME = /^aukio-([a-z-]+)$/;
/** The folder of a frame, and its widget. */
const FRAME = /^(.*?)\/?([a-z-]+)\.html$/;
/** What belongs to the form, and not to the widget. */
const OF_FORM = new Set(['aukio', 'from', 'src', 'lang', 'class', 'id', 'style', 'dir', 'role']);

/**
 * The first widget of a text of HTML, whatever its form; undefined where there is none.
 * @param asPage reads its content as the page will, and not as its editor had it
 */
export async function readSnippet(text: string, { asPage = false } = {}): Promise<OldSnippet | undefined> {
  // WordPress's marks around its blocks are comments, and read as such.
  const { body } = parseMarkup(text, 'text/html');
  if (!asPage) restoreCaptions(body);
  const all = [...body.querySelectorAll('*')].filter((element) => element.localName !== 'aukio-source' && widgetOf(element) !== undefined);
  // On a page that is shown, a placeholder holds its element.
  const found = all.find(({ localName }) => NAME.test(localName)) ?? all[0];
  if (!found) return undefined;
  const old = found.localName === 'a' ? await linkSnippet(found as HTMLAnchorElement, body) : found.localName === 'iframe' ? frameSnippet(found) : await containerSnippet(widgetOf(found)!, found);
  const outer = all.filter((element) => !element.contains(found) && !all.some((other) => other !== element && other.contains(element)));
  return { ...old, others: outer.filter((element) => WIDGETS.some((known) => known === widgetOf(element))).length };
}

type OneSnippet = Omit<OldSnippet, 'others'>;

/** The name of the widget that an element is or asks for. */
function widgetOf(element: Element): string | undefined {
  const own = NAME.exec(element.localName)?.[1];
  if (own !== undefined || !element.matches(ASKING)) return own;
  if (element.localName === 'a') return /#aukio=(?!end(?:&|$))([^&]+)/.exec(element.getAttribute('href')!)?.[1];
  if (element.localName === 'iframe') return FRAME.exec(pathOf(element))?.[2];
  return element.getAttribute('data-aukio') ?? [...element.classList].map((name) => NAME.exec(name)?.[1]).find(Boolean);
}

/** The address of a frame without what it tells the page in it. */
function pathOf(frame: Element): string {
  return (frame.getAttribute('src') ?? '').split('?')[0]!;
}

async function containerSnippet(widget: string, element: Element): Promise<OneSnippet> {
  const plain = new Map<string, string>();
  const data = new Map<string, string>();
  for (const { name, value } of element.attributes) (name.startsWith('data-') ? data : plain).set(name.replace(/^data-/, ''), value);
  const all = new Map([...(NAME.test(element.localName) ? plain : []), ...data]);
  const link = element.querySelector('a[href]');
  const draft = await contentOf([element]);
  return {
    widget,
    attributes: without(all),
    lang: all.get('lang') ?? element.getAttribute('lang') ?? '',
    draft: all.has('src') ? undefined : draft,
    address: all.get('src') ?? (draft ? '' : (link?.getAttribute('href') ?? '')),
    linkText: draft ? '' : (link?.textContent ?? element.textContent).trim(),
    ...OF_OTHER_FORMS,
  };
}

async function linkSnippet(link: HTMLAnchorElement, body: HTMLElement): Promise<OneSnippet> {
  const href = link.getAttribute('href') ?? '';
  const [address = '', fragment = ''] = href.split('#');
  const attributes = new Map(fragment.split('&').map((part) => pairOf(part)));
  const widget = attributes.get('aukio') ?? '';
  const next = attributes.get('from') === 'next';
  const { elements, ended } = following(link, body);
  return {
    widget,
    attributes: without(attributes),
    lang: attributes.get('lang') ?? '',
    draft: next ? await contentOf(elements) : undefined,
    address: next ? '' : address,
    linkText: link.textContent.trim(),
    ...OF_OTHER_FORMS,
    ...(next && { page: address, moreFollows: ended }),
  };
}

function frameSnippet(frame: Element): OneSnippet {
  const [, folder = '', widget = ''] = FRAME.exec(pathOf(frame)) ?? [];
  const [, query = ''] = (frame.getAttribute('src') ?? '').split('?');
  const attributes = new Map(query.split('#')[0]!.split('&').map((part) => pairOf(part)));
  return { widget, attributes: without(attributes), lang: attributes.get('lang') ?? '', draft: undefined, address: attributes.get('src') ?? '', linkText: frame.getAttribute('title') ?? '', ...OF_OTHER_FORMS, folder };
}

/** A caption that was written as a bold paragraph, since its CMS keeps none, is the table's again. */
function restoreCaptions(body: HTMLElement): void {
  for (const table of body.querySelectorAll('table')) {
    // CKEditor puts a figure around it.
    let before = (table.closest('figure') ?? table).previousElementSibling;
    const lines: Element[] = [];
    while (before?.localName === 'p' && !isBold(before) && lines.length < 2) {
      lines.unshift(before);
      before = before.previousElementSibling;
    }
    const caption = before && isBold(before) ? tidy(before.textContent) : '';
    if (table.caption || !caption) continue;
    const said = lines.map(({ textContent }) => tidy(textContent)).join('\n');
    if (said && !LANGUAGES.some((lang) => timeLines(caption, lang).join('\n') === said)) continue;
    table.createCaption().textContent = caption;
    for (const element of [before!, ...lines]) element.remove();
  }
}

function isBold({ localName, childNodes, firstElementChild }: Element): boolean {
  return localName === 'p' && childNodes.length === 1 && firstElementChild?.localName === 'strong';
}

/** What comes after the paragraph of a link, up to the link that ends it, and whether there is one. */
function following(link: Element, body: HTMLElement): { readonly elements: readonly Element[]; readonly ended: boolean } {
  let block = link;
  while (block.parentElement && block.parentElement !== body) block = block.parentElement;
  const elements: Element[] = [];
  let next = block.nextElementSibling;
  for (; next && !next.querySelector('a[href*="#aukio="]'); next = next.nextElementSibling) elements.push(next);
  return { elements, ended: next?.querySelector('a[href*="#aukio=end"]') != null };
}

async function contentOf(elements: readonly Element[]): Promise<Draft | undefined> {
  if (!elements.some((element) => element.matches('table,ul,ol') || element.querySelector('table,ul,ol'))) return undefined;
  const { readHtml } = await import('../src/sources/readers/html.ts');
  const [only] = elements;
  return draftOf(readHtml(elements.length === 1 && only ? only : elements));
}

function pairOf(part: string): [name: string, value: string] {
  const [name = '', ...value] = part.split('=');
  const text = value.join('=');
  try {
    return [name, decodeURIComponent(text)];
  } catch {
    return [name, text];
  }
}

function without(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...attributes].filter(([name]) => name && !OF_FORM.has(name) && !name.startsWith('wp-')));
}
