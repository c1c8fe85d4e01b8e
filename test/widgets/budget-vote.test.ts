import { expect, fixture } from '@open-wc/testing';
import { SourceError } from '../../src/sources/errors.ts';
import type { DataSource } from '../../src/sources/source.ts';
import type { AukioBudgetVote } from '../../src/widgets/budget-vote/budget-vote.ts';
import { ballotOf, BALLOTS, bar, cast, City, control, focused, forget, press, RECEIPT, seen, SMALL, stage, tick, until, type Document } from './budget-votes.ts';

afterEach(forget);

const titles = (ballot: AukioBudgetVote): string[] => seen(ballot, '.cards .title');

function facts(ballot: AukioBudgetVote): Record<string, string> {
  const sentences = (dd: Element): string => [...(dd.querySelector('ul')?.children ?? [dd])].map((one) => one.textContent.replace(/\s+/g, ' ').trim()).join(' ');
  return Object.fromEntries([...ballot.renderRoot.querySelectorAll('.facts > div')].map(({ firstElementChild, lastElementChild }) => [firstElementChild!.textContent, sentences(lastElementChild!)]));
}

/** The same ballot with other rules. */
const ruled = (rules: object, ballot: Document = SMALL): Document => ({ ...ballot, rules });

describe('what a voter knows before the first choice', () => {
  it('is how to vote, until when, what it decides, how ties are broken and when she is identified', async () => {
    const told = facts(await ballotOf(new City(BALLOTS.approval)));
    expect(told['Näin äänestät']).to.equal('Valitse kohteet, joita kannatat. Valitse enintään 3 kohdetta.');
    expect(told['Äänestys päättyy']).to.match(/^24\. toukokuuta 2026 klo 20\.00 Suomen aikaa/);
    expect(told['Mistä äänestys päättää']).to.equal('Äänestys on neuvoa-antava. Äänestyksen jälkeen päätöksen tekee Hyvinvointiraati. Raati voi kehittää ja yhdistää ideoita. Kaupunginhallitus hyväksyy raadin esityksen.');
    expect(told['Jos kohteet ovat tasoissa']).to.contain('pienempi kustannus, useampi kannattaja, aikaisempi julkaisu, arvonta. Arvonnan perusteena on: Merilehto 25.5.2026');
    expect(told['Näin äänet lasketaan']).to.equal(
      'Äänten järjestys Kohteet otetaan järjestyksessä, eniten kannatettu ensin. Kohde valitaan, jos rahaa on jäljellä riittävästi. Liian kallis kohde ohitetaan, ja laskenta jatkuu. ' +
        'Kohde rahoitetaan kokonaan tai ei lainkaan: mitään ei rahoiteta osittain. Kohde voidaan valita vain, jos se saa vähintään 50 ääntä.',
    );
    expect(told['Tunnistautuminen']).to.contain('Merkki ei todista, kuka on äänestänyt.');
    expect(told['Jos muutat mieltäsi']).to.contain('kunnes äänestys päättyy');
  });

  it('is how many points a rank is worth, and that a project may be funded in part', async () => {
    const told = async (ballot: Document, lang: string): Promise<string> => facts(await ballotOf(new City(ballot), 'keep-order', { lang }))[{ fi: 'Näin äänet lasketaan', sv: 'Så räknas rösterna', en: 'How votes are counted' }[lang]!]!;
    expect(await told({ ...BALLOTS.ranking, rule: 'greedy' }, 'fi')).to.contain('Kohde, jonka äänestäjä asettaa ensimmäiseksi, saa 3 pistettä, seuraava yhden pisteen vähemmän ja niin edelleen.');
    const part = { ...SMALL, rule: 'greedy-no-skip', partFundingPercent: 80 };
    expect(await told(part, 'fi')).to.contain('kohde saa loput rahat, jos ne kattavat vähintään 80 prosenttia sen kustannuksesta.').and.not.to.contain('kokonaan tai ei lainkaan');
    expect(await told(part, 'sv')).to.contain('om de täcker minst 80 procent av kostnaden.');
    expect(await told(part, 'en')).to.contain('if this is at least 80 per cent of its cost.');
  });

  it('is every limit of the ballot', async () => {
    const limits = [{ of: 'area', max: 1 }, { of: 'category', id: 'luonto', min: 1, maxSpend: 5_000_000 }];
    const told = facts(await ballotOf(new City(ruled({ method: 'knapsack', min: 2, minSpend: 100_050, maxAreas: 2, maxOtherAreas: 1, limits }, BALLOTS.knapsack))));
    expect(told['Näin äänestät']).to.equal(
      'Valitse kohteita, jotka maksavat yhteensä enintään 500 000 €. Valitse vähintään 2 kohdetta. Valitsemiesi kohteiden on maksettava yhteensä vähintään 1 000,50 €. Valitse kohteita enintään 2 alueelta. Valitse kohteita omalta alueeltasi ja vain 1 muulta alueelta. ' +
        'Kultakin alueelta: enintään 1 kohde. Puistot ja luonto: vähintään 1 kohde, kohteita enintään 50 000 € edestä.',
    );
  });

  for (const [identification, words] of [['code', 'Koodi kysytään viimeiseksi'], ['token', 'Kirjaudut sisään viimeiseksi']] as const) {
    it(`is that the ${identification} comes last`, async () => {
      expect(facts(await ballotOf(new City({ ...SMALL, identification: [identification] })))['Tunnistautuminen']).to.contain(words);
    });
  }

  it('is another way to vote: the ballot\'s own, or the page\'s', async () => {
    expect(seen(await ballotOf(new City()), '.other-way')[0]).to.contain('Voit äänestää myös kirjastoissa');
    const own = await ballotOf(new City(), 'keep-order', { inside: '<p slot="help">Soita 06 000 1200</p>' });
    expect((own.renderRoot.querySelector('.other-way slot') as HTMLSlotElement).assignedElements()[0]!.textContent).to.equal('Soita 06 000 1200');
  });
});

