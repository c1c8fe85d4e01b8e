import type { Language } from '../languages.ts';
import type { GoalToolKey, GoalToolMessages } from './en.ts';

const loaders: Record<Language, () => Promise<GoalToolMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The words around the goals in a language. */
export function loadGoalToolMessages(language: Language): Promise<GoalToolMessages> {
  return loaders[language]();
}

export type { GoalToolKey, GoalToolMessages };
