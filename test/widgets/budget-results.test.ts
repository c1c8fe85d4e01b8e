import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { drawLots, type Election } from '../../src/model/election.ts';
import { parsePabulib } from '../../src/model/pabulib.ts';
import { checkPabulib } from '../../src/model/pabulib-check.ts';
import { fundingOfPabulib } from '../../src/model/pabulib-funding.ts';
import { electionOfPabulib } from '../../src/model/pabulib-election.ts';
import { tally, type Tally } from '../../src/model/tally.ts';
import { receiptCode } from '../../src/model/vote-receipt.ts';
import { SourceError } from '../../src/sources/errors.ts';
import type { AukioBudgetResults } from '../../src/widgets/budget-results/budget-results.ts';
import { City, press, resultPage, sample, seen, writeCode, type Json } from './budget-results-pages.ts';
import { until } from './pages.ts';
import { setPageWidth } from './width.ts';

const announced = (): string => document.querySelector('[data-aukio-announcer]')?.textContent ?? '';

describe('the result of a budget vote', () => {
  it('says who won with what, what it cost, what was left, and who confirms it', async () => {
    const element = await resultPage(new City(await sample('single')));
    expect(seen(element, '[part~="winner"]')).to.deep.equal(['A pump track for the Rantala field 230 votes · €10,000']);
    expect(seen(element, '.figures div')).to.deep.equal(['People who voted 412', 'Money to share out €10,000', 'Cost of what was chosen €10,000', 'Money left over €0']);
    expect(seen(element, '[part~="nature"]')[0]).to.contain('It is confirmed by: Merilehto City Board.').and.to.contain('at its meeting in October');
  });

  it('says of each project that was not chosen why, in money', async () => {
    const element = await resultPage(new City(await sample('advisory')));
    const row = seen(element, '.standings tbody tr').find((text) => text.startsWith('A bicycle workshop'));
    expect(row).to.equal('A bicycle workshop at the youth centre 190 €3,500 Not chosen It costs €3,500, and €2,500 was left.');
    expect(seen(element, '[part~="nature"]')[0]).to.contain('The vote was advisory. Wellbeing jury decides what is carried out.');
    expect(seen(element, 'h2').join()).to.contain('What the votes would choose').and.to.contain('Withdrawn during the vote');
    expect(seen(element, 'p').join(' ')).to.contain('A project needed at least 50 votes to be chosen.');
  });

  it('says in points what a project would have needed where points are given', async () => {
    const files = await sample('points');
    const rule = { rule: 'greedy-threshold', threshold: 300 };
    const results = { ...files['ballot-results'], rule: rule.rule, election: { ...(files['ballot-results']['election'] as object), threshold: rule.threshold } };
    const element = await resultPage(new City({ ...files, 'ballot': { ...files.ballot, ...rule }, 'ballot-results': results }));
    const skipped = seen(element, '.standings tbody tr').filter((row) => row.includes('Not chosen'));
    expect(skipped.map((row) => row.replace(/^.* Not chosen /, ''))).to.deep.equal(['It would have needed at least 300 points.', 'It would have needed at least 300 points.']);
  });

  it('draws bars as long as the figures beside them, which alone are read out', async () => {
    const element = await resultPage(new City(await sample('single')));
    const rows = [...element.renderRoot.querySelectorAll('.standings tbody tr')];
    const shares = rows.map((row) => [Number(row.querySelector('td')!.innerText.replace(/\D/g, '')), Number(row.querySelector('.fill')!.getAttribute('width'))]);
    for (const [votes, width] of shares) expect(width).to.be.closeTo((votes! / shares[0]![0]!) * 100, 0.01);
    expect([...element.renderRoot.querySelectorAll('svg')].every((svg) => svg.getAttribute('aria-hidden') === 'true')).to.equal(true);
  });

  it('shows how far each winner has come', async () => {
    const element = await resultPage(new City(await sample('large')));
    expect(seen(element, '[part~="state"]').slice(0, 3)).to.deep.equal(['Done', 'Under way', 'Being planned']);
    expect(seen(element, 'p').join(' ')).to.contain('Of what was chosen, 12 of 36 projects are done.');
    expect(seen(element, '.standings tbody tr')).to.have.length(20);
    const button = await press(element, 'Show all 80 projects');
    expect(seen(element, '.standings tbody tr')).to.have.length(80);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
  });

  it('shows people by way of voting and area, and says why small groups are hidden', async () => {
    const element = await resultPage(new City(await sample('large')));
    const [channels, areas] = [...element.renderRoot.querySelectorAll<HTMLElement>('.cells')].map((table) => [...table.querySelectorAll('tbody tr')].map((row) => (row as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));
    expect(channels).to.deep.equal(['On the web 1 259', 'On paper 164', 'With help from staff 57']);
    expect(areas).to.include('Centre 571').and.to.include('Archipelago Not shown');
    expect(seen(element, '[part~="turnout"]')[0]).to.contain('groups of fewer than five people').and.not.to.contain('spoiled');
  });

  it('tells how many votes on paper were spoiled', async () => {
    const published = await sample('large');
    const element = await resultPage(new City({ ...published, 'ballot-results': { ...published['ballot-results'], spoiled: 3 } }));
    expect(seen(element, '[part~="turnout"]')[0]).to.contain('3 more votes were spoiled. They are not counted here.');
  });

  it('is counted again in the reader\'s browser, step by step', async () => {
    const element = await resultPage(new City(await sample('advisory')));
    expect(seen(element, '[part~="verdict"]')).to.deep.equal(['Your own browser has counted the 638 votes again and came to the same result.']);
    const button = await press(element, 'Show the count step by step');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    const steps = seen(element, '.step');
    expect(steps[0]).to.equal('Planting boxes in the yards of blocks of flats Chosen 293 votes. It costs €5,200 and is chosen. €18,800 is left.');
    expect(steps[4]).to.equal('A bicycle workshop at the youth centre Not chosen It costs €3,500, and €2,500 was left.');
    await press(element, 'Hide the steps');
    expect(seen(element, '.step')).to.deep.equal([]);
  });

  it('tells the reader where the count comes to another result than the city', async () => {
    const files = await sample('single');
    const results = files['ballot-results'];
    results['funded'] = ['kota'];
    for (const project of results['projects'] as Json[]) project['funded'] = project['project'] === 'kota';
    const element = await resultPage(new City(files));
    expect(seen(element, '[part~="verdict"]')[0]).to.contain('came to another result').and.to.contain('A pump track for the Rantala field');
  });

  for (const [lang, words] of [['en', /added up the published votes.*A hut in the school forest.*chose: A pump track/], ['fi', /laski julkaistut äänet yhteen.*Retkikota koulumetsään.*valitsi: Pumptrack/], ['sv', /räknat ihop de publicerade rösterna/]] as const) {
    it(`tells the reader where a project has more votes than were published, in ${lang}`, async () => {
      const files = await sample('single');
      const results = files['ballot-results'];
      const forged = (project: Json, id: string): void => void (project[id] === 'kota' && Object.assign(project, { supporters: 9999, score: 9999 }));
      for (const project of results['projects'] as Json[]) forged(Object.assign(project, { funded: project['project'] === 'kota' }), 'project');
      for (const project of (results['election'] as Json)['projects'] as Json[]) forged(project, 'id');
      results['funded'] = ['kota'];
      const element = await resultPage(new City(files), { lang });
      expect(seen(element, '[part~="verdict"]')[0]).to.match(words);
      expect(element.renderRoot.querySelector('[part~="verdict"]')!.className).to.contain('error');
    });
  }

  it('tells the reader where another number of voters was published', async () => {
    const files = await sample('single');
    files['ballot-results']['votes'] = 500;
    const element = await resultPage(new City(files));
    expect(seen(element, '[part~="verdict"]')).to.deep.equal(['Your own browser has counted 412 people who voted. The number published here is another. Tell the city about it.']);
  });

  it('draws the lot again of its published seed', async () => {
    const files = await sample('single');
    const results = files['ballot-results'];
    const voters: Readonly<Record<string, number>> = { kota: 10, pumptrack: 10 };
    const projects = ((results['election'] as Json)['projects'] as Json[]).map((project, n) => ({ ...project, n, votes: voters[String(project['id'])] ?? 0 }));
    const [first, second] = await drawLots('Lotto 40/2026', Object.keys(voters), async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)));
    const publish = (winner: string, lots: readonly string[]): City => {
      const sums = (votes: number): Json => ({ supporters: votes, score: votes });
      return new City({ ...files, 'ballot-results': {
        ...results, votes: 20, rule: 'greedy', funded: [winner], projects: projects.map(({ votes, ...project }) => ({ project: (project as Json)['id'], ...sums(votes), funded: (project as Json)['id'] === winner })),
        election: {
          budget: 1_000_000, voters: 20, ties: { order: ['lot'], seed: 'Lotto 40/2026' }, lots, groups: projects.filter(({ votes }) => votes).map(({ n, votes }) => ({ voters: votes, choices: [n] })),
          projects: projects.map(({ votes, n: _, ...project }) => ({ ...project, cost: 600_000, ...sums(votes) })),
        },
      } });
    };
    expect(seen(await resultPage(publish(first!, [first!, second!])), '[part~="verdict"]')[0]).to.contain('came to the same result');
    expect(seen(await resultPage(publish(second!, [second!, first!])), '[part~="verdict"]')[0], 'lots that somebody has put in another order').to.contain('came to another result');
  });

  it('says that equal projects wait for the lot', async () => {
    const files = await sample('single');
    Object.assign(files['ballot-results'], { funded: [], unresolved: ['pumptrack', 'kota'] });
    for (const project of files['ballot-results']['projects'] as Json[]) project['funded'] = false;
    const element = await resultPage(new City(files));
    expect(seen(element, '.caution')[0]).to.contain('A pump track for the Rantala field, A hut in the school forest are equal by every rule');
    expect(seen(element, '.outcome').filter((text) => text.includes('Not decided yet'))).to.have.length(2);
  });
});