describe('a project', () => {
  it('tells what it is, what it costs and where, and more when it is asked', async () => {
    const ballot = await ballotOf(new City(BALLOTS.single));
    const card = ballot.renderRoot.querySelector('.card')!;
    expect(seen(ballot, '.title')[0]).to.equal('Pumptrack-rata Rantalan kentälle');
    expect(card.querySelector('img')!.alt).to.equal('Piirros: lapsi pyöräilee kumpareiden yli.');
    expect(card.querySelector('.meta')!.textContent).to.match(/Kustannus\s*10\s000\s€/);
    const more = card.querySelector('details')!;
    expect(more.open).to.equal(false);
    more.querySelector('summary')!.click();
    expect(more.textContent).to.contain('Skeittipaikka (7B-luokka');
  });

  it('that was withdrawn is there to read and cannot be chosen', async () => {
    const [first, ...others] = SMALL.projects;
    const ballot = await ballotOf(new City({ ...SMALL, projects: [{ ...first!, withdrawn: { reason: 'Tontti myytiin.' } }, ...others] }));
    expect(seen(ballot, '.card .message')).to.deep.equal(['Kohde on vedetty pois, eikä sitä voi valita. Tontti myytiin.']);
    expect(ballot.renderRoot.querySelectorAll('.tick input')).to.have.length(2);
  });

  it('that excludes another one says which', async () => {
    const [first, ...others] = SMALL.projects;
    const ballot = await ballotOf(new City({ ...SMALL, projects: [{ ...first!, incompatibleWith: ['swing'] }, ...others] }));
    expect(seen(ballot, '.excludes')).to.deep.equal(['Ei voi toteuttaa yhtä aikaa näiden kanssa: Keinu.', 'Ei voi toteuttaa yhtä aikaa näiden kanssa: Penkit.']);
    await tick(ballot, 'benches', 'swing');
    expect(seen(ballot, '.blocked')).to.deep.equal(['Kohteita Penkit ja Keinu ei voi toteuttaa yhtä aikaa. Valitse niistä toinen.']);
  });

  it('keeps markup in its texts as text', async () => {
    const ballot = await ballotOf(new City({ ...SMALL, projects: [{ id: 'x', title: '<img src=x onerror=alert(1)>', cost: 1 }] }));
    expect(titles(ballot)).to.deep.equal(['<img src=x onerror=alert(1)>']);
    expect(ballot.renderRoot.querySelector('.card img')).to.equal(null);
  });
});

