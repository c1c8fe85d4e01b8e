import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page as Tab } from 'puppeteer-core';
import budgets from '../../.size-limit.mjs';
import { inBrowser, REPORT, serve } from './page.ts';

const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
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
      asked.slice(0, 4).map((file) => file.replace(words, 'words-').replace(/-[\w-]{8}\.js$/, '')).toSorted(),
      checked.map((path) => path.replace('dist/embed/', '').replace(words, 'words-').replace(/-[\w-]{8}\.js$/, '')).toSorted(),
    );
    await tab.close();
  });

  test('breaks no rule of a strict content security policy', async () => {
    const { violations, goal } = await openedUnder(STRICT);
    assert.deepEqual(violations, []);
    assert.match(goal ?? '', /Kirjasto on auki myös sunnuntaisin/);
  });

  test('leaves one global name on the page, and that is a symbol', async () => {
    const { globals } = await openedUnder(STRICT);
    assert.deepEqual(globals, ['Symbol(aukio/loader/v1)']);
  });

  for (const list of ['trusted-types lit-html', 'trusted-types aukio']) {
    test(`renders where Trusted Types are required and the page says "${list}"`, async () => {
      const { goal } = await openedUnder(`${STRICT}; require-trusted-types-for 'script'; ${list}`);
      assert.match(goal ?? '', /Kirjasto on auki myös sunnuntaisin/);
    });
  }

  test('renders where a list of Trusted Types names neither and nothing requires them', async () => {
    const { goal } = await openedUnder(`${STRICT}; trusted-types other`);
    assert.match(goal ?? '', /Kirjasto on auki myös sunnuntaisin/);
  });

  test('leaves the page as it is where Trusted Types are required and none of its names is allowed, and says so once', async () => {
    const tab = await browser().newPage();
    const said: string[] = [];
    tab.on('console', (message) => said.push(message.text()));
    const origin = await serve({ '/': { ...REPORT, headers: { 'Content-Security-Policy': `${STRICT}; require-trusted-types-for 'script'; trusted-types other` } } });
    await tab.goto(origin, { waitUntil: 'networkidle0' });
    assert.equal(said.filter((text) => text.includes('trusted-types lit-html aukio')).length, 1, said.join('\n'));
    assert.match(await tab.evaluate(() => document.body.innerText), /Kirjasto on auki myös sunnuntaisin/);
    assert.equal(await tab.evaluate(() => customElements.get('aukio-goal-status') === undefined), true);
    await tab.close();
  });

  async function openedUnder(policy: string): Promise<{ violations: string[]; goal: string | undefined; globals: string[] }> {
    const tab = await browser().newPage();
    await tab.evaluateOnNewDocument(watch);
    const origin = await serve({ '/': { ...REPORT, headers: { 'Content-Security-Policy': policy } } });
    await tab.goto(origin, { waitUntil: 'networkidle0' });
    await tab.waitForFunction(firstGoal);
    const goal = await tab.evaluate(firstGoal);
    const { violations, globals } = await seen(tab);
    await tab.close();
    return { violations, goal, globals };
  }
});

interface Watched {
  readonly before: readonly PropertyKey[];
  readonly violations: string[];
}

/** Runs in the page before anything of its own. */
function watch(): void {
  const violations: string[] = [];
  addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
  const watched: Watched = { before: Reflect.ownKeys(globalThis), violations };
  Object.defineProperty(document, 'watched', { value: watched });
}

function seen(tab: Tab): Promise<{ violations: string[]; globals: string[] }> {
  return tab.evaluate(() => {
    const { before, violations } = (document as Document & { watched: Watched }).watched;
    const added = Reflect.ownKeys(globalThis).filter((key) => !before.includes(key)).map(String);
    // What drives the browser leaves names of its own.
    return { violations, globals: added.filter((name) => !/^(puppeteer_)?__aria/.test(name)) };
  });
}
