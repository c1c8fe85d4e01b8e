/**
 * @typedef {object} Contestant
 * @property {string} name of its page, and of its file in `peers/`
 * @property {string} label in the results
 * @property {'peer' | 'embed' | 'nothing'} needs what its page loads
 * @property {'json' | 'pasted'} data where its goals come from: a JSON file, or tables in the page itself
 * @property {boolean} whole whether all rows are to be in the document
 * @property {Eyes} eyes
 */

/**
 * How the harness finds what a reader sees.
 * @typedef {object} Eyes
 * @property {string} host the element that holds the rows, in its shadow root or in itself
 * @property {string} row a row that is not hidden, in the host
 * @property {string} [search] the field for the search, in the host or else in the page; absent where there is none
 */

/** The page's own field, for tables that bring none. */
export const PAGE_SEARCH = '#search';

const AUKIO = { host: 'aukio-goal-status', row: '.row:not([hidden])', search: '#search' };

/** @type {readonly Contestant[]} */
export const contestants = [
  { name: 'aukio', label: '`<aukio-goal-status src>`', needs: 'embed', data: 'json', whole: true, eyes: AUKIO },
  { name: 'aukio-pasted', label: '`<aukio-goal-status>`, pasted table', needs: 'embed', data: 'pasted', whole: true, eyes: AUKIO },
  peer('plain-dom', 'Plain DOM', { row: 'tbody tr:not([hidden])', search: PAGE_SEARCH }),
  peer('simple-datatables', 'simple-datatables', { row: 'tbody tr', search: '.datatable-input' }),
  peer('gridjs', 'Grid.js', { row: 'tbody .gridjs-tr', search: '.gridjs-search-input' }),
  peer('tabulator', 'Tabulator', { row: '.tabulator-row', search: PAGE_SEARCH }, false),
  peer('ag-grid', 'AG Grid community', { row: '[role=row][row-index]', search: PAGE_SEARCH }, false),
  peer('vaadin-grid', 'Vaadin Grid', { host: 'vaadin-grid', row: '#items > tr:not([hidden])', search: PAGE_SEARCH }, false),
  { name: 'pasted', label: 'The pasted table, no script', needs: 'nothing', data: 'pasted', whole: true, eyes: { host: 'body', row: 'tr:has(td)' } },
];

/** @returns {Contestant} */
function peer(name, label, eyes, whole = true) {
  return { name, label, needs: 'peer', data: 'json', whole, eyes: { host: '#table', ...eyes } };
}
