import type { SubmissionName } from '../../model/resources.ts';
import { createRestSource } from '../../sources/rest.ts';
import type { DataSource } from '../../sources/source.ts';
import { deliver, enclosureOf, type DeliveryOptions } from './delivery.ts';
import { createDeviceStore } from './device-store.ts';
import type { Enclosure, Letter, NewLetter, StorageFault } from './letter.ts';
import { joined, postingOf } from './posting.ts';
import { SteadyStore } from './steady-store.ts';
import { createPageStore, endOfLife, filesOf, letterOf, type Entry, type Store } from './store.ts';
import { inTurn } from './turn.ts';
import { Watchers } from './watchers.ts';

/** A timer cannot count further, in milliseconds; by then it looks again. */
const LONGEST_TIMER = 3_600_000;
/** How long the first and the longest pause is before storage that failed is tried again, in milliseconds. */
const STORAGE_PAUSE = 1_000;
const LONGEST_STORAGE_PAUSE = 60_000;

export interface PostOptions extends DeliveryOptions {
  /** Nothing is kept on the device: the letter waits in this page alone. */
  readonly sharedDevice?: boolean;
  /** The page's own source, for a letter whose target is `''`. */
  readonly source?: DataSource;
}

interface Found {
  readonly store: Store;
  readonly entry: Entry;
}

/**
 * What could not be sent yet. One per page; what it keeps on the device is shared by all pages of the site, and a letter
 * is never sent by two of them at the same time. It empties itself while a page is open: at its start, when the network is
 * back, when the page comes into view, and after pauses that grow. So does it look again where storage has failed.
 */
export class Outbox {
  /** Why nothing can be kept on the device; `undefined` where it can, or was not tried yet. */
  fault: StorageFault | undefined;
  /** What is on the device could not be looked at; watchers are told of all that is there as soon as it can. */
  unread = false;

  readonly #device: SteadyStore;
  readonly #page = createPageStore();
  readonly #served = new Map<SubmissionName, DataSource>();
  readonly #watchers = new Watchers(() => void this.#sleep());
  /** Keys of what was to be erased while nobody could look for it. */
  readonly #unwanted = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Times in a row that storage has failed. */
  #storageFailures = 0;

