// A height, by which it keeps in the document only the rows in view, and the theme by which text wraps. Its base styles
// alone: a theme would add to what is loaded. Its documentation searches all columns by giving it the rows that match.
import '@vaadin/grid/vaadin-grid.js';
import { COLUMNS, hasText, readPage, whenTyped } from './goals.js';

const { place, rows } = await readPage();
const grid = document.createElement('vaadin-grid');
grid.setAttribute('theme', 'wrap-cell-content');
grid.style.height = '600px';
for (const [path, header] of Object.entries(COLUMNS)) grid.append(Object.assign(document.createElement('vaadin-grid-column'), { path, header }));
grid.items = rows;
place.append(grid);
whenTyped((text) => {
  grid.items = text ? rows.filter((row) => hasText(row, text)) : rows;
});
