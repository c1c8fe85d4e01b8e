import type { Language } from '../languages.ts';
import type { BudgetCastingKey, BudgetCastingMessages } from './en.ts';

const loaders: Record<Language, () => Promise<BudgetCastingMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The words in a language. */
export function loadBudgetCastingMessages(language: Language): Promise<BudgetCastingMessages> {
  return loaders[language]();
}

export type { BudgetCastingKey, BudgetCastingMessages };
