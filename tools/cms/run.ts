import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { extname, join, resolve, sep } from 'node:path';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { launchFound } from '../launch.mjs';
import { root } from '../run.mjs';
import type { Outcomes } from './outcome.ts';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.csv': 'text/csv', '.html': 'text/html; charset=utf-8' };

/** The host that the snippet names stands for the page's own. */
const HOST = 'https://www.merilehto.example';

/**
 * What becomes of each form where a page holds what a filter left of the snippet, with the built script tag in its head.
 * @param contents the markup after a filter, by the filter's name
 */
export async function runFilters(contents: ReadonlyMap<string, string>): Promise<Map<string, Outcomes>> {
  const server = createServer(({ url = '/', headers }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const content = contents.get(path.slice(1));
    if (content !== undefined) return response.writeHead(200, { 'Content-Type': TYPES['.html'] }).end(pageOf(content, `http://${headers.host}`));
    const file = path.startsWith('/aukio/') ? resolve(root, 'dist/embed', path.slice('/aukio/'.length)) : resolve(root, `.${path}`);
    const known = [join(root, 'dist/embed'), join(root, 'fixtures')].some((folder) => file.startsWith(folder + sep));
    if (!known || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let browser: Browser | undefined;
  try {
    browser = await launchFound();
    const judge = await build({ entryPoints: [join(root, 'tools/cms/outcome.ts')], bundle: true, format: 'iife', globalName: 'judge', write: false });
    const tab = await browser.newPage();
    const results = new Map<string, Outcomes>();
    for (const name of contents.keys()) results.set(name, await outcomeOf(tab, `${origin}/${name}`, judge.outputFiles[0]!.text));
    return results;
  } finally {
    await browser?.close();
    server.close();
    server.closeAllConnections();
  }
}

function pageOf(content: string, origin: string): string {
  return `<!doctype html><html lang="fi"><head><title>Tavoitteet</title><script type="module" src="/aukio/aukio.js"></script></head><body><main>${content.replaceAll(HOST, origin)}</main></body></html>`;
}

async function outcomeOf(tab: Page, address: string, judge: string): Promise<Outcomes> {
  await tab.goto(address);
  await tab.evaluate(judge);
  await tab.waitForFunction('judge.settled(document.body.firstElementChild)');
  return (await tab.evaluate('judge.outcomes(document.body.firstElementChild)')) as Outcomes;
}
