import { DATABASE } from './filled.ts';

/**
 * Sends what was left waiting by another page of the site. Most people have never sent anything, have no database, and load
 * nothing for it. A word in the local storage would not do: a crash loses what it noted last.
 */
export async function emptyAtLoad(): Promise<void> {
  try {
    // Where they cannot be listed, somebody more patient looks.
    if (await indexedDB.databases().then((all) => all.some(({ name }) => name === DATABASE), () => true)) await (await import('./empty.ts')).empty();
  } catch {
    // What is not sent now waits for the next page.
  }
}
