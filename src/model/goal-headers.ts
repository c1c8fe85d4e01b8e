import type { Field } from './goal-fields.ts';
import type { HeaderMeaning } from './headers.ts';

/** A header as the dictionaries have it. */
export interface Meant {
  /** Its column, from 0. */
  readonly at: number;
  readonly key: string;
  readonly meanings: readonly HeaderMeaning<Field>[];
  readonly lang: string | undefined;
}

/** Second meanings in the order in which they decide: `Objective | Target` is goal and target, `Toimenpide | Tavoite` action and goal. */
const SECOND: readonly Field[] = ['line', 'target', 'actions', 'state'];

/** Decides what ambiguous headers mean beside the others of their language. */
export function fieldsOf(headings: readonly Meant[]): readonly (Field | undefined)[] {
  const fields = headings.map(({ meanings }) => (meanings.length > 1 ? undefined : meanings[0]?.is));
  for (const second of SECOND) {
    for (const { at, meanings, lang, key } of headings) {
      const [likely, other] = meanings;
      if (!likely || other?.is !== second) continue;
      const taken = headings.some((heading) => heading.at !== at && heading.key !== key && fields[heading.at] === likely.is && heading.lang === lang);
      fields[at] = taken ? second : likely.is;
    }
  }
  return fields.map((field, at) => field ?? headings[at]?.meanings[0]?.is);
}

/** A paragraph that may begin with a label, in two. No label is longer than this; what is, may be as long as it likes. */
export function labelled(text: string): { readonly before: string; readonly after: string } {
  const [, before = text.length > 80 ? '' : text, after = ''] = /^([^:]{2,80}):\s*(.*)$/s.exec(text) ?? [];
  return { before, after };
}

/** A label without the number that it may have: `1. Painopiste`, `Painopiste 2`. */
export function unnumbered(label: string): string {
  return label.replace(/^[\d.)\s]+|[\s\d.:]+$/g, '');
}
