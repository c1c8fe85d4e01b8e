import type { Language } from '../languages.ts';
import type { BudgetCountKey, BudgetCountMessages } from './en.ts';

const loaders: Record<Language, () => Promise<BudgetCountMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The words of the count, of receipt codes and of files, in a language. */
export function loadBudgetCountMessages(language: Language): Promise<BudgetCountMessages> {
  return loaders[language]();
}

export type { BudgetCountKey };
