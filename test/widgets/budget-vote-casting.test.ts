import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { openOutbox } from '../../src/core/outbox/outbox.ts';
import { receiptCode } from '../../src/model/vote-receipt.ts';
import { SourceError } from '../../src/sources/errors.ts';
import type { Receipt } from '../../src/sources/source.ts';
import type { AukioBudgetVote } from '../../src/widgets/budget-vote/budget-vote.ts';
import type { BeforeVoteSendEvent } from '../../src/widgets/budget-vote/budget-vote.events.ts';
import { BALLOTS, ballotOf, bar, cast, City, control, focused, forget, press, RECEIPT, seen, SMALL, stage, tick, until } from './budget-votes.ts';

afterEach(forget);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const failing = (kind: SourceError['kind'], details: object = {}) => (): never => {
  throw new SourceError(kind, details);
};

/** Whether the browser would ask before the page is left. */
function isHeld(): boolean {
  return !dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

/** The ballot with these withdrawn. */
function withdraw(...ids: readonly string[]): typeof SMALL {
  return { ...SMALL, projects: SMALL.projects.map((project) => (ids.includes(project.id) ? { ...project, withdrawn: {} } : project)) };
}

/** From the list to the receipt, with the first project. */
async function voted(city = new City(), attributes?: string): Promise<AukioBudgetVote> {
  const ballot = await ballotOf(city, attributes);
  await tick(ballot, 'benches');
  await cast(ballot);
  await stage(ballot, 'Äänesi on vastaanotettu');
  return ballot;
}

async function type(ballot: AukioBudgetVote, code: string): Promise<void> {
  const field = (ballot.renderRoot as ShadowRoot).getElementById('voter-code') as HTMLInputElement;
  field.value = code;
  field.dispatchEvent(new InputEvent('input'));
  await ballot.updateComplete;
}

describe('a device that may keep it', () => {
  it('remembers what it takes to work out the code of the receipt again', async () => {
    const city = new City();
    await voted(city);
    const { cast } = JSON.parse(localStorage.getItem('aukio-ballot small') ?? '{}') as { cast: Record<string, unknown> };
    const [vote] = city.sent;
    expect([cast['id'], cast['rulesVersion'], cast['choices'], cast['code']]).to.deep.equal([vote!.id, vote!.rulesVersion, vote!.choices, RECEIPT.code]);
  });
});

describe('the state of a vote', () => {
  it('is not voted, then a draft that the page does not let go, then voted', async () => {
    const ballot = await ballotOf(new City());
    expect(bar(ballot).state).to.equal('Et ole vielä äänestänyt');
    expect(isHeld()).to.equal(false);
    await tick(ballot, 'benches');
    expect(bar(ballot).state).to.equal('Luonnos: ei vielä lähetetty');
    expect(isHeld()).to.equal(true);
    await cast(ballot);
    await stage(ballot, 'Äänesi on vastaanotettu');
    expect(isHeld()).to.equal(false);
    await press(ballot, 'Muuta ääntäni');
    expect(bar(ballot).state).to.equal('Äänesi on vastaanotettu');
  });

  for (const attributes of ['keep-order', 'keep-order shared-device']) {
    it(`is what is said of this device, too: ${attributes}`, async () => {
      const ballot = await ballotOf(new City(), attributes);
      const said = (): string => seen(ballot, '.keeping .hint')[0]!;
      const shared = attributes.includes('shared');
      const draft = shared ? 'Jos suljet sivun, ne katoavat.' : 'Niitä ei ole lähetetty kaupungille.';
      await tick(ballot, 'benches');
      expect(said()).to.contain(draft);
      await cast(ballot);
      await stage(ballot, 'Äänesi on vastaanotettu');
      await press(ballot, 'Muuta ääntäni');
      expect(said()).to.contain(shared ? 'Kaupunki on vastaanottanut sen.' : 'Äänesi ja sen').and.not.contain(draft);
      await tick(ballot, 'trees');
      expect(said()).to.contain(draft);
    });
  }

  it('and what is left is spoken as it changes', async () => {
    const ballot = await ballotOf(new City());
    await tick(ballot, 'benches');
    const region = document.querySelector('[data-aukio-announcer]')!;
    await until(() => region.textContent.replace(/\s/g, ' ').includes('5 000 € jäljellä, kun käytettävissä on 10 000 €'), 'the announcement');
    expect(region.getAttribute('aria-live')).to.equal('polite');
  });
});

describe('a draft', () => {
  it('is there again after a reload, and says that it was not sent', async () => {
    await tick(await ballotOf(new City()), 'benches', 'trees');
    const again = await ballotOf(new City());
    expect(control(again, 'trees').checked).to.equal(true);
    expect(seen(again, '.message')[0]).to.equal('Aiemmat valintasi ovat taas tässä. Niitä ei ole lähetetty.');
    expect(bar(again).state).to.equal('Luonnos: ei vielä lähetetty');
  });

  it('loses what was withdrawn since, and says so', async () => {
    await tick(await ballotOf(new City()), 'benches', 'trees');
    const [first, ...others] = SMALL.projects;
    const again = await ballotOf(new City({ ...SMALL, projects: [{ ...first!, withdrawn: true }, ...others] }));
    expect(again.choices).to.deep.equal([{ project: 'trees' }]);
    expect(seen(again, '.message')[0]).to.equal('Nämä on vedetty pois, eivätkä ne ole enää valinnoissasi: Penkit.');
  });

  it('made under other rules is to be checked', async () => {
    await tick(await ballotOf(new City()), 'benches');
    const again = await ballotOf(new City({ ...SMALL, rulesVersion: 'next' }));
    expect(seen(again, '.message')[0]).to.contain('säännöt ovat muuttuneet');
  });

  it('is erased when the voter wants it, from the page and from the device', async () => {
    const ballot = await ballotOf(new City());
    await tick(ballot, 'benches');
    await press(ballot, 'Poista tälle laitteelle tallennetut tiedot');
    expect(ballot.choices).to.deep.equal([]);
    expect(Object.keys(localStorage).filter((name) => /benches/.test(localStorage.getItem(name)!))).to.deep.equal([]);
    expect(isHeld()).to.equal(false);
  });
});

describe('a vote that is sent', () => {
  it('goes with its own id as key, the rules it was made under, and a random mark of the browser', async () => {
    const city = new City();
    await voted(city);
    const [{ id, device, ...rest }] = city.sent as [(typeof city.sent)[0]];
    expect(rest).to.deep.equal({ ballot: 'small', rulesVersion: SMALL['rulesVersion'], choices: [{ project: 'benches' }], channel: 'web' });
    expect(id).to.match(UUID);
    expect(device).to.match(UUID);
    expect(city.options[0]!.idempotencyKey).to.equal(id);
    expect(city.options[0]!.authorization).to.equal(undefined);
  });

  it('is received: the code, the time, the choices, and what happens next', async () => {
    const events: unknown[] = [];
    document.addEventListener('aukio-vote-cast', (event) => events.push((event as CustomEvent).detail), { once: true });
    const ballot = await voted();
    expect(focused(ballot)?.textContent.trim()).to.equal('Äänesi on vastaanotettu');
    expect(seen(ballot, '[part~="received"] dd')).to.deep.equal(['K7M3P-Q9RTV', '10. toukokuuta 2026 klo 12.05', 'Puistoraha']);
    expect(seen(ballot, '.vote-list .name')).to.deep.equal(['Penkit']);
    expect(events).to.deep.equal([{ ballot: 'small', changed: false }]);
  });

  it('goes once, however often Send is pressed', async () => {
    let arrive: (receipt: Receipt) => void = () => {};
    const city = new City(SMALL, () => new Promise((resolve) => (arrive = resolve)));
    const ballot = await ballotOf(city);
    await tick(ballot, 'benches');
    await press(ballot, 'Tarkista ja lähetä');
    await stage(ballot, 'Tarkista äänesi');
    const button = ballot.renderRoot.querySelector<HTMLButtonElement>('button.send')!;
    button.click();
    button.click();
    await until(() => city.sent.length > 0, 'the vote');
    arrive(RECEIPT);
    await stage(ballot, 'Äänesi on vastaanotettu');
    expect(city.sent).to.have.length(1);
  });

  it('goes under the same id when it is sent again after it failed', async () => {
    const city = new City({ ...SMALL, identification: ['code'] }, failing('unavailable'));
    const ballot = await ballotOf(city);
    await tick(ballot, 'benches');
    await press(ballot, 'Tarkista ja lähetä');
    await stage(ballot, 'Tarkista äänesi');
    await type(ballot, '7K3M9QRTV2XW4HJA');
    await press(ballot, 'Lähetä ääneni');
    await stage(ballot, 'Emme tiedä, tuliko äänesi perille');
    city.answer = () => RECEIPT;
    await press(ballot, 'Yritä uudelleen');
    await stage(ballot, 'Äänesi on vastaanotettu');
    expect(new Set(city.sent.map(({ id }) => id)).size).to.equal(1);
  });

  it('is known after a reload, and can be taken from the device', async () => {
    await voted();
    const again = await ballotOf(new City());
    expect(bar(again).state).to.equal('Äänesi on vastaanotettu');
    expect(seen(again, '[part~="received"]')[0]).to.contain('Äänesi vastaanotettiin 10. toukokuuta 2026 klo 12.05.').and.contain('K7M3P-Q9RTV');
    await press(again, 'Poista tälle laitteelle tallennetut tiedot');
    expect(bar(again).state).to.equal('Et ole vielä äänestänyt');
    expect(Object.keys(localStorage).filter((name) => /K7M3P|benches/.test(localStorage.getItem(name)!))).to.deep.equal([]);
  });

  it('stands after it was erased from the device, as is said before; another one takes its place', async () => {
    const city = new City();
    const ballot = await voted(city);
    await press(ballot, 'Muuta ääntäni');
    expect(seen(ballot, '.hint').join(' ')).to.contain('Lähettämäsi ääni jää voimaan. Jos äänestät uudelleen tällä laitteella, uusi ääni korvaa sen. Siksi selaimeen jää satunnainen merkki.');
    await press(ballot, 'Poista tälle laitteelle tallennetut tiedot');
    ballot.remove();
    const again = await ballotOf(city);
    expect(bar(again).state).to.equal('Et ole vielä äänestänyt');
    await tick(again, 'trees');
    await cast(again);
    await stage(again, 'Äänesi on vastaanotettu');
    expect(new Set(city.sent.map(({ device }) => device)).size).to.equal(1);
  });
});

describe('a ballot in two tabs', () => {
  const KEPT = 'aukio-ballot small';

  /** What another tab does with what is kept: this page is told of it by the browser. */
  async function elsewhere(work: (storage: Storage) => void): Promise<void> {
    const frame = await fixture<HTMLIFrameElement>('<iframe title="Toinen välilehti"></iframe>');
    const told = new Promise((resolve) => addEventListener('storage', resolve, { once: true }));
    work(frame.contentWindow!.localStorage);
    await told;
  }

  it('counts one person once, though both were open before the first vote', async () => {
    const city = new City();
    const first = await ballotOf(city);
    const second = await ballotOf(city);
    await tick(first, 'benches');
    await cast(first);
    await stage(first, 'Äänesi on vastaanotettu');
    await tick(second, 'trees');
    await cast(second);
    await stage(second, 'Muutettu äänesi on vastaanotettu');
    expect(city.sent).to.have.length(2);
    expect(new Set(city.sent.map(({ device }) => device)).size).to.equal(1);
  });

  it('shows in the other one that the vote was received, and its choices', async () => {
    const ballot = await ballotOf(new City());
    await voted();
    const kept = localStorage.getItem(KEPT)!;
    localStorage.removeItem(KEPT);
    expect(bar(ballot).state).to.equal('Et ole vielä äänestänyt');
    await elsewhere((storage) => storage.setItem(KEPT, kept));
    await until(() => bar(ballot).state === 'Äänesi on vastaanotettu', 'the state');
    expect(control(ballot, 'benches').checked).to.equal(true);
    expect(seen(ballot, '[part~="received"]')[0]).to.contain('K7M3P-Q9RTV');
    expect(isHeld()).to.equal(false);
    await elsewhere((storage) => storage.removeItem(KEPT));
    await until(() => bar(ballot).state === 'Et ole vielä äänestänyt', 'the state without it');
    expect(control(ballot, 'benches').checked).to.equal(false);
  });

  it('keeps what the voter has chosen in the other one since', async () => {
    const ballot = await ballotOf(new City());
    await tick(ballot, 'trees');
    await elsewhere((storage) => storage.setItem(KEPT, JSON.stringify({ device: 'd', cast: { choices: [{ project: 'benches' }], receivedAt: RECEIPT.receivedAt } })));
    await until(() => bar(ballot).state === 'Muutosta ei ole lähetetty: aiempi äänesi on voimassa', 'the state');
    expect([control(ballot, 'benches').checked, control(ballot, 'trees').checked]).to.deep.equal([false, true]);
  });
});

describe('a vote that is changed', () => {
  it('leaves the earlier one standing until the new one has been received, as another vote of the same browser', async () => {
    const city = new City();
    const ballot = await voted(city);
    await press(ballot, 'Muuta ääntäni');
    await tick(ballot, 'trees');
    expect(bar(ballot).state).to.equal('Muutosta ei ole lähetetty: aiempi äänesi on voimassa');
    expect(isHeld()).to.equal(true);
    city.answer = () => ({ ...RECEIPT, code: 'NEWER-CODE1' });
    await press(ballot, 'Tarkista ja lähetä');
    await stage(ballot, 'Tarkista äänesi');
    await press(ballot, 'Lähetä muutettu ääni');
    await stage(ballot, 'Muutettu äänesi on vastaanotettu');
    expect(seen(ballot, '.code')).to.deep.equal(['NEWER-CODE1']);
    const [first, second] = city.sent;
    expect(first!.id).not.to.equal(second!.id);
    expect(first!.device).to.equal(second!.device);
  });

  it('goes back to the one that stands', async () => {
    const ballot = await voted();
    await press(ballot, 'Muuta ääntäni');
    await tick(ballot, 'trees');
    await press(ballot, 'Palaa lähettämääni ääneen');
    expect(ballot.choices).to.deep.equal([{ project: 'benches' }]);
    expect(bar(ballot).state).to.equal('Äänesi on vastaanotettu');
    expect(isHeld()).to.equal(false);
  });

  it('takes the place of one that had arrived without the page knowing', async () => {
    const city = new City(SMALL, failing('offline'));
    const ballot = await ballotOf(city);
    await tick(ballot, 'benches');
    await cast(ballot);
    await stage(ballot, 'Äänesi odottaa tällä laitteella');
    await press(ballot, 'Muuta valintojani');
    await tick(ballot, 'trees');
    const first = city.sent[0]!;
    city.answer = (vote) => {
      if (vote.id === first.id && vote.choices.length !== first.choices.length) throw new SourceError('conflict', { status: 409, problem: 'idempotency-mismatch' });
      return RECEIPT;
    };
    await cast(ballot);
    await stage(ballot, 'Äänesi on vastaanotettu');
    expect(city.sent.at(-1)!.id).not.to.equal(first.id);
    expect(city.sent.at(-1)!.choices).to.deep.equal([{ project: 'benches' }, { project: 'trees' }]);
  });
});

describe('a vote that the city has not received', () => {
  it('waits on the device, says until when, and arrives under the same id', async () => {
    const city = new City(SMALL, failing('offline'));
    const ballot = await ballotOf(city);
    await tick(ballot, 'benches');
    await cast(ballot);
    await stage(ballot, 'Äänesi odottaa tällä laitteella');
    expect(seen(ballot, '[part~="waiting"]')[0]).to.contain('Kaupunki ei ole vielä vahvistanut, että se on perillä.').and.contain('Ääntä ei lähetetä enää, kun äänestys on päättynyt: 24. toukokuuta 2026 klo 20.00');
    const [letter] = await openOutbox().letters();
    // Ten days are left by the server's clock, whatever the device's shows.
    const left = Date.parse(letter!.deadline!) - Date.now();
    expect(Math.round(left / 3_600_000)).to.equal(14 * 24 + 8);
    await press(ballot, 'Muuta valintojani');
    expect(bar(ballot).state).to.equal('Ei vielä vahvistettu: odottaa tällä laitteella');
    city.answer = () => RECEIPT;
    await openOutbox().flush();
    await stage(ballot, 'Äänesi on vastaanotettu');
    expect(new Set(city.sent.map(({ id }) => id)).size).to.equal(1);
  });

  it('is still waiting on another page, and is said to be received there', async () => {
    const city = new City(SMALL, failing('offline'));
    const ballot = await ballotOf(city);
    await tick(ballot, 'benches');
    await cast(ballot);
    await stage(ballot, 'Äänesi odottaa tällä laitteella');
    ballot.remove();
    const other = await ballotOf(city);
    await until(() => bar(other).state === 'Ei vielä vahvistettu: odottaa tällä laitteella', 'the state');
    city.answer = () => RECEIPT;
    await openOutbox().flush();
    await stage(other, 'Äänesi on vastaanotettu');
  });

  /** A vote for the first project that waits on the device. */
  async function waiting(city: City): Promise<AukioBudgetVote> {
    city.answer = failing('offline');
    const ballot = await ballotOf(city);
    await tick(ballot, 'benches');
    await cast(ballot);
    await stage(ballot, 'Äänesi odottaa tällä laitteella');
    return ballot;
  }
  const counted = (): unknown => (JSON.parse(localStorage.getItem('aukio-ballot small') ?? '{}') as { cast?: { choices: unknown } }).cast?.choices;

  it('is received as it was sent, whatever has become of the ballot since', async () => {
    const city = new City();
    (await waiting(city)).remove();
    const [first, ...others] = SMALL.projects;
    city.ballot = { ...SMALL, projects: [{ ...first!, withdrawn: true }, ...others] };
    const other = await ballotOf(city);
    city.answer = () => RECEIPT;
    await openOutbox().flush();
    await until(() => counted() !== undefined, 'the receipt');
    expect(counted()).to.deep.equal([{ project: 'benches' }]);
    await until(() => seen(other, '.vote-list .name').join() === 'Penkit', 'the receipt on the page');
  });

  it('is received as it was sent while the voter is changing it, and her change stays', async () => {
    const city = new City();
    const ballot = await waiting(city);
    await press(ballot, 'Muuta valintojani');
    let arrive = (): void => undefined;
    city.answer = () => new Promise((resolve) => (arrive = () => resolve(RECEIPT)));
    const flushed = openOutbox().flush();
    await until(() => city.sent.length === 2, 'the sending');
    await tick(ballot, 'trees');
    arrive();
    await flushed;
    await until(() => counted() !== undefined, 'the receipt');
    expect(counted()).to.deep.equal([{ project: 'benches' }]);
    await until(() => bar(ballot).state === 'Muutosta ei ole lähetetty: aiempi äänesi on voimassa', 'the state');
    expect([control(ballot, 'benches').checked, control(ballot, 'trees').checked]).to.deep.equal([true, true]);
  });

  it('is refused with the reason of the service, and the choices stand', async () => {
    const city = new City(SMALL, failing('invalid-data', { status: 422, errors: [{ code: 'not-eligible', field: 'voter' }] }));
    const ballot = await ballotOf(city);
    await tick(ballot, 'benches');
    await cast(ballot);
    await until(() => focused(ballot)?.matches('.summary') ?? false, 'the summary');
    expect(seen(ballot, '.summary li')).to.deep.equal(['Sinulla ei ole äänioikeutta tässä äänestyksessä.']);
    expect(seen(ballot, '.vote-list .name')).to.deep.equal(['Penkit']);
  });

  it('is told which project and which area the service speaks of', async () => {
    const areas = [{ id: 'east', name: 'Itäinen alue' }, { id: 'west', name: 'Läntinen alue' }];
    const projects = SMALL.projects.map((project) => ({ ...project, area: 'west' }));
    const errors = [
      { code: 'withdrawn-project', field: 'choices', projects: ['benches'] },
      { code: 'area-limit', field: 'choices', group: 'east', values: { count: 2, max: 1, unit: 'other-areas' } },
    ];
    const ballot = await ballotOf(new City({ ...SMALL, areas, projects }, failing('invalid-data', { status: 422, errors })));
    await tick(ballot, 'benches');
    await cast(ballot);
    await until(() => focused(ballot)?.matches('.summary') ?? false, 'the summary');
    const told = seen(ballot, '.summary li');
    expect(told[0]).to.contain('Penkit');
    expect(told[1]).to.equal('Oma alueesi on Itäinen alue. Sen lisäksi voit valita kohteita enintään 1 alueelta. Olet valinnut 2 alueelta.');
    expect(seen(ballot, '.vote-list .area')).to.deep.equal(['Läntinen alue']);
  });

  it('made under old rules is to be made anew, and its choices are kept', async () => {
    const city = new City(SMALL, failing('conflict', { status: 409, errors: [{ code: 'stale-rules', field: 'rulesVersion' }] }));
    const ballot = await ballotOf(city);
    await tick(ballot, 'benches');
    await cast(ballot);
    await stage(ballot, 'Ääntäsi ei ole lähetetty');
    expect(seen(ballot, '[part~="error"]')[0]).to.contain('säännöt ovat muuttuneet');
    expect(seen(ballot, '.vote-list .name')).to.deep.equal(['Penkit']);
    city.ballot = { ...SMALL, rulesVersion: 'other' };
    await press(ballot, 'Lataa äänestys uudelleen');
    await stage(ballot, 'Tarkista äänesi');
    expect(seen(ballot, '.vote-list .name')).to.deep.equal(['Penkit']);
  });

  describe('under rules that have changed', () => {
    const others: typeof SMALL = {
      ...SMALL,
      rulesVersion: 'other',
      rules: { method: 'approval', min: 2 },
      projects: SMALL.projects.map((project) => (project.id === 'trees' ? { ...project, withdrawn: {} } : project)),
    };
    /** Changes its rules with the first vote that comes in. */
    class Changing extends City {
      constructor() {
        super(SMALL, ({ rulesVersion }) => {
          this.ballot = others;
          if (rulesVersion === 'other') return RECEIPT;
          throw new SourceError('conflict', { status: 409, errors: [{ code: 'stale-rules', field: 'rulesVersion' }] });
        });
      }
    }

    it('is read anew in place: what was chosen stays, as far as it can, and is checked by the rules of now', async () => {
      const city = new Changing();
      const asked: (boolean | undefined)[] = [];
      const { read } = city;
      city.read = async (resource, query, options) => {
        if (resource === 'ballot') asked.push(options.fresh);
        return read(resource, query, options);
      };
      const ballot = await ballotOf(city);
      await tick(ballot, 'benches', 'trees');
      await cast(ballot);
      await until(() => focused(ballot)?.matches('.summary') ?? false, 'the summary');
      expect(seen(ballot, '.stage-heading')).to.deep.equal(['Tarkista äänesi']);
      expect(asked.map(Boolean), 'no answer of earlier is taken').to.deep.equal([false, true]);
      expect(seen(ballot, '.message.caution p')).to.deep.equal([
        'Äänestyksen säännöt ovat muuttuneet sen jälkeen, kun teit valintasi. Tarkista valintasi.',
        'Nämä on vedetty pois, eivätkä ne ole enää valinnoissasi: Puut.',
      ]);
      expect(seen(ballot, '.vote-list .name')).to.deep.equal(['Penkit']);
      expect(seen(ballot, '.summary li')).to.deep.equal(['Olet valinnut liian vähän kohteita: 1. Valitse vähintään 2.']);
      await expect(ballot).to.be.accessible();
      await press(ballot, 'Muuta valintojani');
      await tick(ballot, 'swing');
      await cast(ballot);
      await stage(ballot, 'Äänesi on vastaanotettu');
      expect(city.sent.map(({ rulesVersion, choices }) => [rulesVersion, choices.map(({ project }) => project)])).to.deep.equal([[SMALL['rulesVersion'], ['benches', 'trees']], ['other', ['benches', 'swing']]]);
    });

    it('can be read anew once more where that fails at first, and the choices are there', async () => {
      const city = new Changing();
      const ballot = await ballotOf(city);
      await tick(ballot, 'benches');
      const { read } = city;
      city.read = () => Promise.reject(new SourceError('offline'));
      await cast(ballot);
      await until(() => ballot.matches(':state(error)'), 'the error');
      city.read = read;
      await press(ballot, 'Yritä uudelleen');
      await stage(ballot, 'Tarkista äänesi');
      expect(seen(ballot, '.vote-list .name')).to.deep.equal(['Penkit']);
    });
  });
});

describe('voting that closes', () => {
  it('while somebody chooses is told kindly, and the choice can still be read', async () => {
    const city = new City();
    const ballot = await ballotOf(city);
    await tick(ballot, 'benches');
    await press(ballot, 'Tarkista ja lähetä');
    await stage(ballot, 'Tarkista äänesi');
    const start = Date.now();
    ballot.clock = () => new Date(Date.now() + 15 * 24 * 3_600_000);
    expect(ballot.clock().getTime()).to.be.greaterThan(start);
    await press(ballot, 'Lähetä ääneni');
    await stage(ballot, 'Äänestys on päättynyt');
    expect(seen(ballot, '[part~="closed"]')[0]).to.contain('Valintojasi ei lähetetty ajoissa').and.contain('Penkit');
    expect(city.sent).to.deep.equal([]);
    expect(ballot.renderRoot.querySelector('.bar')).to.equal(null);
  });

  describe('before the answer to a vote has come', () => {
    const SALT = 'salt-2026';
    /** A city in which votes arrive and answers do not; voting closes in a moment. */
    class Silent extends City {
      receipts: readonly string[] | undefined;

      constructor(private readonly arrives: boolean) {
        super({ ...SMALL, serverTime: '2026-05-24T19:59:58.500+03:00' }, failing('unavailable'));
        const { read } = this;
        this.read = async (resource, query, options) => {
          if (resource !== 'ballot-receipts') return read(resource, query, options);
          if (!this.receipts) throw new SourceError('forbidden', { problem: 'results-hidden' });
          return { ballot: 'small', salt: SALT, receipts: this.receipts };
        };
      }

      async publish(): Promise<string> {
        const digest = async (bytes: Uint8Array): Promise<Uint8Array> => new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
        const code = await receiptCode(this.sent[0]!, SALT, digest);
        this.receipts = this.arrives ? ['00000-00000', code] : ['00000-00000'];
        return code;
      }
    }
    const words = (ballot: AukioBudgetVote): string => seen(ballot, '[part~="closed"]')[0] ?? '';

    async function silent(arrives: boolean): Promise<{ city: Silent; ballot: AukioBudgetVote }> {
      const city = new Silent(arrives);
      const ballot = await ballotOf(city);
      await tick(ballot, 'benches');
      await cast(ballot);
      await stage(ballot, 'Äänestys on päättynyt');
      expect(words(ballot)).to.contain('Vielä ei tiedetä, ehtikö se perille ajoissa.').and.not.contain('ei lähetetty ajoissa');
      return { city, ballot };
    }

    it('the voter learns from the public list that it arrived and counts', async () => {
      const { city, ballot } = await silent(true);
      const code = await city.publish();
      await press(ballot, 'Katso luettelosta');
      await until(() => words(ballot).includes('Äänesi ehti perille ajoissa'), 'the list');
      expect(words(ballot)).to.contain(code).and.contain('Penkit');
      await expect(ballot).to.be.accessible();
    });

    it('or that it did not, also on a later visit with the same device', async () => {
      const { city } = await silent(false);
      await city.publish();
      const later = await ballotOf(city);
      await until(() => words(later).includes('Äänesi ei ehtinyt perille ajoissa, joten sitä ei lasketa.'), 'the list');
      expect(words(later)).to.contain('Penkit');
    });
  });

  it('later than it did when a vote was sent is still open, and the vote can be sent again', async () => {
    const city = new City({ ...SMALL, serverTime: '2026-05-24T19:59:58.500+03:00' }, failing('unavailable'));
    const ballot = await ballotOf(city);
    await tick(ballot, 'benches');
    await cast(ballot);
    await stage(ballot, 'Äänestys on päättynyt');
    ballot.remove();
    city.ballot = { ...SMALL, closesAt: '2026-05-31T20:00:00+03:00' };
    city.answer = () => RECEIPT;
    const later = await ballotOf(city);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(seen(later, '[part~="closed"]')).to.deep.equal([]);
    await cast(later);
    await stage(later, 'Äänesi on vastaanotettu');
  });

  it('by the service\'s clock closes whatever the device\'s shows', async () => {
    const ballot = await ballotOf(new City(SMALL, failing('closed', { status: 410 })));
    await tick(ballot, 'benches');
    await cast(ballot);
    await stage(ballot, 'Äänestys on päättynyt');
    expect(focused(ballot)?.textContent).to.equal('Äänestys on päättynyt');
    expect(seen(ballot, '.vote-list .name')).to.deep.equal(['Penkit']);
  });

  it('soon is told to who has not sent', async () => {
    const ballot = await ballotOf(new City({ ...SMALL, serverTime: '2026-05-24T19:50:00+03:00' }));
    await tick(ballot, 'benches');
    expect(seen(ballot, '[part~="soon"]')).to.deep.equal(['Äänestys päättyy pian: 24. toukokuuta 2026 klo 20.00. Ääntäsi ei ole lähetetty.']);
  });

  it('leaves a vote that was received in time to read, with its code', async () => {
    await voted();
    const later = await ballotOf(new City({ ...SMALL, serverTime: '2026-05-25T12:00:00+03:00' }));
    await until(() => seen(later, '.stage-heading').length === 1, 'the words');
    expect(seen(later, '[part~="closed"]').join(' ')).to.contain('Äänesi vastaanotettiin ajoissa').and.contain('K7M3P-Q9RTV').and.contain('Penkit');
  });

  it('or all that a vote has being withdrawn is told with it', async () => {
    await voted();
    const closed = await ballotOf(new City({ ...withdraw('benches'), serverTime: '2026-05-25T12:00:00+03:00' }));
    await until(() => seen(closed, '.stage-heading').length === 1, 'the words');
    expect(seen(closed, '[part~="closed"]').join(' ')).to.contain('on vedetty pois: Penkit. Äänesi ei enää kannata mitään kohdetta.').and.not.contain('Voit valita uudelleen');
  });
});

describe('a project that is withdrawn', () => {
  /** A vote for the first two projects, of which the first is withdrawn then. */
  async function without(): Promise<AukioBudgetVote> {
    const first = await ballotOf(new City());
    await tick(first, 'benches', 'trees');
    await cast(first);
    await stage(first, 'Äänesi on vastaanotettu');
    first.remove();
    return ballotOf(new City(withdraw('benches')));
  }

  it('leaves a vote valid that has others, and the voter is told', async () => {
    const ballot = await without();
    expect(seen(ballot, '[part~="received"]').join(' ')).to.contain('Tämä kohde on vedetty pois sen jälkeen, kun äänestit: Penkit. Äänesi on voimassa ilman sitä.');
    expect(bar(ballot).state).to.equal('Äänesi on vastaanotettu');
  });

  it('leaves the choices when the voter changes her vote, and comes back with the vote that stands', async () => {
    const ballot = await without();
    await tick(ballot, 'swing');
    expect(ballot.choices).to.deep.equal([{ project: 'trees' }, { project: 'swing' }]);
    expect(seen(ballot, '.message').join(' ')).to.contain('Nämä on vedetty pois, eivätkä ne ole enää valinnoissasi: Penkit.');
    expect(seen(ballot, '.bar .blocked')).to.deep.equal([]);
    await press(ballot, 'Palaa lähettämääni ääneen');
    expect(bar(ballot).state).to.equal('Äänesi on vastaanotettu');
    expect(seen(ballot, '.message').join(' ')).not.to.contain('eivätkä ne ole enää');
  });

  it('and was all that the vote had: it supports nothing, and the voter is asked to choose again', async () => {
    const city = new City({ ...SMALL, rules: { method: 'single' } });
    (await voted(city)).remove();
    city.ballot = { ...withdraw('benches'), rules: { method: 'single' } };
    const ballot = await ballotOf(city);
    expect(bar(ballot).state).to.equal('Äänesi ei kannata enää mitään kohdetta: valitse uudelleen');
    expect(seen(ballot, '[part~="received"]')[0]).to.contain('Kohde, jota äänestit, on vedetty pois: Penkit.').and.contain('Voit valita uudelleen ja lähettää uuden äänen.').and.not.contain('voimassa');
    await press(ballot, 'Tarkista ja lähetä');
    await until(() => seen(ballot, '.review').length === 1, 'the check');
    expect(seen(ballot, '.review')[0]).not.to.contain('ei ole vielä lähetetty');
    await press(ballot, 'Muuta valintojani');
    await tick(ballot, 'trees');
    await press(ballot, 'Tarkista ja lähetä');
    await stage(ballot, 'Tarkista äänesi');
    await press(ballot, 'Lähetä muutettu ääni');
    await stage(ballot, 'Muutettu äänesi on vastaanotettu');
  });

  it('and is the last one leaves nothing to go through one by one', async () => {
    const ballot = await ballotOf(new City({ ...SMALL, projects: withdraw('benches').projects.slice(0, 1) }));
    expect(seen(ballot, 'button')).to.include('Lisää muistutus kalenteriini').and.not.include('Yksi kohde kerrallaan');
  });
});

describe('identification', () => {
  const withCode = { ...SMALL, identification: ['code'] };
  const withLogin = { ...SMALL, identification: ['token'] };

  /** Everything chosen, in front of the last button. */
  async function before(city: City, answer?: (event: BeforeVoteSendEvent) => void): Promise<AukioBudgetVote> {
    const ballot = await ballotOf(city);
    if (answer) ballot.addEventListener('aukio-before-vote-send', answer);
    await tick(ballot, 'benches');
    await press(ballot, 'Tarkista ja lähetä');
    await stage(ballot, 'Tarkista äänesi');
    return ballot;
  }

  it('by a code takes it in capitals or not, with spaces and hyphens, pasted or typed', async () => {
    const city = new City(withCode);
    const ballot = await before(city);
    await type(ballot, ' 7k3m 9qrt–v2xw-4hja ');
    await press(ballot, 'Lähetä ääneni');
    await stage(ballot, 'Äänesi on vastaanotettu');
    expect(city.options[0]!.authorization).to.equal('Code 7K3M9QRTV2XW4HJA');
    expect(city.sent[0]!.device).to.equal(undefined);
    expect(JSON.stringify({ ...localStorage })).not.to.contain('7K3M');
  });

  for (const [code, words] of [['', 'Kirjoita henkilökohtainen koodisi'], ['7K3M', 'Tarkista koodi: siinä on 16 kirjainta ja numeroa.']] as const) {
    it(`says what is wrong with the code “${code}” before anything is sent`, async () => {
      const city = new City(withCode);
      const ballot = await before(city);
      await type(ballot, code);
      await press(ballot, 'Lähetä ääneni');
      await until(() => seen(ballot, '.fault')[0] === words, 'the fault');
      expect(focused(ballot)!.id).to.equal('voter-code');
      expect(city.sent).to.deep.equal([]);
    });
  }

  it('by a code that the service refuses asks for it again, and keeps the choices', async () => {
    const ballot = await before(new City(withCode, failing('forbidden', { status: 401 })));
    await type(ballot, '7K3M9QRTV2XW4HJA');
    await press(ballot, 'Lähetä ääneni');
    await until(() => seen(ballot, '.fault').length === 1, 'the fault');
    expect(seen(ballot, '.fault')[0]).to.contain('Koodia ei hyväksytty.');
    expect(ballot.choices).to.deep.equal([{ project: 'benches' }]);
  });

  it('by the city\'s login asks the page, sends what it answers and keeps it nowhere', async () => {
    const city = new City(withLogin);
    const asked: unknown[] = [];
    const ballot = await before(city, ({ detail }) => {
      asked.push([detail.ballot, detail.identification]);
      detail.authorize(Promise.resolve('Bearer abc.def'));
    });
    await press(ballot, 'Lähetä ääneni');
    await stage(ballot, 'Äänesi on vastaanotettu');
    expect(asked).to.deep.equal([['small', 'token']]);
    expect(city.options[0]!.authorization).to.equal('Bearer abc.def');
    expect(JSON.stringify({ ...localStorage })).not.to.contain('abc.def');
  });

  it('by a login that nobody answers, or that fails, says that nothing was sent', async () => {
    const silent = await before(new City(withLogin));
    await press(silent, 'Lähetä ääneni');
    await until(() => seen(silent, '.fault').length === 1, 'the fault');
    expect(seen(silent, '.fault')[0]).to.contain('Kirjautuminen ei vastaa');
    silent.remove();
    const failed = await ballotOf(new City(withLogin));
    failed.addEventListener('aukio-before-vote-send', ({ detail }) => detail.authorize(Promise.reject(new Error('closed'))));
    await press(failed, 'Tarkista ja lähetä');
    await stage(failed, 'Tarkista äänesi');
    await press(failed, 'Lähetä ääneni');
    await until(() => seen(failed, '.fault').length === 1, 'the fault');
    expect(seen(failed, '.fault')[0]).to.contain('Kirjautuminen ei onnistunut');
  });

  describe('in one of several ways', () => {
    const FOR = { code: { fi: '13–17-vuotiaat', sv: '13–17-åringar', en: 'People aged 13–17' }, token: { fi: '18 vuotta täyttäneet', sv: 'De som fyllt 18', en: 'People aged 18 and over' } };
    const several = { ...SMALL, identification: ['code', 'token'], identificationFor: FOR };
    const ways = (ballot: AukioBudgetVote): HTMLInputElement[] => [...ballot.renderRoot.querySelectorAll<HTMLInputElement>('input[name="voter-way"]')];

    for (const [lang, words] of [
      ['fi', ['Miten tunnistaudut?', 'Kaupungilta saamallani koodilla', 'Kirjautumalla sisään']],
      ['sv', ['Hur identifierar du dig?', 'Med den personliga koden från staden', 'Genom att logga in']],
      ['en', ['How do you identify yourself?', 'With the personal code from the city', 'By logging in']],
    ] as const) {
      it(`says before the first choice which there are and for whom, and asks for one of them last: ${lang}`, async () => {
        const ballot = await ballotOf(new City(several), 'keep-order', { lang });
        const facts = [...ballot.renderRoot.querySelectorAll('.facts > div')].filter((fact) => fact.querySelectorAll('.ways li').length === 2);
        expect(facts).to.have.length(1);
        const whom = [FOR.code[lang], FOR.token[lang]];
        expect([...facts[0]!.querySelectorAll('.ways strong')].map((one) => one.textContent)).to.deep.equal(whom);
        await tick(ballot, 'benches');
        ballot.renderRoot.querySelector<HTMLButtonElement>('.bar button')!.click();
        await until(() => ways(ballot).length === 2, 'the ways');
        expect(seen(ballot, '.send-form .choice .hint')).to.deep.equal(whom);
        expect(seen(ballot, 'fieldset legend, .send-form .choice label').filter((text) => (words as readonly string[]).includes(text))).to.deep.equal(words);
        expect(ways(ballot).map(({ checked }) => checked), 'none is taken for the voter').to.deep.equal([false, false]);
        await expect(ballot).to.be.accessible();
      });
    }

    it('goes on only when the voter has taken one, and leads her to it', async () => {
      const city = new City(several);
      const ballot = await before(city);
      await press(ballot, 'Lähetä ääneni');
      await until(() => seen(ballot, '.fault')[0] === 'Valitse, miten tunnistaudut', 'the fault');
      expect(focused(ballot)).to.equal(ways(ballot)[0]);
      expect(city.sent).to.deep.equal([]);
      await expect(ballot).to.be.accessible();
    });

    it('is chosen by the keyboard alone, and shows what that way needs', async () => {
      const city = new City(several);
      const ballot = await before(city);
      ways(ballot)[0]!.focus();
      await sendKeys({ press: ' ' });
      await ballot.updateComplete;
      await sendKeys({ press: 'Tab' });
      expect(focused(ballot)!.id).to.equal('voter-code');
      ways(ballot)[0]!.focus();
      await sendKeys({ press: 'ArrowDown' });
      await ballot.updateComplete;
      expect(ways(ballot).map(({ checked }) => checked)).to.deep.equal([false, true]);
      expect(ballot.renderRoot.querySelector('#voter-code')).to.equal(null);
      await sendKeys({ press: 'ArrowUp' });
      await ballot.updateComplete;
      await sendKeys({ press: 'Tab' });
      await type(ballot, '7K3M9QRTV2XW4HJA');
      await sendKeys({ press: 'Enter' });
      await stage(ballot, 'Äänesi on vastaanotettu');
      expect(city.options[0]!.authorization).to.equal('Code 7K3M9QRTV2XW4HJA');
    });

    it('tells the page which one, and sends by it', async () => {
      const city = new City(several);
      const asked: string[] = [];
      const ballot = await before(city, ({ detail }) => {
        asked.push(detail.identification);
        detail.authorize(`Bearer abc.${asked.length}`);
      });
      ways(ballot)[1]!.click();
      await press(ballot, 'Lähetä ääneni');
      await stage(ballot, 'Äänesi on vastaanotettu');
      expect([asked, city.options[0]!.authorization, city.sent[0]!.device]).to.deep.equal([['token'], 'Bearer abc.1', undefined]);
      await press(ballot, 'Muuta ääntäni');
      await tick(ballot, 'trees');
      await press(ballot, 'Tarkista ja lähetä');
      await until(() => ways(ballot).length === 2, 'the ways');
      expect(ways(ballot).some(({ checked }) => checked), 'nothing is kept of who voted').to.equal(false);
      ways(ballot)[1]!.click();
      await press(ballot, 'Lähetä muutettu ääni');
      await stage(ballot, 'Muutettu äänesi on vastaanotettu');
      expect([asked.at(-1), city.options[1]!.authorization, city.sent[1]!.device]).to.deep.equal(['token', 'Bearer abc.2', undefined]);
    });
  });

  it('may take the voter to another page: nothing is sent, and her choices are there when she is back', async () => {
    const city = new City(withLogin);
    const ballot = await before(city, (event) => event.preventDefault());
    await press(ballot, 'Lähetä ääneni');
    await stage(ballot, 'Tarkista äänesi');
    expect(city.sent).to.deep.equal([]);
    expect(control(await ballotOf(city), 'benches').checked).to.equal(true);
  });

  describe('and an answer that never comes', () => {
    const UNKNOWN = 'Emme tiedä, tuliko äänesi perille';

    /** A vote by code for the benches, to which nothing was answered. */
    async function unanswered(city: City): Promise<AukioBudgetVote> {
      const ballot = await before(city);
      await type(ballot, '7K3M9QRTV2XW4HJA');
      await press(ballot, 'Lähetä ääneni');
      return ballot;
    }

    for (const kind of ['offline', 'timeout', 'unavailable'] as const) {
      it(`says that nobody knows whether the vote arrived, and it counts once when the voter sends it again: ${kind}`, async () => {
        const city = new City(withCode, failing(kind));
        const ballot = await unanswered(city);
        await stage(ballot, UNKNOWN);
        expect(seen(ballot, '.vote-state')).to.deep.equal(['Ei tiedetä, tuliko äänesi perille']);
        expect(seen(ballot, '[part~="error"]')[0]).to.contain('Se lasketaan vain kerran, vaikka se olisi jo perillä.').and.not.contain('ei ole lähetetty');
        await until(async () => (await openOutbox().letters()).length === 0, 'an empty outbox');
        await press(ballot, 'Muuta valintojani');
        expect(bar(ballot).state).to.equal('Ei tiedetä, tuliko äänesi perille');
        expect(seen(ballot, '.base')[0]).to.contain(UNKNOWN).and.not.contain('ei ole lähetetty');
        expect(isHeld()).to.equal(true);
        city.answer = () => RECEIPT;
        await press(ballot, 'Tarkista ja lähetä');
        await stage(ballot, 'Tarkista äänesi');
        expect(seen(ballot, '.review')[0]).not.to.contain('ei ole vielä lähetetty');
        await press(ballot, 'Lähetä ääneni');
        await stage(ballot, 'Äänesi on vastaanotettu');
        expect(new Set(city.sent.map(({ id }) => id)).size).to.equal(1);
        await press(ballot, 'Muuta ääntäni');
        expect(seen(ballot, '.base')[0]).not.to.contain(UNKNOWN);
      });
    }

    it('but where the service had too much to do it was not sent', async () => {
      const ballot = await unanswered(new City(withCode, failing('too-many')));
      await stage(ballot, 'Ääntäsi ei ole lähetetty');
      expect(seen(ballot, '.vote-state')).to.deep.equal(['Luonnos: ei vielä lähetetty']);
    });

    it('until voting has closed is told as that', async () => {
      const city = new City(withCode);
      const ballot = await before(city);
      city.answer = () => {
        ballot.clock = () => new Date(Date.now() + 15 * 24 * 3_600_000);
        throw new SourceError('timeout');
      };
      await type(ballot, '7K3M9QRTV2XW4HJA');
      await press(ballot, 'Lähetä ääneni');
      await stage(ballot, 'Äänestys on päättynyt');
      expect(seen(ballot, '[part~="closed"]')[0]).to.contain('Vielä ei tiedetä, ehtikö se perille ajoissa.');
    });

    it('before voting closes leaves it to the public list, also where the voter has other choices in hand', async () => {
      const city = new City(withCode, failing('timeout'));
      const ballot = await unanswered(city);
      await stage(ballot, UNKNOWN);
      const digest = async (bytes: Uint8Array): Promise<Uint8Array> => new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
      const code = await receiptCode(city.sent[0]!, 'salt-2026', digest);
      await press(ballot, 'Muuta valintojani');
      await tick(ballot, 'trees');
      ballot.clock = () => new Date(Date.now() + 15 * 24 * 3_600_000);
      ballot.casting!.timePassed();
      await stage(ballot, 'Äänestys on päättynyt');
      const words = (): string => seen(ballot, '[part~="closed"]')[0] ?? '';
      expect(words()).to.contain('Vielä ei tiedetä, ehtikö se perille ajoissa.').and.not.contain('ei lähetetty ajoissa');
      const { read } = city;
      city.read = async (resource, query, options) => (resource === 'ballot-receipts' ? { ballot: 'small', salt: 'salt-2026', receipts: ['00000-00000', code] } : read(resource, query, options));
      await press(ballot, 'Katso luettelosta');
      await until(() => words().includes('Äänesi ehti perille ajoissa'), 'the list');
      expect(words()).to.contain(code);
      expect(seen(ballot, '.vote-list .name')).to.deep.equal(['Penkit']);
    });
  });
});

describe('a device that many use', () => {
  it('keeps nothing, and hands over to the next voter as another browser', async () => {
    const city = new City();
    const ballot = await voted(city, 'keep-order shared-device');
    expect(Object.keys(localStorage).filter((name) => name.startsWith('aukio-ballot') || name.startsWith('aukio-draft'))).to.deep.equal([]);
    expect(seen(ballot, 'button')).not.to.include('Lataa kopio');
    await press(ballot, 'Valmis: seuraava äänestäjä');
    expect(ballot.choices).to.deep.equal([]);
    expect(bar(ballot).state).to.equal('Et ole vielä äänestänyt');
    await tick(ballot, 'trees');
    await cast(ballot);
    await until(() => city.sent.length === 2, 'the second');
    expect(new Set(city.sent.map(({ device }) => device)).size).to.equal(2);
  });

  it('draws the order of the projects anew for the next voter', async () => {
    const ballot = await ballotOf(new City(BALLOTS.knapsack), 'shared-device');
    const order = (): string => [...ballot.renderRoot.querySelectorAll('.cards [id^="project-"]')].map(({ id }) => id).join();
    const first = order();
    await tick(ballot, BALLOTS.knapsack.projects[0]!.id);
    expect(order(), 'while one votes').to.equal(first);
    ballot.casting!.startAnew();
    await ballot.updateComplete;
    expect(order()).not.to.equal(first);
    expect(first.length).to.be.greaterThan(20);
  });

  it('keeps an answer that comes too late from the next voter', async () => {
    let arrive = (): void => undefined;
    const city = new City(SMALL, () => new Promise((resolve) => (arrive = () => resolve(RECEIPT))));
    const ballot = await ballotOf(city, 'keep-order shared-device');
    await tick(ballot, 'benches');
    await cast(ballot);
    await until(() => city.sent.length === 1, 'the sending');
    ballot.casting!.startAnew();
    await ballot.updateComplete;
    await tick(ballot, 'trees');
    arrive();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([seen(ballot, '[part~="received"]'), ballot.choices]).to.deep.equal([[], [{ project: 'trees' }]]);
    expect(bar(ballot).state).to.equal('Luonnos: ei vielä lähetetty');
  });

  it('can be told by the voter, and what was kept goes', async () => {
    const ballot = await ballotOf(new City());
    await tick(ballot, 'benches');
    (ballot.renderRoot as ShadowRoot).getElementById('shared-computer')!.click();
    await ballot.updateComplete;
    expect(Object.keys(localStorage).filter((name) => name.startsWith('aukio-ballot') || name.startsWith('aukio-draft'))).to.deep.equal([]);
    expect(control(ballot, 'benches').checked).to.equal(true);
  });
});
