import type { Language } from '../languages.ts';
import type { BudgetResultsKey, BudgetResultsMessages } from './en.ts';

const loaders: Record<Language, () => Promise<BudgetResultsMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The words of a ballot's result in a language. */
export function loadBudgetResultsMessages(language: Language): Promise<BudgetResultsMessages> {
  return loaders[language]();
}

export type { BudgetResultsKey };
