import { serialise } from '../../sources/serialise.ts';
import { identifier } from '../identifier.ts';
import type { NewLetter } from './letter.ts';
import type { Entry, StoredFile, Version } from './store.ts';

/** A letter as it is put into a store. */
export interface Posting {
  /** What it makes of what is known under its key. */
  readonly change: (entry: Entry | undefined) => Entry;
  /** Its files, by id. */
  readonly added: ReadonlyMap<string, StoredFile>;
}

/**
 * Words that are the same as the newest ones that are known are not kept twice; others take their place, but for those that may have arrived.
 * @param known the newest words that are known under its key, and their files
 * @param confined the device may not keep it
 * @throws {DOMException} where a file can no longer be read
 */
export async function postingOf(letter: NewLetter, known: { readonly words: Version; readonly files: readonly StoredFile[] } | undefined, confined: boolean): Promise<Posting> {
  const { key, kind, body, files, target, lang, deadline, seconds, trap } = letter;
  const stored = await Promise.all(files.map(async ({ name, blob }): Promise<StoredFile> => ({ name, type: blob.type, bytes: await blob.arrayBuffer() })));
  const json = serialise(body);
  const same = known?.words.json === json && sameFiles(known.files, stored);
  const added = new Map(stored.map((file) => [identifier(), file]));
  const version: Version = { json, files: [...added.keys()], tried: false };
  return {
    added,
    change: (entry) => ({
      createdAt: new Date().toISOString(),
      attempts: 0,
      failures: 0,
      ...entry,
      key, kind, target, lang, seconds, confined,
      ...(trap !== undefined && { trap }),
      ...(deadline !== undefined && { deadline }),
      state: 'waiting',
      dueAt: 0,
      versions: same && entry?.versions.length ? entry.versions : [...(entry?.versions.filter(({ tried }) => tried) ?? []), version],
    }),
  };
}

/** A letter that waited in the page, beside what the device may have had under its key meanwhile. */
export function joined(there: Entry | undefined, entry: Entry): Entry {
  return there ? { ...there, ...entry, attempts: there.attempts + entry.attempts, versions: [...there.versions.filter(({ tried }) => tried), ...entry.versions] } : entry;
}

function sameFiles(some: readonly StoredFile[], others: readonly StoredFile[]): boolean {
  return some.length === others.length && some.every(({ name, bytes }, index) => name === others[index]!.name && sameBytes(bytes, others[index]!.bytes));
}

function sameBytes(one: ArrayBuffer, other: ArrayBuffer): boolean {
  if (one.byteLength !== other.byteLength) return false;
  const [some, others] = [new Uint8Array(one), new Uint8Array(other)];
  return some.every((byte, index) => byte === others[index]);
}
