// A table written by hand: built once and put into the page at once; a search hides rows and builds nothing.
import { COLUMNS, hasText, readPage, whenTyped } from './goals.js';

const { place, rows } = await readPage();

const table = document.createElement('table');
table.createCaption().textContent = 'Tavoitteet';
const head = table.createTHead().insertRow();
for (const label of Object.values(COLUMNS)) {
  const cell = document.createElement('th');
  cell.scope = 'col';
  cell.textContent = label;
  head.append(cell);
}
const body = table.createTBody();
const elements = rows.map(({ goal, ...others }) => {
  const row = document.createElement('tr');
  const title = document.createElement('th');
  title.scope = 'row';
  title.textContent = goal;
  row.append(title);
  for (const text of Object.values(others)) row.insertCell().textContent = text;
  return row;
});
body.append(...elements);
place.append(table);

whenTyped((text) => {
  rows.forEach((row, index) => {
    elements[index].hidden = !hasText(row, text);
  });
});
