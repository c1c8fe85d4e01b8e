import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import budgets from '../../.size-limit.mjs';
import { inBrowser, REPORT, serve } from './page.ts';

const NEVER = new Promise<never>(() => {});

/** The first goal as the resident sees it. */
const firstGoal = (): string | undefined =>
  document.querySelector('aukio-goal-status')?.shadowRoot?.querySelector('[part~=item]')?.textContent.trim();

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
