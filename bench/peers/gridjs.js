// It pages only where asked to. The page's style says how wide columns are, so it need not measure them.
import { Grid } from 'gridjs';
import 'gridjs/dist/theme/mermaid.min.css';
import { COLUMNS, readPage } from './goals.js';

const { place, rows } = await readPage();
new Grid({
  columns: Object.values(COLUMNS),
  data: rows.map((row) => Object.values(row)),
  search: true,
  autoWidth: false,
}).render(place);
