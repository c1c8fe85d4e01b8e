import { ChannelCollection } from './channel-collection.ts';
import { openTable, readTable, type DocumentReading } from './channel-tables.ts';
import { CHANNEL_FIELDS, type Channel, type ChannelFault, type ChannelOptions, type Channels } from './channels.ts';
import type { Block, BlockDocument } from './document.ts';
import { RefusedDocument, type Accepted, type Fault } from './gate.ts';
import { namedColumns } from './headers.ts';
import { languagesOf } from './text.ts';

/**
 * Reads channels from the tables of a document or, where it has none of channels, from its lists of links.
 * @throws {RefusedDocument} `no-channels` without either, `no-channel-column` where tables are of something else
 */
export async function* readChannelBlocks({ blocks, lang, notes = [] }: BlockDocument, options: ChannelOptions): AsyncGenerator<Channel, Accepted<Channels>, void> {
  const channels = new ChannelCollection();
  const named = namedColumns(options.columns, CHANNEL_FIELDS, (value) => channels.note('columns-option-unknown', undefined, { value }));
  const languages = languagesOf(options.lang, lang);
  const reading: DocumentReading = { channels, languages, named, group: undefined };
  const texts: Block[] = [];
  let tables = 0;
  let read = 0;
  for (const block of blocks) {
    if (block.kind === 'text') {
      texts.push(block);
      if (block.level !== undefined) reading.group = languages.tag(block.text, block.lang);
    } else if (yield* readTable(block, ++tables, reading)) read++;
  }
  if (!read && holdsLinks(texts)) {
    reading.group = undefined;
    const { readLists } = await import('./channel-lists.ts');
    yield* readLists(texts, reading);
    read++;
  }
  if (!read) throw new RefusedDocument(channels.skipped[0] ?? ({ code: tables ? 'no-channel-column' : 'no-channels' } satisfies Fault<ChannelFault>));
  for (const { header, seen } of named.values()) if (!seen) channels.note('column-missing', undefined, { value: header });
  return channels.finish(notes);
}

/**
 * Whether there is a table of channels, be it one without the column that names them, so that its editor is told just that,
 * or a list of links. Reads no further than header rows.
 */
export function holdsChannels(blocks: Iterable<Block>, options: ChannelOptions): boolean {
  const named = namedColumns(options.columns, CHANNEL_FIELDS, () => {});
  if (isOnce(blocks)) return false;
  for (const block of blocks) if (block.kind === 'table' && !isOnce(block.rows) && openTable(block.rows[Symbol.iterator](), named)) return true;
  return holdsLinks(blocks);
}

/** A generator gives its items once; looking at them would take them away. */
function isOnce(items: Iterable<unknown>): boolean {
  const iterator: unknown = items[Symbol.iterator]();
  return iterator === items;
}

/** What begins a channel in a list: an address that reaches somebody, or leads out of the page's own site. */
const REACHES = /^\s*(?:tel|mailto|https?):/i;

/** Whether there is a list of links in which somebody is reached. */
function holdsLinks(blocks: Iterable<Block>): boolean {
  for (const block of blocks) if (block.kind === 'text' && block.item && block.links?.some(({ href }) => REACHES.test(href))) return true;
  return false;
}
