import type { Block, Cell, Link, ListItem } from '../../src/model/document.ts';
import { isHeaderRow } from '../../src/model/header-row.ts';
import { isSafeLink } from '../../src/model/safe-link.ts';
import { escape } from './frame-page.mjs';

/**
 * Content as plain HTML that needs no script: headings, paragraphs, lists and tables in the order of the document, as an
 * editor would have pasted it, so that the widget reads from it what it reads from the file.
 */
export function plainHtml(blocks: Iterable<Block>): string {
  let html = '';
  let item: ListItem | undefined;
  let depth = 0;
  const list = (to: number): void => {
    for (; depth < to; depth += 1) html += '<ul>';
    for (; depth > to; depth -= 1) html += '</ul>';
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      list(0);
      html += table(block.rows, block.caption ?? block.sheet);
    } else if (block.item) {
      list(block.item.depth);
      const inside = `<p${langOf(block)}>${text(block.text, block.links)}</p></li>`;
      html = block.item === item ? html.replace(/<\/li>$/, inside) : `${html}<li>${inside}`;
    } else {
      list(0);
      const tag = block.level ? `h${block.level}` : 'p';
      html += `<${tag}${langOf(block)}>${text(block.text, block.links)}</${tag}>\n`;
    }
    item = block.kind === 'text' ? block.item : undefined;
  }
  list(0);
  return html;
}

interface Placed {
  readonly cell: Cell;
  columns: number;
  rows: number;
}

function table(rows: Iterable<readonly Cell[]>, caption: string | undefined): string {
  const lines: { readonly cells: readonly Placed[]; readonly inHeader: boolean }[] = [];
  // What reaches into a place from the left or from above is the cell that began there.
  let above: Placed[] = [];
  for (const row of rows) {
    const line: Placed[] = [];
    const places: Placed[] = [];
    for (const [column, cell] of row.entries()) {
      const left = cell.spannedFrom === 'left' ? places.at(-1) : undefined;
      const top = cell.spannedFrom === 'above' ? above[column] : undefined;
      const reaching = left ?? top;
      if (left && line.includes(left)) left.columns += 1;
      if (top && top !== places.at(-1)) top.rows += 1;
      places.push(reaching ?? { cell, columns: 1, rows: 1 });
      if (!reaching) line.push(places.at(-1)!);
    }
    above = places;
    if (row.length) lines.push({ cells: line, inHeader: isHeaderRow(row) });
  }
  const body = lines.map(({ cells, inHeader }) => `<tr>${cells.map((cell) => cellHtml(cell, inHeader)).join('')}</tr>`).join('\n');
  return `<table>${caption ? `<caption>${escape(caption)}</caption>` : ''}\n${body}\n</table>\n`;
}

function cellHtml({ cell, columns, rows }: Placed, inHeader: boolean): string {
  const tag = cell.header ? 'th' : 'td';
  const attributes = [columns > 1 && `colspan="${columns}"`, rows > 1 && `rowspan="${rows}"`, cell.header && (!inHeader ? 'scope="row"' : rows === 1 && 'scope="col"'), cell.value !== undefined && `data-value="${cell.value}"`].filter(Boolean);
  const [only = '', ...more] = cell.lines.map((line) => text(line, cell.links));
  const inside = more.length ? [only, ...more].map((line) => `<p>${line}</p>`).join('') : only;
  return `<${[tag, ...attributes].join(' ')}${langOf(cell)}>${inside}</${tag}>`;
}

function langOf({ lang }: { readonly lang?: string }): string {
  return lang ? ` lang="${escape(lang)}"` : '';
}

/** The text with its links where their words stand. */
function text(words: string, links: readonly Link[] = []): string {
  const link = links.find(({ text, href }) => text && isSafeLink(href) && words.includes(text));
  if (!link) return escape(words);
  const at = words.indexOf(link.text);
  const after = words.slice(at + link.text.length);
  return `${escape(words.slice(0, at))}<a href="${escape(link.href)}">${escape(link.text)}</a>${text(after, links.filter((other) => other !== link))}`;
}
