import type { Text } from './text.ts';

/** The languages of both halves of a header or label such as `Mittari – Mätare`. */
export type Halves = readonly [string, string];

/** Between the two halves of a bilingual header or text. A hyphen only with spaces around it. */
const HALVES = /\s*[/|–—()\n]\s*|\s-\s/;
const HALVES_OF_TEXT = /\s[/|–—-]\s/;

/** What may be the halves of a bilingual header: any of them names a field by itself. */
export function halvesOf(header: string): readonly string[] {
  return header.split(HALVES).filter(Boolean);
}

/** The two languages of a text that stands under a bilingual header or label, or the text as it is. */
export function bilingual(text: string, halves: Halves | undefined): Text {
  const parts = halves ? text.split(HALVES_OF_TEXT) : [];
  return halves && parts.length === 2 ? { [halves[0]]: parts[0]!, [halves[1]]: parts[1]! } : text;
}
