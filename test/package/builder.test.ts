import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inBrowser } from './page.ts';

const BUILT = fileURLToPath(new URL('../../dist/builder/', import.meta.url));
const FOLDER = '/some/where/';
const MEDIA_TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html aukio";
const TABLE = '<table><caption>Tavoitteet tammi–kesäkuu 2026</caption><tr><th>Tavoite</th><th>Ennuste</th></tr><tr><td>Uimahalli auki</td><td>Toteutuu</td></tr></table>';

/** The folder as a city's web server holds it, wherever it was copied to. */
async function serve(): Promise<string> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html');
    const file = join(BUILT, path.slice(FOLDER.length));
    if (!path.startsWith(FOLDER) || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': STRICT }).end(readFileSync(file));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the built builder', () => {
  const browser = inBrowser();

  test('runs from the copied folder under a strict policy with Trusted Types, asks nobody else, and keeps nothing', async () => {
    const origin = await serve();
    const tab = await browser().newPage();
    const asked: string[] = [];
    const failed: string[] = [];
    // The calendar in a field for a date is a picture that the browser itself holds.
    tab.on('request', (request) => void (request.url().startsWith('data:') || asked.push(request.url())));
    tab.on('response', (response) => void (response.status() >= 400 && failed.push(response.url())));
    await tab.evaluateOnNewDocument(() => {
      const page = globalThis as typeof globalThis & { violations?: string[] };
      page.violations = [];
      addEventListener('securitypolicyviolation', (event) => page.violations?.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    });
    await tab.goto(`${origin}${FOLDER}?lang=fi`);
    await tab.waitForFunction(() => document.querySelector('aukio-builder')?.shadowRoot?.querySelector('#paste'));
    await tab.evaluate((table) => {
      const box = document.querySelector('aukio-builder')!.shadowRoot!.querySelector('#paste')!;
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', table);
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, TABLE);
    await tab.waitForFunction(() => document.querySelector('aukio-builder')?.shadowRoot?.querySelector<HTMLTextAreaElement>('#snippet-text')?.value.includes('<td>Uimahalli auki</td>'));
    await tab.waitForFunction(() => document.querySelector('aukio-builder')?.shadowRoot?.querySelector('aukio-goal-status')?.shadowRoot?.textContent.includes('Uimahalli auki'));
    const found = await tab.evaluate(() => ({
      violations: (globalThis as typeof globalThis & { violations?: string[] }).violations,
      stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean),
      title: document.title,
      lang: document.documentElement.lang,
    }));
    assert.deepEqual(found, { violations: [], stored: [], title: 'Tee oma upotus – Aukio', lang: 'fi' });
    assert.deepEqual(asked.filter((url) => !url.startsWith(`${origin}${FOLDER}`)), []);
    assert.deepEqual(failed, []);
    await tab.close();
  });

  test('says in three languages what it needs where no script runs', async () => {
    const origin = await serve();
    const tab = await browser().newPage();
    await tab.setJavaScriptEnabled(false);
    await tab.goto(origin + FOLDER);
    const text = await tab.$eval('aukio-builder', (builder) => (builder as HTMLElement).innerText);
    for (const word of ['JavaScriptin', 'behöver JavaScript', 'needs JavaScript']) assert.ok(text.includes(word), word);
    await tab.close();
  });
});
