/** What the browser's database does, in one page, for as long as it stands here. */
export class Device {
  /** It opens; it does not; it never answers; it answers later than anybody waits for. */
  opens: 'well' | 'not' | 'never' | 'late' = 'well';
  /** Databases can be listed. */
  lists = true;
  /** What is read and what is written is done; otherwise its transaction is aborted. */
  reads = true;
  writes = true;

  /** @param window of the page, before anything of the library is loaded */
  readonly prepare = (window: Window & typeof globalThis): void => {
    const { IDBFactory, IDBDatabase, DOMException } = window;
    const { open, databases } = IDBFactory.prototype;
    const { transaction } = IDBDatabase.prototype;
    IDBFactory.prototype.databases = (): Promise<IDBDatabaseInfo[]> =>
      this.lists ? databases.call(window.indexedDB) : Promise.reject(new DOMException('Internal error', 'UnknownError'));
    IDBFactory.prototype.open = (name, version): IDBOpenDBRequest => {
      if (this.opens === 'well') return open.call(window.indexedDB, name, version);
      const asked = { onsuccess: null, onerror: null, error: null, result: null } as { -readonly [Name in 'onsuccess' | 'onerror' | 'error' | 'result']: unknown };
      const say = (what: 'onsuccess' | 'onerror'): void => (asked[what] as (() => void) | null)?.();
      if (this.opens === 'not') {
        asked.error = new DOMException('Internal error opening backing store', 'UnknownError');
        setTimeout(() => say('onerror'));
      } else if (this.opens === 'late') {
        const request = open.call(window.indexedDB, name, version);
        request.onsuccess = () => {
          asked.result = request.result;
          setTimeout(() => say('onsuccess'), 3_500);
        };
      }
      return asked as unknown as IDBOpenDBRequest;
    };
    const does = (mode: IDBTransactionMode | undefined): boolean => (mode === 'readwrite' ? this.writes : this.reads);
    IDBDatabase.prototype.transaction = function (stores, mode, options): IDBTransaction {
      const begun = transaction.call(this, stores, mode, options);
      if (!does(mode)) begun.abort();
      return begun;
    };
  };
}
