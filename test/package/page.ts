import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { launchFound } from '../../tools/launch.mjs';

const EMBED = fileURLToPath(new URL('../../dist/embed/', import.meta.url));

/**
 * Opens the found browser for the tests of a group.
 * @param more further arguments for Chromium
 */
export function inBrowser(more: readonly string[] = []): () => Browser {
  let browser: Browser | undefined;
  before(async () => {
    browser = await launchFound({}, more);
  });
  after(() => browser?.close());
  return () => {
    if (!browser) throw new Error('The browser is open while a test runs, and not before.');
    return browser;
  };
}

/** A city's page: its HTML, and the headers that its server sends with it. */
export interface Page {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Serves pages by their paths, and the built script tag under `/aukio/`, until the test is over.
 * @param gate is asked before a file of the build is sent; it goes out when the promise is kept
 * @returns the origin
 */
export async function serve(pages: Readonly<Record<string, Page>>, gate: (file: string) => Promise<void> = () => Promise.resolve()): Promise<string> {
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(url, 'http://localhost').pathname;
    const page = pages[path];
    if (page) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
    } else if (/^\/aukio\/[\w.-]+\.js$/.test(path)) {
      const file = path.slice('/aukio/'.length);
      await gate(file);
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readFileSync(EMBED + file));
    } else {
      response.writeHead(404).end();
    }
  }
}

/** A page with a goal report that an editor pasted and marked by its class. */
export const REPORT: Page = {
  html: `<!doctype html>
<html lang="fi">
<head><title>Tavoitteet</title><script type="module" src="/aukio/aukio.js"></script></head>
<body>
<table class="aukio-goal-status">
<caption>Raportointijakso: 2026</caption>
<tr><th>Toiminnallinen tavoite</th><th>Mittari</th><th>Toteuma</th><th>Toteutumaennuste</th></tr>
<tr><td>Kirjasto on auki myös sunnuntaisin</td><td>Aukiolotunnit viikossa</td><td>61 tuntia</td><td>Toteutuu</td></tr>
<tr><td>Jokaisella koululla on pyöräkatos</td><td>Katoksia</td><td>7 koululla</td><td>Toteutuu osittain</td></tr>
</table>
</body>
</html>`,
};