describe('a project that is funded in part', () => {
  const words = {
    fi: ['Pyöräpaja nuorisotalolle 190 ääntä · 3 500 € Yhdessä tekeminen Rahoitetaan osittain Kohteelle myönnetään 3 000 €. Koko kustannus on 3 500 €. Suunnitteilla', 'Kun raha ei enää riitä seuraavaan kohteeseen kokonaan', 'Rahoitetaan muulla rahalla Kohteelle myönnetään 2 500 €. Raha ei ole äänestyksen budjetista. Puistojen hoito maksaa penkit keväällä 2027.'],
    sv: ['190 röster · 3 500 € Göra tillsammans Finansieras delvis Objektet beviljas 3 000 €. Hela kostnaden är 3 500 €. Planeras', 'När pengarna inte längre räcker till hela nästa objekt', 'Finansieras med andra pengar Objektet beviljas 2 500 €. Pengarna tas inte ur omröstningens budget. Parkskötseln betalar bänkarna våren 2027.'],
    en: ['190 votes · €3,500 Doing together Funded in part It gets €3,000. The whole cost is €3,500. Being planned', 'When the money no longer pays for the next project in full', 'Funded from other money It gets €2,500. The money does not come from the budget of the vote. Park maintenance pays for the benches in spring 2027.'],
  };
  for (const [lang, [winner, rule, later]] of Object.entries(words)) {
    it(`is said to be so with what it gets, among the winners and in the table, in ${lang}`, async () => {
      const element = await resultPage(new City(await sample('part')), { lang });
      const winners = seen(element, '[part~="winner"]');
      expect(winners).to.have.length(6);
      expect(winners[4]).to.contain(winner);
      expect(winners[5], 'what got money after the count').to.contain(later);
      expect(seen(element, '[part~="recount"]')[0]).to.contain(rule);
      expect(seen(element, '.standings tbody tr').filter((row) => row.includes(winner!.includes('osittain') ? 'Rahoitetaan osittain' : lang === 'sv' ? 'Finansieras delvis' : 'Funded in part'))).to.have.length(1);
      await expect(element).to.be.accessible();
    });
  }

  it('takes all that was left, which the count shows, and the reader\'s browser agrees', async () => {
    const files = await sample('part');
    const element = await resultPage(new City(files));
    expect(seen(element, '.figures div').slice(1)).to.deep.equal(['Money to share out €24,500', 'Cost of what was chosen €24,500', 'Money left over €0']);
    expect(seen(element, '[part~="verdict"]')[0]).to.contain('came to the same result');
    expect(seen(element, '.standings tbody tr').find((row) => row.startsWith('A bicycle workshop')), 'said once').to.equal('A bicycle workshop at the youth centre 190 €3,500 Funded in part It gets €3,000. The whole cost is €3,500.');
    expect(seen(element, '.standings tbody tr').find((row) => row.startsWith('Chair exercise'))).to.contain('The count ended at A bicycle workshop at the youth centre');
    await press(element, 'Show the count step by step');
    expect(seen(element, '.step')[4]).to.equal('A bicycle workshop at the youth centre Funded in part 190 votes. It costs €3,500, and €3,000 was left: it gets all of that, and the count ends.');
    await press(element, 'Count both ways');
    await until(() => element.renderRoot.querySelector('.ways') !== null, 'the comparison');
    expect(seen(element, '.ways tbody tr').find((row) => row.startsWith('A bicycle workshop'))).to.contain('Funded in part');
    files['ballot-results']['partFunded'] = { project: 'polkupyorapaja', granted: 299_999 };
    expect(seen(await resultPage(new City(files)), '[part~="verdict"]')[0], 'a cent less').to.contain('came to another result');
  });

  it('fits a narrow screen', async () => {
    setPageWidth(320);
    const element = await resultPage(new City(await sample('part')), { lang: 'fi' });
    expect(element.scrollWidth).to.be.at.most(320);
    setPageWidth(undefined);
  });
});

