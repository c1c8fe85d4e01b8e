import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AukioGoalStatus } from '../../src/widgets/goal-status/goal-status.ts';
import { ROWS, tableOf, until } from '../widgets/pages.ts';
import { builderIn, example, fill, find, goesTo, paste, problems, snippet, tick, told } from './page.ts';

const titles = (element: AukioGoalStatus | null): string[] => (element?.data?.goals ?? []).map(({ title }) => (typeof title === 'string' ? title : Object.values(title)[0]!));

describe('an editor with a goal report', () => {
  it('pastes it out of Word and is told how much was read', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: await example('goals/word-table.html'), text: 'Toiminnallinen tavoite 2026' });
    await told(builder, /Luettiin 13 kohtaa/);
    expect(builder.renderRoot.querySelectorAll('.mend-table')).to.have.length.above(1);
  });

  it('pastes rows out of Excel, where each cell has its place', async () => {
    const builder = await builderIn('fi');
    paste(builder, { text: 'Toiminnallinen tavoite\tMittari\tToteutumaennuste\r\nUimahalli auki\t"80 h\nviikossa"\tToteutuu\r\n' });
    await told(builder, /Luettiin 1 kohta\./);
    expect(find<HTMLTextAreaElement>(builder, '#cell-0-1-1').value).to.equal('80 h\nviikossa');
  });

  it('types rows in and asks for them to be read', async () => {
    const builder = await builderIn('en');
    find<HTMLTextAreaElement>(builder, '#paste').value = 'Goal;Forecast\nThe pool is open;On track';
    find(builder, '#read-pasted').click();
    await told(builder, /1 item was read/);
  });

  it('is told what cannot be read, and in which row and column', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf([['Uimahalli auki', '80 h', 'Liikuntapalvelut', '76 h', 'Joo']]) });
    await told(builder, /Luettiin 1 kohta\. Korjattavaa: [1-9]/);
    expect(problems(builder).filter((text) => text.includes('Joo'))).to.have.length(1);
    expect(problems(builder)[0]).to.match(/^Taulukko 1, rivi 2, sarake ”Toteutumaennuste”: Sanaa ”Joo” ei tunnisteta/);
  });

  it('is told of a word in the wrong column what becomes of it, under headers whose words are not broken', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf([['Uimahalli auki', 'Toteutuu', ''], ['Kirjasto auki', '', 'Toteutunut']], ['Tavoite', 'Tila', 'Toteutuma-<br>ennuste']) });
    await told(builder, /Luettiin 2 kohtaa/);
    expect(problems(builder).filter((text) => text.includes('sarakkeessa'))).to.deep.equal([
      'Taulukko 1, rivi 2, sarake ”Tila”: Sana ”Toteutuu” on ennuste, mutta se on sarakkeessa, joka kertoo tilanteesta nyt. Se näytetään ennusteena, ellei tavoitteella ole jo toista ennustetta.',
      'Taulukko 1, rivi 3, sarake ”Toteutumaennuste”: Sana ”Toteutunut” kertoo tilanteesta nyt, mutta se on ennusteen sarakkeessa. Se näytetään tilanteena nyt, ellei tavoitteella ole jo toista tilannetta.',
    ]);
    const [, second] = [...builder.renderRoot.querySelectorAll<HTMLElement>('.problems button')];
    second!.click();
    await until(() => builder.shadowRoot?.activeElement?.id === 'cell-0-2-2', 'the cell has the focus');
    expect(find(builder, '#cell-0-2-2').getAttribute('aria-label')).to.equal('Rivi 3, sarake ”Toteutumaennuste”');
  });

  it('goes from the sentence to the cell, mends it there, and the sentence is gone', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf([...ROWS, ['Uimahalli auki', '80 h', 'Liikuntapalvelut', '76 h', 'Joo']]) });
    await told(builder, /Luettiin 4 kohtaa/);
    find(builder, '.problems button').click();
    await until(() => builder.shadowRoot?.activeElement?.id === 'cell-0-4-4', 'the cell has the focus');
    expect(find(builder, '#cell-0-4-4').getAttribute('aria-invalid')).to.equal('true');
    await fill(builder, 'cell-0-4-4', 'Toteutuu');
    await until(() => !problems(builder).some((text) => text.includes('Joo')), 'the sentence is gone');
    expect(find(builder, '#cell-0-4-4').hasAttribute('aria-invalid')).to.be.false;
  });

  it('mends a header, and the column is known', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf([['Uimahalli auki', 'Toteutuu']], ['Mitä luvattiin', 'Ennuste']) });
    await told(builder, /ei voitu lukea/);
    await fill(builder, 'cell-0-0-0', 'Tavoite');
    await told(builder, /Luettiin 1 kohta/);
  });

  it('mends a merged cell once for all rows that it stands beside', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: '<table><tr><th>Tavoite</th><th>Mittari</th><th>Vastuutaho</th></tr><tr><td rowspan="2">Uimahalli</td><td>80 h</td><td>Liikunta</td></tr><tr><td>12 ryhmää</td><td>Liikunta</td></tr></table>' });
    await told(builder, /Luettiin 1 kohta/);
    await fill(builder, 'cell-0-1-0', 'Uimahalli auki');
    await until(() => (builder.reading?.accepted?.data as { goals: { title: string }[] }).goals[0]?.title === 'Uimahalli auki', 'the goal has its new name');
    expect(builder.reading?.accepted?.count).to.equal(1);
    await goesTo(builder, 'hand');
    expect(await snippet(builder)).to.include('<td rowspan="2">Uimahalli auki</td>');
  });

  it('takes out a row that does not belong there', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf(ROWS) });
    await told(builder, /Luettiin 3 kohtaa/);
    find(builder, '.mend-table tbody tr button').click();
    await told(builder, /Luettiin 2 kohtaa/);
    expect(await snippet(builder)).not.to.include(ROWS[0][0]);
  });

  it('sees the real widget with her own goals, in the language of the content', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf(ROWS) });
    await told(builder, /Luettiin 3 kohtaa/);
    await fill(builder, 'language', 'sv');
    await until(() => titles(builder.renderRoot.querySelector('aukio-goal-status')).length === 3, 'the goals are shown');
    const widget = builder.renderRoot.querySelector('aukio-goal-status')!;
    expect(titles(widget)).to.deep.equal(ROWS.map(([title]) => title));
    await until(() => widget.renderRoot.querySelector('.base')?.getAttribute('lang') === 'sv', 'it speaks Swedish');
  });

  it('sees every option at once in the preview, and finds it in the snippet', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf(ROWS) });
    await told(builder, /Luettiin 3 kohtaa/);
    await fill(builder, 'option-heading', 'Tavoitteet: "vesi" & <metsä>');
    await fill(builder, 'option-heading-level', '3');
    await tick(builder, 'option-hide-filters');
    await fill(builder, 'option-group-by', 'responsible');
    const widget = builder.renderRoot.querySelector('aukio-goal-status')!;
    await until(() => widget.renderRoot.querySelector('h3')?.textContent === 'Tavoitteet: "vesi" & <metsä>', 'the heading is shown');
    expect(widget.hideFilters).to.be.true;
    const text = await snippet(builder);
    expect(text).to.include('data-heading="Tavoitteet: &quot;vesi&quot; &amp; &lt;metsä&gt;"').and.to.include('data-heading-level="3"').and.to.include('data-hide-filters=""').and.to.include('data-group-by="responsible"');
  });

  it('sees it at the width of a phone and in dark colours', async () => {
    const builder = await builderIn('fi');
    const widget = builder.renderRoot.querySelector('aukio-goal-status')!;
    const [phone] = builder.renderRoot.querySelectorAll<HTMLButtonElement>('.toolbar button');
    phone!.click();
    await builder.updateComplete;
    expect(widget.getBoundingClientRect().width).to.be.at.most(330);
    expect(phone!.getAttribute('aria-pressed')).to.equal('true');
    await tick(builder, 'dark');
    expect(getComputedStyle(widget).colorScheme).to.equal('dark');
  });

  it('looks at sample data before she has any of her own', async () => {
    const builder = await builderIn('fi');
    await until(() => titles(builder.renderRoot.querySelector('aukio-goal-status')).length > 5, 'sample goals are shown');
    expect(await snippet(builder)).to.be.undefined;
  });

  it('is asked for heading, caption and what the report does not say', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf(ROWS, undefined, '') });
    await told(builder, /Luettiin 3 kohtaa/);
    const checks = () => find(builder, '#checks').textContent;
    expect(checks()).to.include('Otsikko puuttuu').and.to.include('Taulukolla 1 ei ole otsikkoa');
    expect(problems(builder).join(' ')).to.include('miltä ajalta').and.to.include('Kenen raportti on').and.not.to.include('määritettä');
    await fill(builder, 'option-heading', 'Tavoitteet');
    await fill(builder, 'caption-0', 'Tavoitteet tammi–kesäkuu 2026');
    await fill(builder, 'option-body', 'Hyvinvointilautakunta');
    await fill(builder, 'option-as-of', '2026-07-31');
    await until(() => builder.renderRoot.querySelector('#checks') === null && problems(builder).length === 0, 'nothing is left to mend');
    expect(await snippet(builder)).to.include('<caption>Tavoitteet tammi–kesäkuu 2026</caption>');
  });

  it('has the language of the content from the document, and is told where she chooses another', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: `<body lang="sv">${tableOf([['Simhallen är öppen', 'Uppfylls']], ['Mål', 'Prognos'])}</body>` });
    await told(builder, /Luettiin 1 kohta/);
    await builder.updateComplete;
    expect(find<HTMLSelectElement>(builder, '#language').value).to.equal('sv');
    expect(builder.checks.map(({ code }) => code)).not.to.include('language');
    await fill(builder, 'language', 'en');
    expect(find(builder, '#checks').textContent).to.include('Asiakirjan mukaan sen kieli on sv');
  });

  it('marks the language of what is in another one than the rest, and of nothing else', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf([['<span lang="FI">Uimahalli auki</span>', 'Toteutuu'], ['<span lang="SV">Simhallen öppen</span>', 'Toteutuu']], ['Tavoite', 'Ennuste']) });
    await told(builder, /Luettiin 2 kohtaa/);
    expect(await snippet(builder)).to.include('<td>Uimahalli auki</td>').and.to.include('<td lang="SV">Simhallen öppen</td>');
  });

  it('copies the snippet, and is told that it is copied', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf(ROWS) });
    await told(builder, /Luettiin 3 kohtaa/);
    // Browsers copy only for what a person did.
    find(builder, 'button.primary').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => find(builder, '#snippet-text').parentElement!.textContent.includes('Koodi on kopioitu.'), 'it is said');
  });

  it('is told of a copy only as long as the code is what she copied', async () => {
    const builder = await builderIn('fi');
    await fill(builder, 'widget', 'feedback-form');
    await fill(builder, 'option-endpoint', 'https://palvelu.merilehto.example/api/');
    await fill(builder, 'option-privacy-href', '/tietosuoja/');
    find(builder, 'button.primary').focus();
    await sendKeys({ press: 'Enter' });
    const said = (): string => find(builder, '#snippet-text').parentElement!.textContent;
    await until(() => said().includes('Koodi on kopioitu.'), 'it is said');
    await fill(builder, 'option-heading', 'Anna palautetta');
    await until(() => !said().includes('Koodi on kopioitu.'), 'it is said no more');
  });

  it('has the code selected where the browser does not let it be copied, and is told so', async () => {
    const { clipboard } = navigator;
    const copying = document.execCommand;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    document.execCommand = () => false;
    try {
      const builder = await builderIn('fi');
      paste(builder, { markup: tableOf(ROWS) });
      await told(builder, /Luettiin 3 kohtaa/);
      find(builder, 'button.primary').click();
      const box = find<HTMLTextAreaElement>(builder, '#snippet-text');
      await until(() => box.parentElement!.textContent.includes('Koodi on valittu: paina Ctrl+C'), 'it is said');
      expect(box.parentElement!.textContent).not.to.include('Koodi on kopioitu.');
      expect([box.selectionStart, box.selectionEnd]).to.deep.equal([0, box.value.length]);
      expect(builder.shadowRoot?.activeElement).to.equal(box);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
      document.execCommand = copying;
    }
  });

  it('pastes an old snippet back, and finds her table and her options again', async () => {
    const first = await builderIn('fi');
    paste(first, { markup: tableOf(ROWS) });
    await told(first, /Luettiin 3 kohtaa/);
    await fill(first, 'option-heading', 'Tavoitteet: 2026');
    await tick(first, 'option-hide-search');
    const text = (await snippet(first))!;
    const second = await builderIn('sv');
    paste(second, { text });
    await told(second, /3 punkter lästes/);
    expect(find<HTMLInputElement>(second, '#option-heading').value).to.equal('Tavoitteet: 2026');
    expect(find<HTMLInputElement>(second, '#option-hide-search').checked).to.be.true;
    expect(find<HTMLSelectElement>(second, '#language').value).to.equal('fi');
    expect(await snippet(second)).to.equal(text);
  });

  it('is told plainly when an old snippet is of something else, and nothing breaks', async () => {
    const builder = await builderIn('fi');
    paste(builder, { text: '<div data-aukio="weather"></div>' });
    await told(builder, /ei voitu lukea/);
    paste(builder, { text: '{"goals": [' });
    await until(() => problems(builder).some((text) => text.includes('JSON')), 'the JSON is said to be wrong');
  });

  it('stores nothing and asks no other host', async () => {
    const builder = await builderIn('fi');
    const before = performance.getEntriesByType('resource').length;
    paste(builder, { markup: tableOf(ROWS) });
    await told(builder, /Luettiin 3 kohtaa/);
    const asked = performance.getEntriesByType('resource').slice(before).map(({ name }) => new URL(name).origin);
    expect(asked.filter((origin) => origin !== location.origin)).to.deep.equal([]);
    expect(Object.keys(localStorage).filter((key) => key.includes('aukio'))).to.deep.equal([]);
    expect(Object.keys(sessionStorage).filter((key) => key.includes('aukio'))).to.deep.equal([]);
  });
});

