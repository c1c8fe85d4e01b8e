import type { BaseIssue } from 'valibot';
import { reworded, tidy, type Languages, type Text } from './text.ts';

/** Deeper than anything is written here; what is deeper is not looked into. */
const DEEPEST = 8;

/** A language tag; no field has so short a name. */
const LANGUAGE = /^[a-z]{2,3}(?:-|$)/i;

/** `{ title, title_sv }` as `{ title: { fi, sv } }`, at every depth. `lang` is the language of what has none of its own. */
export function byLanguage(value: unknown, lang: string, depth = 0): unknown {
  if (depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((item) => byLanguage(item, lang, depth + 1));
  if (!isRecord(value)) return value;
  const fields = new Map<string, unknown>();
  for (const [name, field] of Object.entries(value)) {
    const [, base, own] = /^(.+)_(fi|sv|en)$/.exec(name) ?? [];
    if (base === undefined || own === undefined) fields.set(name, merged(byLanguage(field, lang, depth + 1), fields.get(name), lang));
    else fields.set(base, merged(fields.get(base), { [own]: field }, lang));
  }
  return Object.fromEntries(fields);
}

/** A text with tidy lines, marked with the language of its document where the page has another. */
export function textIn(given: Text, { tag }: Languages): Text {
  const text = reworded(given, tidyLines);
  return typeof text === 'string' && text ? tag(text) : text;
}

export function tidyLines(text: string): string {
  return text.split('\n').map(tidy).join('\n').trim();
}

/** The words of what may be a text, an object with one, or a text in several languages. */
export function wordsIn(input: string | { readonly text?: Text | undefined; readonly [field: string]: unknown }): Text {
  if (typeof input === 'string') return input;
  const wordings = Object.entries(input).filter((field): field is [string, string] => typeof field[1] === 'string' && LANGUAGE.test(field[0]));
  return input.text ?? (wordings.length ? Object.fromEntries(wordings) : '');
}

/** Where in its item a value is wrong, as `measures.0.target`; in a choice of kinds, where it comes nearest to one of them. */
export function pathOf(issue: BaseIssue<unknown>): string {
  const nearest = (issue.issues ?? []).map(pathOf).sort((a, b) => b.length - a.length)[0];
  return [...(issue.path ?? []).map(({ key }) => key), ...(nearest ? [nearest] : [])].join('.');
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field and what further languages say in its place; lists are merged item by item where they are of one length. */
function merged(field: unknown, more: unknown, lang: string): unknown {
  if (field === undefined || more === undefined) return field ?? more;
  const words = isRecord(more) ? Object.entries(more) : [];
  const [own, list] = words[0] ?? [];
  if (Array.isArray(field)) return Array.isArray(list) && list.length === field.length ? field.map((item, n) => merged(item, { [own!]: list[n] as unknown }, lang)) : field;
  return { ...(isRecord(field) ? field : { [lang]: field }), ...more };
}