describe('what comes after the winners', () => {
  it('is tried again in place where it could not be loaded', async () => {
    const element = document.createElement('aukio-budget-results');
    let refused = 0;
    Object.defineProperty(element, 'addMessages', {
      configurable: true,
      value: () => {
        refused++;
        return Promise.reject(new Error('offline'));
      },
    });
    element.source = new City(await sample('single'));
    const home = await fixture<HTMLElement>('<div lang="en"></div>');
    home.append(element);
    await until(() => seen(element, '[part~="error"]').length === 1, 'the sentence');
    expect(seen(element, '[part~="winner"]')).to.have.length(1);
    expect(seen(element, '[part~="error"]')[0]).to.contain('The result above is whole.');
    await expect(element).to.be.accessible();
    await press(element, 'Try again');
    await until(() => refused === 2, 'another try');
    Reflect.deleteProperty(element, 'addMessages');
    await until(() => seen(element, '[part~="error"]').length === 1, 'the sentence again');
    await press(element, 'Try again');
    await until(() => seen(element, '[part~="recount"]').length === 1, 'the count');
    expect(seen(element, '[part~="error"]')).to.deep.equal([]);
  });
});

describe('a count of 10,000 votes over 200 projects', () => {
  async function manyVotes(): Promise<City> {
    const files = await sample('advisory');
    const [base] = files.ballot['projects'] as Json[];
    const ids = Array.from({ length: 200 }, (_, n) => `p${n}`);
    const groups = Array.from({ length: 10_000 }, (_, n) => ({ voters: 1, choices: [...new Set([n % 200, (n * 7 + 3) % 200, (n * 13 + (n >> 4)) % 200])].sort((a, b) => a - b) }));
    const supporters = ids.map((_, n) => groups.filter(({ choices }) => choices.includes(n)).length);
    files.ballot['projects'] = ids.map((id, n) => ({ ...base, id, title: `Project ${n}` }));
    const election = { budget: 20_000_000, voters: 10_000, groups, ties: { order: ['lower-cost', 'lot'] }, lots: ids, projects: ids.map((id, n) => ({ id, cost: 100_000 + n * 1_000, supporters: supporters[n], score: supporters[n], conflicts: [] })) };
    files['ballot-results'] = { ...files['ballot-results'], votes: 10_000, rule: 'equalshares', funded: [], election, projects: ids.map((project, n) => ({ project, supporters: supporters[n], score: supporters[n], funded: false })) };
    return new City(files);
  }

  it('is made on the page like any other', async () => {
    expect(seen(await resultPage(await manyVotes()), '[part~="verdict"]')[0]).to.contain('came to another result');
  });

  it('gives the page its turn between the steps', async () => {
    const city = await manyVotes();
    const { now } = performance;
    // A clock by which every step takes longer than a slice of work may.
    let time = now.call(performance);
    performance.now = () => (time += 50);
    let turns = 0;
    const look = (): void => {
      const counting = [...document.querySelectorAll('aukio-budget-results')].some(({ renderRoot }) => renderRoot.textContent.includes('Your browser is counting the votes again'));
      if (counting) turns++;
    };
    // A browser that knows which tasks are whose lets the count go on before others of the page: there it is asked itself.
    const scheduled = 'scheduler' in globalThis && 'yield' in scheduler;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      look();
      port2.postMessage(undefined);
    };
    if (!scheduled) port2.postMessage(undefined);
    else Object.defineProperty(scheduler, 'yield', { configurable: true, value: () => new Promise<void>((resolve) => setTimeout(resolve)).then(look) });
    try {
      await resultPage(city);
    } finally {
      performance.now = now;
      port1.close();
      if (scheduled) Reflect.deleteProperty(scheduler, 'yield');
    }
    // A count at once would leave one turn or none.
    expect(turns).to.be.greaterThan(10);
  });
});

