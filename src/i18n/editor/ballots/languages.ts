import type { Language } from '../../languages.ts';
import type { BallotEditorMessages } from './en.ts';

const loaders: Record<Language, () => Promise<BallotEditorMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** What the editor of a ballot reads, in a language. */
export function loadBallotEditorMessages(language: Language): Promise<BallotEditorMessages> {
  return loaders[language]();
}

export type { BallotEditorMessages };
