import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { PAGE_SEARCH } from './contestants.mjs';

/** @import { Contestant } from './contestants.mjs' */
/** @import { Report } from './goals.mjs' */

/** @typedef {{ type: string, body: string | Buffer }} Resource */

const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

/** What a city's template would say, in the page, since no table brings it: fixed widths and lines as they are, so that no table pays for guessing either. */
const STYLE = `
body { margin: 1em; font: 1em/1.4 sans-serif }
table { inline-size: 100%; border-collapse: collapse; table-layout: fixed }
caption { text-align: start; font-weight: bold }
th, td { padding: .3em .5em; text-align: start; vertical-align: top; border-block-end: 1px solid #ccc }
td, .ag-cell.ag-cell-wrap-text, vaadin-grid-cell-content { white-space: pre-line; line-height: 1.4 }
td p { margin: 0 }`;

/**
 * Every address of the site that is measured: a page for each contestant and size, and what it loads.
 * @param {object} given
 * @param {readonly Contestant[]} given.contestants
 * @param {readonly Report[]} given.reports
 * @param {ReadonlyMap<string, Buffer>} given.peers
 * @param {string | undefined} given.embed
 * @returns {ReadonlyMap<string, Resource>} by path
 */
export function makeSite({ contestants, reports, peers, embed }) {
  /** @type {Map<string, Resource>} */
  const site = new Map();
  for (const report of reports) {
    site.set(`/${report.count}.json`, { type: TYPES['.json'], body: report.json });
    for (const contestant of contestants) site.set(pathOf(contestant, report), { type: 'text/html; charset=utf-8', body: pageOf(contestant, report, peers) });
  }
  for (const [file, body] of peers) site.set(`/peers/${file}`, { type: typeOf(file), body });
  for (const file of embed ? readdirSync(embed).filter((name) => name.endsWith('.js')) : []) site.set(`/embed/${file}`, { type: typeOf(file), body: readFileSync(join(embed, file)) });
  return site;
}

/** Where the page of a contestant with a report is. */
export function pathOf({ name }, { count }) {
  return `/${name}/${count}`;
}

function pageOf(contestant, report, peers) {
  const { name } = contestant;
  const style = peers.has(`${name}.css`) ? `<link rel="stylesheet" href="/peers/${name}.css">` : '';
  return `<!doctype html>
<html lang="fi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Tavoitteet</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
${style}
${scriptOf(contestant)}
</head>
<body>
${contentOf(contestant, report)}
</body>
</html>`;
}

function scriptOf({ name, needs }) {
  if (needs === 'nothing') return '';
  // As the README has it: the loader may come while the page does. The peers' scripts need the page to be there.
  return needs === 'embed' ? '<script type="module" async src="/embed/aukio.js"></script>' : `<script type="module" src="/peers/${name}.js"></script>`;
}

/** `debug` is off, since residents are not on `localhost`: that is where editors preview. */
function contentOf({ needs, data, eyes }, { count, pasted }) {
  const search = eyes.search === PAGE_SEARCH ? '<label>Haku <input id="search" type="search"></label>' : '';
  if (needs === 'peer') return `${search}<div id="table" data-src="/${count}.json"></div>`;
  if (needs === 'nothing') return pasted;
  return data === 'json'
    ? `<aukio-goal-status debug="false" src="/${count}.json"></aukio-goal-status>`
    : `<aukio-goal-status debug="false">${pasted}</aukio-goal-status>`;
}

function typeOf(file) {
  return TYPES[extname(file)] ?? 'application/octet-stream';
}