describe('two ways of counting', () => {
  it('stand side by side, with what each leaves and whom it serves', async () => {
    const element = await resultPage(new City(await sample('advisory')));
    await press(element, 'Count both ways');
    await until(() => element.renderRoot.querySelector('.ways') !== null, 'the comparison');
    const rows = [...element.renderRoot.querySelectorAll('.ways tr')].map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));
    expect(rows[0]).to.deep.equal(['Project', 'Order of votes', 'Equal shares']);
    expect(rows).to.deep.include(['A bicycle workshop at the youth centre', 'Not chosen', 'Chosen']);
    expect(rows).to.deep.include(['Money left over', '€700', '€4,000']);
    await until(() => announced().includes('Both ways have been counted.'), 'the announcement');
  });

  for (const [rule, column, names] of [
    ['equalshares', 1, ['Order of votes', 'Equal shares, not raised']],
    ['equalshares-comparison', 1, ['Order of votes', 'Equal shares, not raised']],
    ['greedy-no-skip', 0, ['Order of votes, up to the first project that is too dear', 'Equal shares']],
  ] as const) {
    it(`are counted by the rule that decided, where that is ${rule}`, async () => {
      const files = await sample('advisory');
      const election = files['ballot-results']['election'] as Election;
      const counted = rule.replace('-comparison', '');
      const { funded, left } = tally(election, counted) as Tally;
      expect(funded, 'another than by the usual rule').not.to.have.members([...(tally(election, column ? 'equalshares/add1' : 'greedy') as Tally).funded]);
      const published = tally(election, rule) as Tally;
      const projects = (files['ballot-results']['projects'] as Json[]).map((project) => ({ ...project, funded: published.funded.includes(String(project['project'])) }));
      const element = await resultPage(new City({ ...files, 'ballot': { ...files.ballot, rule }, 'ballot-results': { ...files['ballot-results'], rule, projects, funded: published.funded } }));
      await press(element, 'Count both ways');
      await until(() => element.renderRoot.querySelector('.ways') !== null, 'the comparison');
      expect(seen(element, '.ways thead th').slice(1)).to.deep.equal(names);
      const values = [...element.renderRoot.querySelectorAll('.sums tr')].map((row) => [...row.querySelectorAll('td')].map((cell) => (cell as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));
      expect(values[0]![column]).to.equal(String(funded.length));
      expect(values[2]![column]).to.equal(element.speaker.money(left));
    });
  }

  it('are not where only totals are known: it is said why', async () => {
    const files = await sample('advisory');
    delete (files['ballot-results']['election'] as Json)['groups'];
    const element = await resultPage(new City(files));
    expect(seen(element, '[part~="verdict"]')).to.deep.equal(['Your own browser has counted again from the totals of each project and came to the same result. Single votes are not published, so it could not check the totals.']);
    await press(element, 'Count both ways');
    await until(() => element.renderRoot.querySelector('.ways') !== null, 'the comparison');
    expect(seen(element, '[part~="refusal"]')).to.deep.equal(['Equal shares cannot be counted, because only the total votes of each project are known, not single votes.']);
    expect(seen(element, '.ways thead th')).to.deep.equal(['Project', 'Order of votes']);
    expect(seen(element, '[part~="downloads"]')[0]).to.contain('only the total votes of each project are known');
  });
});

