import type { Language } from '../languages.ts';
import type { SharedDeviceKey, SharedDeviceMessages } from './en.ts';

const loaders: Record<Language, () => Promise<SharedDeviceMessages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

/** The words for a computer that several people use. */
export function loadSharedDeviceMessages(language: Language): Promise<SharedDeviceMessages> {
  return loaders[language]();
}

export type { SharedDeviceKey, SharedDeviceMessages };
