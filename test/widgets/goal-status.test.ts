import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ROWS, page, settled, shown, tableOf, texts, until } from './pages.ts';

const TITLES = ROWS.map(([title]) => title);

describe('a table pasted into <aukio-goal-status>', () => {
  it('becomes a list of goals with their measures, actuals, responsibles and forecasts', async () => {
    const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
    expect(texts(element, '[part~="title"]')).to.deep.equal(TITLES);
    expect(texts(element, '[part~="forecast"]')).to.deep.equal(['Toteutuu osittain', 'Toteutuu', 'Vaarassa']);
    expect(texts(element, '[part~="state"]')).to.deep.equal(['Toteutunut']);
    expect(texts(element, '.row:nth-child(2) .measure').map((one) => one.replace(/^Mittari/, ''))).to.deep.equal(['12 pysäkkiä', 'Vähintään 2 käyntiä kuukaudessa']);
    expect(texts(element, '.row:nth-child(2) .actual').map((one) => one.replace(/^Toteuma/, ''))).to.deep.equal(['12 pysäkkiä', '2 käyntiä kuukaudessa']);
    expect(element.data!.goals.map((goal) => goal.responsible)).to.deep.equal([['Liikuntapalvelut'], ['Kirjastopalvelut'], ['Nuorisopalvelut']]);
  });

  it('stands under its focus and line, whose long text is cut at the first sentence', async () => {
    const line = 'Palvelut ovat lähellä ihmistä kaikissa kaupunginosissa. Niitä kehitetään yhdessä asukkaiden kanssa vuosittain.';
    const element = await page(`<aukio-goal-status heading="Tavoitteet" heading-level="3"><p>Strateginen painopiste: Hyvinvoiva kunta</p><p>Tavoitelinjaus: ${line}</p>${tableOf(ROWS)}</aukio-goal-status>`);
    expect(texts(element, 'h3')).to.deep.equal(['Tavoitteet']);
    expect(texts(element, 'h4')).to.deep.equal(['Hyvinvoiva kunta']);
    expect(texts(element, 'h5')).to.deep.equal(['Palvelut ovat lähellä ihmistä kaikissa kaupunginosissa.']);
    const rest = element.renderRoot.querySelector<HTMLElement>('.line-rest')!;
    expect(rest.textContent).to.contain('Niitä kehitetään');
    const button = rest.nextElementSibling as HTMLButtonElement | null;
    if ('onbeforematch' in document.documentElement) {
      expect(rest.getAttribute('hidden')).to.equal('until-found');
      expect(button!.getAttribute('aria-expanded')).to.equal('false');
      button!.click();
      expect(rest.hasAttribute('hidden')).to.equal(false);
      expect(button!.getAttribute('aria-expanded')).to.equal('true');
    } else {
      expect(rest.checkVisibility()).to.equal(true);
    }
  });

  it('keeps table roles in cards and in columns', async () => {
    const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
    for (const width of ['20em', '70em']) {
      (element.parentElement as HTMLElement).style.setProperty('width', width);
      await element.updateComplete;
      const table = element.renderRoot.querySelector('table')!;
      expect(table.getAttribute('role')).to.equal('table');
      const row = table.querySelector('.row')!;
      expect(row.getAttribute('role')).to.equal('row');
      expect([...row.children].map((cell) => cell.getAttribute('role'))).to.deep.equal(['rowheader', 'cell', 'cell', 'cell', 'cell']);
      const heads = [...table.querySelectorAll<HTMLElement>('[role="columnheader"]')];
      expect(heads).to.have.length(5);
      for (const head of heads) expect(getComputedStyle(head).display).to.not.equal('none');
    }
  });

  it('does not take the focus when it upgrades', async () => {
    const before = document.createElement('input');
    document.body.append(before);
    before.focus();
    await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
    expect(document.activeElement).to.equal(before);
    before.remove();
  });

  it('is read again when the editor changes it', async () => {
    const element = await page(`<aukio-goal-status>${tableOf(ROWS.slice(0, 1))}</aukio-goal-status>`);
    element.querySelector('tbody')!.append(element.querySelector('tbody tr')!.cloneNode(true));
    element.querySelector('tbody tr:last-child td')!.textContent = 'Uusi tavoite';
    await until(() => texts(element, '[part~="title"]').length === 2, 'two goals');
    expect(texts(element, '[part~="title"]')[1]).to.equal('Uusi tavoite');
  });

  it('survives being moved by a tab script', async () => {
    const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
    const other = document.createElement('div');
    document.body.append(other);
    other.append(element);
    await element.updateComplete;
    expect(texts(element, '[part~="title"]')).to.deep.equal(TITLES);
    other.remove();
  });
});

