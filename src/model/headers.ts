import { halvesOf, type Halves } from './halves.ts';
import { pairs } from './pairs.ts';
import { headerKey } from './text.ts';

/** A field that a header names, and the language it is a word of; none where it is one in several. */
export interface HeaderMeaning<Field> {
  readonly is: Field;
  readonly lang: string | undefined;
}

/** What a header means, by the whole of it or by any half of a bilingual one. */
export interface ReadHeader<Field> {
  readonly meaning: HeaderMeaning<Field> | undefined;
  readonly halves: Halves | undefined;
}

/** Headers of one kind of table in several languages, each as words separated by `|`, by field. */
export class Headers<Field extends string> {
  readonly #meanings = new Map<string, HeaderMeaning<Field>>();

  constructor(words: Readonly<Record<string, Readonly<Partial<Record<Field, string>>>>>) {
    for (const [lang, fields] of Object.entries(words)) {
      for (const [is, names] of Object.entries(fields) as [Field, string][]) {
        for (const key of names.split('|').map(headerKey)) this.#meanings.set(key, { is, lang: this.#meanings.has(key) ? undefined : lang });
      }
    }
  }

  read(header: string): ReadHeader<Field> {
    const whole = this.#named(header);
    if (whole) return { meaning: whole, halves: undefined };
    const [meaning, other] = halvesOf(header).flatMap((half) => this.#named(half) ?? []);
    const halves = meaning?.lang && other?.lang && meaning.lang !== other.lang ? ([meaning.lang, other.lang] as const) : undefined;
    return { meaning, halves };
  }

  #named(header: string): HeaderMeaning<Field> | undefined {
    const key = headerKey(header);
    return this.#meanings.get(key) ?? this.#meanings.get(key.replace(/s$/, ''));
  }
}

/** A column that the editor's attribute names: `columns="Palvelu=channel"`. */
export interface NamedColumn<Field> {
  readonly header: string;
  readonly field: Field;
  /** Whether a table has it; set by the one who finds it. */
  seen: boolean;
}

/** The columns that an editor's attribute names, by header key; `wrong` gets what cannot be understood. */
export function namedColumns<Field extends string>(option: string | undefined, fields: readonly Field[], wrong: (written: string) => void): ReadonlyMap<string, NamedColumn<Field>> {
  const named = new Map<string, NamedColumn<Field>>();
  for (const [header, name, written] of pairs(option)) {
    const field = fields.find((one) => one === name);
    if (header && field) named.set(headerKey(header), { header, field, seen: false });
    else wrong(written);
  }
  return named;
}
