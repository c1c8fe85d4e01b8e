import type { Language } from '../../languages.ts';
import type { BudgetResultsEditorMessages } from './en.ts';

const loaders: Record<Language, () => Promise<BudgetResultsEditorMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** What the editor of a ballot's result reads, in a language. */
export function loadBudgetResultsEditorMessages(language: Language): Promise<BudgetResultsEditorMessages> {
  return loaders[language]();
}
