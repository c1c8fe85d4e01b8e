import { inTime } from './patience.ts';

/** The database of the outbox. */
export const DATABASE = 'aukio-outbox';
/** In the local storage: `1` while there is something in the database, `0` once it is empty again. */
const FLAG = 'aukio-outbox';
/** How long the browser may take to look, in milliseconds. */
const PATIENCE = 3_000;

/** Leaves word for pages that open later. */
export function markFilled(filled: boolean): void {
  try {
    localStorage.setItem(FLAG, filled ? '1' : '0');
  } catch {
    // Then the database is looked for by its name.
  }
}

/** Whether something is in the outbox; undefined where that cannot be found out now. Makes no database. */
export async function isFilled(): Promise<boolean | undefined> {
  let marked: string | null;
  try {
    marked = localStorage.getItem(FLAG);
  } catch {
    // Where storage is blocked, nothing is kept.
    return false;
  }
  if (marked === '1') return true;
  // Older browsers do not list databases.
  if (!('databases' in indexedDB)) return false;
  try {
    // A browser that crashes loses what the local storage noted last, and no letter: the database knows better.
    return await inTime(holdsLetters(), PATIENCE);
  } catch {
    return undefined;
  }
}

async function holdsLetters(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === DATABASE) && (await import('./look.ts')).holdsLetters(DATABASE);
}
