// Paging off, so that all rows are there; `type: 'string'` spares it the parsing of every cell as HTML, which is its default.
import { DataTable } from 'simple-datatables';
import 'simple-datatables/dist/style.css';
import { COLUMNS, readPage } from './goals.js';

const { place, rows } = await readPage();
const table = document.createElement('table');
place.append(table);
new DataTable(table, {
  data: { headings: Object.values(COLUMNS), data: rows.map((row) => Object.values(row)) },
  type: 'string',
  paging: false,
});
