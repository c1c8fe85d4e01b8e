// Only the modules it needs, and a height, by which it keeps in the document only the rows near those in view: both are
// what its documentation recommends. `textarea` is its formatter for text of several lines.
import { FilterModule, FormatModule, Tabulator } from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator.min.css';
import { COLUMNS, hasText, readPage, whenTyped } from './goals.js';

const { place, rows } = await readPage();
Tabulator.registerModule([FilterModule, FormatModule]);
const table = new Tabulator(place, {
  data: rows,
  height: 600,
  layout: 'fitColumns',
  columns: Object.entries(COLUMNS).map(([field, title]) => ({ field, title, formatter: 'textarea' })),
});
whenTyped((text) => {
  if (text) table.setFilter((row) => hasText(row, text));
  else table.clearFilter();
});
