import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { BrowserContext, Page as Tab } from 'puppeteer-core';
import { ballotFile } from '../../service/test/voting.ts';
import { inBrowser } from '../package/page.ts';
import { cityOf } from './city.ts';
import { Resident } from './resident.ts';
import { GOALS, PICTURE, Site } from './site.ts';

const DAY = 86_400_000;
const LIST = readFileSync(new URL('../../docs/requests-and-storage.md', import.meta.url), 'utf8');

/** The names in the tables under a heading: what stands in code marks in the first cell of a row that has some; `*` is anything. */
function listed(heading: string): readonly string[] {
  const [, section = ''] = LIST.split(`\n## ${heading}\n`);
  const rows = section.split('\n## ')[0]!.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));
  return rows.flatMap((row) => [...(/^\|([^|]*`[^|]*)\|/.exec(row) ?? /^\|[^|]*\|([^|]*)\|/.exec(row) ?? [''])[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
}

function isListed(name: string, names: readonly string[]): boolean {
  return names.some((pattern) => new RegExp(`^${pattern.replaceAll(/[.{}/-]/g, '\\$&').replaceAll('*', '.+')}$`).test(name));
}

describe('the page that lists every request and every stored byte', () => {
  const browser = inBrowser();
  const city = cityOf();
  const requests = new Set<string>();
  const stored = new Set<string>();

  async function watched(device: BrowserContext, address: string, widget?: string): Promise<Resident> {
    const resident = await Resident.at(device, 'about:blank', widget);
    resident.tab.on('request', (request) => {
      if (!request.isNavigationRequest() || request.frame() !== resident.tab.mainFrame()) requests.add(request.url());
    });
    await resident.goTo(address);
    return resident;
  }

  /** Everything that a page of this site can store. */
  async function look(tab: Tab): Promise<void> {
    const kept = await tab.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: 'caches' in globalThis ? await caches.keys() : [],
      cookies: document.cookie,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    for (const name of [...kept.local, ...kept.databases]) stored.add(name ?? '');
    assert.deepEqual([kept.session, kept.caches, kept.cookies, kept.workers], [[], [], '', 0]);
  }

  test('lists all that a whole visit requests and stores', async () => {
    const dates = { opensAt: new Date(Date.now() - DAY).toISOString(), closesAt: new Date(Date.now() + DAY).toISOString() };
    const { projects } = ballotFile() as { projects: object[] };
    const pictured = projects.map((project, position) => (position ? project : { ...project, picture: { src: PICTURE, alt: 'Keinut rannassa' } }));
    city().writeBallot({ ...ballotFile({ ...dates, projects: pictured, identification: ['open'] }), id: 'puisto' });
    city().writeBallot({ ...ballotFile({ opensAt: new Date(Date.now() - 2 * DAY).toISOString(), closesAt: dates.opensAt, identification: ['open'], phase: 'results' }), id: 'ranta' });
    const site = await Site.open(city().service.url);
    const device = await browser().createBrowserContext();

    const resident = await watched(device, `${site.origin}/palaute/`);
    await resident.findsForm();
    await resident.writes('message', 'Rannan valo on');
    await look(resident.tab);
    site.unreachable = true;
    await resident.writes('message', ' sammunut.');
    await resident.presses('Lähetä palaute');
    await resident.sees('Palautteesi odottaa tällä laitteella');
    await look(resident.tab);
    site.unreachable = false;
    await resident.presses('Yritä lähettää nyt');
    await resident.sees('Palautteesi on vastaanotettu');
    const code = await resident.told('Koodi');
    await resident.goTo(`${site.origin}/palaute/tilanne/`);
    await resident.writes('code', code);
    await resident.presses('Näytä');
    await resident.sees('Vastaanotettu');
    await look(resident.tab);
    await resident.leaves();

    const voter = await watched(device, `${site.origin}/aanestys/puisto/`, 'aukio-budget-vote');
    await voter.presses('Valitse: Keinut');
    await look(voter.tab);
    await voter.presses('Tarkista ja lähetä');
    await voter.presses('Lähetä ääneni');
    await voter.sees('Äänesi on vastaanotettu');
    await look(voter.tab);
    await voter.leaves();

    const reader = await watched(device, `${site.origin}/tulos/ranta/`, 'aukio-budget-results');
    await reader.sees('Oma selaimesi laski');
    await reader.writes('receipt-code', 'AAAA-AAAA');
    await reader.presses('Tarkista koodi');
    await look(reader.tab);
    await reader.leaves();

    const framed = await watched(device, `${site.origin}/tavoitteet/`);
    const frame = await (await framed.tab.waitForSelector('iframe'))!.contentFrame();
    await frame.waitForFunction(() => document.querySelector('aukio-goal-status')?.shadowRoot?.textContent.includes('Rantareitti valaistaan'));
    await framed.tab.waitForFunction(() => document.querySelector('iframe')!.style.height !== '');
    await look(framed.tab);
    await framed.leaves();

    const addresses = listed('Requests');
    assert.ok(requests.size > 20);
    for (const address of requests) {
      // What an editor names may be anywhere; the page tells by which of her words it is asked for.
      const named = { [GOALS]: 'src', [PICTURE]: 'picture' }[new URL(address).pathname];
      const name = named ?? address.replace(`${site.origin}/aukio/`, 'aukio/').replace(`${site.origin}/api/`, '{source}').replace(/\?.*$/, '');
      assert.ok(isListed(name, addresses), `${address} is requested, and not listed`);
    }
    const paths = [...requests].map((address) => new URL(address).pathname.slice(1));
    for (const pattern of addresses.filter((name) => name.startsWith('aukio/'))) assert.ok(paths.some((path) => isListed(path, [pattern])), `${pattern} is listed, and not requested`);
    assert.ok(paths.includes(PICTURE.slice(1)) && paths.includes(GOALS.slice(1)));
    const names = listed('What is stored on the device');
    for (const name of stored) assert.ok(isListed(name, names), `${name} is stored, and not listed`);
    for (const pattern of names) assert.ok([...stored].some((name) => isListed(name, [pattern])), `${pattern} is listed, and not stored`);
  });
});
