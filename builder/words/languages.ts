import type { Language } from '../../src/i18n/languages.ts';
import type { BuilderKey, BuilderMessages } from './en.ts';

const loaders: Record<Language, () => Promise<BuilderMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** What the builder says, in a language. */
export function loadBuilderMessages(language: Language): Promise<BuilderMessages> {
  return loaders[language]();
}

export type { BuilderKey };
