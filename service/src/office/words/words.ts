import { en, type Words } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_NAMES = [
  { language: 'fi', name: 'Suomi' },
  { language: 'sv', name: 'Svenska' },
  { language: 'en', name: 'English' },
] as const satisfies readonly { language: Language; name: string }[];

export const WORDS: Readonly<Record<Language, Words>> = { fi, sv, en };

export function isLanguage(text: string | undefined): text is Language {
  return (LANGUAGES as readonly (string | undefined)[]).includes(text);
}

/** The first of the browser's languages that there are words for; Finnish where there is none. */
export function languageOf(header: string | undefined): Language {
  const asked = (header ?? '').split(',').map((entry) => entry.trim().slice(0, 2).toLowerCase());
  return asked.find(isLanguage) ?? 'fi';
}
