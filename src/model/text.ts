/** A text in one language (that of its document) or in several, keyed by language tag. */
export type Text = string | { readonly [lang: string]: string };

/** A text as shown: `lang` is set where the text is in another language than the page. */
export interface Wording {
  readonly text: string;
  readonly lang?: string;
}

/** The languages of a document and its page. */
export interface Languages {
  /** The document's, as `fi`. */
  readonly own: string;
  /** Marks the language of a text that is not in the page's. */
  readonly tag: (text: string, lang?: string) => Text;
}

/** The wording nearest to `lang`; a text of one language is taken as it is. */
export function wordingOf(text: Text, lang: string): Wording {
  if (typeof text === 'string') return { text };
  const primary = lang.split('-')[0] ?? lang;
  const own = text[lang] ?? text[primary];
  if (own !== undefined) return { text: own };
  for (const [other, words] of Object.entries(text)) return other ? { text: words, lang: other } : { text: words };
  return { text: '' };
}

/** All wordings of a text, for search and for comparing. */
export function wordingsOf(text: Text): readonly string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** The text with each of its wordings changed. */
export function reworded(text: Text, change: (wording: string, lang?: string) => string): Text {
  return typeof text === 'string'
    ? change(text)
    : Object.fromEntries(Object.entries(text).map(([lang, wording]) => [lang, change(wording, lang)]));
}

/** Spaces folded, soft hyphens and zero-width characters out, NBSP to space; NFC. Case kept. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/[\u00AD\u200B\u200C\u200D\u2060\uFEFF]/g, '').replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

/** The form in which two texts are compared: tidy, lower case, all dashes one, end punctuation off. */
export function folded(text: string): string {
  const plain = tidy(text).toLowerCase().replace(/[‐‑–—−]/g, '-');
  let end = plain.length;
  while (end > 0 && ' .,:;!?'.includes(plain[end - 1]!)) end--;
  return plain.slice(0, end);
}

/** The key under which equal texts meet, whatever language the page is in: the first wording, folded. An absent text has the key `''`. */
export function textKey(text: Text | undefined): string {
  return folded(text === undefined ? '' : (wordingsOf(text)[0] ?? ''));
}

/** The form in which headers are compared: letters, digits, `%` and brackets. */
export function headerKey(header: string): string {
  return folded(header).replace(/[\s\-/.,:;*_]+/g, '');
}

/** Whether a text says anything in any language. */
export function isSaid(text: Text): boolean {
  return wordingsOf(text).some(Boolean);
}

/** ASCII letters, digits and hyphens; `''` where nothing of the text can be written with them. */
export function slug(text: string, length = 48): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gi, '-')
    .slice(0, length)
    .replace(/^-|-$/g, '');
}

/** Texts in the page's language stay plain; others are marked with their own. */
export function languagesOf(page: string, document = page): Languages {
  const own = primary(document);
  return {
    own,
    tag: (text, lang) => {
      const marked = lang === undefined ? own : primary(lang);
      return marked === primary(page) ? text : { [marked]: text };
    },
  };
}

export function primary(tag: string): string {
  return tag.toLowerCase().replace(/-.*/, '');
}
