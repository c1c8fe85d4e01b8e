import type { Cell, Link, TextBlock } from '../src/model/document.ts';
import { isHeaderRow } from '../src/model/header-row.ts';
import { primary } from '../src/model/text.ts';
import { isSafeLink } from '../src/model/safe-link.ts';
import { filled, spanOf, type Draft, type DraftTable } from './draft.ts';
import { timeLines } from './labels.ts';

/** What of the content a CMS leaves in its place. */
export interface ContentKeeping {
  /** Without it, a table's caption is written as a paragraph before it, in bold, by which it is known again. */
  readonly caption: boolean;
  /** Whether the widget reads from a caption what time its table is for. */
  readonly times: boolean;
  /** The language that stands around the content; only what is in another one says so. */
  readonly lang: string;
}

/**
 * The draft as HTML that every filter of `embedding.md` leaves as it is, where it leaves tables at all: no attribute but
 * `scope`, `colspan`, `rowspan`, `lang`, `href` and `data-value`; lines of a cell separated by `<br>`, since editors glue
 * paragraphs in a cell together; every element on a line of its own and no empty line, which WordPress makes paragraphs of.
 */
export function contentHtml(draft: Draft, keeping: ContentKeeping): string {
  const blocks = filled(draft);
  const parts: string[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.kind === 'table') parts.push(tableHtml(block, keeping));
    else if (block.item) {
      const items: TextBlock[] = [];
      for (let next; (next = blocks[at]) && next.kind === 'text' && next.item; at++) items.push(next);
      at -= 1;
      parts.push(listHtml(items, keeping.lang));
    } else parts.push(textHtml(block, keeping.lang));
  }
  return parts.join('\n');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function textHtml({ text, level, links, lang }: TextBlock, around: string): string {
  const name = level ? `h${Math.max(2, level)}` : 'p';
  return `<${name}${langOf(lang, around)}>${lineHtml(text, [...(links ?? [])])}</${name}>`;
}

function listHtml(blocks: readonly TextBlock[], around: string): string {
  const depth = Math.min(...blocks.map(({ item }) => item!.depth));
  const items: TextBlock[][] = [];
  for (const block of blocks) {
    const last = items.at(-1);
    const same = block.item!.depth > depth || last?.[0]?.item === block.item;
    if (last && same) last.push(block);
    else items.push([block]);
  }
  return ['<ul>', ...items.map((item) => itemHtml(item, depth, around)), '</ul>'].join('\n');
}

function itemHtml(blocks: readonly TextBlock[], depth: number, around: string): string {
  const own = blocks.filter(({ item }) => item!.depth === depth);
  const deeper = blocks.filter(({ item }) => item!.depth > depth);
  const lang = own[0]?.lang;
  return `<li${langOf(lang, around)}>${own.map(({ text, links }) => lineHtml(text, [...(links ?? [])])).join('<br>')}${deeper.length ? `\n${listHtml(deeper, around)}\n` : ''}</li>`;
}

function tableHtml(table: DraftTable, { caption, times, lang }: ContentKeeping): string {
  const named = table.caption && (caption ? `<caption>${escapeHtml(table.caption)}</caption>` : '');
  const rows = table.rows.map((row, at) => ({ at, row })).filter(({ row }) => row.some(({ lines, wordless }) => lines.length || wordless));
  const bodyFrom = rows.findIndex(({ row }) => !isHeaderRow(row));
  const head = rows.slice(0, Math.max(bodyFrom, 0));
  const body = rows.slice(Math.max(bodyFrom, 0));
  return [
    ...(table.caption && !caption ? [`<p><strong>${escapeHtml(table.caption)}</strong></p>`, ...(times ? timeLines(table.caption, lang) : []).map((line) => `<p>${escapeHtml(line)}</p>`)] : []),
    '<table>',
    ...(named ? [named] : []),
    ...(head.length ? ['<thead>', ...head.map(({ at }) => rowHtml(table, at, lang)), '</thead>'] : []),
    '<tbody>',
    ...body.map(({ at }) => rowHtml(table, at, lang)),
    '</tbody>',
    '</table>',
  ].join('\n');
}

function rowHtml(table: DraftTable, row: number, around: string): string {
  const cells = table.rows[row]!;
  const scope = isHeaderRow(cells) ? 'col' : 'row';
  const written = cells.map((cell, column) => (cell.spannedFrom ? '' : cellHtml(cell, scope, spanOf(table, row, column), around)));
  return `<tr>${written.join('')}</tr>`;
}

function cellHtml({ lines, links = [], header, value, lang }: Cell, scope: 'col' | 'row', span: { readonly columns: number; readonly rows: number }, around: string): string {
  const name = header ? 'th' : 'td';
  const attributes = [
    header ? ` scope="${scope}"` : '',
    span.columns > 1 ? ` colspan="${span.columns}"` : '',
    span.rows > 1 ? ` rowspan="${span.rows}"` : '',
    value === undefined ? '' : ` data-value="${value}"`,
    langOf(lang, around),
  ];
  const left = [...links];
  return `<${name}${attributes.join('')}>${lines.map((line) => lineHtml(line, left)).join('<br>')}</${name}>`;
}

function langOf(lang: string | undefined, around: string): string {
  return lang && primary(lang) !== primary(around) ? ` lang="${escapeHtml(lang)}"` : '';
}

/** A line with its links, each of which is taken out of `links` when it has its place. */
function lineHtml(line: string, links: Link[]): string {
  const [link] = links;
  const at = link?.text ? line.indexOf(link.text) : -1;
  if (!link || at < 0) {
    if (!link || link.text) return escapeHtml(line);
    links.shift();
    return lineHtml(line, links);
  }
  links.shift();
  const text = escapeHtml(link.text);
  const linked = isSafeLink(link.href) ? `<a href="${escapeHtml(link.href)}">${text}</a>` : text;
  return `${escapeHtml(line.slice(0, at))}${linked}${lineHtml(line.slice(at + link.text.length), links)}`;
}
