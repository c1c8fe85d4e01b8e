import type { Language } from '../languages.ts';
import type { CountingRuleKey, CountingRuleMessages } from './en.ts';

const loaders: Record<Language, () => Promise<CountingRuleMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The words of how votes are counted, in a language. */
export function loadCountingRuleMessages(language: Language): Promise<CountingRuleMessages> {
  return loaders[language]();
}

export type { CountingRuleKey, CountingRuleMessages };