describe('what cannot be read', () => {
  it('keeps the page\'s own content in view and says why in the page\'s language', async () => {
    const element = await page('<aukio-goal-status src="/no-such-file.json" help="Soita 06 123 456"><p class="own">Tavoitteet ovat myös PDF-tiedostona.</p></aukio-goal-status>');
    expect(element.querySelector('.own')!.checkVisibility()).to.equal(true);
    expect(texts(element, '[part~="error"]')[0]).to.contain('Sisältöä ei löytynyt').and.to.contain('Soita 06 123 456');
    expect(element.matches(':state(error)')).to.equal(true);
  });

  it('is tried again by a button where that can help', async () => {
    const { fetch } = window;
    window.fetch = () => Promise.resolve(new Response('', { status: 503 }));
    try {
      const element = await page('<aukio-goal-status src="/later.json"></aukio-goal-status>');
      expect(texts(element, '[part~="error"]')[0]).to.contain('Palvelu ei juuri nyt vastaa');
      window.fetch = () => Promise.resolve(new Response(JSON.stringify({ goals: [{ title: 'Tavoite' }] }), { headers: { 'content-type': 'application/json' } }));
      const ready = settled(element);
      element.renderRoot.querySelector<HTMLButtonElement>('[part~="error"] button')!.click();
      expect((await ready).type).to.equal('aukio-ready');
      await shown(element);
      expect(texts(element, '[part~="title"]')).to.deep.equal(['Tavoite']);
    } finally {
      window.fetch = fetch;
    }
  });

  it('says that there is nothing where there is no source', async () => {
    const element = await page('<aukio-goal-status></aukio-goal-status>');
    expect(texts(element, '[part~="error"]')[0]).to.contain('Tässä ei ole vielä mitään näytettävää');
  });

  it('is listed for the editor in preview, and for nobody else', async () => {
    const bad = [...ROWS, ['', 'Mittari ilman tavoitetta', '', '', 'Toteutuu']];
    const element = await page(`<aukio-goal-status debug>${tableOf([['Ensimmäinen', '', '', '', 'Ehkä']].concat(bad.slice(1) as string[][]))}</aukio-goal-status>`);
    await until(() => texts(element, '[part~="notes"] li').length > 0, 'notes');
    expect(texts(element, '[part~="notes"]')[0]).to.contain('Ehkä');
    const quiet = await page(`<aukio-goal-status debug="false">${tableOf([['Ensimmäinen', '', '', '', 'Ehkä']])}</aukio-goal-status>`);
    expect(texts(quiet, '[part~="notes"]')).to.deep.equal([]);
    expect(texts(quiet, '[part~="forecast"]')).to.deep.equal(['Ehkä']);
  });
});