describe('the order of projects', () => {
  const order = (ballot: AukioBudgetVote): string => ballot.projects.map(({ id }) => id).join();

  it('is drawn for each voter and stays hers', async () => {
    const first = order(await ballotOf(new City(BALLOTS.knapsack), ''));
    expect(order(await ballotOf(new City(BALLOTS.knapsack), ''))).to.equal(first);
    localStorage.clear();
    expect(order(await ballotOf(new City(BALLOTS.knapsack), ''))).not.to.equal(first);
    expect(first.split(',').toSorted()).to.deep.equal(BALLOTS.knapsack.projects.map(({ id }) => id).toSorted());
  });

  it('is kept nowhere on a shared device', async () => {
    await ballotOf(new City(BALLOTS.knapsack), 'shared-device');
    expect(Object.keys(localStorage).filter((name) => name.startsWith('aukio-ballot'))).to.deep.equal([]);
  });

  it('is the city\'s own where the page wants that', async () => {
    expect(order(await ballotOf(new City(BALLOTS.knapsack)))).to.equal(BALLOTS.knapsack.projects.map(({ id }) => id).join());
  });
});

describe('looking for projects', () => {
  it('by words and by area leaves those that match, and says how many', async () => {
    const ballot = await ballotOf(new City(BALLOTS.knapsack));
    expect(seen(ballot, '.result')).to.deep.equal(['Näkyvissä 80 kohdetta']);
    const search = (ballot.renderRoot as ShadowRoot).getElementById('search') as HTMLInputElement;
    search.value = 'penkkejä';
    search.dispatchEvent(new InputEvent('input'));
    await until(() => titles(ballot).length < 80, 'the search');
    expect(titles(ballot).every((title) => title.startsWith('Penkkejä'))).to.equal(true);
    expect(titles(ballot)).to.have.length(5);
    await press(ballot, 'Keskusta 11');
    expect(titles(ballot)).to.deep.equal(['Penkkejä ja pöytiä Kauppatorille']);
    expect(seen(ballot, '.result')[0]).to.contain('Näkyvissä 1 kohde, kaikkiaan 80');
    await press(ballot, 'Tyhjennä');
    expect(titles(ballot)).to.have.length(80);
  });

  it('shows what is chosen alone', async () => {
    const ballot = await ballotOf(new City(BALLOTS.knapsack));
    const [one, other] = BALLOTS.knapsack.projects.slice(3).map(({ id }) => id);
    await tick(ballot, one!, other!);
    await press(ballot, 'Vain valintani');
    expect(titles(ballot)).to.have.length(2);
  });

  it('is not offered where all is in view', async () => {
    expect((await ballotOf(new City())).renderRoot.querySelector('#search')).to.equal(null);
  });

  it('compares projects side by side', async () => {
    const ballot = await ballotOf(new City());
    await press(ballot, 'Vertaa: Penkit');
    await press(ballot, 'Vertaa: Keinu');
    await press(ballot, 'Vertaa 2 kohdetta');
    await until(() => focused(ballot)?.textContent === 'Kohteet rinnakkain', 'the comparison');
    const rows = [...ballot.renderRoot.querySelectorAll('.comparison tr')].map((row) => [...row.children].map((cell) => cell.textContent.trim().replace(/\s/g, ' ')));
    expect(rows[0]).to.deep.equal(['Kohde', 'Penkit', 'Keinu']);
    expect(rows[1]).to.deep.equal(['Kustannus', '5 000 €', '4 000 €']);
    expect(rows[2]).to.deep.equal(['Lyhyesti', 'Kymmenen penkkiä.', '–']);
    await press(ballot, 'Sulje vertailu');
    expect(seen(ballot, 'table')).to.deep.equal([]);
  });
});

