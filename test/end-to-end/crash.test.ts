import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { findBrowser } from '../../tools/browser.mjs';
import { launchFound } from '../../tools/launch.mjs';
import { inBrowser } from '../package/page.ts';
import { cityOf } from './city.ts';
import { Resident } from './resident.ts';
import { Site } from './site.ts';

const city = cityOf();

describe('what was begun', () => {
  const browser = inBrowser();

  test('is there again after a reload', async () => {
    const site = await Site.open(city().service.url);
    const resident = await Resident.at(browser(), `${site.origin}/palaute/`);
    await resident.findsForm();
    await resident.writes('message', 'Satamassa on öljyä.');
    await resident.tab.reload();
    await resident.findsForm();
    assert.equal(await resident.reads('message'), 'Satamassa on öljyä.');
    await resident.leaves();
  });

  // Only Chromium's DevTools can crash a page; the browser stays, as where a phone ends it for want of memory.
  if (findBrowser()?.kind === 'chromium') {
    test('is there again after the page has crashed', async () => {
      const device = await browser().createBrowserContext();
      const site = await Site.open(city().service.url);
      const resident = await Resident.at(device, `${site.origin}/palaute/`);
      await resident.findsForm();
      await resident.writes('message', 'Metsäpolku on poikki.');
      const session = await resident.tab.createCDPSession();
      const crashed = new Promise<void>((resolve) => session.once('Inspector.targetCrashed', () => resolve()));
      session.send('Page.crash').catch(() => {});
      await crashed;
      const later = await Resident.at(device, `${site.origin}/palaute/`);
      await later.findsForm();
      assert.equal(await later.reads('message'), 'Metsäpolku on poikki.');
      await later.leaves();
    });
  }
});

describe('a browser that crashes', () => {
  /** Every message that was sent, in its order. */
  const sent: string[] = [];
  let profile: string;
  let browser: Browser | undefined;

  before(() => {
    profile = mkdtempSync(join(tmpdir(), 'aukio-profile-'));
  });
  after(async () => {
    await browser?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  /** The resident's own browser, with what it has kept. */
  async function start(): Promise<Browser> {
    return (browser = await launchFound({ userDataDir: profile }));
  }

  async function crash(): Promise<void> {
    const process = browser!.process()!;
    const ended = once(process, 'exit');
    process.kill('SIGKILL');
    await ended;
    await browser!.disconnect();
  }

  test('while feedback waits: it leaves once the site is open again, also where everything before it had left', async () => {
    const site = await Site.open(city().service.url);
    const [earlier, words] = ['Puiston penkki on maalattu, kiitos.', 'Laiturilla on liukasta.'];
    const first = await Resident.at(await start(), `${site.origin}/palaute/`);
    await first.sends(earlier);
    await first.sees('Palautteesi on vastaanotettu');
    // The receipt was shown, so nothing is kept any more; and what is closed in good order has written that down.
    await first.tab.waitForFunction(() => localStorage.getItem('aukio-outbox') === '0');
    await browser!.close();

    const second = await Resident.at(await start(), `${site.origin}/palaute/`);
    await second.findsForm();
    site.unreachable = true;
    await second.sends(words);
    await second.sees('Palautteesi odottaa tällä laitteella');
    await crash();
    assert.equal(await city().count(words), 0);

    site.unreachable = false;
    const third = await Resident.at(await start(), `${site.origin}/palaute/`);
    await third.sees('Aiempi palautteesi on vastaanotettu');
    await third.leaves();
    await browser!.close();
    sent.push(earlier, words);
  });

  // How Chromium keeps a database is known here.
  if (findBrowser()?.kind === 'chromium') {
    test('while feedback waits, and its database cannot be opened when the site is open again: the form does not say that there is nothing, and it leaves by itself', async () => {
      const site = await Site.open(city().service.url);
      const words = 'Rantaportaiden kaide on irti.';
      const first = await Resident.at(await start(), `${site.origin}/palaute/`);
      await first.findsForm();
      site.unreachable = true;
      await first.sends(words);
      await first.sees('Palautteesi odottaa tällä laitteella');
      await crash();

      // As long as another process holds it.
      const held = join(profile, 'Default', 'IndexedDB', `${site.origin.replace('://', '_').replace(':', '_')}.indexeddb.leveldb`, 'LOCK');
      rmSync(held);
      mkdirSync(held);
      site.unreachable = false;
      const second = await Resident.at(await start(), `${site.origin}/palaute/`);
      await second.sees('Emme voineet juuri nyt tarkistaa, odottaako tällä laitteella aiempi palautteesi.');
      assert.equal(await city().count(words), 0);
      rmSync(held, { recursive: true });
      await second.sees('Aiempi palautteesi on vastaanotettu');
      await second.leaves();
      await browser!.close();
      sent.push(words);
    });
  }

  test('in the database itself there is one of each', async () => {
    assert.deepEqual((await city().close()).map(({ message }) => message), sent);
  });
});
