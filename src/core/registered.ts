/** A tag can be taken once per page: the first copy keeps it, and one warning names both versions. */
export function warnIfOther(tag: string, mine: { readonly version: string }): void {
  const theirs = customElements.get(tag) as { readonly version?: string } | undefined;
  if (theirs !== (mine as unknown)) console.warn(`aukio: <${tag}> is already defined by version ${theirs?.version ?? 'unknown'}; version ${mine.version} leaves it as it is.`);
}