describe('searching and filtering', () => {
  it('shows what matches, says how many, and finds the way back', async () => {
    const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
    const input = element.renderRoot.querySelector<HTMLInputElement>('input[type="search"]')!;
    input.focus();
    await sendKeys({ type: 'kirjasto' });
    await until(() => texts(element, '[part~="title"]').length === 1, 'one goal');
    expect(texts(element, '[part~="title"]')).to.deep.equal([TITLES[1]]);
    expect(texts(element, '.result')[0]).to.contain('1/3 tavoitetta');
    await until(() => document.querySelector('[data-aukio-announcer]')?.textContent.includes('1/3') ?? false, 'spoken result');
    element.renderRoot.querySelector<HTMLButtonElement>('.result button')!.click();
    expect(texts(element, '[part~="title"]')).to.deep.equal(TITLES);
    expect(element.shadowRoot!.activeElement).to.equal(input);
  });

  it('clears the filters without losing the focus where there is no search field', async () => {
    for (const hidden of ['hide-search', 'hide-search hide-filters']) {
      const element = await page(`<aukio-goal-status ${hidden}>${tableOf(ROWS)}</aukio-goal-status>`);
      element.renderRoot.querySelector<HTMLButtonElement>('.summary button')!.click();
      await until(() => element.renderRoot.querySelector('.result button') !== null, 'the way back');
      element.renderRoot.querySelector<HTMLButtonElement>('.result button')!.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => element.renderRoot.querySelector('.result button') === null, 'all goals');
      expect(element.shadowRoot!.activeElement?.textContent, hidden).to.contain('3 tavoitetta');
    }
  });

  it('says that nothing matches', async () => {
    const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
    element.renderRoot.querySelector<HTMLInputElement>('input[type="search"]')!.focus();
    await sendKeys({ type: 'xyz' });
    await until(() => texts(element, '[part~="title"]').length === 0, 'no goal');
    expect(texts(element, '.result')[0]).to.contain('Yksikään tavoite ei vastaa hakuasi');
    expect(texts(element, '[part~="table"]')).to.deep.equal([]);
  });

  it('filters by the summary\'s buttons, which say word and number', async () => {
    const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
    const risk = [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.summary button')].find((button) => button.textContent.includes('Vaarassa'))!;
    expect(risk.textContent.replace(/\s+/g, ' ').trim()).to.equal('Vaarassa 1');
    const heard: unknown[] = [];
    element.addEventListener('aukio-goals-filtered', (event) => heard.push(event.detail));
    risk.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => texts(element, '[part~="title"]').length === 1, 'one goal');
    expect(texts(element, '[part~="title"]')).to.deep.equal([TITLES[2]]);
    expect(heard).to.have.length(1);
    expect(heard[0]).to.include({ count: 1, changed: false });
  });

  it('leaves no heading without a goal when the list is put in another order meanwhile', async () => {
    const [first, second] = ['Hyvinvoiva kunta', 'Elinvoimainen kunta'];
    const element = await page(`<aukio-goal-status><p>Strateginen painopiste: ${first}</p>${tableOf(ROWS.slice(0, 1))}<p>Strateginen painopiste: ${second}</p>${tableOf(ROWS.slice(1))}</aukio-goal-status>`);
    expect(texts(element, '[part~="focus-heading"]')).to.deep.equal([first, second]);
    element.renderRoot.querySelector<HTMLInputElement>('input[type="search"]')!.focus();
    await sendKeys({ type: 'kirjasto' });
    await until(() => texts(element, '[part~="focus-heading"]').length === 1, 'one heading');
    const row = element.renderRoot.querySelector('.row');
    const order = element.renderRoot.querySelector<HTMLSelectElement>('select#sort')!;
    order.value = 'title';
    order.dispatchEvent(new Event('change'));
    await until(() => element.renderRoot.querySelector('.row') !== row && texts(element, '[part~="focus-heading"]').length === 1, 'the other order');
    expect(texts(element, '[part~="focus-heading"]')).to.deep.equal([second]);
    expect(texts(element, '[part~="title"]')).to.deep.equal([ROWS[1][0]]);
  });

  it('never counts actual states among forecasts', async () => {
    const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
    const groups = texts(element, '.summary-group');
    expect(groups[0]).to.match(/^Tilanne nyt Toteutunut 1 Ei ilmoitettu 2/);
    expect(groups[1]).to.match(/^Ennuste Toteutuu 1 Toteutuu osittain 1 Vaarassa 1$/);
  });
});

