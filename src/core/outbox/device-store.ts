import { DATABASE, isFilled, markFilled } from './filled.ts';
import { LETTERS } from './look.ts';
import { inTime } from './patience.ts';
import { filesChanged, type Entry, type Store, type StoredFile } from './store.ts';

const FILES = 'files';
/**
 * A person who pressed Send is not kept waiting for storage that does not open, or does not end what it began: in WebKit another
 * page in the cache of pages can hold it up for as long as it is there. In milliseconds.
 */
const OPENING_PATIENCE = 3_000;
const PATIENCE = 8_000;

type Work<Result> = (letters: IDBObjectStore, files: IDBObjectStore, done: (result: Result) => void) => void;

/**
 * Keeps letters on the device, for all pages of the site.
 * @throws {DOMException} from every call: `QuotaExceededError` where there is no room, others where storage is blocked or does not answer now
 */
export function createDeviceStore(): Store {
  let database: IDBDatabase | undefined;
  let opening: Promise<IDBDatabase> | undefined;

  const open = async (): Promise<IDBDatabase> => {
    opening ??= openDatabase((opened) => {
      // Another answer may have come first, where one was late.
      if (database) opened.close();
      else database = opened;
      // Another tab erases the site's data, or the browser does.
      opened.onversionchange = () => opened.close();
      opened.onclose = () => (database = undefined);
    });
    try {
      await inTime(opening, OPENING_PATIENCE);
    } finally {
      // Where this one is never answered, the next may be.
      opening = undefined;
    }
    return database!;
  };

  const begin = async (mode: IDBTransactionMode): Promise<IDBTransaction> => (database ?? (await open())).transaction([LETTERS, FILES], mode, { durability: 'strict' });

  const run = async <Result>(mode: IDBTransactionMode, work: Work<Result>): Promise<Result> => {
    const before = database;
    const transaction = await begin(mode).catch((error: unknown) => {
      if (!before) throw error;
      // The connection was closed in the meantime.
      database = undefined;
      return begin(mode);
    });
    const ended = new Promise<Result>((resolve, reject) => {
      let result: Result;
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
      work(transaction.objectStore(LETTERS), transaction.objectStore(FILES), (found) => (result = found));
    });
    return inTime(ended, PATIENCE).catch((error: unknown) => {
      // Later it must not happen after all.
      abort(transaction);
      throw error;
    });
  };

  const all = async (): Promise<Entry[]> => {
    if (!database) {
      const filled = await isFilled();
      if (filled === undefined) throw new DOMException('not looked', 'UnknownError');
      // Where nothing was ever kept, no database is made only to look.
      if (!filled) return [];
    }
    return run('readonly', (letters, _files, done) => {
      const request = letters.getAll() as IDBRequest<Entry[]>;
      request.onsuccess = () => done(request.result);
    });
  };

  return {
    kept: 'device',
    all,
    async change(key, change, files) {
      // Before it is written: a page that looks in vain does no harm.
      if (files) markFilled(true);
      const after = await run<Entry | undefined>('readwrite', (letters, kept, done) => {
        const request = letters.get(key) as IDBRequest<Entry | undefined>;
        request.onsuccess = () => {
          const changed = change(request.result);
          if (changed) letters.put(changed);
          else letters.delete(key);
          const { put, drop } = filesChanged(request.result, changed, files);
          for (const [id, file] of put) kept.put(file, id);
          for (const id of drop) kept.delete(id);
          done(changed);
        };
      });
      if (!after) await all().then((left) => markFilled(left.length > 0), () => {});
      return after;
    },
    files: (ids) =>
      run('readonly', (_letters, kept, done) => {
        const found: StoredFile[] = [];
        done(found);
        for (const id of ids) {
          const request = kept.get(id) as IDBRequest<StoredFile | undefined>;
          request.onsuccess = () => {
            if (request.result) found.push(request.result);
          };
        }
      }),
  };
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

/** @param opened is told however late it is */
function openDatabase(opened: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(LETTERS, { keyPath: 'key' });
      request.result.createObjectStore(FILES);
    };
    request.onsuccess = () => {
      opened(request.result);
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new DOMException('not opened', 'UnknownError'));
  });
}
