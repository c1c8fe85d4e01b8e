import type { ChannelField } from './channels.ts';
import { channelHeaders } from './channel-words.ts';
import type { Cell } from './document.ts';
import type { Halves } from './halves.ts';
import type { NamedColumn } from './headers.ts';
import { headerKey, tidy, type Text } from './text.ts';

/** One thing that each row says, in as many columns as there are languages. */
export interface Column {
  readonly field: ChannelField;
  /** As the document writes it. */
  readonly header: Text;
  /** Without `lang` in the document's language. */
  readonly parts: readonly { readonly at: number; readonly lang: string | undefined }[];
  readonly halves: Halves | undefined;
}

/** A header row as understood. */
export interface HeaderRow {
  readonly columns: readonly Column[];
  /** `ours` holds channels; `headless` looks like channels without the column that names them. */
  readonly kind: 'ours' | 'headless' | 'other';
  /** Headers that stand twice. */
  readonly twice: readonly string[];
  readonly unknown: readonly string[];
  /** The channel column's header, by which its repetition after a page break is known. */
  readonly channelKey: string;
}

/** Headers that stand in any table; alone they say nothing of its kind. */
const COMMON: readonly ChannelField[] = ['detail', 'id', 'group', 'responsible', 'description'];
/** What says that a table without the column for the name is one of channels nevertheless. */
const TELLING: readonly ChannelField[] = ['audience', 'content', 'purpose', 'need', 'hours'];
/** Columns of which there may be several. */
const MANY: readonly ChannelField[] = ['detail', 'phone', 'email', 'link', 'contact'];

/** Reads a row as a header row. */
export function readHeaderRow(cells: readonly Cell[], named: ReadonlyMap<string, NamedColumn<ChannelField>>): HeaderRow {
  const columns: Column[] = [];
  const twice: string[] = [];
  const unknown: string[] = [];
  let channelKey = '';
  cells.forEach((cell, at) => {
    const header = tidy(cell.lines.join(' '));
    if (!header || cell.spannedFrom === 'left') return;
    const [, plain = cell.lines.join('\n'), suffix] = /^(.*)_(fi|sv|en)$/i.exec(header) ?? [];
    const given = named.get(headerKey(header));
    if (given) given.seen = true;
    const { meaning, halves } = given ? { meaning: { is: given.field, lang: undefined }, halves: undefined } : channelHeaders.read(plain);
    if (!meaning) unknown.push(header);
    const field = meaning?.is ?? 'detail';
    const lang = (suffix ?? cell.lang)?.toLowerCase().split('-')[0] ?? meaning?.lang;
    if (field === 'channel') channelKey ||= headerKey(header);
    const same = columns.find((column) => column.field === field);
    if (!same || MANY.includes(field)) columns.push({ field, header, parts: [{ at, lang }], halves });
    else if (lang && same.parts.every((part) => part.lang !== lang)) {
      columns[columns.indexOf(same)] = { ...same, parts: [...same.parts, { at, lang }] };
    } else {
      twice.push(header);
      columns.push({ field: 'detail', header, parts: [{ at, lang }], halves });
    }
  });
  return { columns, twice, unknown, channelKey, kind: kindOf(columns) };
}

function kindOf(columns: readonly Column[]): HeaderRow['kind'] {
  const fields = columns.map(({ field }) => field);
  if (fields.includes('channel')) return fields.some((field) => field !== 'channel' && !COMMON.includes(field)) ? 'ours' : 'other';
  return TELLING.filter((field) => fields.includes(field)).length > 1 ? 'headless' : 'other';
}