describe('a link to a goal', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('brings the goal into view with the focus on it, also when a filter hid it', async () => {
    const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
    element.renderRoot.querySelector<HTMLInputElement>('input[type="search"]')!.focus();
    await sendKeys({ type: 'kirjasto' });
    await until(() => texts(element, '[part~="title"]').length === 1, 'one goal');
    location.hash = element.data!.goals[2]!.id;
    await until(() => element.shadowRoot!.activeElement?.id === `goal-${element.data!.goals[2]!.id}`, 'focus on the goal');
    expect(texts(element, '[part~="title"]')).to.deep.equal(TITLES);
  });

  it('is offered by every goal under a name that says which', async () => {
    const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
    const links = [...element.renderRoot.querySelectorAll<HTMLAnchorElement>('a.link')];
    expect(links.map((link) => link.getAttribute('aria-label'))).to.deep.equal(TITLES.map((title) => `Linkki tavoitteeseen: ${title}`));
    expect(new URL(links[0]!.href).hash).to.equal(`#${element.data!.goals[0]!.id}`);
  });

  for (const search of ['', '?', '?a=1', '?a=1&']) {
    it(`leads to its row without loading the page, and opened in a tab to this page at the goal, on an address that ends in "${search}"`, async () => {
      const before = location.href;
      history.replaceState(null, '', `${location.pathname}${search}`);
      const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
      const { id } = element.data!.goals[1]!;
      const link = element.renderRoot.querySelectorAll<HTMLAnchorElement>('a.link')[1]!;
      const { origin, pathname, searchParams, hash } = new URL(link.href);
      expect([origin, pathname, hash]).to.deep.equal([location.origin, location.pathname, `#${id}`]);
      expect([...searchParams]).to.deep.equal([...new URLSearchParams(search)]);
      expect(link.href.split('#')[0], 'not a link within the page').not.to.equal(location.href.split('#')[0]);
      link.click();
      await until(() => element.shadowRoot!.activeElement?.id === `goal-${id}`, 'focus on the goal');
      expect(location.hash).to.equal(`#${id}`);
      link.focus();
      link.click();
      expect(element.shadowRoot!.activeElement?.id, 'once more').to.equal(`goal-${id}`);
      history.replaceState(null, '', before);
    });
  }
});

describe('comparing with an earlier period', () => {
  const earlier = { id: 'k', label: 'tammi–maaliskuu 2026', body: 'Hyvinvointilautakunta' };
  const now = { id: 'h', label: 'tammi–heinäkuu 2026', body: 'Hyvinvointilautakunta' };
  const goal = (id: string, reports: unknown[]): unknown => ({ id, title: `Tavoite ${id}`, measures: [{ text: 'Kuullut kohteet', target: 20 }], reports });
  const report = (period: string, value: number): unknown => ({ period, actuals: [{ text: 'Kuultu', value, measure: 0 }], forecast: 'on-track' });
  const documentOf = (periods: unknown[]): string =>
    URL.createObjectURL(new Blob([JSON.stringify({ lang: 'fi', periods, goals: [goal('a', [report('k', 6), report('h', 7)]), goal('b', [report('k', 1), report('h', 1)]), goal('c', [report('k', 1)]), goal('d', [report('h', 1)])] })], { type: 'application/json' }));

  it('says what has changed per goal and in all', async () => {
    const element = await page(`<aukio-goal-status type="json" src="${documentOf([earlier, now])}" compare-with="k"></aukio-goal-status>`);
    await until(() => texts(element, '[part~="comparison"]').length > 0, 'comparison');
    expect(texts(element, '[part~="comparison"]')[0]).to.contain('1 tavoite on muuttunut.');
    expect(texts(element, '#goal-a [part~="change"]')).to.deep.equal(['6 → 7, tavoite 20']);
    expect(texts(element, '#goal-b [part~="change"]')).to.deep.equal([]);
  });

  it('calls a goal new or gone only where both reports name the same body', async () => {
    const same = await page(`<aukio-goal-status type="json" src="${documentOf([earlier, now])}" compare-with="k"></aukio-goal-status>`);
    await until(() => texts(same, '[part~="gone"]').length > 0, 'gone');
    expect(texts(same, '#goal-d [part~="change"]')).to.deep.equal(['Uusi tavoite']);
    expect(texts(same, '[part~="gone"]')[0]).to.contain('Ei enää tavoitteena').and.to.contain('Tavoite c');
    const other = await page(`<aukio-goal-status type="json" src="${documentOf([{ ...earlier, body: 'Osallisuuspalvelut' }, now])}" compare-with="k"></aukio-goal-status>`);
    await until(() => texts(other, '[part~="gone"]').length > 0, 'not in this report');
    expect(texts(other, '#goal-d [part~="change"]')).to.deep.equal(['Ei ollut aiemmassa raportissa']);
    expect(texts(other, '[part~="gone"]')[0]).to.contain('Ei ole tässä raportissa');
    expect(texts(other, '[part~="comparison"]')[0]).to.contain('eri toimijoilta (Hyvinvointilautakunta; aiempi Osallisuuspalvelut)');
  });
});