describe('an editor whose CMS takes captions out', () => {
  const quarter = (caption: string, forecast: string): string => tableOf([['Uimahalli auki', forecast]], ['Tavoite', 'Ennuste'], caption);

  it('is told nothing where the periods come through', async () => {
    const builder = await builderIn('fi');
    await goesTo(builder, 'ckeditor');
    paste(builder, { markup: quarter('Tammi–maaliskuu 2026', 'Toteutuu') + quarter('Tammi–kesäkuu 2026', 'Vaarassa') });
    await told(builder, /Luettiin 1 kohta/);
    await fill(builder, 'link-text', 'Tavoitteet 2026');
    await until(() => builder.readBack !== undefined, 'it is tried out');
    expect(builder.checks.map(({ code }) => code)).not.to.include('periods').and.not.to.include('judgements');
  });

  it('is told where a table without a period would take over that of the table before it', async () => {
    const builder = await builderIn('fi');
    await goesTo(builder, 'ckeditor');
    paste(builder, { markup: quarter('Tammi–maaliskuu 2026', 'Toteutuu') + quarter('Muut tavoitteet', 'Vaarassa') });
    await told(builder, /Luettiin 1 kohta/);
    await fill(builder, 'link-text', 'Tavoitteet 2026');
    await until(() => builder.renderRoot.querySelector('#checks')?.textContent.includes('Jaksot muuttuvat, kun taulukot ovat sivulla') === true, () => `the loss is said: ${builder.renderRoot.querySelector('#checks')?.textContent}`);
    await goesTo(builder, 'wordpress-author');
    await until(() => !builder.renderRoot.querySelector('#checks')?.textContent.includes('Jaksot muuttuvat'), 'where captions stay, nothing is lost');
  });

  it('opens a snippet again with all that she said beside it', async () => {
    const builder = await builderIn('fi');
    await goesTo(builder, 'liferay-content');
    paste(builder, { markup: tableOf(ROWS) });
    await told(builder, /Luettiin 3 kohtaa/);
    await fill(builder, 'link-text', 'Tavoitteet 2026');
    await fill(builder, 'page', '/tavoitteet/');
    // Something follows on most pages, and would be gone: she has to say that nothing does.
    expect(find<HTMLInputElement>(builder, '#more-follows').checked).to.be.true;
    const ended = (await snippet(builder))!;
    expect(ended).to.include('#aukio=end');
    await tick(builder, 'more-follows');
    const open = (await snippet(builder))!;
    expect(open).not.to.include('#aukio=end');
    for (const text of [ended, open]) {
      const other = await builderIn('fi');
      await goesTo(other, 'liferay-content');
      paste(other, { text });
      await told(other, /Luettiin 3 kohtaa/);
      expect(find<HTMLInputElement>(other, '#caption-0').value).to.equal('Tavoitteet tammi–kesäkuu 2026');
      expect(await snippet(other)).to.equal(text);
    }
  });

  it('opens a frame again with its folder', async () => {
    const frame = '<iframe src="https://www.kunta.example/aukio/goal-status.html?src=%2Ftavoitteet.csv&amp;lang=fi" title="Tavoitteet" width="100%" height="900" loading="lazy"></iframe>';
    const builder = await builderIn('fi');
    await goesTo(builder, 'sharepoint');
    paste(builder, { text: frame });
    await until(() => builder.address !== '', 'it is open');
    await builder.updateComplete;
    expect(find<HTMLInputElement>(builder, '#folder').value).to.equal('https://www.kunta.example/aukio');
    expect(await snippet(builder)).to.equal(frame);
  });
});

