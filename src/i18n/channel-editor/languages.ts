import type { Language } from '../languages.ts';
import type { ChannelEditorMessages } from './en.ts';

const loaders: Record<Language, () => Promise<ChannelEditorMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The editor’s sentences about channels in a language. */
export function loadChannelEditorMessages(language: Language): Promise<ChannelEditorMessages> {
  return loaders[language]();
}
