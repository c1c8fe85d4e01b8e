import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page as Tab, SerializedAXNode } from 'puppeteer-core';
import { findBrowser } from '../../tools/browser.mjs';
import { inBrowser, serve } from './page.ts';

const LINE = 'Palvelut ovat lähellä ihmistä kaikissa kaupunginosissa. Niitä kehitetään yhdessä asukkaiden kanssa joka vuosi.';
const ROWS = Array.from({ length: 150 }, (_, row) => `<tr><td>Tavoite ${row + 1}</td><td>Mittari</td><td>Liikuntapalvelut</td><td>Avoinna 76 tuntia</td><td>Toteutuu</td></tr>`).join('');
const REPORT = {
  html: `<!doctype html><html lang="fi"><head><title>Tavoitteet</title><script type="module" src="/aukio/aukio.js"></script></head><body><h1>Tavoitteet</h1>
<div data-aukio="goal-status"><p>Tavoitelinjaus: ${LINE}</p><table><tr><th>Toiminnallinen tavoite</th><th>Mittari</th><th>Vastuutaho</th><th>Toteuma</th><th>Toteutumaennuste</th></tr>${ROWS}</table></div></body></html>`,
};

async function open(tab: Tab, origin: string): Promise<void> {
  await tab.goto(origin);
  await tab.waitForFunction(() => {
    const root = document.querySelector('aukio-goal-status')?.shadowRoot;
    return root?.querySelectorAll('.row').length === 150 && root.querySelector('.result');
  });
}

function* nodes(node: SerializedAXNode): Generator<SerializedAXNode> {
  yield node;
  for (const child of node.children ?? []) yield* nodes(child);
}

// Only Chromium tells what it gives to assistive technology, and makes PDF.
if (findBrowser()?.kind === 'chromium') {
  describe('a goal report', () => {
    // With a screen reader running, the tree holds what has not been laid out yet; without one it is cut there.
    const browser = inBrowser(['--force-renderer-accessibility']);

    it('is the same table to assistive technology in columns and in cards', async () => {
      const origin = await serve({ '/': REPORT });
      const trees = [];
      for (const width of [1280, 360]) {
        const tab = await browser().newPage();
        await tab.setViewport({ width, height: 800 });
        await open(tab, origin);
        const tree = await tab.accessibility.snapshot({ interestingOnly: false });
        assert(tree);
        const tables = [...nodes(tree)].filter(({ role }) => role === 'table');
        assert.equal(tables.length, 1);
        const parts = [...nodes(tables[0]!)];
        const named = (role: string): (string | undefined)[] => parts.filter((part) => part.role === role).map(({ name }) => name);
        trees.push({ name: tables[0]!.name, rows: named('row').length, columns: named('columnheader'), goals: named('rowheader').slice(0, 2), cells: named('cell').length });
        await tab.close();
      }
      assert.deepEqual(trees[0], trees[1]);
      assert.equal(trees[0]!.name, 'Palvelut ovat lähellä ihmistä kaikissa kaupunginosissa.');
      assert.equal(trees[0]!.rows, 151);
      assert.deepEqual(trees[0]!.columns, ['Tavoite', 'Mittari Toteuma', 'Vastuutaho', 'Ennuste']);
      assert.match(trees[0]!.goals[0]!, /^Tavoite 1 /);
      assert.equal(trees[0]!.cells, 450);
    });

    it('is printed whole, what was folded is open, and no control is on the paper', async () => {
      const origin = await serve({ '/': REPORT });
      const tab = await browser().newPage();
      await tab.setViewport({ width: 1280, height: 600 });
      await open(tab, origin);
      await tab.emulateMediaType('print');
      const seen = await tab.evaluate(() => {
        const root = document.querySelector('aukio-goal-status')!.shadowRoot!;
        const parts = { rows: '.row', rest: '.line-rest', controls: 'input, select, button.quiet, .downloads, .skip, a.link' };
        return Object.fromEntries(Object.entries(parts).map(([name, selector]) => [name, [...root.querySelectorAll(selector)].filter((part) => part.checkVisibility({ contentVisibilityAuto: true })).length]));
      });
      assert.deepEqual(seen, { rows: 150, rest: 1, controls: 0 });
      await tab.close();
    });
  });
}
