const said = new Set<string>();

/** A tag can be taken once per page: the first copy keeps it, and one warning for all tags of the two names both versions. */
export function warnIfOther(tag: string, mine: { readonly version: string }): void {
  const theirs = customElements.get(tag) as { readonly version?: string } | undefined;
  const version = theirs?.version ?? 'unknown';
  if (theirs === (mine as unknown) || said.has(version)) return;
  said.add(version);
  console.warn(`aukio: <${tag}> is already defined by version ${version}; version ${mine.version} leaves it as it is, and all else that version ${version} has defined.`);
}
