import type { Language } from '../languages.ts';
import type { FeedbackKey, FeedbackMessages } from './en.ts';

const loaders: Record<Language, () => Promise<FeedbackMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The words of the feedback form in a language. */
export function loadFeedbackMessages(language: Language): Promise<FeedbackMessages> {
  return loaders[language]();
}

export type { FeedbackKey, FeedbackMessages };
