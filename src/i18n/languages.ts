import type { Message, MessageKey, Messages } from './en.ts';

/** Languages with a complete set of messages. */
export const LANGUAGES = ['en', 'fi', 'sv'] as const;
export type Language = (typeof LANGUAGES)[number];

const loaders: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en.ts')).en,
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
};

const loaded = new Map<Language, Promise<Messages>>();

/** The language whose messages serve a page in `tag` (any BCP 47 tag, also with `_`); English where there is none. */
export function negotiate(tag: string): Language {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}

/** The messages of a language, loaded once. A load that failed is tried again the next time. */
export function loadMessages(language: Language): Promise<Messages> {
  let messages = loaded.get(language);
  if (!messages) {
    messages = loaders[language]();
    loaded.set(language, messages);
    messages.catch(() => loaded.delete(language));
  }
  return messages;
}

/** Values for the `{name}` places of a message. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Fills a message in; `{count}` chooses the plural form; numbers are written as the formats write them. */
export function fillMessage(message: Message, values: MessageValues, formats: { number(value: number): string; readonly plurals: Intl.PluralRules }): string {
  const text = typeof message === 'string' ? message : message[formats.plurals.select(Number(values['count']))] ?? message.other;
  return text.replace(/\{(\w+)\}/g, (place: string, name: string) => {
    const value = values[name];
    return value === undefined ? place : typeof value === 'number' ? formats.number(value) : value;
  });
}

export type { Message, MessageKey, Messages };
