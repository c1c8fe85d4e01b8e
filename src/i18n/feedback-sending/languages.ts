import type { Language } from '../languages.ts';
import type { FeedbackSendingKey, FeedbackSendingMessages } from './en.ts';

const loaders: Record<Language, () => Promise<FeedbackSendingMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The words of what follows the first letter in the feedback form, in a language. */
export function loadFeedbackSendingMessages(language: Language): Promise<FeedbackSendingMessages> {
  return loaders[language]();
}

export type { FeedbackSendingKey, FeedbackSendingMessages };