describe('the five ways to vote', () => {
  /** What the city gets when the vote is sent. */
  async function sentBy(ballot: AukioBudgetVote, city: City): Promise<unknown> {
    await cast(ballot);
    await stage(ballot, 'Äänesi on vastaanotettu');
    return city.sent[0]!.choices;
  }

  it('a single choice: another one takes its place', async () => {
    const city = new City(BALLOTS.single);
    const ballot = await ballotOf(city);
    const [one, other] = BALLOTS.single.projects;
    await tick(ballot, one!.id, other!.id);
    expect(control(ballot, one!.id).checked).to.equal(false);
    expect(bar(ballot).left).to.equal('Valintasi: Pelihuone kirjaston kellariin');
    expect(await sentBy(ballot, city)).to.deep.equal([{ project: other!.id }]);
  });

  it('approval: some of many, and too many is said before sending', async () => {
    const city = new City(BALLOTS.approval);
    const ballot = await ballotOf(city);
    const ids = BALLOTS.approval.projects.slice(0, 4).map(({ id }) => id);
    await tick(ballot, ...ids);
    expect(bar(ballot)).to.deep.equal({ state: 'Luonnos: ei vielä lähetetty', left: '1 valinta liikaa, enintään 3' });
    expect(seen(ballot, '.blocked')).to.deep.equal(['Olet valinnut liian monta kohdetta: 4. Valitse enintään 3.']);
    await tick(ballot, ids[0]!);
    expect(bar(ballot).left).to.equal('0 valintaa jäljellä, yhteensä 3');
    expect(await sentBy(ballot, city)).to.deep.equal(ids.slice(1).map((project) => ({ project })));
  });

  it('knapsack: the money that is left, and what to take out when it is passed', async () => {
    const city = new City();
    const ballot = await ballotOf(city);
    await tick(ballot, 'benches');
    expect(bar(ballot).left.replace(/\s/g, ' ')).to.equal('5 000 € jäljellä, kun käytettävissä on 10 000 €');
    await tick(ballot, 'trees');
    expect(seen(ballot, '#dear-swing').map((text) => text.replace(/\s/g, ' '))).to.deep.equal(['2 000 € enemmän kuin sinulla on jäljellä.']);
    await tick(ballot, 'swing');
    expect([bar(ballot).left, seen(ballot, '.blocked')[0]!].map((text) => text.replace(/\s/g, ' ')), 'the bar says it once').to.deep.equal([
      '2 000 € liikaa, kun käytettävissä on 10 000 €', 'Riittää, että poistat yhden näistä: Puut (3 000 €), Keinu (4 000 €), Penkit (5 000 €).',
    ]);
    await press(ballot, 'Tarkista ja lähetä');
    await stage(ballot, 'Tarkista äänesi');
    expect(seen(ballot, '.summary li').map((text) => text.replace(/\s/g, ' '))).to.deep.equal([
      'Valitsemasi kohteet maksavat 12 000 €, ja käytettävissä on 10 000 €. Poista kohteita, kunnes ne mahtuvat. Riittää, että poistat yhden näistä: Puut (3 000 €), Keinu (4 000 €), Penkit (5 000 €).',
    ]);
    await press(ballot, 'Lähetä ääneni');
    await until(() => focused(ballot)?.matches('.summary') ?? false, 'the summary');
    expect(city.sent).to.deep.equal([]);
    await press(ballot, 'Poista: Puut');
    expect(seen(ballot, '.summary')).to.deep.equal([]);
    await press(ballot, 'Lähetä ääneni');
    await stage(ballot, 'Äänesi on vastaanotettu');
    expect(city.sent[0]!.choices).to.deep.equal([{ project: 'benches' }, { project: 'swing' }]);
  });

  it('points: by steps and by typing, and never more for one than the ballot allows by a step', async () => {
    const city = new City(BALLOTS.points);
    const ballot = await ballotOf(city);
    const [one, other] = BALLOTS.points.projects.map(({ id }) => id);
    const more = ballot.renderRoot.querySelectorAll<HTMLButtonElement>('.stepper button:last-child');
    for (let n = 0; n < 6; n++) more[0]!.click();
    await ballot.updateComplete;
    expect(control(ballot, one!).value).to.equal('5');
    const field = control(ballot, other!);
    field.value = '7';
    field.dispatchEvent(new Event('change'));
    await ballot.updateComplete;
    expect(bar(ballot).left).to.equal('2 pistettä liikaa, annettavana 10');
    expect(seen(ballot, '.blocked')[0]).to.match(/: anna pisteitä kokonaislukuna välillä 0–5\.$/);
    field.value = '4';
    field.dispatchEvent(new Event('change'));
    await ballot.updateComplete;
    expect(await sentBy(ballot, city)).to.deep.equal([{ project: one, points: 5 }, { project: other, points: 4 }]);
  });

  it('points that are no number are none, and half a point is said to be wrong', async () => {
    const ballot = await ballotOf(new City(BALLOTS.points));
    const field = control(ballot, BALLOTS.points.projects[0]!.id);
    field.value = '1.5';
    field.dispatchEvent(new Event('change'));
    await ballot.updateComplete;
    expect(seen(ballot, '.blocked')[0]).to.contain('kokonaislukuna');
    field.value = '';
    field.dispatchEvent(new Event('change'));
    await ballot.updateComplete;
    expect(bar(ballot).state).to.equal('Et ole vielä äänestänyt');
  });

  it('ranking: by its list, by buttons and by dragging', async () => {
    const city = new City(BALLOTS.ranking);
    const ballot = await ballotOf(city);
    const ids = BALLOTS.ranking.projects.slice(0, 3).map(({ id }) => id);
    for (const id of ids) {
      const list = control<HTMLSelectElement>(ballot, id);
      list.value = '1';
      list.dispatchEvent(new Event('change'));
      await ballot.updateComplete;
    }
    expect(ids.map((id) => control<HTMLSelectElement>(ballot, id).value)).to.deep.equal(['3', '2', '1']);
    await press(ballot, 'Tarkista ja lähetä');
    await stage(ballot, 'Tarkista äänesi');
    const names = (): string[] => seen(ballot, '.ranking .name');
    const [third, second, first] = names();
    const down = ballot.renderRoot.querySelector<HTMLButtonElement>('.ranking [data-by="1"]')!;
    down.focus();
    down.click();
    await until(() => names()[0] === second, 'the move');
    expect(names()).to.deep.equal([second, third, first]);
    expect(focused(ballot)!.closest('li')!.querySelector('.name')!.textContent.trim()).to.equal(third);

    const rows = [...ballot.renderRoot.querySelectorAll<HTMLElement>('.ranking li')];
    const middle = (row: Element): { clientX: number; clientY: number } => {
      const { left, top, height } = row.getBoundingClientRect();
      return { clientX: left + 20, clientY: top + height / 2 };
    };
    const pointer = { pointerId: 1, button: 0, buttons: 1, bubbles: true, composed: true };
    rows[2]!.querySelector('.handle')!.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, ...middle(rows[2]!) }));
    await until(() => {
      dispatchEvent(new PointerEvent('pointermove', { ...pointer, ...middle(ballot.renderRoot.querySelector('.ranking li')!) }));
      return names()[0] === first;
    }, 'the drag');
    // Let go outside of the window, where nobody tells of it.
    for (const buttons of [0, 1]) dispatchEvent(new PointerEvent('pointermove', { ...pointer, buttons, ...middle(ballot.renderRoot.querySelectorAll('.ranking li')[2]!) }));
    await ballot.updateComplete;
    expect(names()).to.deep.equal([first, second, third]);
    await press(ballot, 'Lähetä ääneni');
    await stage(ballot, 'Äänesi on vastaanotettu');
    expect(city.sent[0]!.choices.map(({ rank }) => rank)).to.deep.equal([1, 2, 3]);
    expect(city.sent[0]!.choices.map(({ project }) => project)).to.deep.equal([ids[0], ids[1], ids[2]]);
  });
});