describe('numbers', () => {
  it('are text first, told apart from the forecast', async () => {
    const goals = [
      { id: 'a', title: 'A', measures: [{ text: 'Tapahtumat', target: 3, unit: 'kpl' }], actuals: [{ value: 12, measure: 0 }], forecast: 'on-track' },
      { id: 'b', title: 'B', measures: [{ text: 'Suurtapahtumat', target: 3 }], actuals: [{ value: 2, measure: 0 }], forecast: 'on-track' },
    ];
    const src = URL.createObjectURL(new Blob([JSON.stringify({ goals })], { type: 'application/json' }));
    const element = await page(`<aukio-goal-status lang="en" type="json" src="${src}"></aukio-goal-status>`);
    expect(texts(element, '.number')).to.deep.equal(['12 kpl, target 3: passed', '2 of 3']);
    expect(texts(element, '[part~="forecast"]')).to.deep.equal(['On track', 'On track']);
    for (const bar of element.renderRoot.querySelectorAll('.list .bar')) expect(bar.getAttribute('aria-hidden')).to.equal('true');
  });
});

describe('languages', () => {
  it('follow the page, the element and the editor\'s own words', async () => {
    const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
    expect(texts(element, '.result')[0]).to.equal('Kaikki 3 tavoitetta');
    element.setAttribute('data-lang', 'sv');
    await until(() => texts(element, '.result')[0] === 'Alla 3 mål', 'Swedish');
    element.setAttribute('data-lang', 'en');
    await until(() => texts(element, '.result')[0] === 'All 3 goals', 'English');
    element.setAttribute('data-text-showing-all', '{count} promises');
    element.setAttribute('heading', 'Promises');
    await until(() => texts(element, '.result')[0] === '3 promises', 'own words');
  });
});

describe('accessibility', () => {
  const states: readonly (readonly [string, string])[] = [
    ['goals', `<aukio-goal-status heading="Tavoitteet">${tableOf(ROWS)}</aukio-goal-status>`],
    ['an error', '<aukio-goal-status heading="Tavoitteet" src="/no-such-file.json" help="Soita"><p>Oma sisältö</p></aukio-goal-status>'],
    ['nothing', `<aukio-goal-status heading="Tavoitteet" type="json" src="${URL.createObjectURL(new Blob(['{"goals":[]}'], { type: 'application/json' }))}"></aukio-goal-status>`],
  ];
  for (const scheme of ['light', 'dark']) {
    for (const [name, markup] of states) {
      it(`has no faults that axe finds, with ${name}, ${scheme}`, async () => {
        document.documentElement.style.setProperty('color-scheme', scheme);
        document.body.style.setProperty('background', scheme === 'dark' ? '#14171c' : '#fff');
        const element = await page(markup);
        await expect(element).to.be.accessible({ ignoredRules: [] });
        document.documentElement.style.removeProperty('color-scheme');
        document.body.style.removeProperty('background');
      });
    }
  }
});