describe('a receipt code', () => {
  it('is found on the list however it is typed, and the list is asked for whole', async () => {
    const files = await sample('single');
    const city = new City(files);
    const element = await resultPage(city);
    expect(city.asked).not.to.include('ballot-receipts');
    const [code] = files['ballot-receipts']['receipts'] as string[];
    await writeCode(element, ` ${code!.toLowerCase().replace('-', ' ')} `);
    await until(() => seen(element, '[part~="answer"]')[0]?.includes('is on the list') ?? false, 'found');
    expect(seen(element, '[part~="answer"]')).to.deep.equal([`The code ${code} is on the list: a vote with this code was counted.`]);
    await until(() => announced().includes('is on the list'), 'the announcement');
  });

  it('that is not there, or is none, gets a sentence; what the check proves is said beside it', async () => {
    const element = await resultPage(new City(await sample('single')));
    const field = await writeCode(element, '');
    expect(seen(element, '.fault')).to.deep.equal(['Write your receipt code.']);
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(field);
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    await writeCode(element, '7K3M-9QRT-V2XW-4HJA');
    expect(seen(element, '.fault')[0]).to.contain('a code has ten letters and digits');
    await writeCode(element, '00000-00000');
    await until(() => seen(element, '[part~="answer"]')[0]?.includes('is not on the list') ?? false, 'absent');
    expect(seen(element, '.proofs dd')).to.have.length(2);
  });

  it('is not looked for where there is no list, or none can be loaded', async () => {
    const files = await sample('single');
    const element = await resultPage(new City({ ...files, 'ballot-receipts': undefined }));
    await writeCode(element, '00000-00000');
    await until(() => seen(element, '[part~="answer"]')[0]?.includes('has not published') ?? false, 'unpublished');
    const offline = await resultPage(new City(files, { 'ballot-receipts': new SourceError('offline') }));
    await writeCode(offline, '00000-00000');
    await until(() => seen(offline, '[part~="answer"]')[0]?.includes('could not be loaded') ?? false, 'failed');
  });

  it('of the vote that this device remembers is worked out again from what was chosen', async () => {
    const files = await sample('single');
    const { id: ballot, salt } = { id: files.ballot['id'] as string, salt: files['ballot-receipts']['salt'] as string };
    const vote = { id: '0b6f1f6e-8f0a-4a44-9d3c-2b1f3e5a7c9d', ballot, rulesVersion: '1', choices: [{ project: 'pumptrack' }] };
    const code = await receiptCode(vote, salt, async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)));
    files['ballot-receipts']['receipts'] = [...(files['ballot-receipts']['receipts'] as string[]), code].sort();
    const name = `aukio-ballot ${ballot}`;
    try {
      for (const [choices, words] of [[vote.choices, 'got the same'], [[{ project: 'another' }], 'does not stand for what you chose']] as const) {
        localStorage.setItem(name, JSON.stringify({ cast: { ...vote, choices, code, receivedAt: '2026-05-10T09:05:00Z' } }));
        const element = await resultPage(new City(files));
        await writeCode(element, code);
        await until(() => seen(element, '[part~="answer"]')[0]?.includes(words) ?? false, words);
        await writeCode(element, (files['ballot-receipts']['receipts'] as string[]).find((other) => other !== code)!);
        await until(() => seen(element, '[part~="answer"]')[0]?.endsWith('a vote with this code was counted.') ?? false, 'another one');
        await expect(element).to.be.accessible();
      }
    } finally {
      localStorage.removeItem(name);
    }
  });

  it('can be checked with the keyboard alone', async () => {
    const files = await sample('single');
    const element = await resultPage(new City(files));
    element.renderRoot.querySelector<HTMLElement>('#receipt-code')!.focus();
    await sendKeys({ type: (files['ballot-receipts']['receipts'] as string[])[3]! });
    await sendKeys({ press: 'Enter' });
    await until(() => seen(element, '[part~="answer"]')[0]?.includes('is on the list') ?? false, 'found');
  });
});

