import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inBrowser } from '../package/page.ts';
import { ballotFile } from '../../service/test/voting.ts';
import { cityOf } from './city.ts';
import { Resident } from './resident.ts';
import { Site } from './site.ts';

const DAY = 86_400_000;
const VOTE = 'aukio-budget-vote';
const RESULTS = 'aukio-budget-results';
const RECEIPT = 'Kuittauskoodi';

describe('a vote', () => {
  const browser = inBrowser();
  const city = cityOf();

  test('is chosen, sent with a code, changed, and counted once when voting has closed', async () => {
    // By the service's clock it is the day before closing, at first; by the device's own it is over all the time.
    const dates = { opensAt: new Date(Date.now() - 3 * DAY).toISOString(), closesAt: new Date(Date.now() - DAY).toISOString() };
    const ballot = (fields: object = {}) => ({ id: 'puisto', ...ballotFile({ ...dates, identification: ['code'], ...fields }) });
    city().writeBallot(ballot());
    const [code = ''] = await city().makeCodes('puisto', 2);
    await city().restart(-2 * DAY);
    const site = await Site.open(city().service.url);
    const device = await browser().createBrowserContext();

    const voter = await Resident.at(device, `${site.origin}/aanestys/`, VOTE);
    await voter.presses('Valitse: Keinut');
    await voter.presses('Tarkista ja lähetä');
    await voter.sees('Ääntäsi ei ole vielä lähetetty.');
    await voter.presses('Lähetä ääneni');
    await voter.sees('Kirjoita henkilökohtainen koodisi');
    await voter.writes('voter-code', ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    await voter.presses('Lähetä ääneni');
    await voter.sees('Äänesi on vastaanotettu');
    const first = await voter.told(RECEIPT);

    await voter.presses('Muuta ääntäni');
    await voter.presses('Valitse: Laituri');
    await voter.presses('Tarkista ja lähetä');
    await voter.writes('voter-code', code);
    await voter.presses('Lähetä muutettu ääni');
    await voter.sees('Muutettu äänesi on vastaanotettu');
    const receipt = await voter.told(RECEIPT);
    assert.notEqual(receipt, first);
    await voter.leaves();

    city().writeBallot(ballot({ phase: 'results' }));
    await city().restart();
    site.service = city().service.url;
    // Another device: what this one has read of the ballot may stand in its cache for a minute.
    const elsewhere = await browser().createBrowserContext();
    const reader = await Resident.at(elsewhere, `${site.origin}/tulos/`, RESULTS);
    await reader.sees('Oma selaimesi laski');
    for (const [typed, answer] of [[receipt.toLowerCase(), `Koodi ${receipt} on luettelossa`], [first, `Koodia ${first} ei ole luettelossa`]] as const) {
      await reader.goTo(`${site.origin}/tulos/`);
      await reader.writes('receipt-code', typed);
      await reader.presses('Tarkista koodi');
      await reader.sees(answer);
    }
    await reader.leaves();

    const late = await Resident.at(elsewhere, `${site.origin}/aanestys/`, VOTE);
    await late.sees('Äänestys on päättynyt');
    await late.leaves();
    const stored = await city().closeVotes();
    assert.deepEqual(stored.map(({ choices, receipt: kept }) => [choices.map(({ project }) => project).sort(), kept]), [[['a', 'c'], receipt]]);
  });
});
