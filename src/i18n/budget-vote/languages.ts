import type { Language } from '../languages.ts';
import type { BudgetVoteKey, BudgetVoteMessages } from './en.ts';

const loaders: Record<Language, () => Promise<BudgetVoteMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The words in a language. */
export function loadBudgetVoteMessages(language: Language): Promise<BudgetVoteMessages> {
  return loaders[language]();
}

export type { BudgetVoteKey, BudgetVoteMessages };