describe('accessibility of what comes and goes', () => {
  const twoPeriods = { periods: [{ id: 'a', label: '2025', body: 'A' }, { id: 'b', label: '2026', body: 'B' }], goals: [
    { title: 'Ensin', reports: [{ period: 'a', forecast: 'at-risk' }, { period: 'b', forecast: 'on-track' }] },
    { title: 'Vain ennen', reports: [{ period: 'a', forecast: 'at-risk' }] },
  ] };

  it('has no faults that axe finds while the report is loading', async () => {
    const element = document.createElement('aukio-goal-status');
    element.heading = 'Tavoitteet';
    element.source = { read: () => new Promise(() => {}) };
    const home = document.createElement('main');
    home.lang = 'fi';
    home.append(element);
    document.body.append(home);
    await until(() => texts(element, '[part~="loading"]').length > 0, 'the sentence');
    expect(texts(element, '[part~="loading"]')).to.deep.equal(['Ladataan…']);
    expect(element.matches(':state(loading)')).to.equal(true);
    await expect(element).to.be.accessible();
    home.remove();
  });

  it('has no faults that axe finds where nothing matches', async () => {
    const element = await page(`<aukio-goal-status heading="Tavoitteet">${tableOf(ROWS)}</aukio-goal-status>`);
    element.renderRoot.querySelector<HTMLInputElement>('input[type="search"]')!.focus();
    await sendKeys({ type: 'xyz' });
    await until(() => texts(element, '[part~="title"]').length === 0, 'no goal');
    await expect(element).to.be.accessible();
  });

  it('has no faults that axe finds in a comparison, nor with two reports on the page', async () => {
    const src = URL.createObjectURL(new Blob([JSON.stringify(twoPeriods)], { type: 'application/json' }));
    const element = await page(`<aukio-goal-status type="json" src="${src}" compare-with="a"></aukio-goal-status><aukio-goal-status type="json" src="${src}"></aukio-goal-status>`);
    await until(() => texts(element, '[part~="gone"]').length > 0, 'the comparison');
    const reports = [...element.parentElement!.querySelectorAll('aukio-goal-status')];
    await until(() => reports.every((report) => texts(report, '[part~="notes"]').length > 0), 'what both tell the editor');
    await expect(element.parentElement).to.be.accessible();
  });
});

describe('every attribute', () => {
  it('is read as data-…, which wins', async () => {
    const element = await page(`<aukio-goal-status heading=" 2026" data-heading="Tavoitteet: 2026" data-hide-filters data-group-by="responsible">${tableOf(ROWS)}</aukio-goal-status>`);
    expect(element.heading).to.equal('Tavoitteet: 2026');
    expect(texts(element, 'h2')).to.deep.equal(['Tavoitteet: 2026']);
    await until(() => texts(element, '[part~="line-heading"]').length > 2, 'the groups');
    expect(texts(element, 'select')).to.deep.equal([]);
    expect(texts(element, '[part~="line-heading"]')).to.deep.equal(['Kirjastopalvelut', 'Liikuntapalvelut', 'Nuorisopalvelut']);
  });

  it('with an unknown value is explained, and the default used', async () => {
    const element = await page(`<aukio-goal-status debug group-by="colour">${tableOf(ROWS)}</aukio-goal-status>`);
    await until(() => texts(element, '[part~="notes"] li').some((note) => note.includes('group-by')), 'explanation');
    expect(texts(element, '[part~="title"]')).to.deep.equal(TITLES);
  });
});

