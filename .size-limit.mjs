import { readFileSync, statSync } from 'node:fs';

/** What the build wrote and what each file needs; see tools/vite/chunk-list.ts. */
const chunks = JSON.parse(readFileSync('dist/embed/chunks.json', 'utf8'));

const LOADER = 'aukio.js';
/** What is loaded for a file only or for JSON only; not what reads the whole of a pasted table. */
const READERS = /^src\/(?:sources\/(?!readers\/html\.ts$)|model\/(?!goal-(?:reading|options)\.ts$|periods\.ts$))/;
/** The words of one language, for all widgets or for a part that is loaded later. */
const WORDS = /^src\/i18n\/(?:(.+)\/)?[a-z]{2,3}\.ts$/;
/** What only an editor who previews the page loads. */
const FOR_EDITORS = /^src\/(core\/editor-notes\.ts$|i18n\/editor\/)/;

/** What only a page loads whose markup WordPress has torn. */
const FOR_TORN = /^src\/embed\/orphan\.ts$/;

const FOUR = ['goal-status', 'feedback-form', 'channel-directory', 'budget-vote'];

/** What fetches a file of any kind. */
const fetching = withImports('src/sources/file.ts');
const firstPaint = withWords(withImports('src/widgets/goal-status/beginning.ts'), [LOADER]);
const widget = withImports('src/define/goal-status.ts');
const used = withWords(
  reach(widget, (name) => [...chunks[name].imports, ...loadsOf(name)].filter((other) => !isFor(other, READERS, WORDS, FOR_EDITORS, FOR_TORN) && (widget.has(other) || !fetching.has(other)))),
  [LOADER],
);

/**
 * The budgets of the design, in bytes after gzip. Two of them are not met yet. Until they are, these checks hold what has
 * been reached, and may only come down.
 */
export default [
  check('The script tag', '2 kB', [LOADER]),
  check('From a pasted table to the first goals', '20 kB', firstPaint),
  check('The whole goal report as used (budget: 26 kB, not met)', '54.9 kB', used),
  check('The four first widgets together (budget: 50 kB, not met)', '74.6 kB', withWords(FOUR.flatMap((name) => [...withImports(`src/define/${name}.ts`)]), [LOADER])),
  ...modules(/^src\/sources\/readers\//).map((source) => check(`The reader ${source.replace(/^.*\//, '')}`, '12 kB', [...withImports(source)].filter((name) => !widget.has(name) && !fetching.has(name)))),
];

function check(name, limit, files) {
  return { name, limit, path: [...files].map((file) => `dist/embed/${file}`), gzip: true };
}

/** The chunk of a module, and all that comes with it. */
function withImports(source) {
  const entry = Object.keys(chunks).find((name) => chunks[name].for.includes(source));
  if (!entry) throw new Error(`No chunk of the build stands for ${source}.`);
  return reach([entry], (name) => chunks[name].imports);
}

/** What a chunk loads for its own sake, and not since something else that it loads needs it. */
function loadsOf(name) {
  const { loads } = chunks[name];
  return loads.filter((other) => !loads.some((one) => one !== other && reach([one], (needed) => chunks[needed].imports).has(other)));
}

/** These chunks, and the words that they load in the language that has most of them. */
function withWords(names, more) {
  const parts = new Map();
  for (const name of [...names].flatMap((loading) => chunks[loading].loads)) {
    if (!isFor(name, WORDS) || isFor(name, FOR_EDITORS)) continue;
    const part = chunks[name].for.find((module) => WORDS.test(module)).replace(WORDS, '$1');
    const other = parts.get(part);
    if (!other || size(name) > size(other)) parts.set(part, name);
  }
  return new Set([...more, ...names, ...parts.values()]);
}

function reach(start, next) {
  const found = new Set(start);
  for (const name of found) for (const other of next(name)) found.add(other);
  return found;
}

function modules(pattern) {
  return Object.values(chunks).flatMap((chunk) => chunk.for.filter((module) => pattern.test(module)));
}

function isFor(name, ...patterns) {
  return chunks[name].for.some((module) => patterns.some((pattern) => pattern.test(module)));
}

function size(name) {
  return statSync(`dist/embed/${name}`).size;
}
