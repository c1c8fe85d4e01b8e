import type { Language } from '../languages.ts';
import type { ChannelKey, ChannelMessages } from './en.ts';

const loaders: Record<Language, () => Promise<ChannelMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The words of the directory in a language. */
export function loadChannelMessages(language: Language): Promise<ChannelMessages> {
  return loaders[language]();
}

export type { ChannelKey };
