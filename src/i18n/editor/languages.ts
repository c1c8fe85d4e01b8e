import type { Language } from '../languages.ts';
import type { EditorMessageKey, EditorMessages } from './en.ts';

const loaders: Record<Language, () => Promise<EditorMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The editor's sentences in a language. */
export function loadEditorMessages(language: Language): Promise<EditorMessages> {
  return loaders[language]();
}

export type { EditorMessageKey, EditorMessages };