describe('one project at a time', () => {
  it('asks yes or no of each, and ends at the check', async () => {
    const ballot = await ballotOf(new City());
    await press(ballot, 'Yksi kohde kerrallaan');
    await stage(ballot, 'Kohde 1, kaikkiaan 3');
    expect(focused(ballot)!.textContent).to.equal('Kohde 1, kaikkiaan 3');
    expect(titles(ballot)).to.deep.equal(['Penkit']);
    expect(ballot.renderRoot.querySelector('details')!.open).to.equal(true);
    ballot.renderRoot.querySelector<HTMLInputElement>('input[value="yes"]')!.click();
    await press(ballot, 'Seuraava kohde');
    await stage(ballot, 'Kohde 2, kaikkiaan 3');
    expect(ballot.renderRoot.querySelector<HTMLInputElement>('input[value="no"]')!.checked).to.equal(true);
    await press(ballot, 'Seuraava kohde');
    await press(ballot, 'Tarkista ja lähetä');
    await stage(ballot, 'Tarkista äänesi');
    expect(seen(ballot, '.vote-list .name')).to.deep.equal(['Penkit']);
  });
});

describe('what follows the first choice', () => {
  /** A ballot of parks whose later words come when the test says. */
  async function ballotBefore(there: Promise<void>, city = new City()): Promise<AukioBudgetVote> {
    const home = await fixture<HTMLElement>('<div lang="fi"></div>');
    const ballot = document.createElement('aukio-budget-vote');
    ballot.debug = 'false';
    const { addMessages } = ballot as unknown as { addMessages: (set: unknown) => Promise<void> };
    Object.defineProperty(ballot, 'addMessages', { configurable: true, value: async (set: unknown) => there.then(() => addMessages.call(ballot, set)) });
    ballot.source = city;
    home.append(ballot);
    await until(() => ballot.renderRoot.querySelector('#project-trees') !== null, 'the projects');
    return ballot;
  }

  /** A ballot on which the trees were chosen before the benches of an earlier visit had come. @param rules other ones than a knapsack's */
  async function chosenBefore(rules: object = SMALL['rules'] as object): Promise<AukioBudgetVote> {
    const city = new City({ ...SMALL, rules });
    const earlier = await ballotBefore(Promise.resolve(), city);
    await until(() => earlier.casting !== undefined, 'what follows');
    await tick(earlier, 'benches');
    earlier.remove();
    let come = (): void => {};
    const ballot = await ballotBefore(new Promise<void>((resolve) => (come = resolve)), city);
    control(ballot, 'trees').click();
    come();
    await until(() => ballot.casting !== undefined, 'what follows');
    await ballot.updateComplete;
    return ballot;
  }

  it('leaves what the voter is at as it stands', async () => {
    let come = (): void => {};
    const ballot = await ballotBefore(new Promise<void>((resolve) => (come = resolve)));
    const trees = control(ballot, 'trees');
    trees.focus();
    trees.click();
    const more = ballot.renderRoot.querySelector<HTMLDetailsElement>('details.more')!;
    more.open = true;
    expect(ballot.casting).to.equal(undefined);
    come();
    await until(() => ballot.casting !== undefined && ballot.renderRoot.querySelector('.compare') !== null, 'what follows');
    await ballot.updateComplete;
    expect(focused(ballot) === trees).to.equal(true);
    expect(trees.checked).to.equal(true);
    expect([more.isConnected, more.open]).to.deep.equal([true, true]);
  });

  it('brings the choices of an earlier visit, to which those of now are added', async () => {
    const ballot = await chosenBefore();
    expect(ballot.choices.map(({ project }) => project)).to.deep.equal(['benches', 'trees']);
    expect(control(ballot, 'benches').checked).to.equal(true);
    expect(seen(ballot, '.message').join(' ')).to.contain('Aiemmat valintasi ovat taas tässä.');
  });

  it('does not say that an earlier choice is there of which another one took the place', async () => {
    const ballot = await chosenBefore({ method: 'single' });
    expect(ballot.choices.map(({ project }) => project)).to.deep.equal(['trees']);
    expect(seen(ballot, '.message').join(' ')).not.to.contain('Aiemmat valintasi ovat taas tässä.');
  });
});

