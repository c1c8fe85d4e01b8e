import { cpus, totalmem } from 'node:os';

/** @import { Contestant } from './contestants.mjs' */
/** @import { Report } from './goals.mjs' */
/** @import { Filtering, Measurement } from './measure.mjs' */

const OURS = 'aukio';
/** Where a page did not answer, or did not show what was waited for. */
const FAILED = 'given up';

/**
 * The results as Markdown, for the README.
 * @param {object} given
 * @param {readonly Contestant[]} given.contestants
 * @param {readonly { goals: number, times: number }[]} given.sizes
 * @param {readonly Report[]} given.reports
 * @param {readonly Measurement[]} given.measurements
 * @param {readonly number[]} given.typed the sizes of `typing`
 * @param {readonly (Filtering & { name: string, goals: number, slowestKey: number })[]} given.typing
 * @param {string} given.version of the browser
 * @param {number} given.load what else the machine did before, as the processes that waited for a core
 */
export function writeResults({ contestants, sizes, typed, reports, measurements, typing, version, load }) {
  const of = (name, goals) => measurements.filter((measurement) => measurement.name === name && measurement.goals === goals);
  const largest = sizes.at(-1).goals;
  return `${[
    '# The goal report beside other tables',
    `Measured by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)} with ${version} on ${machine()}${load > cpus().length / 2 ? `, which was busy with other work (load ${load.toFixed(1)})` : ''}. ${sizes.map(({ goals, times }) => `${number(goals)} goals ${times} times`).join(', ')}; the median of each. Every table shows the same five texts of a goal, read from the same JSON file (or pasted into the page), on a page of its own with an empty cache, from a server on the same machine that compresses with gzip. Times say little by themselves: the number in brackets is how many times as long it took as \`<aukio-goal-status src>\` in the same run.`,
    '## What is loaded, and what the reader can find',
    'Scripts and styles in kB after gzip. Only what is in the document can be found by the browser’s own search and comes out of the printer.',
    table(
      ['', 'to the first rows', 'in all', `of ${number(largest)} goals in the document`],
      contestants.map(({ name, label, whole }) => {
        const runs = measurements.filter((measurement) => measurement.name === name);
        if (!runs.length) return [label, ...Array(3).fill(FAILED)];
        const code = ['codeToFirstRows', 'code'].map((part) => kilobytes(Math.max(...runs.map((run) => run[part]))));
        return [label, ...code, whole ? rowsOf(of(name, largest), largest) : `${rowsOf(of(name, largest), largest)}: the rest as one scrolls`];
      }),
    ),
    ...sizes.flatMap(({ goals }, index) => [
      `## ${number(goals)} goals`,
      `Milliseconds. Search for “${reports[index].word}”, which ${number(reports[index].matches)} goals have. A task that takes longer than 50 ms keeps the reader waiting; *none* took that long.`,
      timesTable(contestants, (name) => of(name, goals)),
    ]),
    '## Typing with accessibility on',
    'As with a screen reader running: the browser keeps its accessibility tree up to date. The same word typed letter by letter, ten letters a second, once. Milliseconds.',
    table(
      ['', ...typed.flatMap((goals) => [`${number(goals)} goals: slowest key`, 'last letter to screen', 'longest task'])],
      contestants.filter(({ eyes }) => eyes.search).map(({ name, label }) => [
        label,
        ...typed.flatMap((goals) => {
          const [runs, ours] = [name, OURS].map((wanted) => typing.filter((run) => run.name === wanted && run.goals === goals));
          return runs.length ? [compared('slowestKey', runs, ours), compared('shown', runs, ours), task(runs)] : Array(3).fill(FAILED);
        }),
      ]),
    ),
    NOTES,
  ].join('\n\n')}\n`;
}

const NOTES = `## How it is measured
- *First rows*: from the start of the navigation to the frame in which the first goal is on screen. *All rows*: until every goal is in the document. *Filter* and *clear*: from the input event to the frame that shows the result, the goal report’s pause of 120 ms for the next letter included; the others do not wait for one.
- The goal report shows more than five texts: its states, its headings, its summary and its filters. They are part of its times.
- simple-datatables and Grid.js: paging off. Tabulator, AG Grid and Vaadin Grid: of a fixed height, as their documentation recommends for many rows; they keep only the rows near those in view in the document. Rows grow with their text in all of them. Tabulator and AG Grid with the modules alone that this needs, AG Grid with the cache for its filter; Vaadin Grid without a theme.
- The pasted table stands in the page itself, and is readable before any script: the last line is that page alone, the floor for any script on it.`;

/** How many rows are in the document in the end. */
function rowsOf(runs, wanted) {
  if (!runs.length) return FAILED;
  const rows = median(runs.map((run) => run.rows));
  return rows === wanted ? 'all' : number(rows);
}

function timesTable(contestants, runsOf) {
  const ours = runsOf(OURS);
  const part = (runs, name) => runs.flatMap((run) => run[name] ?? []);
  return table(
    ['', 'first rows', 'all rows', 'filter', 'clear', 'longest task, loading', 'longest task, filtering'],
    contestants.map(({ name, label }) => {
      const runs = runsOf(name);
      if (!runs.length) return [label, ...Array(6).fill(FAILED)];
      const [filters, clears] = [part(runs, 'filter'), part(runs, 'clear')];
      return [
        label,
        compared('firstRows', runs, ours),
        runs.some((run) => run.allRows === undefined) ? 'never' : compared('allRows', runs, ours),
        compared('shown', filters, part(ours, 'filter')),
        compared('shown', clears, part(ours, 'clear')),
        task(runs),
        filters.length ? task(filters.map((filter, run) => (filter.longestTask > clears[run].longestTask ? filter : clears[run]))) : '–',
      ];
    }),
  );
}

/** A median, and how many times ours it is. */
function compared(key, runs, ours) {
  if (!runs.length) return '–';
  const [value, own] = [runs, ours].map((some) => median(some.map((run) => run[key])));
  const ratio = value === own || !own ? '' : ` (${(value / own).toPrecision(2)}×)`;
  return `${number(value)}${ratio}`;
}

function task(runs) {
  const longest = median(runs.map(({ longestTask }) => longestTask));
  return longest ? number(longest) : 'none';
}

/** Undefined where there are no values. */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 || !sorted.length ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function table(head, rows) {
  return [head, head.map((_, index) => (index ? '--:' : '---')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Whole, with a space between thousands. */
function number(value) {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u202F');
}

function kilobytes(bytes) {
  return bytes ? (bytes / 1000).toFixed(1) : '0';
}

function machine() {
  const [{ model }] = cpus();
  return `${cpus().length} cores (${model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, Node ${process.versions.node}`;
}
