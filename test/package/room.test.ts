import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Page as Tab } from 'puppeteer-core';
import { inBrowser, serve } from './page.ts';

const NEVER = new Promise<never>(() => {});
const [, RULE = ''] = /## Room for what is on its way[^]*?```css\n([^]*?)```/.exec(readFileSync(new URL('../../docs/serving.md', import.meta.url), 'utf8')) ?? [];

const page = (body: string) => ({ html: `<!doctype html><html lang="fi"><style>${RULE}</style><script type="module" src="/aukio/aukio.js"></script>${body}</html>` });
const FORM = 'data-aukio="feedback-form" data-endpoint="/nowhere/" data-privacy-href="/"';
const TABLE = '<tr><th>Tavoite</th><th>Toteutumaennuste</th></tr><tr><td>Kirjasto on auki</td><td>Toteutuu</td></tr>';

/** How many heights of the window each of these is high, in whole ones. */
const windows = (tab: Tab, selector: string): Promise<number[]> => tab.$$eval(selector, (found) => found.map((one) => Math.floor(one.getBoundingClientRect().height / innerHeight)));

describe('the room that the guide for templates keeps', () => {
  const browser = inBrowser();

  test('is kept for what is on its way, and for nothing else', async () => {
    const origin = await serve(
      {
        '/': page(`<div class="room" ${FORM}>Soita.</div> <aukio-goal-status class="room" src="/goals.json"></aukio-goal-status> <p class="room"><a href="/goals.docx#aukio=goal-status">Tavoitteet</a></p>
          <div class="none" ${FORM} data-view="status">Soita.</div> <p class="none"><a href="#aukio=goal-status&from=next">Tavoitteet</a></p> <p class="none"><a href="#aukio=end">Loppu</a></p>
          <table class="none" data-aukio="goal-status">${TABLE}</table>`),
      },
      (file) => (file === 'aukio.js' ? Promise.resolve() : NEVER),
    );
    const tab = await browser().newPage();
    await tab.goto(origin, { waitUntil: 'domcontentloaded' });
    assert.deepEqual(await windows(tab, '.room'), [1, 1, 1]);
    assert.deepEqual(await windows(tab, '.none'), [0, 0, 0, 0]);
    assert.equal(await tab.$eval('table', (table) => getComputedStyle(table).display), 'table');
    await tab.close();
  });

  test('is what the sample site keeps', () => {
    assert.ok(readFileSync(new URL('../../demo/theme.css', import.meta.url), 'utf8').includes(RULE));
  });

  test('is given back when the widget is there, however little it shows', async () => {
    const origin = await serve({ '/': page(`<div ${FORM}>Soita.</div>`) });
    const tab = await browser().newPage();
    await tab.goto(origin);
    await tab.waitForSelector('aukio-feedback-form:state(error)');
    assert.deepEqual(await windows(tab, '[data-aukio], aukio-feedback-form'), [0, 0]);
    await tab.close();
  });

  test('is not kept where no script runs', async () => {
    const origin = await serve({ '/': page(`<div ${FORM}>Soita.</div>`) });
    const tab = await browser().newPage();
    await tab.setJavaScriptEnabled(false);
    await tab.goto(origin);
    assert.deepEqual(await windows(tab, '[data-aukio]'), [0]);
    await tab.close();
  });
});
