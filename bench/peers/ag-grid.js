// Only the modules it needs, and the cache for its quick filter, as its documentation recommends; rows grow with their
// text, so that it can be read, and do not move to their places for 400 ms, as by default. It keeps in the document only
// the rows near those in view.
import { ClientSideRowModelModule, ModuleRegistry, QuickFilterModule, RowAutoHeightModule, createGrid } from 'ag-grid-community';
import { COLUMNS, readPage, whenTyped } from './goals.js';

const { place, rows } = await readPage();
ModuleRegistry.registerModules([ClientSideRowModelModule, QuickFilterModule, RowAutoHeightModule]);
place.style.height = '600px';
const grid = createGrid(place, {
  rowData: rows,
  columnDefs: Object.entries(COLUMNS).map(([field, headerName]) => ({ field, headerName })),
  defaultColDef: { flex: 1, wrapText: true, autoHeight: true },
  cacheQuickFilter: true,
  animateRows: false,
});
whenTyped((text) => grid.setGridOption('quickFilterText', text));