  /** @param device where letters are kept for all pages of the site */
  constructor(device: Store = createDeviceStore()) {
    this.#device = new SteadyStore(device);
    addEventListener('online', this.#nowOnline);
    document.addEventListener('visibilitychange', this.#nowVisible);
    void this.#sendDue();
  }

  /** The device has not taken everything yet: what was erased may still be on it. */
  get unsettled(): boolean {
    return this.unread || this.#device.owes();
  }

  /**
   * Keeps a letter, then tries to send it. Resolves when it was tried, with the letter as it then stands.
   * Where the key is known with other words, these take their place.
   * @throws {DOMException} where a file can no longer be read
   */
  async post(letter: NewLetter, options: PostOptions = {}): Promise<Letter> {
    const { sharedDevice = false, source, ...delivery } = options;
    this.#unwanted.delete(letter.key);
    const kept = await this.#keep(letter, sharedDevice);
    const { store } = kept;
    await this.#tell(kept);
    // Where storage fails now, it waits, and is sent later.
    const sent = await this.#send(kept, source, delivery).catch(() => undefined);
    const found = sent ? undefined : await this.#find(letter.key);
    void this.#sleep();
    if (sent) return letterOf(sent, store.kept);
    if (found) return letterOf(found.entry, found.store.kept);
    return this.unread ? letterOf(kept.entry, store.kept) : erased(letter, store);
  }

  /** All letters, oldest first. Those that wait in other pages are not among them, nor are those of the device while it is `unread`. */
  async letters(): Promise<readonly Letter[]> {
    const found: Letter[] = [];
    for (const store of this.#stores) for (const entry of (await this.#all(store)) ?? []) found.push(letterOf(entry, store.kept));
    return found.sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
  }

  /** The files of a letter whose words are still here, for a person who wants to change it. */
  async files(key: string): Promise<readonly Enclosure[]> {
    const found = await this.#find(key);
    const words = found?.entry.versions.at(-1);
    return words ? (await found!.store.files(words.files)).map(enclosureOf) : [];
  }

  /** Does not send it by itself any more until it is posted again: a person is changing its words. */
  async hold(key: string): Promise<void> {
    await this.#change(key, (entry) => (entry.state === 'waiting' ? { ...entry, state: 'held', endedAt: Date.now() } : entry));
  }

  /**
   * Erases a letter: its receipt was shown, or its words are no longer wanted.
   * @returns whether it is gone. Where the device does not let go of it, it is not sent from this page any more, and goes as soon as it can
   */
  async discard(key: string): Promise<boolean> {
    while (await this.#change(key, () => undefined)) {
      // Under the words of this page, the device may have older ones.
    }
    if (this.unread) this.#unwanted.add(key);
    return !this.unread && !this.#device.owes(key);
  }

  /** Tries every letter that waits now. */
  async flush(): Promise<void> {
    await this.#sendDue(true);
  }

  /**
   * Calls back with each letter that has changed, in whichever page it happened. Returns the way out.
   * @param look is called where it is worth looking at all letters again
   */
  watch(changed: (letter: Letter) => void, look: () => void = () => {}): () => void {
    return this.#watchers.add(changed, look);
  }

  /** While a page's own source is there, letters of its kind without an address go through it. Returns the way out. */
  serve(kind: SubmissionName, source: DataSource): () => void {
    this.#served.set(kind, source);
    void this.#sendDue();
    return () => {
      if (this.#served.get(kind) === source) this.#served.delete(kind);
    };
  }

  /** Stops sending; what waits on the device is left to other pages. */
  close(): void {
    clearTimeout(this.#timer);
    this.#watchers.close();
    removeEventListener('online', this.#nowOnline);
    document.removeEventListener('visibilitychange', this.#nowVisible);
  }

  readonly #nowOnline = (): void => void this.#sendDue(true);
  readonly #nowVisible = (): void => {
    // A page that was frozen was told of nothing.
    if (document.visibilityState === 'visible') void this.#sendDue().then(() => this.#watchers.look());
  };

  get #stores(): readonly Store[] {
    return [this.#device, this.#page];
  }

  /** Puts a letter where it is safest. */
  async #keep(letter: NewLetter, sharedDevice: boolean): Promise<Found> {
    const { key } = letter;
    const before = await this.#find(key);
    const words = before?.entry.versions.at(-1);
    // Where its files cannot be read now, they are taken for other ones.
    const files = words && (await before!.store.files(words.files).catch(() => undefined));
    const { change, added } = await postingOf(letter, words && files && { words, files }, sharedDevice);
    if (!sharedDevice && before?.store !== this.#page) {
      try {
        const entry = (await this.#device.change(key, change, added))!;
        this.fault = undefined;
        return { store: this.#device, entry };
      } catch (error) {
        this.fault = faultOf(error);
      }
    }
    const old = before ? await filesOf(before.store, before.entry).catch(() => []) : [];
    // What was sent from the device may have arrived.
    const entry = (await this.#page.change(key, (there) => change(there ?? before?.entry), new Map([...old, ...added])))!;
    if (before?.store === this.#device) await this.#device.change(key, () => undefined).catch(() => {});
    return { store: this.#page, entry };
  }

  /** Sends one letter, unless another page is at it. */
  async #send(known: Found, source: DataSource | undefined, options: DeliveryOptions): Promise<Entry | undefined> {
    const { store, entry: { key } } = known;
    return inTurn(store, key, async () => {
      const entries = await this.#all(store);
      const entry = entries ? entries.find((one) => one.key === key) : known.entry;
      if (entry?.state !== 'waiting') return entry;
      if (entry.deadline !== undefined && Date.parse(entry.deadline) <= Date.now()) {
        const expired = await store.change(key, (now) => now && { ...now, state: 'expired', endedAt: Date.now() });
        await this.#tell({ store, entry: expired });
        return expired;
      }
      const through = source ?? (entry.target ? createRestSource(entry.target) : this.#served.get(entry.kind));
      if (!through) return entry;
      const after = await deliver(store, entry, through, options);
      await this.#tell({ store, entry: after });
      return after;
    });
  }

  async #sendDue(all = false): Promise<void> {
    const owed = this.#device.owes();
    try {
      await this.#device.settle();
      await this.#moveToDevice();
      for (const store of this.#stores) {
        for (const entry of (await this.#all(store)) ?? []) {
          const { key, state, dueAt, deadline } = entry;
          const due = all || Math.min(dueAt, deadline === undefined ? Infinity : Date.parse(deadline)) <= Date.now();
          // Nobody has come to see it for so long.
          if (this.#unwanted.delete(key) || endOfLife(entry) <= Date.now()) await this.discard(key);
          // Storage that fails now may not the next time; the letter is still there.
          else if (state === 'waiting' && due) await this.#send({ store, entry }, undefined, {}).catch(() => {});
        }
      }
      if (owed && !this.#device.owes()) this.#watchers.look();
    } finally {
      await this.#sleep();
    }
  }

  /** What waits in this page alone, since the device did not take it, is safer there once it does. */
  async #moveToDevice(): Promise<void> {
    for (const { key, state, confined } of await this.#page.all()) {
      if (state !== 'waiting' || confined) continue;
      await inTurn(this.#page, key, async () => {
        const entry = (await this.#page.all()).find((one) => one.key === key);
        if (entry?.state !== 'waiting') return;
        const moved = await this.#device.change(key, (there) => joined(there, entry), new Map(await filesOf(this.#page, entry)));
        await this.#page.change(key, () => undefined);
        this.fault = undefined;
        await this.#tell({ store: this.#device, entry: moved });
      }).catch(() => {});
    }
  }

  /** Until the next letter is due, or storage that failed is tried again. */
  async #sleep(): Promise<void> {
    let next = Infinity;
    for (const store of this.#stores) {
      for (const { state, dueAt, deadline, target, kind } of (await this.#all(store)) ?? []) {
        if (state !== 'waiting') continue;
        if (deadline !== undefined) next = Math.min(next, Date.parse(deadline));
        if (target || this.#served.has(kind)) next = Math.min(next, dueAt);
      }
    }
    // Not at once: a letter that is due now is being sent by another page.
    let pause = Math.max(next - Date.now(), 1_000);
    if (this.unsettled) pause = Math.min(pause, STORAGE_PAUSE * 2 ** this.#storageFailures++, LONGEST_STORAGE_PAUSE);
    else this.#storageFailures = 0;
    clearTimeout(this.#timer);
    if (pause < Infinity) this.#timer = setTimeout(() => void this.#sendDue(), Math.min(pause, LONGEST_TIMER));
  }

  /** `undefined` where storage fails: nobody knows what is in it. What this page has in hand is newer than what the device has of it. */
  async #all(store: Store): Promise<readonly Entry[] | undefined> {
    const own = await this.#page.all();
    if (store === this.#page) return own;
    try {
      const entries = (await store.all()).filter(({ key }) => !own.some((entry) => entry.key === key));
      if (this.unread) {
        this.unread = false;
        for (const entry of entries) this.#watchers.tell(letterOf(entry, store.kept), false);
        this.#watchers.look();
      }
      return entries;
    } catch (error) {
      this.fault = faultOf(error);
      this.unread = true;
      return undefined;
    }
  }

  async #find(key: string): Promise<Found | undefined> {
    for (const store of this.#stores) {
      const entry = (await this.#all(store))?.find((one) => one.key === key);
      if (entry) return { store, entry };
    }
    return undefined;
  }

  /** @returns whether it was found */
  async #change(key: string, change: (entry: Entry) => Entry | undefined): Promise<boolean> {
    const known = this.#device.known(key);
    const found = (await this.#find(key)) ?? (this.unread && known ? { store: this.#device, entry: known } : undefined);
    if (!found) return false;
    const { store, entry } = found;
    const after = await store.change(key, (now) => now && change(now));
    await this.#tell({ store, entry: after }, entry);
    if (this.unsettled) void this.#sleep();
    return true;
  }

  /** Tells whoever watches, here and in other pages. @param before what it was, where it may be gone */
  async #tell({ store, entry: after }: { readonly store: Store; readonly entry: Entry | undefined }, before?: Entry): Promise<void> {
    const key = (after ?? before)?.key;
    const entries = await this.#all(store);
    const entry = entries ? entries.find((one) => one.key === key) : after;
    if (!entry && !before) return;
    this.#watchers.tell(entry ? letterOf(entry, store.kept) : erased(before!, store), store.kept === 'device');
  }
}

let opened: Outbox | undefined;

/** The page's outbox. */
export function openOutbox(): Outbox {
  return (opened ??= new Outbox());
}

function erased({ key, kind, target, lang }: Pick<Letter, 'key' | 'kind' | 'target' | 'lang'>, { kept }: Store): Letter {
  return { key, kind, target, lang, kept, state: 'erased', createdAt: '', attempts: 0 };
}

function faultOf(error: unknown): StorageFault {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
}
