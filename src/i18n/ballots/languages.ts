import type { Language } from '../languages.ts';
import type { BallotMessageKey, BallotMessages } from './en.ts';

const loaders: Record<Language, () => Promise<BallotMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The words of a ballot in a language. */
export function loadBallotMessages(language: Language): Promise<BallotMessages> {
  return loaders[language]();
}

export type { BallotMessageKey, BallotMessages };