describe('a ballot that cannot be voted on now', () => {
  const phases: readonly (readonly [string, Partial<Document>, string])[] = [
    ['before it opens', { serverTime: '2026-05-01T12:00:00+03:00' }, 'Äänestys alkaa 4. toukokuuta 2026 klo 9.00 Suomen aikaa'],
    ['while ideas are collected', { phase: 'ideas' }, 'Ideoita kerätään.'],
    ['after it has closed', { serverTime: '2026-05-25T12:00:00+03:00' }, 'Äänestys on päättynyt, ja ääniä lasketaan.'],
    ['when the result is known', { phase: 'results' }, 'Äänestys on päättynyt, ja tulos on selvillä.'],
    ['in a phase that nobody knows', { phase: 'siesta' }, 'Juuri nyt ei voi äänestää.'],
  ];
  for (const [when, change, words] of phases) {
    it(`shows the projects for reading ${when}`, async () => {
      const ballot = await ballotOf(new City({ ...SMALL, ...change }));
      expect(seen(ballot, '[part~="closed"]')[0]).to.contain(words);
      expect(titles(ballot)).to.have.length(3);
      expect(seen(ballot, '[part~="closed"]')[0]!.includes('Voit äänestää myös')).to.equal(!words.startsWith('Äänestys on päättynyt'));
      expect(ballot.renderRoot.querySelectorAll('.bar, .tick')).to.have.length(0);
    });
  }

  it('says so where nothing takes votes', async () => {
    const ballot = await ballotOf(new City(), 'keep-order');
    ballot.source = { read: () => Promise.resolve(SMALL) };
    await until(() => seen(ballot, '[part~="closed"]').length === 1, 'the words');
    expect(seen(ballot, '[part~="closed"]')[0]).to.contain('Tällä sivulla ei voi juuri nyt äänestää.');
  });

  it('has no projects', async () => {
    const home = await fixture<HTMLElement>('<div lang="fi"><aukio-budget-vote debug="false"></aukio-budget-vote></div>');
    const ballot = home.querySelector('aukio-budget-vote')!;
    ballot.source = new City({ ...SMALL, projects: [] });
    await until(() => seen(ballot, '[part~="empty"]').length === 1, 'the words');
    expect(seen(ballot, '[part~="empty"]')[0]).to.contain('Äänestettäviä kohteita ei ole.');
  });
});

