import type { SubmissionName } from '../../model/resources.ts';
import type { Receipt } from '../../sources/source.ts';
import { createLeaveGuard } from '../leave-guard.ts';
import type { Keeping, Letter, LetterError, LetterState } from './letter.ts';

/** The words of a letter as they were at one press of Send. */
export interface Version {
  /** The body as it is sent: the same bytes each time. */
  readonly json: string;
  /** Ids of its files. */
  readonly files: readonly string[];
  /** It was sent with an unknown end: it may have arrived. */
  readonly tried: boolean;
}

/** A letter as it is kept. */
export interface Entry {
  readonly key: string;
  readonly kind: SubmissionName;
  readonly target: string;
  readonly lang: string;
  readonly deadline?: string;
  readonly seconds: number;
  readonly trap?: string;
  /** Many use the device: it may not keep it. */
  readonly confined?: boolean;
  readonly createdAt: string;
  readonly state: Exclude<LetterState, 'erased'>;
  /** Newest last; those before it are the ones that may have arrived. None once it was received. */
  readonly versions: readonly Version[];
  readonly attempts: number;
  /** Failures in a row, and when it is tried again, in milliseconds since 1970. */
  readonly failures: number;
  readonly dueAt: number;
  /** Since when it does not wait any more, in milliseconds since 1970. */
  readonly endedAt?: number;
  readonly receipt?: Receipt;
  readonly error?: LetterError;
  /** Where locks are missing: a page is sending it until then, in milliseconds since 1970, unless it says otherwise. */
  readonly leaseUntil?: number;
}

/** Days for which a letter that does not wait any more is kept for the person to see. */
const ENDED_DAYS = 30;

/** When a letter is erased, in milliseconds since 1970; never while it waits. */
export function endOfLife({ state, endedAt, createdAt }: Entry): number {
  return state === 'waiting' ? Infinity : (endedAt ?? Date.parse(createdAt)) + ENDED_DAYS * 86_400_000;
}

/** A file as bytes: WebKit cannot keep a `Blob` in a private window. */
export interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** Keeps letters and their files; a file goes with the last version that names it. */
export interface Store {
  readonly kept: Keeping;
  all(): Promise<readonly Entry[]>;
  /**
   * Reads a letter, changes it and writes it, and no other page comes in between. `undefined` erases it.
   * @param files new ones, by id; those that the changed letter does not name are not kept
   * @returns the letter as it then stands
   */
  change(key: string, change: (entry: Entry | undefined) => Entry | undefined, files?: ReadonlyMap<string, StoredFile>): Promise<Entry | undefined>;
  files(ids: readonly string[]): Promise<readonly StoredFile[]>;
}

/** What a page sees of it. */
export function letterOf(entry: Entry, kept: Keeping): Letter {
  const { key, kind, target, lang, deadline, createdAt, state, attempts, versions, receipt, error } = entry;
  const words = versions.at(-1);
  const end = endOfLife(entry);
  return {
    key, kind, target, lang, createdAt, state, attempts, kept,
    ...(deadline !== undefined && { deadline }),
    ...(end < Infinity && { keptUntil: new Date(end).toISOString() }),
    ...(words && { body: JSON.parse(words.json) as NonNullable<Letter['body']> }),
    ...(receipt && { receipt }),
    ...(error && { error }),
  };
}

/** All files of a letter, by id. */
export async function filesOf(store: Store, { versions }: Entry): Promise<readonly [string, StoredFile][]> {
  const ids = versions.flatMap(({ files }) => files);
  const files = await store.files(ids);
  return ids.map((id, index) => [id, files[index]!]);
}

/** What a change of a letter means for its files. @param added new ones, by id */
export function filesChanged(before: Entry | undefined, after: Entry | undefined, added: ReadonlyMap<string, StoredFile> | undefined): { put: [string, StoredFile][]; drop: string[] } {
  const named = new Set(after?.versions.flatMap(({ files }) => files));
  return {
    put: [...(added ?? [])].filter(([id]) => named.has(id)),
    drop: (before?.versions.flatMap(({ files }) => files) ?? []).filter((id) => !named.has(id)),
  };
}

/** Keeps letters in this page, as long as it is open; while one of them waits, the person is asked before leaving. */
export function createPageStore(): Store {
  const entries = new Map<string, Entry>();
  const kept = new Map<string, StoredFile>();
  const guard = createLeaveGuard();
  return {
    kept: 'page',
    all: () => Promise.resolve([...entries.values()]),
    change(key, change, files) {
      const before = entries.get(key);
      const after = change(before);
      if (after) entries.set(key, after);
      else entries.delete(key);
      guard.hold([...entries.values()].some(({ state }) => state === 'waiting'));
      const { put, drop } = filesChanged(before, after, files);
      for (const [id, file] of put) kept.set(id, file);
      for (const id of drop) kept.delete(id);
      return Promise.resolve(after);
    },
    files: (ids) => Promise.resolve(ids.flatMap((id) => kept.get(id) ?? [])),
  };
}
