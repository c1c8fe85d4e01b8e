import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { release } from './release.mjs';
import { root } from './run.mjs';

/**
 * Pages of a city for browser tests: whole documents with headers of their own, the built script tag beside them, and a
 * service that keeps what it gets. A test leaves its pages with `POST /city` and opens them under the address that it is
 * told.
 *
 * | | |
 * |---|---|
 * | `/aukio/…` | the built script tag, as its folder lies on a site |
 * | `/city/<number>/…` | the pages that a test left |
 * | `/city/<number>/aukio/…` | the script tag again, where it matters what a page asks for, or a part of it comes late |
 * | `/city/<number>/api/…` | the city's service |
 * | `/city/<number>/log` | what was asked for and sent there |
 * | `/released/<name>/aukio/…` | a release; a file whose name begins with `<name>` has one byte more |
 */

/**
 * @typedef {object} City
 * @property {Readonly<Record<string, { html: string, headers?: Readonly<Record<string, string>> }>>} pages by their paths
 * @property {string | undefined} late the file of the script tag that comes after everything else
 * @property {string[]} asked
 * @property {{ kind: string, body: string }[]} sent
 */

/** @type {City[]} */
const cities = [];
const EMBED = join(root, 'dist/embed');
const TYPES = new Map([['.js', 'text/javascript'], ['.css', 'text/css'], ['.html', 'text/html; charset=utf-8'], ['.json', 'application/json']]);

/** What the service knows, by resource. */
const RESOURCES = new Map([['feedback-services', 'fixtures/feedback/few-services.json'], ['ballot', 'fixtures/ballots/points.json']]);
/** In milliseconds; longer than any widget waits for a part of itself. */
const LATE = 2000;
/** In the middle of that vote: the clock of the pages says the same, see `test/embed/built/watch.js`. */
const NOW = '2026-10-07T07:10:00Z';
const RECEIPTS = new Map([
  ['feedback', { id: 'P-2026-00123', code: '7K3M-9QRT-V2XW-4HJA', receivedAt: NOW }],
  ['vote', { id: 'v-1', code: 'K7M3P-Q9RTV', receivedAt: NOW }],
]);

/**
 * @typedef {NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>[number]} Middleware
 * @typedef {Parameters<Middleware>[0]} Context
 */

/**
 * @param {Context} context
 * @param {() => Promise<unknown>} next
 * @returns {Promise<unknown>}
 */
export async function cityPages(context, next) {
  const [, folder, name = '', ...rest] = context.path.split('/');
  if (folder === 'aukio') return file(context, EMBED, context.path.slice('/aukio/'.length), true);
  if (folder === 'released') return file(context, released(), rest.join('/'), false, name);
  if (folder !== 'city') return next();
  if (name === '') {
    const { pages, late } = JSON.parse(await bodyOf(context.req));
    context.body = `/city/${cities.push({ pages, late, asked: [], sent: [] }) - 1}/`;
    return undefined;
  }
  const city = cities[Number(name)];
  const path = rest.join('/');
  if (!city) return undefined;
  if (path === 'log') return void (context.body = { asked: city.asked, sent: city.sent });
  city.asked.push(path);
  if (path.startsWith('aukio/')) {
    if (path === city.late) await wait(LATE);
    return file(context, EMBED, path.slice('aukio/'.length), false);
  }
  if (path.startsWith('api/')) return serve(context, city, path.slice('api/'.length));
  const page = city.pages[path];
  if (!page) return undefined;
  context.set({ ...page.headers });
  context.type = 'text/html; charset=utf-8';
  context.body = page.html;
  return undefined;
}

/**
 * @param {Context} context
 * @param {City} city
 * @param {string} resource
 */
async function serve(context, city, resource) {
  const receipt = context.method === 'POST' && RECEIPTS.get(resource);
  const known = RESOURCES.get(resource.split('/')[0] ?? '');
  if (receipt) {
    city.sent.push({ kind: resource, body: await bodyOf(context.req) });
    context.status = 201;
    context.body = receipt;
  } else if (resource === 'time') {
    context.body = { now: NOW };
  } else if (resource === 'challenge') {
    context.body = await createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 100, deriveKey, hmacSignatureSecret: 'salaisuus', keyPrefix: '0' });
  } else if (known) {
    context.type = 'application/json';
    context.body = readFileSync(join(root, known));
  }
}

/**
 * @param {Context} context
 * @param {string} folder
 * @param {string} path
 * @param {boolean} kept whether the browser may keep it for the next page
 * @param {string} [changed] a file whose name begins with it has a space more at its end, which changes its hash alone
 */
function file(context, folder, path, kept, changed) {
  const found = join(folder, path);
  if (!found.startsWith(folder) || !existsSync(found)) return;
  context.type = TYPES.get(extname(path)) ?? 'application/octet-stream';
  context.set('Cache-Control', kept ? 'max-age=3600' : 'no-store');
  const bytes = readFileSync(found);
  context.body = changed && path.split('/').at(-1)?.startsWith(changed) ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes;
}

/** @type {string | undefined} */
let site;
/** What was built, released into a folder of a site. */
function released() {
  if (site === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'aukio-site-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    release(made);
    site = made;
  }
  return site;
}

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}