describe('the clock that decides', () => {
  const { serverTime: _, ...timeless } = SMALL;
  const OPEN = Date.parse('2026-05-10T12:00:00+03:00');
  const LATER = Date.parse('2026-06-10T12:00:00+03:00');

  /** A ballot out of a cache, on a device whose own clock shows this. @param now what the server answers to a question for the time */
  async function onDeviceAt(device: number, now: () => unknown): Promise<{ ballot: AukioBudgetVote; asked: (boolean | undefined)[] }> {
    const asked: (boolean | undefined)[] = [];
    const source: DataSource = {
      read: async (resource, _query, { fresh }) => {
        if (resource === 'ballot') return Promise.resolve(timeless);
        if (resource !== 'time') throw new SourceError('not-found');
        asked.push(fresh);
        return Promise.resolve(now());
      },
      submit: () => Promise.resolve(RECEIPT),
    };
    const home = await fixture<HTMLElement>('<div lang="fi"></div>');
    const ballot = document.createElement('aukio-budget-vote');
    ballot.clock = () => new Date(device);
    ballot.source = source;
    home.append(ballot);
    await until(() => ballot.matches(':state(ready)') && asked.length > 0, 'the ballot');
    return { ballot, asked };
  }

  it('is the server\'s, which is asked past every cache where the ballot does not tell: voting is open though the device is a month ahead', async () => {
    const { ballot, asked } = await onDeviceAt(LATER, () => ({ now: new Date(OPEN).toISOString() }));
    await until(() => ballot.round.phase === 'vote', 'open');
    await ballot.updateComplete;
    expect(seen(ballot, '.bar')).to.have.length(1);
    expect(asked).to.deep.equal([true]);
  });

  it('is the server\'s: voting has closed though the device is a month behind', async () => {
    const { ballot } = await onDeviceAt(OPEN, () => ({ now: new Date(LATER).toISOString() }));
    await until(() => seen(ballot, '[part~="closed"]')[0]?.includes('Äänestys on päättynyt') ?? false, 'closed');
    expect(seen(ballot, '.bar')).to.deep.equal([]);
  });

  for (const [name, answer] of [
    ['answers no time', () => ({ now: 'kohta' })],
    ['answers nothing', () => undefined],
    ['has none', () => {
      throw new SourceError('not-found');
    }],
  ] as const) {
    it(`is the device's where the source ${name}`, async () => {
      const { ballot, asked } = await onDeviceAt(OPEN, answer);
      // The answer has been taken by the next task.
      await new Promise((resolve) => setTimeout(resolve));
      expect([ballot.round.phase, ballot.round.now]).to.deep.equal(['vote', OPEN]);
      expect(asked, 'asked once').to.have.length(1);
    });
  }
});

