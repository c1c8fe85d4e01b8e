import type { Field } from './goal-fields.ts';
import type { Forecast, State } from './goals.ts';
import type { HeaderMeaning, NamedColumn } from './headers.ts';
import { folded, headerKey } from './text.ts';

/** What a word says of a goal; a few say either, as their column has it. */
export interface Status {
  readonly state?: State;
  readonly forecast?: Forecast;
}

/** What a sign or a word of the editor's own means, and the word or code that she gave for it. */
export interface LegendEntry extends Status {
  readonly word: string;
}

/** The words of one language; those of one meaning are separated by `|`. */
export interface Dictionary {
  /**
   * Headers and labels as municipalities write them. A word under several fields is ambiguous and means
   * the first of them, in this order, unless another column of the table is that already.
   */
  readonly headers: Readonly<Partial<Record<Field, string>>>;
  /** Words of a status come in any order and ending (`statusKey`); one of each is enough. */
  readonly state: Readonly<Record<State, string>>;
  readonly forecast: Readonly<Record<Forecast, string>>;
}

interface Index {
  readonly headers: Map<string, readonly Field[]>;
  readonly statuses: Map<string, Status>;
}

const DICTIONARIES: Readonly<Record<string, () => Promise<Dictionary>>> = {
  fi: async () => (await import('./synonyms/fi.ts')).fi,
  sv: async () => (await import('./synonyms/sv.ts')).sv,
  en: async () => (await import('./synonyms/en.ts')).en,
};
const LANGUAGES = Object.keys(DICTIONARIES);

/** No word of a dictionary is longer or has a digit: most texts need not be looked at. */
const MAY_BE_STATUS = /^\D{1,60}$/;

const indexes = new Map<string, Index>();

/** The words that a reading knows: those of the page's language at first, all where these do not do, and the editor's own. */
export class Synonyms {
  /** By header key. */
  readonly columns = new Map<string, NamedColumn<Field>>();
  /** By folded sign or word. */
  readonly legend = new Map<string, LegendEntry>();
  #languages: readonly string[] = [];

  /** Whether there is no dictionary left to learn. */
  get complete(): boolean {
    return this.#languages.length === LANGUAGES.length;
  }

  /** Takes up the dictionaries of these languages, as far as there are any. Without one that cannot be loaded the reading goes on. */
  async learn(languages = LANGUAGES): Promise<void> {
    this.#languages = LANGUAGES.filter((language) => languages.includes(language) || this.#languages.includes(language));
    await Promise.allSettled(this.#languages.map(async (language) => {
      if (!indexes.has(language)) indexes.set(language, indexOf(await DICTIONARIES[language]!()));
    }));
  }

  /** The fields that a header or label may name, the likeliest first; none where nobody knows it. An English plural is its singular. */
  fieldsNamed(header: string): readonly HeaderMeaning<Field>[] {
    const key = headerKey(header);
    const meanings = new Map<Field, HeaderMeaning<Field>>();
    for (const lang of this.#languages) {
      const headers = indexes.get(lang)?.headers;
      for (const is of headers?.get(key) ?? headers?.get(key.replace(/s$/, '')) ?? []) meanings.set(is, { is, lang: meanings.has(is) ? undefined : lang });
    }
    return [...meanings.values()];
  }

  /** What a word says of a goal, or a code as programs write it. */
  statusNamed(word: string): Status {
    const key = MAY_BE_STATUS.test(word) && statusKey(word);
    return key ? Object.assign({}, ...this.#languages.map((lang) => indexes.get(lang)?.statuses.get(key))) as Status : {};
  }
}

function indexOf({ headers, ...judgements }: Dictionary): Index {
  const index: Index = { headers: new Map(), statuses: new Map() };
  for (const [field, words] of Object.entries(headers)) {
    for (const key of words.split('|').map(headerKey)) index.headers.set(key, [...(index.headers.get(key) ?? []), field as Field]);
  }
  for (const [kind, codes] of Object.entries(judgements)) {
    for (const [code, words] of Object.entries(codes)) {
      for (const key of `${code}|${words}`.split('|').map(statusKey)) index.statuses.set(key, { ...index.statuses.get(key), [kind]: code });
    }
  }
  return index;
}

/** Words in any order; Swedish ones without the ending of their gender (`påbörjad`, `påbörjat`), and `ej` as `inte`. */
function statusKey(word: string): string {
  return folded(word)
    .split(' ')
    .map((part) => (part === 'ej' ? 'inte' : part.replace(/^(.{4,}?)(?:[dt]|e[nt])$/, '$1')))
    .sort()
    .join(' ');
}
