/** Where letters are in the database. */
export const LETTERS = 'letters';

/** Whether a database that exists has letters in it. */
export function holdsLetters(name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    // Erased since it was looked for: none is made.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => reject(request.error ?? new DOMException('not opened', 'UnknownError'));
    request.onsuccess = () => {
      const database = request.result;
      const count = database.transaction(LETTERS).objectStore(LETTERS).count();
      count.onsuccess = () => resolve(count.result > 0);
      count.onerror = () => reject(count.error ?? new DOMException('not read', 'UnknownError'));
      // When it is read.
      database.close();
    };
  });
}
