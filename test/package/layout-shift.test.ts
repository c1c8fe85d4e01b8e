import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../../tools/browser.mjs';
import { inBrowser } from './page.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WORD = readFileSync(`${ROOT}fixtures/goals/word-table.html`, 'utf8');
const LINK = '<p><a href="/fixtures/files/tavoitteet-tammi-heinakuu-2026.docx#aukio=goal-status">Tavoitteet 2026 (Word)</a></p>';
const AFTER = '<h2>Lisätietoja</h2><p>Puhelin 06 000 1200</p>'.repeat(5);
/** What a template may say of a report that is not there yet. */
const RESERVE = /```css\n([^`]*)```/.exec(readFileSync(`${ROOT}docs/serving.md`, 'utf8'))![1]!;

// Only Chromium tells how far things move.
if (findBrowser()?.kind === 'chromium') {
  describe('what a goal report moves on its page', () => {
    const browser = inBrowser();
    let origin: string;
    const server = createServer(({ url = '/' }, response) => {
      const { pathname, searchParams } = new URL(url, 'http://localhost');
      if (pathname === '/') {
        const style = searchParams.has('reserve') ? `<style>${RESERVE}</style>` : '';
        const content = searchParams.has('link') ? LINK : `<div data-aukio="goal-status" data-heading="Tavoitteet">${WORD}</div>`;
        return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
          .end(`<!doctype html><html lang="fi"><head><title>Tavoitteet</title>${style}<script type="module" src="/dist/embed/aukio.js"></script></head><body><h1>Tavoitteet</h1>${content}${AFTER}</body></html>`);
      }
      if (!/^\/(dist\/embed|fixtures\/files)\/[\w.-]+$/.test(pathname)) return response.writeHead(404).end();
      return response.writeHead(200, { 'Content-Type': pathname.endsWith('.js') ? 'text/javascript' : 'application/octet-stream' }).end(readFileSync(ROOT + pathname.slice(1)));
    });
    before(async () => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    after(() => server.close());

    /** How far the page's own content and the report's moved while the report came, shift by shift. */
    async function shifts(query: string, width: number): Promise<readonly number[]> {
      const tab = await browser().newPage();
      await tab.setViewport({ width, height: 800 });
      await tab.evaluateOnNewDocument(() => {
        const moved: number[] = [];
        Object.defineProperty(document, 'moved', { value: moved });
        // Nobody loses patience, however slow the machine.
        const { setTimeout: sleep } = window;
        window.setTimeout = ((work: () => void, milliseconds = 0) => sleep(work, milliseconds < 500 ? milliseconds : milliseconds * 60)) as typeof setTimeout;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) moved.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await tab.goto(`${origin}/?${query}`);
      await tab.waitForFunction(() => document.querySelector('aukio-goal-status')?.shadowRoot?.querySelector('.result'));
      // The observer is told of a frame after the frame.
      await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
      const moved = await tab.evaluate(() => (document as Document & { moved: number[] }).moved);
      await tab.close();
      return moved;
    }

    for (const width of [360, 800, 1280]) {
      test(`is nothing where the pasted tables fill the view, ${width} px wide`, async () => {
        const moved = await shifts('', width);
        assert(moved.reduce((sum, one) => sum + one, 0) <= 0.02, moved.join());
      });

      test(`is nothing where the template leaves room for it, ${width} px wide`, async () => {
        const moved = await shifts('link&reserve', width);
        assert(moved.reduce((sum, one) => sum + one, 0) <= 0.02, moved.join());
      });

      test(`is what follows a link, and once, ${width} px wide`, async () => {
        const moved = await shifts('link', width);
        assert.equal(moved.filter((one) => one > 0.02).length, 1, moved.join());
      });
    }
  });
}
