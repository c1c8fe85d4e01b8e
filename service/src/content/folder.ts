import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../../../src/model/gate.ts';
import { BrokenFile, FORMATS, readCopy, type Copy, type Format } from './document.ts';
import type { Gate } from './gates.ts';

/** Larger than any document of a city, and small enough to be held in memory several times. */
const BYTES_MAX = 20_000_000;
/** The name of a document of which there are several: `ballot/2026.json`. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,99}$/u;

/** What is wrong with a file. No word of its content. */
export interface FileFault {
  /** The path in the content folder. */
  readonly file: string;
  readonly code: string;
  readonly place?: Fault['place'];
  /** Whether an earlier copy of it is still served. */
  readonly served: boolean;
}

/** A file that is not read: no resource has its name, or another file comes before it. */
export interface UnreadFile {
  readonly file: string;
  readonly code: 'name-unknown' | 'other-format-first';
}

export interface ContentHealth {
  readonly faults: readonly FileFault[];
  readonly unread: readonly UnreadFile[];
  /** Files in which some items were left out, and how many. */
  readonly skipped: Readonly<Record<string, number>>;
}

interface Found {
  readonly file: string;
  readonly format: Format;
  /** Changes whenever the file is written or replaced. */
  readonly version: string;
  readonly size: number;
}

interface Entry {
  readonly version: string;
  readonly reading: Promise<void>;
  copy?: Copy | undefined;
  fault?: FileFault;
}

export interface ContentOptions {
  readonly gates: Readonly<Record<string, Gate>>;
  /** The language of documents that name none. */
  readonly lang: string;
  /** Told once per version of a file. */
  readonly onFault: (fault: FileFault) => void;
}

/**
 * The folder in which editors keep what the widgets read: `goals.json`, `channels.csv`, and one file per document where
 * a resource has several, as `ballot/2026.json`. Whether a file has changed is looked up each time it is asked for.
 * A file that becomes unreadable leaves its last good copy in use; one that is removed is gone.
 */
export class ContentFolder {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly folder: string, private readonly options: ContentOptions) {}

  /**
   * A document as it stands now; undefined where there is no such file.
   * @throws {BrokenFile} where the file is broken and was never read before
   */
  async read(name: string, id?: string): Promise<Copy | undefined> {
    const gate = Object.hasOwn(this.options.gates, name) ? this.options.gates[name] : undefined;
    if (!gate || (id !== undefined && !ID.test(id))) return undefined;
    const path = id === undefined ? name : `${name}/${id}`;
    const found = await this.#find(path);
    if (!found) {
      this.#entries.delete(path);
      return undefined;
    }
    // What is being read now may become the last good copy.
    await this.#entries.get(path)?.reading;
    let entry = this.#entries.get(path);
    if (entry?.version !== found.version) entry = this.#renew(path, found, gate, entry?.copy);
    await entry.reading;
    if (entry.copy) return entry.copy;
    throw new BrokenFile({ code: entry.fault?.code ?? 'unreadable' });
  }

  /** The ids of a resource of which there are several documents, in the order of their letters. */
  async ids(name: string): Promise<readonly string[]> {
    const files = await this.#files();
    const ids = files.filter((file) => file.startsWith(`${name}/`)).map((file) => file.slice(name.length + 1).replace(/\.[^.]*$/, ''));
    return [...new Set(ids)].filter((id) => ID.test(id));
  }

  /** Reads what has changed, and tells what is wrong in the folder. */
  async health(): Promise<ContentHealth> {
    const files = await this.#files();
    const unread: UnreadFile[] = [];
    const skipped: Record<string, number> = {};
    const faults: FileFault[] = [];
    for (const file of files) {
      const [path = '', format] = file.split(/\.([^.]*)$/);
      const [name = '', id] = path.split('/');
      if (!Object.hasOwn(this.options.gates, name) || (id !== undefined && !ID.test(id))) unread.push({ file, code: 'name-unknown' });
      else if (format !== FORMATS[0] && files.includes(`${path}.${FORMATS[0]}`)) unread.push({ file, code: 'other-format-first' });
      else {
        await this.read(name, id).catch(() => undefined);
        const entry = this.#entries.get(path);
        if (entry?.fault) faults.push(entry.fault);
        else if (entry?.copy?.accepted.skipped.length) skipped[file] = entry.copy.accepted.skipped.length;
      }
    }
    return { faults, unread, skipped };
  }

  async #files(): Promise<readonly string[]> {
    const entries = await readdir(this.folder, { withFileTypes: true }).catch(() => []);
    const inFolders = await Promise.all(
      entries.filter((entry) => entry.isDirectory()).map(async ({ name }) => {
        const inside = await readdir(join(this.folder, name)).catch(() => []);
        return inside.map((file) => `${name}/${file}`);
      }),
    );
    const files = [...entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name), ...inFolders.flat()];
    return files.filter((file) => FORMATS.some((format) => file.endsWith(`.${format}`))).sort();
  }

  async #find(path: string): Promise<Found | undefined> {
    for (const format of FORMATS) {
      const file = `${path}.${format}`;
      const found = await stat(join(this.folder, file), { bigint: true }).catch(() => undefined);
      if (found?.isFile()) return { file, format, version: [found.ino, found.mtimeNs, found.size].join(), size: Number(found.size) };
    }
    return undefined;
  }

  #renew(path: string, found: Found, gate: Gate, last: Copy | undefined): Entry {
    const entry: Entry = { version: found.version, copy: last, reading: this.#load(found, gate).then(
      (copy) => {
        entry.copy = copy;
      },
      (error: unknown) => {
        const fault = error instanceof BrokenFile ? error.fault : { code: 'unreadable' };
        entry.fault = { file: found.file, code: fault.code, ...(fault.place && { place: fault.place }), served: last !== undefined };
        this.options.onFault(entry.fault);
      },
    ) };
    this.#entries.set(path, entry);
    return entry;
  }

  async #load({ file, format, size }: Found, gate: Gate): Promise<Copy> {
    if (size > BYTES_MAX) throw new BrokenFile({ code: 'too-large' });
    return readCopy(await readFile(join(this.folder, file)), format, gate, this.options.lang);
  }
}
