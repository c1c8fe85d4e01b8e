import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { BrowserContext } from 'puppeteer-core';
import { findBrowser } from '../../tools/browser.mjs';
import { inBrowser } from '../package/page.ts';
import { City, cityOf } from './city.ts';
import { Resident } from './resident.ts';
import { Site } from './site.ts';

const RECEIVED = 'Palautteesi on vastaanotettu';
const EARLIER = 'Aiempi palautteesi on vastaanotettu';
const WAITING = 'Palautteesi odottaa tällä laitteella';
const NOT_RECEIVED = 'Kaupunki ei ole vielä saanut sitä.';

const browser = inBrowser();

describe('whatever happens on the way, exactly one feedback arrives', () => {
  const city = cityOf();
  /** Every message that was sent, each of which the database holds once at the end. */
  const sent: string[] = [];

  /** A device that shares nothing with those of other tests, and a site that the faults of others do not touch. */
  async function opened(): Promise<{ device: BrowserContext; site: Site }> {
    return { device: await browser().createBrowserContext(), site: await Site.open(city().service.url) };
  }

  function message(words: string): string {
    sent.push(words);
    return words;
  }

  async function arrived(words: string): Promise<void> {
    assert.equal(await city().count(words), 1, words);
  }

  test('nothing happens', async () => {
    const { device, site } = await opened();
    const words = message('Kiitos uudesta laiturista.');
    const resident = await Resident.at(device, `${site.origin}/palaute/`);
    await resident.sends(words);
    await resident.sees(RECEIVED);
    await arrived(words);
    assert.equal(site.attempts, 1);
    await resident.leaves();
  });

  test('offline: the site is not reached while she presses Send', async () => {
    const { device, site } = await opened();
    const words = message('Rannan lamppu ei pala.');
    const resident = await Resident.at(device, `${site.origin}/palaute/`);
    await resident.findsForm();
    site.unreachable = true;
    await resident.sends(words);
    await resident.sees(WAITING);
    await resident.sees(NOT_RECEIVED);
    assert.equal(await city().count(words), 0);
    site.unreachable = false;
    await resident.triesNow();
    await resident.sees(RECEIVED);
    await arrived(words);
    await resident.leaves();
  });

  // Only Chromium can be told to lose the network by its DevTools.
  if (findBrowser()?.kind === 'chromium') {
    test('offline: the browser itself has no network, and it leaves when there is one', async () => {
      const { device, site } = await opened();
      const words = message('Portaissa on jäätä.');
      const resident = await Resident.at(device, `${site.origin}/palaute/`);
      await resident.findsForm();
      await resident.tab.setOfflineMode(true);
      await resident.sends(words);
      await resident.sees(WAITING);
      assert.equal(await city().count(words), 0);
      await resident.tab.setOfflineMode(false);
      await resident.sees(RECEIVED);
      await arrived(words);
      await resident.leaves();
    });

    test('the network is cut after the request has left, before the answer', async () => {
      const { device, site } = await opened();
      const words = message('Bussi ajoi ohi pysäkiltä.');
      const resident = await Resident.at(device, `${site.origin}/palaute/`);
      site.fault = 'held';
      await resident.sends(words);
      await site.stored();
      await resident.tab.setOfflineMode(true);
      // The DevTools let a request go on that has left already, and the browser's own attempt to repeat it.
      site.fault = 'cut';
      site.drop();
      await resident.sees(WAITING);
      site.fault = undefined;
      await arrived(words);
      await resident.tab.setOfflineMode(false);
      await resident.sees(RECEIVED);
      await arrived(words);
      await resident.leaves();
    });
  }

  test('the connection is lost before anything has arrived', async () => {
    const { device, site } = await opened();
    const words = message('Hiekoitus puuttuu.');
    const resident = await Resident.at(device, `${site.origin}/palaute/`);
    site.fault = 'cut';
    await resident.sends(words);
    await resident.sees(NOT_RECEIVED);
    assert.equal(await city().count(words), 0);
    site.fault = undefined;
    await resident.triesNow();
    await resident.sees(RECEIVED);
    await arrived(words);
    await resident.leaves();
  });

  test('the connection is lost before the answer: it is sent again by itself, and gets the receipt of the first', async () => {
    const { device, site } = await opened();
    const words = message('Uimahallin suihku vuotaa.');
    const resident = await Resident.at(device, `${site.origin}/palaute/`);
    site.fault = 'unanswered';
    await resident.sends(words);
    await resident.sees(NOT_RECEIVED);
    await arrived(words);
    site.fault = undefined;
    await resident.sees(RECEIVED);
    assert.ok(site.attempts >= 2);
    await arrived(words);
    await resident.leaves();
  });

  test('a 500 comes back although the service has stored it', async () => {
    const { device, site } = await opened();
    const words = message('Leikkipuiston keinu on rikki.');
    const resident = await Resident.at(device, `${site.origin}/palaute/`);
    site.fault = 'error';
    await resident.sends(words);
    await resident.sees(NOT_RECEIVED);
    await arrived(words);
    site.fault = undefined;
    await resident.triesNow();
    await resident.sees(RECEIVED);
    assert.ok(site.attempts >= 2);
    await arrived(words);
    await resident.leaves();
  });

  test('double click', async () => {
    const { device, site } = await opened();
    const words = message('Kirjaston luukku on jumissa.');
    const resident = await Resident.at(device, `${site.origin}/palaute/`);
    await resident.findsForm();
    await resident.writes('message', words);
    await resident.presses('Lähetä palaute', 2);
    await resident.sees(RECEIVED);
    await arrived(words);
    assert.equal(site.attempts, 1);
    await resident.leaves();
  });

  test('closed tab: what waits leaves from another page of the site, and the receipt is on the next one with a form', async () => {
    const { device, site } = await opened();
    const words = message('Roskis on täynnä.');
    const first = await Resident.at(device, `${site.origin}/palaute/`);
    await first.findsForm();
    site.unreachable = true;
    await first.sends(words);
    await first.sees(WAITING);
    await first.leaves();
    site.unreachable = false;
    const front = await Resident.at(device, `${site.origin}/`);
    await site.stored();
    await arrived(words);
    await front.leaves();
    const later = await Resident.at(device, `${site.origin}/palaute/`);
    await later.sees(EARLIER);
    assert.match(await later.told('Koodi'), /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    await arrived(words);
    assert.equal(await later.reads('message'), '');
    await later.leaves();
  });

  test('closed tab: after the service has stored it, and before the answer', async () => {
    const { device, site } = await opened();
    const words = message('Bussikatos on särkynyt.');
    const first = await Resident.at(device, `${site.origin}/palaute/`);
    site.fault = 'held';
    await first.sends(words);
    await site.stored();
    await first.leaves();
    site.fault = undefined;
    site.release();
    const later = await Resident.at(device, `${site.origin}/palaute/`);
    await later.sees(EARLIER);
    assert.equal(await later.reads('message'), '');
    await arrived(words);
    await later.leaves();
  });

  test('two tabs: the same words in both are sent in both', async () => {
    const { device, site } = await opened();
    const words = message('Koirapuiston portti ei sulkeudu.');
    const first = await Resident.at(device, `${site.origin}/palaute/`);
    await first.findsForm();
    await first.writes('message', words);
    const second = await Resident.at(device, `${site.origin}/palaute/`);
    await second.findsForm();
    assert.equal(await second.reads('message'), words);
    site.fault = 'held';
    await second.presses('Lähetä palaute');
    await site.stored();
    await first.tab.bringToFront();
    await first.presses('Lähetä palaute');
    await first.sees(NOT_RECEIVED);
    site.release();
    await first.sees(RECEIVED);
    await second.sees(RECEIVED);
    assert.equal(site.attempts, 1);
    await arrived(words);
    await first.leaves();
    await second.leaves();
  });

  test('two tabs: what was changed in one after the other was sent is another feedback, and only if she says so', async () => {
    const { device, site } = await opened();
    const words = message('Torin suihkulähde on kuiva.');
    const more = message(' Myös vesiposti on kuiva.');
    const first = await Resident.at(device, `${site.origin}/palaute/`);
    await first.findsForm();
    await first.writes('message', words);
    const second = await Resident.at(device, `${site.origin}/palaute/`);
    await second.findsForm();
    await second.presses('Lähetä palaute');
    await second.sees(RECEIVED);
    await first.tab.bringToFront();
    await first.writes('message', more);
    await first.presses('Lähetä palaute');
    await first.sees('Aiempi palautteesi on vastaanotettu, ja tämä teksti on eri.');
    assert.equal(await city().count(more), 0);
    await first.presses('Lähetä uutena palautteena');
    await first.sees(RECEIVED);
    assert.equal(await city().count(more), 1);
    await first.leaves();
    await second.leaves();
  });

  test('in the database itself there is one of each, and each brought its proof', async () => {
    const stored = await city().close();
    assert.equal(stored.length, sent.length, stored.map(({ message: words }) => words).join('\n'));
    for (const words of sent) assert.equal(stored.filter(({ message: found }) => found.endsWith(words.trim())).length, 1, words);
    // A machine fills in a form faster than a person.
    for (const { suspicion, message: words } of stored) assert.deepEqual(suspicion.filter((reason) => reason !== 'too-fast'), [], words);
  });
});

describe('a service that is killed between storing and answering, and started again', () => {
  test('has one feedback, and gives its receipt', async () => {
    const city = await City.open({ preload: new URL('../../service/test/kill-before-answer.ts', import.meta.url) });
    after(() => city.service.stop('SIGKILL'));
    const site = await Site.open(city.service.url);
    const words = 'Pyörätien maalaus on kulunut.';
    const resident = await Resident.at(browser(), `${site.origin}/palaute/`);
    await resident.sends(words);
    await resident.sees(NOT_RECEIVED);
    await city.restart();
    site.service = city.service.url;
    assert.equal(await city.count(words), 1);
    await resident.triesNow();
    await resident.sees(RECEIVED);
    await resident.leaves();
    assert.deepEqual((await city.close()).map(({ message }) => message), [words]);
  });
});
