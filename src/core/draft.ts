import { serialise } from '../sources/serialise.ts';
import { identifier } from './identifier.ts';

/** Days for which a draft is kept. */
export const DRAFT_DAYS = 7;
const LIFE = DRAFT_DAYS * 24 * 60 * 60 * 1000;

const PREFIX = 'aukio-draft ';

/** Where a draft is: on the device, `off` on a shared device, or in this page alone since storage is `blocked` or full. */
export type DraftKeeping = 'device' | 'off' | 'blocked';

/** The name of a form on this page, so that two forms do not take each other's words. @param target where it sends to, as the editor wrote it */
export function formName(tag: string, target: string): string {
  return `${tag} ${target} ${location.pathname}`;
}

type Words<Field extends string> = Readonly<Record<Field, string>>;

/** What is kept under `aukio-draft <form> <place>`. */
interface Kept {
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** The words of one form as they are written, and the idempotency key under which they are sent. */
export interface Draft<Field extends string> {
  /** Of these words, a UUID: the same after a reload, another one after `finish`, `renew` and `erase`. */
  readonly key: string;
  readonly keeping: DraftKeeping;
  /** The words found when the form opened, to be put into its fields and said to the person; `savedAt` is an ISO instant. */
  readonly found: { readonly fields: Words<Field>; readonly savedAt: string } | undefined;
  /** Keeps what is written; words that are all empty are erased. */
  save(fields: Words<Field>): void;
  /** The person wants it gone. */
  erase(): void;
  /** The words have been received or wait in the outbox on the device. */
  finish(): void;
  /** The same words are to be sent as new ones. */
  renew(): void;
  /** The words of a letter from the outbox are in the form now: they go on under its key. */
  resume(key: string): void;
  /** On a shared device nothing is kept, and what was is erased. */
  share(shared: boolean): void;
}

/**
 * Opens the draft of a form. @param form its name, see `formName` @param fields those that are kept: never contact details
 *
 * Each open form has a place of its own in the device's storage, so that two tabs never overwrite each other; a form that
 * opens begins with a copy of the newest words left, under the same key, so that what both send counts once. One that is
 * `begun`, since a person was faster than what opens its draft, leaves them where they are for the next time. When words are
 * sent, what they were copied from goes with them; what another tab has written since stays.
 */
export function openDraft<Field extends string>(form: string, fields: readonly Field[], { shared = false, begun = false }: { readonly shared?: boolean; readonly begun?: boolean } = {}): Draft<Field> {
  return new KeptDraft(form, fields, shared, begun);
}

class KeptDraft<Field extends string> implements Draft<Field> {
  key: string;
  keeping: DraftKeeping;
  readonly found: Draft<Field>['found'] = undefined;

  readonly #place = identifier();
  /** Up to when other places hold what these words were copied from. */
  #copiedAt = 0;
  #words: Words<Field> | undefined;

  constructor(private readonly form: string, fields: readonly Field[], shared: boolean, begun: boolean) {
    this.keeping = shared ? 'off' : 'device';
    // Always looked for: what is too old goes, and it shows whether anything can be kept here.
    const newest = shared ? undefined : this.#newest();
    const left = begun ? undefined : newest;
    this.key = left?.key ?? identifier();
    this.#copiedAt = left?.savedAt ?? 0;
    if (left) {
      this.#words = Object.fromEntries(fields.map((field) => [field, String(left.fields[field] ?? '')])) as Words<Field>;
      this.found = { fields: this.#words, savedAt: new Date(left.savedAt).toISOString() };
    }
  }

  save(fields: Words<Field>): void {
    this.#words = fields;
    if (this.keeping === 'off') return;
    if (Object.values<string>(fields).every((text) => !text.trim())) return this.#forget();
    const kept: Kept = { key: this.key, fields, savedAt: Date.now() };
    this.keeping = attempt(() => localStorage.setItem(this.#name, serialise(kept))) ? 'device' : 'blocked';
  }

  erase(): void {
    this.finish();
  }

  finish(): void {
    this.#forget();
    this.key = identifier();
    this.#words = undefined;
  }

  renew(): void {
    this.resume(identifier());
  }

  resume(key: string): void {
    const words = this.#words;
    this.finish();
    this.key = key;
    if (words) this.save(words);
  }

  share(shared: boolean): void {
    this.keeping = shared ? 'off' : 'device';
    if (shared) for (const { name } of this.#all()) attempt(() => localStorage.removeItem(name));
    else if (this.#words) this.save(this.#words);
  }

  get #name(): string {
    return `${PREFIX}${this.form} ${this.#place}`;
  }

  #forget(): void {
    for (const { name, kept } of this.#all()) {
      if (name === this.#name || (kept.key === this.key && kept.savedAt <= this.#copiedAt)) attempt(() => localStorage.removeItem(name));
    }
  }

  #newest(): Kept | undefined {
    return this.#all().map(({ kept }) => kept).reduce<Kept | undefined>((newest, kept) => (newest && newest.savedAt >= kept.savedAt ? newest : kept), undefined);
  }

  /** What is kept for this form; what is too old is erased, whatever form it is of. */
  #all(): { name: string; kept: Kept }[] {
    const found: { name: string; kept: Kept }[] = [];
    const readable = attempt(() => {
      for (const name of Object.keys(localStorage)) {
        if (!name.startsWith(PREFIX)) continue;
        const kept = parse(localStorage.getItem(name));
        if (!kept || kept.savedAt < Date.now() - LIFE) localStorage.removeItem(name);
        else if (name.startsWith(`${PREFIX}${this.form} `)) found.push({ name, kept });
      }
    });
    if (!readable && this.keeping === 'device') this.keeping = 'blocked';
    return found;
  }
}

function parse(text: string | null): Kept | undefined {
  try {
    const kept = JSON.parse(text ?? '') as Partial<Kept> | null;
    return kept && typeof kept.key === 'string' && typeof kept.fields === 'object' && typeof kept.savedAt === 'number' ? (kept as Kept) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether storage let it be done. */
function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
