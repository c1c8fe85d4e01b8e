import { serialise } from '../../sources/serialise.ts';
import type { Entry, Store, StoredFile } from './store.ts';

/**
 * The device's store, for a device that does not always take what is written: a full phone, a disk that fails for a moment. A
 * change that it does not take holds for this page, and is written as soon as it can be: what was sent is not sent over and
 * over since nobody could note it, and what was erased does not leave after all.
 */
export class SteadyStore implements Store {
  readonly kept = 'device';
  /** As the device had them when they were last read or written. */
  readonly #known = new Map<string, Entry>();
  /** What it has not taken yet, and what it had before. */
  readonly #unwritten = new Map<string, { readonly before: Entry; readonly after: Entry | undefined }>();

  constructor(private readonly device: Store) {}

  async all(): Promise<readonly Entry[]> {
    const entries = await this.device.all();
    this.#known.clear();
    for (const entry of entries) this.#known.set(entry.key, entry);
    return entries.flatMap((entry) => this.#standing(entry) ?? []);
  }

  async change(key: string, change: (entry: Entry | undefined) => Entry | undefined, files?: ReadonlyMap<string, StoredFile>): Promise<Entry | undefined> {
    try {
      const after = await this.device.change(key, (entry) => change(this.#standing(entry)), files);
      this.#unwritten.delete(key);
      if (after) this.#known.set(key, after);
      else this.#known.delete(key);
      return after;
    } catch (error) {
      const before = this.#known.get(key);
      // New words have to be somewhere safe.
      if (files || !before) throw error;
      const after = change(this.#standing(before));
      this.#unwritten.set(key, { before, after });
      return after;
    }
  }

  files(ids: readonly string[]): Promise<readonly StoredFile[]> {
    return this.device.files(ids);
  }

  /** A letter as it was last seen. */
  known(key: string): Entry | undefined {
    return this.#standing(this.#known.get(key));
  }

  /** Whether what the device has of this letter, or of any, is not what it should have. */
  owes(key?: string): boolean {
    return key === undefined ? this.#unwritten.size > 0 : this.#unwritten.has(key);
  }

  /** Writes what was not written, as far as the device takes it now. */
  async settle(): Promise<void> {
    for (const key of [...this.#unwritten.keys()]) await this.change(key, (entry) => entry).catch(() => {});
  }

  /** How a letter stands for this page, unless another page has changed it since. */
  #standing(entry: Entry | undefined): Entry | undefined {
    const unwritten = entry && this.#unwritten.get(entry.key);
    return unwritten && serialise(unwritten.before) === serialise(entry) ? unwritten.after : entry;
  }
}
