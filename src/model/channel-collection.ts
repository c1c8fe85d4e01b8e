import type { Channel, ChannelDetail, ChannelFault, ChannelNeed, Channels, SubChannel, ToldOfChannel } from './channels.ts';
import type { Link } from './document.ts';
import type { Accepted, Fault, Place } from './gate.ts';
import { isSafeLink } from './safe-link.ts';
import { isSaid, slug, textKey, type Text } from './text.ts';

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

export interface SubChannelDraft extends Draft<SubChannel> {
  links: Link[];
}
export interface ChannelDraft extends Draft<Channel> {
  children: SubChannelDraft[];
  purposes: Text[];
  audiences: Text[];
  contents: Text[];
  needs: ChannelNeed[];
  links: Link[];
  details: ChannelDetail[];
}

/** Gathers channels and faults while a document is read. */
export class ChannelCollection {
  readonly channels: ChannelDraft[] = [];
  readonly skipped: Fault<ChannelFault>[] = [];
  readonly notes: Fault<ChannelFault>[] = [];
  readonly #byName = new Map<string, ChannelDraft>();
  readonly #ids = new Set<string>();

  note(code: ChannelFault, place?: Place, values?: Fault['values']): void {
    this.notes.push({ code, ...(place && { place }), ...(values && { values }) });
  }

  skip(code: ChannelFault, place: Place, values?: Fault['values']): void {
    this.skipped.push({ code, place, ...(values && { values }) });
  }

  /** The channel of this name in its group, where it is known already: tables repeat rows after a page break. */
  known(name: Text, group: Text | undefined): ChannelDraft | undefined {
    return this.#byName.get(nameKey(name, group));
  }

  /** Adds a channel under an id that no other has: the given one, else one made from the name. */
  add(name: Text, { id, group }: { readonly id?: string | undefined; readonly group?: Text | undefined }): ChannelDraft {
    const wanted = slug(id ?? '', 100) || slug(textKey(name)) || 'channel';
    let own = wanted;
    for (let n = 2; this.#ids.has(own); n++) own = `${wanted}-${n}`;
    this.#ids.add(own);
    const channel: ChannelDraft = {
      id: own, name, ...(group !== undefined && { group }), children: [], purposes: [], audiences: [], contents: [], needs: [], links: [], details: [],
    };
    this.channels.push(channel);
    const key = nameKey(name, group);
    if (!this.#byName.has(key)) this.#byName.set(key, channel);
    return channel;
  }

  hasId(id: string): boolean {
    return this.#ids.has(slug(id, 100));
  }

  finish(notes: readonly Fault[] = []): Accepted<Channels> {
    const { channels, skipped } = this;
    return { data: { channels }, count: channels.length, skipped, notes: [...notes, ...this.notes] };
  }
}

/** Two groups may each have a channel of one name: the library among the buildings, and the one on the web. */
function nameKey(name: Text, group: Text | undefined): string {
  return `${textKey(group)}\n${textKey(name)}`;
}

/** Adds texts that are not there yet. */
export function addTexts(list: Text[], texts: readonly Text[]): void {
  const keys = new Set(list.map(textKey));
  for (const text of texts) {
    if (isSaid(text) && !keys.has(textKey(text))) list.push(text);
    keys.add(textKey(text));
  }
}

export function addLink(links: Link[], { text, href }: Link, tell: ToldOfChannel): void {
  const address = href.trim();
  if (!address || !isSafeLink(address)) tell('link-unsafe', { value: href.slice(0, 100) });
  else if (!links.some((link) => link.href === address)) links.push({ text, href: address });
}
