import { cmsOf, type CmsId, type Form } from './cms.ts';
import { contentHtml, escapeHtml } from './content-html.ts';
import type { Draft } from './draft.ts';

/** What a snippet says. */
export interface Embedding {
  /** The widget's name, without `aukio-`. */
  readonly widget: string;
  /** Attributes by their plain names; `''` for one that is only there or not. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The language of the content. */
  readonly lang: string;
  /** What is written into the page. */
  readonly draft?: Draft | undefined;
  /** The address of the file, or of the page to which a link leads without script. */
  readonly address: string;
  /** What the link says, and the frame's title. */
  readonly linkText: string;
  /** The page that the snippet goes into; needed where a link must name its site. */
  readonly page: string;
  /** The folder `aukio/` on the city's site, for frames. */
  readonly folder: string;
  /** Whether more follows on the page that is no part of the widget. */
  readonly moreFollows: boolean;
  /** What the link that ends the widget says. */
  readonly endText: string;
}

/** Names that the address says already. */
const OF_ADDRESS = new Set(['src']);

/** The snippet in one form, as the CMS keeps it. */
export function snippetOf(form: Form, embedding: Embedding, id: CmsId): string {
  const cms = cmsOf(id);
  const text = written(form, embedding, cms.dataAttributes === true, cms.caption === true);
  return cms.block ? `<!-- wp:html -->\n${text}\n<!-- /wp:html -->` : text;
}

function written(form: Form, embedding: Embedding, dataAttributes: boolean, caption: boolean): string {
  const { widget, draft, address, linkText } = embedding;
  const inside = draft ? contentHtml(draft, { caption, times: widget === 'goal-status', lang: embedding.lang }) : address && linkText ? `<p><a href="${escapeHtml(address)}">${escapeHtml(linkText)}</a></p>` : linkText && `<p>${escapeHtml(linkText)}</p>`;
  const lines = inside && `\n${inside}\n`;
  switch (form) {
    case 'element': {
      const names = attributesOf(embedding, dataAttributes ? 'data-' : '');
      return `<aukio-${widget}${names}>${lines}</aukio-${widget}>`;
    }
    case 'placeholder':
      return `<div data-aukio="${widget}"${attributesOf(embedding, 'data-')}>${lines}</div>`;
    case 'link':
      return paragraphLink(`${address.split('#')[0]!}${fragmentOf(embedding)}`, linkText);
    case 'link-next': {
      const page = embedding.page.split('#')[0]!;
      const end = embedding.moreFollows ? `\n${paragraphLink(`${page}#aukio=end`, embedding.endText)}` : '';
      return `${paragraphLink(`${page}${fragmentOf(embedding, '&from=next')}`, linkText)}\n${inside}${end}`;
    }
    case 'frame':
      return frame(embedding);
  }
}

function attributesOf({ attributes, lang, draft, address, widget }: Embedding, prefix: '' | 'data-'): string {
  const all = [...(draft || !address || !hasSource(widget) ? [] : [['src', address] as const]), ...attributes];
  const texts = all.map(([name, value]) => ` ${prefix}${name}${value === '' ? (prefix ? '=""' : '') : `="${escapeHtml(value)}"`}`);
  // The fallback is in this language too; where a filter takes `lang` away, the widget still knows.
  return ` lang="${escapeHtml(lang)}"${prefix ? ` data-lang="${escapeHtml(lang)}"` : ''}${texts.join('')}`;
}

/** A vote is read from a source of the whole page; its address is that of a page to read without script. */
function hasSource(widget: string): boolean {
  return widget !== 'budget-vote';
}

function fragmentOf({ widget, attributes, lang }: Embedding, next = ''): string {
  const parts = [...attributes].filter(([name]) => !OF_ADDRESS.has(name)).map(([name, value]) => `&${name}=${encoded(value === '' ? 'true' : value)}`);
  return `#aukio=${widget}${next}&lang=${encoded(lang)}${parts.join('')}`;
}

/** Also what browsers leave: filters cut at quotes, and a bracket may end a link. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function paragraphLink(href: string, text: string): string {
  return `<p><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></p>`;
}

function frame({ widget, attributes, lang, address, linkText, folder }: Embedding): string {
  const query = [['src', address] as const, ['lang', lang] as const, ...attributes].map(([name, value]) => `${name}=${encoded(value === '' ? 'true' : value)}`);
  const src = `${folder.replace(/\/*$/, '/')}${widget}.html?${query.join('&')}`;
  return `<iframe src="${escapeHtml(src)}" title="${escapeHtml(linkText)}" width="100%" height="900" loading="lazy"></iframe>`;
}
