/**
 * Compares two texts as the alphabet of `lang` has them, numbers by their value.
 * Finnish stands in where the browser cannot sort by the language (Northern Sámi in Chromium):
 * the visitor's own would give every visitor another order.
 */
export function alphabetical(lang: string): (a: string, b: string) => number {
  return new Intl.Collator([lang, 'fi'], { numeric: true }).compare;
}