describe('an editor who brings something that cannot be read', () => {
  for (const [what, markup] of [['a table without a column for goals', tableOf([['Uimahalli auki', 'Toteutuu']], ['Mitä luvattiin', 'Ennuste'])], ['nothing at all', '<ul></ul><p>&nbsp;</p>']] as const) {
    it(`gets no snippet of ${what}, and is told why`, async () => {
      const builder = await builderIn('fi');
      paste(builder, { markup });
      await told(builder, /ei voitu lukea/);
      expect(await snippet(builder)).to.be.undefined;
      expect(find(builder, '#checks').textContent).to.include('Tästä ei voitu lukea mitään, joten koodia ei vielä ole.');
    });
  }

  it('gets it when the table is mended', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf([['Uimahalli auki', 'Toteutuu']], ['Mitä luvattiin', 'Ennuste']) });
    await told(builder, /ei voitu lukea/);
    await fill(builder, 'cell-0-0-0', 'Tavoite');
    await told(builder, /Luettiin 1 kohta/);
    expect(await snippet(builder)).to.include('Uimahalli auki');
  });

  it('may have the widget fetch it from an address nonetheless', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf([['Uimahalli auki', 'Toteutuu']], ['Mitä luvattiin', 'Ennuste']) });
    await told(builder, /ei voitu lukea/);
    await fill(builder, 'place', 'file');
    await fill(builder, 'address', '/tavoitteet.docx');
    await fill(builder, 'link-text', 'Tavoitteet 2026 (Word)');
    expect(await snippet(builder)).to.include('data-src="/tavoitteet.docx"');
  });

  it('is told of a second widget in an old page, and how she comes to it', async () => {
    const builder = await builderIn('fi');
    const place = (title: string): string => `<div data-aukio="goal-status" data-lang="fi">${tableOf([[title, 'Toteutuu']], ['Tavoite', 'Ennuste'])}</div>`;
    paste(builder, { text: `<h1>Tavoitteet</h1>${place('Uimahalli auki')}<p>Väliteksti</p>${place('Kirjasto auki')}<p><a href="/kanavat.docx#aukio=channel-directory">Kanavat</a></p>` });
    await told(builder, /Luettiin 1 kohta/);
    expect(find(builder, '#other-snippets').textContent).to.equal('Koodissa on vielä 2 muuta upotusta. Tähän avattiin ensimmäinen. Kun se on valmis, liitä muiden koodit yksi kerrallaan.');
    paste(builder, { text: place('Kirjasto auki') });
    await until(() => builder.renderRoot.querySelector('#other-snippets') === null, 'there is no other one');
    await told(builder, /Luettiin 1 kohta/);
  });
});