describe('by keyboard', () => {
  it('everything is reached in the order in which it is read, and the list can be skipped', async () => {
    const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status><button class="after">Seuraava</button>`);
    (element.parentElement as HTMLElement).style.setProperty('width', '900px');
    await element.updateComplete;
    const root = element.shadowRoot!;
    root.querySelector<HTMLElement>('.summary button')!.focus();
    const names: string[] = [];
    const tallies = root.querySelectorAll('.summary button').length;
    for (let turn = 0; turn < tallies + 4; turn++) {
      const active = root.activeElement!;
      names.push(active.id || active.className.split(' ')[0]!);
      await sendKeys({ press: 'Tab' });
    }
    expect(names).to.deep.equal([...Array<string>(tallies).fill('tally'), 'search', 'responsible', 'group-by', 'sort']);
    expect(root.activeElement!.className).to.equal('skip');
    expect(root.activeElement!.checkVisibility()).to.equal(true);
    await sendKeys({ press: 'Enter' });
    expect(root.activeElement!.className).to.equal('end');
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement!.textContent).to.equal('Lataa taulukkona (CSV)');
  });
});

describe('filters in the address', () => {
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  it('make a view that can be shared, where the editor wants it', async () => {
    const element = await page(`<aukio-goal-status id="raportti" filters-in-address>${tableOf(ROWS)}</aukio-goal-status>`);
    element.renderRoot.querySelector<HTMLInputElement>('input[type="search"]')!.focus();
    await sendKeys({ type: 'kirjasto' });
    await until(() => new URLSearchParams(location.search).get('raportti-text') === 'kirjasto', 'the address');
    const shared = await page(`<aukio-goal-status id="raportti" filters-in-address>${tableOf(ROWS)}</aukio-goal-status>`);
    await until(() => texts(shared, '[part~="title"]').length === 1, 'the shared view');
    expect(shared.renderRoot.querySelector<HTMLInputElement>('input[type="search"]')!.value).to.equal('kirjasto');
  });

  it('are not kept there otherwise', async () => {
    const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
    element.renderRoot.querySelector<HTMLButtonElement>('.summary button')!.click();
    expect(location.href).to.equal(before);
  });
});

describe('an earlier report in a file of its own', () => {
  const file = (text: string): string => URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const report = (label: string, body: string, actual: string): string => JSON.stringify({ periods: [{ label, body }], goals: [{ title: 'Kirjastoauto kulkee joka kylässä', line: 'Lähipalvelut', actuals: [actual] }] });

  it('is compared with, goals paired by line and title', async () => {
    const element = await page(`<aukio-goal-status type="json" src="${file(report('tammi–heinäkuu 2026', 'A', '12 pysäkkiä'))}" compare-src="${file(report('tammi–maaliskuu 2026', 'A', '9 pysäkkiä'))}"></aukio-goal-status>`);
    await until(() => texts(element, '[part~="change"]').length > 0, 'a change');
    expect(texts(element, '[part~="change"]')).to.deep.equal(['Teksti päivitetty']);
  });

  it('that cannot be read leaves the report as it is, and says so', async () => {
    const element = await page(`<aukio-goal-status type="json" src="${file(report('tammi–heinäkuu 2026', 'A', '12 pysäkkiä'))}" compare-src="/no-such-file.json"></aukio-goal-status>`);
    await until(() => element.renderRoot.textContent.includes('Aiempaa raporttia ei voitu ladata'), 'the sentence');
    expect(texts(element, '[part~="title"]')).to.have.length(1);
  });
});

describe('the CSV that residents download', () => {
  it('holds what is shown, for Finnish Excel', async () => {
    const element = await page(`<aukio-goal-status>${tableOf([...ROWS, ['=2+5', '- ensimmäinen', '', '', 'Toteutuu']])}</aukio-goal-status>`);
    element.renderRoot.querySelector<HTMLInputElement>('input[type="search"]')!.focus();
    await sendKeys({ type: '2' });
    await until(() => !texts(element, '[part~="title"]').includes(ROWS[0][0]), 'a filter');
    let link: HTMLAnchorElement | undefined;
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      link = Object.assign(document.createElement('a'), { href: this.href, download: this.download });
    };
    element.renderRoot.querySelector<HTMLButtonElement>('.downloads button')!.click();
    await until(() => link !== undefined, 'the file');
    HTMLAnchorElement.prototype.click = click;
    const bytes = new Uint8Array(await (await fetch(link!.href)).arrayBuffer());
    const csv = new TextDecoder().decode(bytes.slice(3));
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(link!.download).to.match(/^tavoitteet-.*\.csv$/);
    expect(csv).to.contain('Toiminnallinen tavoite').and.to.contain('Kirjastoauto').and.not.to.contain(TITLES[0]);
    // Excel takes a cell that begins with = or - for a formula; a tab before it makes it text.
    expect(csv).to.contain('"\t=2+5"').and.to.contain('"\t- ensimmäinen"');
  });
});
