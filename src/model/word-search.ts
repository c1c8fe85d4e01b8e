import { folded, wordingsOf, type Text } from './text.ts';

/** Texts as one string in which words are looked for. */
export function searchable(texts: readonly (Text | undefined)[]): string {
  const exact = folded(texts.flatMap((text) => (text === undefined ? [] : wordingsOf(text))).join(' '));
  const dotless = exact.normalize('NFD').replace(/\p{M}/gu, '');
  // Å, ä and ö are letters of their own, so "sää" does not find "saa". A keyboard without them still finds "sää" by "saa".
  return exact === dotless ? exact : `${exact} ${dotless}`;
}

/**
 * The words that are looked for. Every one must occur, anywhere in a word: Finnish compounds carry what one looks for
 * at their end as often as at their start.
 */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).map(folded).filter(Boolean);
}
