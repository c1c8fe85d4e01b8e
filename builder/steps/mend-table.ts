import { html, nothing, type TemplateResult } from 'lit';
import type { Cell } from '../../src/model/document.ts';
import { unbroken } from '../../src/core/editor-notes.ts';
import { isHeaderRow } from '../../src/model/header-row.ts';
import type { AukioBuilder } from '../builder.ts';
import { spanOf, type CellPlace, type DraftTable } from '../draft.ts';
import { withCaption, withCell, withHeaderRow } from '../mending.ts';
import { flagField, renderRemoved, textField } from './parts.ts';

/** A table with its caption and its rows, each cell in a field of its own. */
export function renderTable(builder: AukioBuilder, table: DraftTable, at: number): TemplateResult {
  const { mender } = builder;
  const shown = table.rows.slice(0, builder.rowsShown);
  const name = table.caption || table.sheet || builder.word('table', { number: at + 1 });
  const headers = headersOf(table);
  const first = table.rows.findIndex(({ length }) => length > 0);
  const isHeader = (row: number): boolean => isHeaderRow(table.rows[row] ?? []);
  // Its own header row is the head in which it is mended.
  const inHead = isHeader(0);
  const removedRow = (row: number): TemplateResult | typeof nothing => (mender.removed?.key === `row-${at}-${row}` ? html`<tr class="removed"><td colspan=${headers.length + 2}>${renderRemoved(builder)}</td></tr>` : nothing);
  return html`<div class="mend-table">
    <h3 class="h3">${builder.word('table', { number: at + 1 })}${table.sheet ? ` – ${table.sheet}` : ''}</h3>
    ${textField(`caption-${at}`, builder.word('caption'), table.caption, (caption) => mender.change((draft) => withCaption(draft, at, caption)), { hint: builder.word('caption-hint') })}
    ${first >= 0 && !table.rows.some((_, row) => row !== first && isHeader(row)) ? flagField(`headers-${at}`, builder.word('first-row-headers'), isHeader(first), (checked) => mender.change((draft) => withHeaderRow(draft, at, checked))) : nothing}
    <div class="scroll" role="region" tabindex="0" aria-label=${builder.word('table-region', { name })}>
      <table>
        <caption class="visually-hidden">${builder.word('table-region', { name })}</caption>
        <thead>${inHead ? renderRow(builder, table, at, 0, headers) : html`<tr><th scope="col">${builder.word('row')}</th>${headers.map((header, column) => html`<th scope="col">${header || builder.word('column', { number: column + 1 })}</th>`)}<td class="of-row">${renderBelow(builder, at, -1, builder.word('table', { number: at + 1 }))}</td></tr>`}</thead>
        <tbody>${shown.map((row, index) => html`${removedRow(index)}${row.length && !(inHead && index === 0) ? renderRow(builder, table, at, index, headers) : nothing}`)}${removedRow(shown.length)}</tbody>
      </table>
    </div>
    ${table.rows.length > shown.length ? html`<p><button type="button" @click=${() => (builder.rowsShown += 200)}>${builder.word('more-rows', { count: table.rows.length - shown.length })}</button></p>` : nothing}
  </div>`;
}

/** The words of the first row that names columns. */
function headersOf({ rows }: DraftTable): readonly string[] {
  const width = Math.max(...rows.map(({ length }) => length));
  const header = rows.find(isHeaderRow) ?? [];
  return Array.from({ length: width }, (_, column) => unbroken(header[column]?.lines.join(' ') ?? ''));
}

function renderRow(builder: AukioBuilder, table: DraftTable, at: number, row: number, headers: readonly string[]): TemplateResult {
  const { mender } = builder;
  const number = table.firstRow + row;
  const cells = table.rows[row]!;
  const isHeader = isHeaderRow(cells);
  const name = builder.word('row-number', { row: number });
  return html`<tr class=${isHeader ? 'head' : ''}>
    <th scope="row">${number}</th>
    ${cells.map((cell, column) => (cell.spannedFrom ? nothing : renderCell(builder, table, cell, { table: at, row, column }, headers[column] || builder.word('column', { number: column + 1 }), number, isHeader ? 'col' : 'row')))}
    ${headers.slice(cells.length).map(() => html`<td></td>`)}
    <td class="of-row">
      ${isHeader ? nothing : html`<button type="button" class="quiet" id="remove-${at}-${row}" @click=${() => mender.removeRow(at, row, number)}>${builder.word('remove')}<span class="visually-hidden"> ${name}</span></button>`}
      ${renderBelow(builder, at, row, name)}
    </td>
  </tr>`;
}

/** @param row below which another is put; -1 for the top of the table */
function renderBelow(builder: AukioBuilder, at: number, row: number, name: string): TemplateResult {
  return html`<button type="button" class="quiet" id="below-${at}-${row}" @click=${() => builder.mender.addRow(at, row)}>${builder.word('add-row')}<span class="visually-hidden">: ${name}</span></button>`;
}

function renderCell(builder: AukioBuilder, table: DraftTable, cell: Cell, place: CellPlace, header: string, number: number, scope: 'col' | 'row'): TemplateResult {
  const { columns, rows } = spanOf(table, place.row, place.column);
  const id = `cell-${place.table}-${place.row}-${place.column}`;
  const marked = builder.problems.some(({ field }) => field === id);
  const field = html`<textarea
      id=${id}
      class=${marked ? 'marked' : ''}
      rows=${Math.max(1, Math.min(8, cell.lines.length || 1))}
      aria-label=${builder.word('cell', { row: number, column: header })}
      aria-invalid=${marked ? 'true' : nothing}
      .value=${cell.lines.join('\n')}
      @change=${(event: Event) => builder.mender.change((draft) => withCell(draft, place, (event.target as HTMLTextAreaElement).value))}
    ></textarea>`;
  return cell.header ? html`<th scope=${scope} colspan=${columns} rowspan=${rows}>${field}</th>` : html`<td colspan=${columns} rowspan=${rows}>${field}</td>`;
}
