const said = new Set<string>();

/** Tells the developer in one sentence, once per page, however many elements give cause for it. */
export function warnOnce(sentence: string, cause: unknown = ''): void {
  if (said.has(sentence)) return;
  said.add(sentence);
  console.warn(`aukio: ${sentence}`, cause);
}
