import type { Names } from './names.ts';

interface Words {
  readonly one: string;
  readonly other: string;
  readonly empty: string;
}

/** General words for a list, good enough to be read; a new widget's author writes better ones. */
const ENGLISH: Words = { one: '{count} item', other: '{count} items', empty: 'There is nothing here yet.' };
const TRANSLATIONS: Readonly<Record<string, Words>> = {
  fi: { one: '{count} kohta', other: '{count} kohtaa', empty: 'Täällä ei ole vielä mitään.' },
  sv: { one: '{count} punkt', other: '{count} punkter', empty: 'Här finns ännu ingenting.' },
};

/** The widget's own set of words, in every language: only its own pages load them. By path. */
export function wordFiles({ kebab, pascal, title }: Names): Record<string, string> {
  const messages = ({ one, other, empty }: Words): string => `  'ready': { one: '${one}', other: '${other}' },\n  'empty': '${empty}',\n`;
  return {
    [`src/i18n/${kebab}/en.ts`]: `import type { Message } from '../en.ts';

/** What residents read in the ${title.toLowerCase()}. */
export const en = {
${messages(ENGLISH)}} as const;

export type ${pascal}Key = keyof typeof en;
export type ${pascal}Messages = Readonly<Record<${pascal}Key, Message>>;
`,
    ...Object.fromEntries(Object.entries(TRANSLATIONS).map(([language, words]) => [`src/i18n/${kebab}/${language}.ts`, `import type { ${pascal}Messages } from './en.ts';

export const ${language}: ${pascal}Messages = {
${messages(words)}};
`])),
    [`src/i18n/${kebab}/languages.ts`]: `import type { Language } from '../languages.ts';
import type { ${pascal}Key, ${pascal}Messages } from './en.ts';

const loaders: Record<Language, () => Promise<${pascal}Messages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The words of the ${title.toLowerCase()} in a language. */
export function load${pascal}Messages(language: Language): Promise<${pascal}Messages> {
  return loaders[language]();
}

export type { ${pascal}Key };
`,
  };
}