describe('the languages', () => {
  for (const [lang, heading, check] of [['fi', 'Ennen kuin valitset', 'Tarkista ja lähetä'], ['sv', 'Innan du väljer', 'Kontrollera och skicka'], ['en', 'Before you choose', 'Check and send']] as const) {
    it(`speaks ${lang} from the facts to the receipt, without a gap`, async () => {
      const ballot = await ballotOf(new City(BALLOTS.approval), 'keep-order', { lang });
      expect(seen(ballot, '.part-heading')[0]).to.equal(heading);
      await tick(ballot, BALLOTS.approval.projects[0]!.id);
      await press(ballot, check);
      await until(() => ballot.renderRoot.querySelector('button.send') !== null, 'the check');
      ballot.renderRoot.querySelector<HTMLButtonElement>('button.send')!.click();
      await until(() => seen(ballot, '.code').length === 1, 'the receipt');
      expect([...ballot.renderRoot.querySelectorAll('.base p, .base h2, .base button, .base dt')].map((one) => one.textContent.trim()).filter((text) => text === '' || text.includes('{'))).to.deep.equal([]);
    });
  }
});

describe('an editor in preview', () => {
  it('reads what voters could not do, with money as money', async () => {
    const ballot = await ballotOf(new City({ ...SMALL, budget: 450_000, rules: { method: 'approval' } }));
    ballot.setAttribute('debug', '');
    await until(() => seen(ballot, '[part~="notes"] li').length > 0, 'the notes');
    expect(seen(ballot, '[part~="notes"] li').map((text) => text.replace(/\s/g, ' '))).to.deep.equal(['Kohde ”benches” maksaa 5 000 €, enemmän kuin budjetissa on (4 500 €). Sitä ei voi koskaan toteuttaa.']);
  });

  it('is told where nothing names another way to vote', async () => {
    const WORDS = 'Muuta tapaa äänestää ei kerrota.';
    const { help: _, ...silent } = SMALL;
    const notes = async (ballot: AukioBudgetVote): Promise<string> => {
      ballot.setAttribute('debug', '');
      // A fault of the ballot's own shows that the notes are there.
      await until(() => seen(ballot, '[part~="notes"] li').length > 0, 'the notes');
      return seen(ballot, '[part~="notes"] li').join();
    };
    const wrong = { budget: 450_000, rules: { method: 'approval' } };
    expect(await notes(await ballotOf(new City({ ...silent, ...wrong })))).to.contain(WORDS);
    expect(await notes(await ballotOf(new City({ ...SMALL, ...wrong })))).not.to.contain(WORDS);
    expect(await notes(await ballotOf(new City({ ...silent, ...wrong }), 'help="Puhelin 06 000 1200"'))).not.to.contain(WORDS);
    expect(await notes(await ballotOf(new City({ ...silent, ...wrong }), '', { inside: '<p slot="help">Puhelin</p>' }))).not.to.contain(WORDS);
    expect(await notes(await ballotOf(new City({ ...silent, ...wrong }), '', { inside: 'Myös kirjastossa.' }))).not.to.contain(WORDS);
  });

  it('is told of votes, and not of feedback, where nothing says where they are sent to', async () => {
    const city = new City();
    const ballot = (await fixture<HTMLElement>('<div lang="fi"><aukio-budget-vote debug></aukio-budget-vote></div>')).querySelector('aukio-budget-vote')!;
    ballot.source = { read: (...asked) => city.read(...asked) };
    const notes = (): string => seen(ballot, '[part~="notes"] li').join();
    await until(() => notes().includes('Missään ei kerrota, minne äänet lähetetään'), notes);
  });
});

describe('a reminder', () => {
  it('is a file for the calendar, an hour before voting closes', async () => {
    const ballot = await ballotOf(new City());
    const made: Blob[] = [];
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob): string => {
      made.push(blob);
      return create(blob);
    };
    try {
      await press(ballot, 'Lisää muistutus kalenteriini');
      await until(() => made.length === 1, 'the file');
    } finally {
      URL.createObjectURL = create;
    }
    const text = await made[0]!.text();
    expect(text).to.contain('DTSTART:20260524T160000Z\r\nDTEND:20260524T170000Z');
    expect(text).to.contain('SUMMARY:Äänestä ennen kuin äänestys päättyy: Puistoraha');
  });
});
