import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Frame, Page as Tab } from 'puppeteer-core';
import { plainHtml } from '../../tools/frame/plain-html.ts';
import { NotRendered, prerender } from '../../tools/frame/prerender.ts';
import { inBrowser } from './page.ts';

const EMBED = new URL('../../dist/embed/', import.meta.url);
const FILE = fileURLToPath(new URL('../../fixtures/files/tavoitteet-tammi-heinakuu-2026.docx', import.meta.url));
const REPORT = { file: FILE, widget: 'goal-status', lang: 'fi', aukio: '/aukio/', settings: {} };
const fixture = (path: string): string => fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', html: 'text/html; charset=utf-8' };

describe('a frame with the content of a Word file', () => {
  const browser = inBrowser();
  const pages = new Map<string, string>();
  let origin = '';
  const server = createServer(({ url = '/' }, response) => {
    const page = pages.get(url);
    const asset = /^\/(?:aukio|open)\/([\w./-]+\.(js|css|html))$/.exec(url);
    const [body, type] = page !== undefined ? [page, 'html'] : asset ? [readFileSync(new URL(asset[1]!, EMBED)), asset[2]!] : ['', 'html'];
    if (url.startsWith('/open/')) response.setHeader('Access-Control-Allow-Origin', '*');
    response.writeHead(200, { 'Content-Type': TYPES[type]!, 'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'" }).end(body);
  });

  before(async () => {
    pages.set('/report.html', (await prerender({ ...REPORT, settings: { heading: 'Tavoitteet 2026' } })).page);
    pages.set('/open.html', pages.get('/report.html')!.replaceAll('"/aukio/', '"/open/'));
    for (const [sandbox, report] of [['', 'report'], ['allow-scripts allow-same-origin', 'report'], ['allow-scripts', 'open']] as const) {
      pages.set(`/${sandbox.length}`, `<!doctype html><html lang="fi"><head><title>Kaupunki</title><script type="module" src="/aukio/frame/host.js"></script></head><body><iframe data-aukio-frame sandbox="${sandbox}" width="900" title="Tavoitteet 2026" src="/${report}.html"></iframe></body></html>`);
    }
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  async function opened(sandbox: string): Promise<{ tab: Tab; frame: Frame }> {
    const tab = await browser().newPage();
    await tab.goto(`${origin}/${sandbox.length}`, { waitUntil: 'networkidle0' });
    return { tab, frame: tab.frames().find((frame) => frame.url().endsWith('.html'))! };
  }

  test('is read as it is under sandbox=""', async () => {
    const { tab, frame } = await opened('');
    const seen = await frame.evaluate(() => ({ text: document.body.innerText, tables: document.querySelectorAll('table').length, widgets: document.querySelectorAll('aukio-goal-status').length, background: getComputedStyle(document.querySelector('table')!).borderCollapse }));
    assert.match(seen.text, /Kokeilemme uusia tapoja osallistua verkossa/);
    assert(seen.tables > 3);
    assert.equal(seen.widgets, 0);
    assert.equal(seen.background, 'collapse');
    await tab.close();
  });

  test('is the widget where scripts may run, from the same table, in a frame as high as it', async () => {
    const { tab, frame } = await opened('allow-scripts allow-same-origin');
    await frame.waitForFunction(() => document.querySelector('aukio-goal-status')?.shadowRoot?.querySelector('.result'));
    const goals = await frame.evaluate(() => document.querySelector('aukio-goal-status')?.data?.goals.length ?? 0);
    assert(goals > 10, String(goals));
    await tab.waitForFunction(() => {
      const element = document.querySelector('iframe')!;
      return Math.abs(element.getBoundingClientRect().height - element.contentDocument!.documentElement.getBoundingClientRect().height) < 6 && element.getBoundingClientRect().height > 600;
    });
    await tab.close();
  });

  test('is the widget in a frame of no origin, where the server lets anybody load the script tag', async () => {
    const { tab, frame } = await opened('allow-scripts');
    await frame.waitForFunction(() => document.querySelector('aukio-goal-status')?.shadowRoot?.querySelector('.result'));
    assert.equal(await frame.evaluate(() => self.origin), 'null');
    await tab.close();
  });
});

describe('a page that is rendered ahead', () => {
  /** Which sentence keeps it from being written. */
  const refusal = async (asked: Partial<typeof REPORT>): Promise<string> => {
    const error = await prerender({ ...REPORT, ...asked }).then(() => undefined, (error: unknown) => error);
    assert(error instanceof NotRendered, String(error));
    return error.message;
  };

  test('goes by the first heading of the file, where it is given none', async () => {
    const { page, count } = await prerender(REPORT);
    assert.match(page, /<title>Toiminnalliset tavoitteet 2026<\/title>/);
    assert.equal(count, 13);
  });

  test('holds the goals of a JSON file as a table, in the language that is asked for', async () => {
    const { page, count, notes } = await prerender({ ...REPORT, file: fixture('goals/report-2026.json'), lang: 'sv' });
    assert(count > 10, String(count));
    assert.match(page, /<html lang="sv">/);
    assert.match(page, /<th scope="col">Operativt mål<\/th>/);
    // JSON has no heading of its own.
    assert.match(notes.at(-1)!, /Give it a better one: --set heading/);
    assert.match(page, /<td>Ungdomsbudgeten tas i bruk<\/td>/);
  });

  test('is made of a file at an address, whatever ending that has', async () => {
    const server = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/csv' }).end('Tavoite;Ennuste\nUimahalli auki;Toteutuu\n'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { page, count } = await prerender({ ...REPORT, file: `http://127.0.0.1:${(server.address() as AddressInfo).port}/files/42` });
    server.close();
    server.closeAllConnections();
    assert.equal(count, 1);
    assert.match(page, /<td>Uimahalli auki<\/td>/);
  });

  test('names what its editor should mend, with row and column', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aukio-frame-'));
    writeFileSync(join(folder, 'tavoitteet.csv'), 'Tavoite;Ennuste\nUimahalli auki;Joo\n');
    const { count, notes } = await prerender({ ...REPORT, file: join(folder, 'tavoitteet.csv') });
    rmSync(folder, { recursive: true });
    assert.equal(count, 1);
    assert(notes.some((note) => /rivi 2, sarake ”Ennuste”: Sanaa ”Joo” ei tunnisteta/.test(note)), notes.join('\n'));
  });

  test('is not written where there would be nothing to show, or what is asked for cannot be', async () => {
    assert.match(await refusal({ file: 'ei-ole.docx' }), /^There is no file ei-ole\.docx\./);
    assert.match(await refusal({ widget: 'feedback-form' }), /a form has nothing to send to. goal-status and channel-directory can/);
    assert.match(await refusal({ settings: { 'group-bye': 'line' } }), /has no setting group-bye\. It has .*group-by/);
    assert.match(await refusal({ lang: 'de' }), /one of en, fi, sv, and not de/);
    assert.match(await refusal({ aukio: '/aukio' }), /ends in a slash/);
    assert.match(await refusal({ file: 'http://127.0.0.1:1/raportti.docx' }), /could not be fetched/);
    assert.match(await refusal({ file: fixture('files/viestintakanavat.csv') }), /^There is nothing to show from .*\nTaulukossa ei ole saraketta tavoitteelle/);
    assert.match(await refusal({ file: fixture('channels/directory.json'), widget: 'channel-directory' }), /Take the Word, Excel or CSV file/);
  });
});

describe('plain HTML of a document', () => {
  test('keeps what cells reach over, their lines, numbers and languages', () => {
    const cell = (text: string, more = {}): { lines: string[] } => ({ lines: [text], ...more });
    const rows = [
      [cell('A', { header: true }), cell('A', { header: true, spannedFrom: 'left' }), cell('B', { header: true })],
      [cell('1'), { lines: ['2', 'two'] }, cell('3', { value: 3, lang: 'sv' })],
      [cell('1', { spannedFrom: 'above' }), cell('4'), { lines: [] }],
    ];
    assert.equal(
      plainHtml([{ kind: 'table', caption: 'C & D', rows }]),
      '<table><caption>C &#38; D</caption>\n<tr><th colspan="2" scope="col">A</th><th scope="col">B</th></tr>\n<tr><td rowspan="2">1</td><td><p>2</p><p>two</p></td><td data-value="3" lang="sv">3</td></tr>\n<tr><td>4</td><td></td></tr>\n</table>\n',
    );
  });

  test('says which headers are of a column and which of a row', () => {
    const cell = (text: string, header?: true): { lines: string[]; header?: true } => ({ lines: [text], ...(header && { header }) });
    const rows = [[{ lines: [] }, cell('Ennuste', true)], [cell('Uimahalli auki', true), cell('Toteutuu')]];
    assert.equal(
      plainHtml([{ kind: 'table', rows }]),
      '<table>\n<tr><td></td><th scope="col">Ennuste</th></tr>\n<tr><th scope="row">Uimahalli auki</th><td>Toteutuu</td></tr>\n</table>\n',
    );
  });

  test('never makes markup of text, and no link of what is none', () => {
    const links = [{ text: 'x', href: 'javascript:alert(1)' }, { text: 'y', href: '/a?b&c' }];
    assert.equal(plainHtml([{ kind: 'text', text: '<b>x y', level: 2, links }]), '<h2>&#60;b&#62;x <a href="/a?b&#38;c">y</a></h2>\n');
  });

  test('puts the texts of one item of a list together, and lists into lists', () => {
    const [first, second] = [{ depth: 1 }, { depth: 2 }];
    const blocks = [{ text: '1', item: first }, { text: '2', item: first }, { text: '3', item: second }, { text: '4' }].map((block) => ({ kind: 'text' as const, ...block }));
    assert.equal(plainHtml(blocks), '<ul><li><p>1</p><p>2</p></li><ul><li><p>3</p></li></ul></ul><p>4</p>\n');
  });
});
