import type { Cell, TableBlock } from './document.ts';
import type { Place } from './gate.ts';
import { isBulleted, itemsIn } from './bullets.ts';
import { addLink, type ChannelCollection, type ChannelDraft } from './channel-collection.ts';
import { readHeaderRow, type Column, type HeaderRow } from './channel-columns.ts';
import { isAddress, webIn } from './channel-addresses.ts';
import { namedChannelIn } from './channel-names.ts';
import { ChannelRow, type FactReader } from './channel-row.ts';
import type { Channel, ChannelField, ToldOfChannel } from './channels.ts';
import type { NamedColumn } from './headers.ts';
import { headerKey, textKey, wordingsOf, type Languages, type Text } from './text.ts';

/** What all parts of one document share. */
export interface DocumentReading {
  readonly channels: ChannelCollection;
  readonly languages: Languages;
  /** Columns that the editor's attribute names. */
  readonly named: ReadonlyMap<string, NamedColumn<ChannelField>>;
  /** The heading under which one reads. */
  group: Text | undefined;
  /** What reads columns that hold more than words, once a table has any. */
  facts?: FactReader;
}

/** A table read up to its header row. */
interface OpenTable {
  readonly header: HeaderRow;
  /** The header row's number. */
  readonly row: number;
}

/** Columns that hold words alone. */
const WORDS: readonly ChannelField[] = ['id', 'channel', 'purpose', 'audience', 'content', 'group', 'address', 'responsible', 'frequency', 'description', 'detail'];

/** A header row is one of the first rows; a title above it is one cell, and does not count as a row. */
const HEADER_WITHIN_ROWS = 3;
const TITLES_WITHIN_ROWS = 10;

/** Reads a table up to its header row and no further; undefined where there is none. */
export function openTable(rows: Iterator<readonly Cell[]>, named: DocumentReading['named']): OpenTable | undefined {
  let headless: OpenTable | undefined;
  for (let row = 1, looked = 0; looked < HEADER_WITHIN_ROWS && row <= TITLES_WITHIN_ROWS; row++) {
    const step = rows.next();
    if (step.done) break;
    const header = readHeaderRow(step.value, named);
    if (header.kind === 'ours') return { header, row };
    if (header.kind === 'headless') headless ??= { header, row };
    if (step.value.filter(isFilled).length > 1) looked++;
  }
  return headless;
}

/** Reads one table row by row, as they are asked for. Returns whether it is one of channels. */
export async function* readTable(block: TableBlock, table: number, reading: DocumentReading): AsyncGenerator<Channel, boolean, void> {
  const { channels, languages, named } = reading;
  const rows = block.rows[Symbol.iterator]();
  const open = openTable(rows, named);
  const firstRow = block.firstRow ?? 1;
  const placeOf = (row: number, column: Text = ''): Place => {
    const header = wordingsOf(column).join(' – ');
    return { table, row: row + firstRow - 1, ...(header && { column: header }), ...(block.sheet !== undefined && { sheet: block.sheet }) };
  };
  if (open?.header.kind !== 'ours') {
    if (open) channels.skip('no-channel-column', placeOf(open.row));
    return false;
  }
  let { header, row } = open;
  for (const value of header.twice) channels.note('column-twice', placeOf(row, value), { value });
  for (const value of header.unknown) channels.note('column-unknown', placeOf(row, value), { value });
  // The sheets of a workbook are its groups, where it has several.
  if (block.sheet !== undefined) reading.group = languages.tag(block.sheet);
  if (header.columns.some(({ field }) => !WORDS.includes(field))) reading.facts ??= (await import('./channel-facts.ts')).readFact;
  let above: ChannelDraft | undefined;
  let empty = true;
  for (let step = rows.next(); !step.done; step = rows.next()) {
    row++;
    const cells = step.value;
    if (!cells.some(isFilled)) continue;
    if (isHeaderAgain(cells, header)) {
      const again = readHeaderRow(cells, named);
      if (again.kind === 'ours') {
        header = again;
        continue;
      }
    }
    const title = titleIn(cells);
    if (title !== undefined) {
      reading.group = languages.tag(title);
      above = undefined;
      continue;
    }
    empty = false;
    const place = (column: Column): ToldOfChannel => {
      const at = placeOf(row, column.header);
      return (code, values) => channels.note(code, at, values);
    };
    const channel = readRow(new ChannelRow(cells, languages, place), cells, header, above, reading, place);
    if (channel) yield (above = channel);
    else channels.skip('row-without-channel', placeOf(row));
  }
  if (empty) channels.note('empty-table', placeOf(open.row));
  return true;
}

/** Reads one row into a channel of its own, into the one of this name, or, without a name, into the one above. */
function readRow(
  row: ChannelRow,
  cells: readonly Cell[],
  { columns }: HeaderRow,
  above: ChannelDraft | undefined,
  { channels, group: heading, facts }: DocumentReading,
  tellOf: (column: Column) => ToldOfChannel,
): ChannelDraft | undefined {
  const column = columns.find(({ field }) => field === 'channel')!;
  const lines = row.lines(column);
  const isNamed = lines.length > 0 && cells[column.parts[0]!.at]?.spannedFrom !== 'above';
  // After a page break, what is left of the sub-channels stands in a row of its own.
  const goesOn = above !== undefined && isNamed && isBulleted(lines[0]!);
  let channel = above;
  if (isNamed && !goesOn) {
    const name = row.texts(column, (all) => [namedChannelIn(all).name].filter(Boolean))[0];
    if (name === undefined) return undefined;
    const field = (is: ChannelField): Column | undefined => columns.find((one) => one.field === is);
    const group = (field('group') && row.items(field('group')!)[0]) ?? heading;
    const id = row.lines(field('id'))[0];
    channel = channels.known(name, group);
    if (id !== undefined && channels.hasId(id) && !channel) tellOf(field('id')!)('id-twice', { value: id });
    channel ??= channels.add(name, { id, group });
  }
  if (!channel) return undefined;
  if (isNamed) addChildren(channel, row.texts(column, goesOn ? itemsIn : (all) => namedChannelIn(all).children), tellOf(column));
  for (const one of columns) row.fill(channel, one, facts);
  row.addLinks(channel, columns);
  return channel;
}

function addChildren(channel: ChannelDraft, names: readonly Text[], tell: ToldOfChannel): void {
  for (const name of names) {
    if (channel.children.some((child) => textKey(child.name) === textKey(name))) continue;
    const child = { name, links: [] };
    channel.children.push(child);
    const [wording = ''] = wordingsOf(name);
    const web = isAddress(wording) ? webIn(wording) : undefined;
    if (web) addLink(child.links, web, tell);
  }
}

function isFilled({ lines, value }: Cell): boolean {
  return lines.length > 0 || value !== undefined;
}

function isHeaderAgain(cells: readonly Cell[], { channelKey }: HeaderRow): boolean {
  return cells.some((cell) => headerKey(cell.lines.join(' ')) === channelKey);
}

/** The text of a row that is merged over the whole table. */
function titleIn(cells: readonly Cell[]): string | undefined {
  const [first, ...others] = cells;
  return first?.lines.length && others.length && others.every(({ spannedFrom }) => spannedFrom === 'left') ? first.lines.join(' ') : undefined;
}