describe('files of the result', () => {
  /** What the reader would be given, by file name. */
  async function saved(element: AukioBudgetResults, words: string): Promise<readonly [string, string]> {
    const { click } = HTMLAnchorElement.prototype;
    try {
      return await new Promise((resolve, reject) => {
        HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
          // Blob.text() would drop the byte order mark.
          fetch(this.href).then(async (answer) => resolve([this.download, new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())]), reject);
        };
        press(element, words).catch(reject);
      });
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  }

  it('are a table that Excel opens in Finland and in which nothing is a formula', async () => {
    const files = await sample('advisory');
    (files.ballot['projects'] as Json[])[0]!['title'] = '=HYPERLINK("https://paha.example")';
    const element = await resultPage(new City(files), { lang: 'fi' });
    const [name, csv] = await saved(element, 'Lataa taulukkona (CSV)');
    expect(name).to.equal('tulos-hyvan-mielen-raha-2026.csv');
    expect(csv.startsWith('\uFEFF"Kohde";"Aihe";"Ääniä";"Kustannus (€)";"Tulos";"Miksi ei valittu";"Toteutus"\r\n')).to.equal(true);
    expect(csv).to.contain('"Pyöräpaja nuorisotalolle";"Yhdessä tekeminen";190;3500;"Ei valittu";"Kohde maksaa 3 500 €, ja rahaa oli jäljellä 2 500 €.";\r\n');
    expect(csv).to.contain('"\t=HYPERLINK(""https://paha.example"")"');
    expect(csv).to.contain('"Vedetty pois"');
  });

  it('tell in the table and in the .pb file what is funded in part, and from other money', async () => {
    const element = await resultPage(new City(await sample('part')), { lang: 'fi' });
    const [, csv] = await saved(element, 'Lataa taulukkona (CSV)');
    expect(csv).to.contain('"Tulos";"Myönnetty (€)";"Miksi ei valittu"');
    expect(csv).to.match(/"Pyöräpaja nuorisotalolle";"Yhdessä tekeminen";190;3500;"Rahoitetaan osittain";3000;;"Suunnitteilla/);
    expect(csv).to.match(/;186;3000;"Rahoitetaan muulla rahalla";2500;"Laskenta päättyi kohteeseen Pyöräpaja nuorisotalolle/);
    expect(csv).to.match(/;293;5200;"Valittu";5200;;/);
    const [, text] = await saved(element, 'Lataa äänet (.pb)');
    const funding = fundingOfPabulib(parsePabulib(text).file);
    expect([funding.get('polkupyorapaja'), funding.get('ystavanpenkki')!.kind]).to.deep.equal([{ kind: 'part', granted: 300_000 }, 'reserve']);
  });

  it('are the votes as a .pb file that others accept and that counts up to the same', async () => {
    const files = await sample('advisory');
    const element = await resultPage(new City(files));
    const [name, text] = await saved(element, 'Download the votes (.pb)');
    expect(name).to.equal('result-hyvan-mielen-raha-2026.pb');
    const { file, errors } = parsePabulib(text);
    expect(errors).to.deep.equal([]);
    expect(checkPabulib(file).errors.filter(({ code }) => code !== 'winners-wrong')).to.deep.equal([]);
    const { projects } = files['ballot-results']['election'] as { projects: { id: string; supporters: number }[] };
    expect(electionOfPabulib(file).projects.map(({ id, supporters }) => [id, supporters])).to.deep.equal(projects.map(({ id, supporters }) => [id, supporters]));
    expect(text).not.to.contain('voting_method');
  });

  it('say why there is no .pb file of points, and lead to the city\'s own where it has one', async () => {
    const files = await sample('points');
    const element = await resultPage(new City(files));
    expect(seen(element, '[part~="downloads"]')[0]).to.contain('the points and ranks of single votes are not published');
    const own = await resultPage(new City({ ...files, 'ballot-results': { ...files['ballot-results'], votesFile: 'https://merilehto.example/aanet.pb' } }));
    expect(own.renderRoot.querySelector('[part~="downloads"] a')!.getAttribute('href')).to.equal('https://merilehto.example/aanet.pb');
    const unsafe = await resultPage(new City({ ...files, 'ballot-results': { ...files['ballot-results'], votesFile: 'javascript:alert(1)' } }));
    expect(unsafe.renderRoot.querySelector('[part~="downloads"] a')).to.equal(null);
  });
});

describe('before there is a result', () => {
  const phases = { 'while people vote': ['vote', '2026-09-10T12:00:00+03:00', 'Voting is open until 30 September 2026'], 'before voting opens': ['vote', '2026-08-10T12:00:00+03:00', 'Voting has not opened yet'], 'when voting has closed by the clock': ['vote', '2026-10-01T12:00:00+03:00', 'The votes are being counted'], 'while votes are counted': ['counting', '2026-10-01T12:00:00+03:00', 'The votes are being counted'], 'while ideas are collected': ['ideas', '2026-05-01T12:00:00+03:00', 'There has been no vote yet'], 'in a phase that nobody knows': ['paused', '2026-10-01T12:00:00+03:00', 'The result is not shown now'] } as const;
  for (const [when, [phase, clock, sentence]] of Object.entries(phases)) {
    it(`${when}, it is said so and no result is asked for`, async () => {
      const files = await sample('single');
      const city = new City({ ...files, ballot: { ...files.ballot, phase } });
      const element = await resultPage(city, { clock, attributes: 'help="000 123 4567"' });
      expect(seen(element, '[part~="waiting"]')[0]).to.contain(sentence).and.to.contain('000 123 4567');
      expect(city.asked).to.deep.equal(['ballot']);
      expect(element.renderRoot.querySelector('.standings')).to.equal(null);
      await expect(element).to.be.accessible();
    });
  }

  it('nothing of it is shown while the source keeps it hidden; looking again shows all of it', async () => {
    const files = await sample('single');
    const refusals: Record<string, SourceError> = { 'ballot-results': new SourceError('forbidden', { problem: 'results-hidden' }) };
    const element = await resultPage(new City(files, refusals));
    expect(seen(element, '[part~="waiting"]')[0]).to.contain('The votes are being counted');
    delete refusals['ballot-results'];
    await press(element, 'Look again');
    await until(() => seen(element, '[part~="winner"]').length === 1, 'the winner');
  });
});

describe('what cannot be read', () => {
  it('leaves the page\'s own content in view, with a sentence and another try', async () => {
    const files = await sample('single');
    const refusals: Record<string, SourceError> = { 'ballot-results': new SourceError('offline') };
    const element = await resultPage(new City(files, refusals), { attributes: 'help="000 123 4567"' });
    expect(seen(element, '[part~="error"]')[0]).to.contain('not connected to the internet').and.to.contain('000 123 4567');
    expect(element.querySelector('p')!.checkVisibility()).to.equal(true);
    delete refusals['ballot-results'];
    const again = element.renderRoot.querySelector<HTMLElement>('[part~="error"] button')!;
    again.focus();
    again.click();
    await until(() => seen(element, '[part~="winner"]').length === 1, 'the winner');
    // The button is gone, and its reader is where it stood.
    expect(element.shadowRoot!.activeElement).to.equal(element.renderRoot.querySelector('.base'));
  });

  it('is a result with one wrong figure, one of another ballot, and none: the editor reads what to mend', async () => {
    const files = await sample('single');
    const results = files['ballot-results'];
    const cases: readonly (readonly [Json | undefined, string])[] = [
      [{ ...results, votes: -1 }, 'votes'],
      [{ ...results, ballot: 'muu' }, 'The result is that of the ballot “muu”'],
      [undefined, 'there is no result'],
      [{ ...results, election: { ...(results['election'] as Json), groups: [{ voters: 1, choices: [99] }] } }, 'election.groups'],
    ];
    for (const [content, note] of cases) {
      const element = await resultPage(new City({ ...files, 'ballot-results': content }));
      await until(() => seen(element, '[part~="notes"]')[0]?.includes(note) ?? false, note);
      expect(element.renderRoot.querySelector('.standings')).to.equal(null);
    }
  });

  it('shows names as text, and projects that the ballot no longer has by their ids', async () => {
    const files = await sample('single');
    const projects = files.ballot['projects'] as Json[];
    projects[0]!['title'] = '<img src=x onerror=alert(1)>';
    files.ballot['projects'] = projects.filter(({ id }) => id !== 'kota');
    const element = await resultPage(new City(files));
    expect(seen(element, '[part~="winner"]')[0]).to.contain('<img src=x onerror=alert(1)>');
    expect(seen(element, '.standings tbody tr').some((text) => text.startsWith('kota'))).to.equal(true);
  });
});
