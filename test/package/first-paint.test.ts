import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import budgets from '../../.size-limit.mjs';
import { inBrowser, REPORT, serve } from './page.ts';

const NEVER = new Promise<never>(() => {});

const FILE_REPORT = { html: '<!doctype html><html lang="fi"><script type="module" src="/aukio/aukio.js"></script><aukio-goal-status src="/goals.json"></aukio-goal-status></html>' };
const GOALS = { html: JSON.stringify({ goals: [{ title: 'Kirjasto on auki myös sunnuntaisin' }] }), headers: { 'Content-Type': 'application/json' } };

/** The first goal as the resident sees it. */
const firstGoal = (): string | undefined =>
  document.querySelector('aukio-goal-status')?.shadowRoot?.querySelector('[part~=item]')?.textContent.trim();

/** Whether the report has its search, which comes with all else around the goals. */
const whole = (): boolean => Boolean(document.querySelector('aukio-goal-status')?.shadowRoot?.querySelector('#search'));

describe('the built script tag on a page with a pasted table', () => {
  const browser = inBrowser();

  test('shows the first goals after four requests in two round trips, and they are those whose size is checked', async () => {
    const asked: string[] = [];
    let together: (() => void) | undefined;
    const allAsked = new Promise<void>((resolve) => (together = resolve));
    // What the loader asks for is held back until all of it has been asked for; whatever comes after that never arrives.
    const origin = await serve({ '/': REPORT }, async (file) => {
      asked.push(file);
      if (asked.length === 4) together?.();
      if (file === 'aukio.js') return;
      if (asked.length > 4) await NEVER;
      await allAsked;
    });
    const tab = await browser().newPage();
    await tab.goto(origin);
    await tab.waitForFunction(firstGoal);
    const sets: readonly { readonly name: string; readonly path: readonly string[] }[] = budgets;
    const checked = sets.find(({ name }) => name.startsWith('From a pasted table to the first goals'))?.path ?? [];
    const words = /^(en|fi|sv)-/;
    assert.deepEqual(
      asked.slice(0, 4).map((file) => file.replace(words, 'words-').replace(/-[\w-]{4}\.js$/, '')).toSorted(),
      checked.map((path) => path.replace('dist/embed/', '').replace(words, 'words-').replace(/-[\w-]{4}\.js$/, '')).toSorted(),
    );
    await tab.close();
  });
});

describe('the built script tag, where what is asked for in one breath is held back until nothing more is', () => {
  const browser = inBrowser();

  for (const [what, pages, breaths] of [
    ['all of a report in a file is there after two', { '/': FILE_REPORT, '/goals.json': GOALS }, 2],
    ['all of a pasted report is there after three', { '/': REPORT }, 3],
  ] as const) {
    test(what, async () => {
      const asked = new Set<string>();
      // The script tag itself is the first breath.
      const released = new Map([['aukio.js', Promise.resolve()]]);
      let release: (() => void) | undefined;
      const hold = (): Promise<void> => new Promise((resolve) => (release = resolve));
      let breath = hold();
      const origin = await serve(pages, async (file) => {
        if (!released.has(file)) released.set(file, breath);
        await released.get(file);
      });
      const tab = await browser().newPage();
      // The browser tells of more than it has connections for.
      tab.on('request', (request) => {
        const file = request.url().replace(/^.*\//, '');
        asked.add(file);
        if (!released.has(file)) released.set(file, breath);
      });
      await tab.goto(origin, { waitUntil: 'domcontentloaded' });
      for (let count = 2; count <= breaths; count += 1) {
        for (let before = -1; asked.size !== before; await new Promise((resolve) => setTimeout(resolve, 1000))) before = asked.size;
        release?.();
        breath = count < breaths ? hold() : NEVER;
      }
      await tab.waitForFunction(whole);
      assert.match((await tab.evaluate(firstGoal)) ?? '', /^Kirjasto on auki myös sunnuntaisin/);
      await tab.close();
    });
  }
});
