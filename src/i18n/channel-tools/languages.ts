import type { Language } from '../languages.ts';
import type { ChannelToolKey, ChannelToolMessages } from './en.ts';

const loaders: Record<Language, () => Promise<ChannelToolMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The words around the channels in a language. */
export function loadChannelToolMessages(language: Language): Promise<ChannelToolMessages> {
  return loaders[language]();
}

export type { ChannelToolKey };
