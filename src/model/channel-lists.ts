import type { Block, Link, ListItem, TextBlock } from './document.ts';
import { addLink, type ChannelDraft } from './channel-collection.ts';
import { isAddress } from './channel-addresses.ts';
import type { DocumentReading } from './channel-tables.ts';
import type { Channel, ToldOfChannel } from './channels.ts';
import { tidy, type Text } from './text.ts';

/** An item of a list with its texts, and the items of the list inside it. */
interface Item {
  readonly item: ListItem;
  readonly texts: TextBlock[];
}

/** Reads lists of links: each item is a channel, items of a list inside it are its sub-channels. Headings are groups. */
export function* readLists(blocks: Iterable<Block>, reading: DocumentReading): Generator<Channel, void, void> {
  const { channels } = reading;
  let above: ChannelDraft | undefined;
  for (const entry of itemsOf(blocks)) {
    if ('level' in entry) {
      reading.group = reading.languages.tag(entry.text, entry.lang);
      continue;
    }
    const place = { item: channels.channels.length + 1 };
    const tell: ToldOfChannel = (code, values) => channels.note(code, place, values);
    const { name, rest, links } = read(entry, reading);
    if (!name) continue;
    if (entry.item.depth > 1 && above) {
      const child = { name, ...(rest && { description: rest }), links: [] as Link[] };
      for (const link of links) addLink(child.links, link, tell);
      above.children.push(child);
    } else {
      const channel = channels.known(name, reading.group) ?? channels.add(name, { group: reading.group });
      if (rest) channel.description ??= rest;
      for (const link of links) addLink(channel.links, link, tell);
      above = channel;
    }
    yield above;
  }
}

function* itemsOf(blocks: Iterable<Block>): Generator<Item | (TextBlock & { readonly level: number })> {
  let open: Item | undefined;
  for (const block of blocks) {
    if (block.kind === 'text' && block.item) {
      if (open?.item === block.item) open.texts.push(block);
      else {
        if (open) yield open;
        open = { item: block.item, texts: [block] };
      }
    } else {
      if (open) yield open;
      open = undefined;
      if (block.kind === 'text' && block.level !== undefined) yield { ...block, level: block.level };
    }
  }
  if (open) yield open;
}

/**
 * The name of an item is its first link's words, or what stands before a link that is an address itself
 * (`Vaihde: 06 000 1200`); the rest describes it.
 */
function read({ texts }: Item, { languages }: DocumentReading): { readonly name: Text | undefined; readonly rest: Text | undefined; readonly links: readonly Link[] } {
  const [first, ...more] = texts;
  const links = texts.flatMap((text) => text.links ?? []);
  const whole = first!.text;
  const link = first!.links?.[0];
  const at = link?.text ? whole.indexOf(link.text) : -1;
  const [before, after] = at < 0 ? [whole, ''] : [whole.slice(0, at), whole.slice(at + link!.text.length)];
  const lead = trimmed(before);
  const isNamed = at >= 0 && !isAddress(link!.text);
  const name = isNamed ? link!.text : lead || trimmed(after) || link?.text || '';
  const rest = [isNamed ? lead : '', name === trimmed(after) ? '' : trimmed(after), ...more.map(({ text }) => text)].filter((text) => text && !links.some((one) => one.text === text));
  const tag = (text: string): Text | undefined => (text ? languages.tag(text, first!.lang) : undefined);
  return { name: tag(name), rest: tag(rest.join('\n')), links };
}

/** Without what joins a text to the link beside it. */
function trimmed(text: string): string {
  return tidy(text).replace(/^[\s:;,.–—-]+|[\s:;,–—-]+$/g, '');
}
