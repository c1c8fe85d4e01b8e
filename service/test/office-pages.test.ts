import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { BROWSER_MISSING, findBrowser } from '../../tools/browser.mjs';
import { launchFound } from '../../tools/launch.mjs';
import { migrate, readMigrations } from '../src/database/migrations.ts';
import { openPglite } from '../src/database/pglite.ts';
import { SCOPES } from '../src/office/scopes.ts';
import { createToken } from '../src/office/tokens.ts';
import { FEEDBACK, PNG, postOf } from './app.ts';
import { temporaryData } from './pglite-folder.ts';
import { startService, type RunningService } from './running.ts';
import { ballotFile } from './voting.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  readonly axe: { run(): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] }[] }> };
}

/** In a real browser and under the pages' own policy; they have no script. */
describe('The pages of the city\'s side', () => {
  let service: RunningService;
  let browser: Browser;
  let page: Page;
  let message: string;
  let token: string;
  before(async () => {
    if (findBrowser()?.kind !== 'chromium') throw new Error(BROWSER_MISSING);
    const data = await temporaryData();
    const database = await openPglite(join(data, 'database'));
    await migrate(database, await readMigrations());
    token = await createToken(database, new Date(), 'Maija Meri', SCOPES);
    await database.close();
    service = await startService({ data });
    mkdirSync(join(data, 'content', 'ballot'));
    writeFileSync(join(data, 'content', 'ballot', 'puisto.json'), JSON.stringify(ballotFile({ opensAt: new Date(Date.now() - 1_000).toISOString(), closesAt: new Date(Date.now() + 86_400_000).toISOString(), rules: { method: 'points', points: 5 } })));
    const send = async (feedback: object, options = {}) => ((await (await fetch(new URL('feedback', service.url), postOf({ ...FEEDBACK, ...feedback }, options))).json()) as { id: string }).id;
    await send({ topic: 'saavutettavuus', message: 'Sanaton '.repeat(40) });
    await send({}, { proof: null });
    message = await send(
      { topic: 'valaistus', answers: { vika: 'pimea' }, about: `https://merilehto.example/${'pitka'.repeat(40)}`, contact: { name: 'Liisa', email: 'liisa@example.fi', phone: '040 1234567' }, answerBy: 'email', mayPublish: true },
      { photos: [PNG] },
    );
    browser = await launchFound();
    page = await browser.newPage();
  });
  after(async () => {
    await browser.close();
    await service.stop();
  });

  const go = (path: string) => page.goto(new URL(path, service.url).href);
  /** Follows what a click does to its end. */
  const click = (selector: string) => Promise.all([page.waitForNavigation(), page.click(selector)]);
  const focused = () => page.evaluate(() => document.activeElement?.className);
  const holds = async (what: string) => {
    for (const scheme of ['light', 'dark']) {
      for (const width of [1280, 320]) {
        await page.setViewport({ width, height: 800 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.evaluate(AXE);
        const violations = await page.evaluate(async () => (await (window as unknown as AxeWindow).axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
        assert.deepEqual(violations, [], `${what}, ${scheme}, ${width}`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what} fits ${width} pixels`);
      }
    }
    await page.setViewport({ width: 1280, height: 800 });
  };

  test('are for everybody: signing in, with an error that takes the focus and leads to the field', async () => {
    await go('office');
    await holds('sign-in');
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('button')!).backgroundColor), 'rgba(0, 0, 0, 0)', 'its style is let in');
    await click('main button');
    assert.equal(await focused(), 'summary');
    await holds('sign-in with an error');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'token');
    await page.keyboard.type(token);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.equal(new URL(page.url()).pathname, '/office');
  });

  test('are for everybody: the list, the message with photos, its forms and their errors', async () => {
    await go('office?state=all');
    await holds('list');
    await go(`office/messages/${message}`);
    await holds('message');
    assert.ok(await page.evaluate(() => document.querySelector<HTMLImageElement>('.photos img')?.naturalWidth), 'the photo is shown');
    await page.click('input[value=answered]');
    await click(`form[action="/office/messages/${message}"] button`);
    assert.equal(await focused(), 'summary');
    await holds('message with an error');
    await page.type('#reply', 'Lamppu vaihdetaan.');
    await click(`form[action="/office/messages/${message}"] button`);
    assert.equal(await focused(), 'notice');
    await holds('message that was saved');
    await go(`office/messages/${message}/erase`);
    await holds('question before erasing');
  });

  test('are for everybody: a person\'s data, the log, and a page that is not there', async () => {
    await go('office/person');
    await holds('search for a person');
    await page.type('#detail', 'liisa@example.fi');
    await click('main button');
    await holds('a person found');
    await click('form[action="/office/person/erase"] button');
    assert.equal(await focused(), 'summary');
    await holds('erasing without confirmation');
    await go('office/log');
    await holds('log');
    await go('office/nothing');
    await holds('no such page');
  });

  test('are for everybody: ballots, votes from paper and their errors, correcting and withdrawing', async () => {
    await go('office/ballots');
    await holds('ballots');
    await click('main table a');
    await holds('ballot without batches');
    await click('a[href$="/enter/totals"]');
    await holds('totals');
    await page.type('#voters', '3');
    await page.type('#supporters-2', '4');
    await page.type('#score-2', '9');
    await click('main button');
    assert.equal(await focused(), 'summary');
    await holds('totals with errors');
    await go('office/ballots/puisto/enter/votes');
    await page.click('#channel');
    await page.type('#place', `Pääkirjasto ${'pitka'.repeat(20)}`);
    await page.type('#votes', '1:3 2:2\n9');
    await click('main button');
    await page.click('summary');
    await holds('votes with an error');
    await page.evaluate(() => (document.querySelector<HTMLTextAreaElement>('#votes')!.value = '1:3 2:2\n4:5'));
    await click('main button');
    assert.equal(await focused(), 'notice');
    await holds('ballot with a batch');
    await click('a[href$="/correct"]');
    await holds('correcting');
    await go('office/ballots/puisto');
    await click('a[href$="/withdraw"]');
    await click('main button');
    assert.equal(await focused(), 'summary');
    await holds('withdrawing with an error');
    await page.type('#reason', 'Syötetty kahdesti');
    await click('main button');
    await holds('ballot with a batch that was withdrawn');
  });
});
