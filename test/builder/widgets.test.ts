import { expect } from '@open-wc/testing';
import type { AukioBuilder } from '../../builder/builder.ts';
import { CMS } from '../../builder/cms.ts';
import { readSnippet } from '../../builder/snippet-reading.ts';
import type { GoalReports } from '../../src/model/goals.ts';
import { tableOf, until } from '../widgets/pages.ts';
import { FILTERS } from './filters.ts';
import { builderIn, example, exampleFile, fill, find, goesTo, paste, problems, snippet, tick, told } from './page.ts';

const attributesIn = (markup: string, widget: string): Record<string, string> => {
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  const element = body.querySelector(`[data-aukio="${widget}"],aukio-${widget}`);
  return Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]));
};

describe('the builder, for channels', () => {
  it('reads a list of links, shows it and keeps its telephone numbers in the snippet', async () => {
    const builder = await builderIn('fi');
    await fill(builder, 'widget', 'channel-directory');
    paste(builder, { markup: '<ul><li><a href="tel:+35860001200">Asiakaspalvelu 06 000 1200</a></li><li><a href="mailto:kunta@merilehto.example">Sähköposti</a></li></ul>' });
    await told(builder, /Luettiin 2 kohtaa/);
    expect(await snippet(builder)).to.include('<li><a href="tel:+35860001200">Asiakaspalvelu 06 000 1200</a></li>');
    await until(() => builder.renderRoot.querySelector('aukio-channel-directory')?.data?.channels.length === 2, 'they are shown');
    await until(() => builder.readBack?.accepted?.count === 2, 'the snippet gives both');
  });

  it('reads the table of a participation programme out of Word, names what to mend, and opens the snippet again', async () => {
    const builder = await builderIn('fi');
    await fill(builder, 'widget', 'channel-directory');
    paste(builder, { markup: await example('channels/word-table.html') });
    await told(builder, /Luettiin \d+ kohtaa/);
    const { count } = builder.reading!.accepted!;
    await fill(builder, 'option-heading', 'Näin tavoitat meidät');
    const text = (await snippet(builder))!;
    const other = await builderIn('en');
    paste(other, { text });
    await told(other, new RegExp(`^${count} items were read`));
    expect(other.widget).to.equal('channel-directory');
    expect(await snippet(other)).to.equal(text);
  });

  it('says each fault of a directory in its own words', async () => {
    const builder = await builderIn('fi');
    await fill(builder, 'widget', 'channel-directory');
    await builder.bringFile(await exampleFile('channels/faulty.json'));
    await builder.updateComplete;
    expect(problems(builder)).not.to.be.empty;
    expect(problems(builder).filter((text) => text === '' || text.includes('undefined'))).to.deep.equal([]);
  });
});

describe('the options that few need', () => {
  const inMore = (builder: AukioBuilder, id: string): HTMLElement => {
    const field = find(builder, `#${id}`);
    expect(field.closest('details')?.querySelector('summary')?.textContent, id).to.equal('Lisää asetuksia');
    return field;
  };

  it('say what a header means that is not known, and whose file it is', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf([['Uimahalli auki', 'Toteutuu']], ['Lupaus', 'Miten käy']) });
    await told(builder, /ei voitu lukea/);
    inMore(builder, 'option-columns');
    await fill(builder, 'option-columns', 'Lupaus=goal;Miten käy=forecast');
    await told(builder, /Luettiin 1 kohta/);
    expect((builder.reading!.accepted!.data as GoalReports).goals[0]!.reports[0]!.forecast?.code).to.equal('on-track');
    await fill(builder, 'option-columns', 'Lupaus=goal;Miten käy=forecast;Muu=body-part');
    await until(() => builder.problems.some(({ field }) => field === 'option-columns'), 'a fault of it leads to it');
    await fill(builder, 'place', 'file');
    await fill(builder, 'address', '/tavoitteet?id=5');
    await fill(builder, 'link-text', 'Tavoitteet (Word)');
    await fill(builder, inMore(builder, 'option-type').id, 'docx');
    await fill(builder, inMore(builder, 'option-credentials').id, 'same-origin');
    expect(await snippet(builder)).to.include('data-type="docx"').and.to.include('data-credentials="same-origin"');
  });

  it('have the form show what became of feedback, by a choice and not by a word to type', async () => {
    const builder = await builderIn('fi');
    await fill(builder, 'widget', 'feedback-form');
    const view = inMore(builder, 'option-view') as HTMLSelectElement;
    expect([...view.options].map(({ value, text }) => [value, text])).to.deep.equal([['', 'Palautelomake'], ['status', 'Palautteen tilanne']]);
    await fill(builder, 'option-view', 'status');
    expect(await snippet(builder)).to.include('data-view="status"');
  });
});

describe('the builder’s hints', () => {
  for (const [lang, goals, channels, vote, results] of [
    ['fi', 'Jokaisen tavoitteen kohdalle', 'Jokaiseen kanavaan', '/osallistu/', '.json'],
    ['sv', 'Vid varje mål', 'Varje kanal', '/delta/', '.json'],
    ['en', 'Each goal', 'Each channel', '/take-part/', '.json'],
  ] as const) {
    it(`speak in ${lang} of the widget that is chosen`, async () => {
      const builder = await builderIn(lang);
      const hint = (id: string): string => find(builder, `#${id}-hint`).textContent;
      expect(hint('option-feedback-href')).to.contain(goals);
      // What the editor can copy is understood as it stands.
      const [, legend = ''] = /(●=\S.*)\.$/.exec(hint('option-status-legend')) ?? [];
      paste(builder, { markup: tableOf([['A', '', '', '', '●'], ['B', '', '', '', '▲']]) });
      await fill(builder, 'language', lang);
      await fill(builder, 'option-status-legend', legend);
      await until(() => (builder.reading?.accepted?.data as GoalReports | undefined)?.goals.map(({ reports }) => reports[0]?.forecast?.code).join() === 'on-track,at-risk', () => `${legend} is understood: ${JSON.stringify(builder.reading?.accepted?.data)}`);
      await fill(builder, 'widget', 'channel-directory');
      expect(hint('option-feedback-href')).to.contain(channels);
      await fill(builder, 'widget', 'budget-vote');
      expect(hint('address')).to.contain(vote);
      await fill(builder, 'widget', 'budget-results');
      expect(hint('address')).to.contain(results);
    });
  }
});

describe('the builder, for what needs the city’s service', () => {
  it('makes a feedback form from its options, after it has asked for the privacy notice and the service', async () => {
    const builder = await builderIn('sv');
    await fill(builder, 'widget', 'feedback-form');
    const checks = () => builder.checks.map(({ code }) => code);
    expect(checks()).to.include('privacy').and.to.include('endpoint');
    await fill(builder, 'option-endpoint', 'https://palvelu.merilehto.example/api/');
    await fill(builder, 'option-privacy-href', '/tietosuoja/');
    await fill(builder, 'option-heading', 'Ge respons');
    await tick(builder, 'option-review');
    await goesTo(builder, 'typo3-html');
    expect(checks()).to.deep.equal(['fallback']);
    expect(await snippet(builder)).to.match(/<div [^>]+><\/div>$/);
    await fill(builder, 'link-text', 'Ring 06 000 1200');
    expect(checks()).to.deep.equal([]);
    const text = (await snippet(builder))!;
    expect(text).to.include('\n<p>Ring 06 000 1200</p>\n');
    expect(attributesIn(text, 'feedback-form')).to.include({ 'data-endpoint': 'https://palvelu.merilehto.example/api/', 'data-privacy-href': '/tietosuoja/', 'data-heading': 'Ge respons', 'data-review': '', 'lang': 'sv' });
    const old = await readSnippet(text);
    expect(old?.widget).to.equal('feedback-form');
    expect(old?.attributes.get('endpoint')).to.equal('https://palvelu.merilehto.example/api/');
  });

  it('lets nobody fill in or send anything in the preview, and stores nothing', async () => {
    const before = Object.keys(localStorage);
    for (const widget of ['feedback-form', 'budget-vote'] as const) {
      const builder = await builderIn('fi');
      await fill(builder, 'widget', widget);
      const shown = builder.renderRoot.querySelector<HTMLElement>(`aukio-${widget}`)!;
      await until(() => (shown.shadowRoot?.textContent.length ?? 0) > 200, 'the sample is shown');
      expect(shown.closest('[inert]'), widget).not.to.be.null;
    }
    expect(Object.keys(localStorage)).to.deep.equal(before);
  });

  it('asks for what a vote and a result need before they can be seen by everybody', async () => {
    const builder = await builderIn('fi');
    const missing = () => [...builder.renderRoot.querySelectorAll('#checks li')].map(({ textContent }) => textContent.split(' Korjaa')[0]!);
    await fill(builder, 'widget', 'budget-vote');
    // WordPress would make a paragraph of an empty line.
    expect(await snippet(builder)).to.include('data-lang="fi"></div>').and.not.to.match(/\n\s*\n/);
    expect(missing()).to.deep.equal([
      'Tietosuojaselosteen osoite puuttuu. Asukkaan pitää voida lukea se ennen lähettämistä.',
      'Kunnan palvelun osoite puuttuu. Äänestys näkyy vain, jos sivupohjasi kertoo palvelun osoitteen.',
      'Asukas, jolla ei ole JavaScriptiä, ei näe mitään. Kirjoita, miten muuten voi äänestää, ja anna sen sivun osoite.',
    ]);
    await fill(builder, 'option-privacy-href', '/tietosuoja/');
    await fill(builder, 'option-endpoint', 'https://palvelu.merilehto.example/api/');
    await fill(builder, 'address', '/aanestys-paperilla/');
    await fill(builder, 'link-text', 'Näin äänestät paperilla');
    expect(missing()).to.deep.equal([]);
    const other = await builderIn('fi');
    await fill(other, 'widget', 'budget-results');
    expect(other.checks.map(({ code }) => code)).to.deep.equal(['heading', 'source', 'fallback']);
    expect(await snippet(other)).not.to.match(/\n\s*\n/);
  });

  it('makes a vote and a result, each with its fallback link', async () => {
    const builder = await builderIn('fi');
    await fill(builder, 'widget', 'budget-vote');
    await goesTo(builder, 'hand');
    await fill(builder, 'address', '/aanestys-paperilla/');
    await fill(builder, 'link-text', 'Näin äänestät paperilla');
    await fill(builder, 'option-ballot', 'kylat-2026');
    expect(await snippet(builder)).to.equal('<aukio-budget-vote lang="fi" ballot="kylat-2026">\n<p><a href="/aanestys-paperilla/">Näin äänestät paperilla</a></p>\n</aukio-budget-vote>');
    await fill(builder, 'widget', 'budget-results');
    await fill(builder, 'address', '/tiedostot/ballot.json');
    await fill(builder, 'link-text', 'Äänestyksen tiedot (JSON)');
    await fill(builder, 'option-results-src', '/tiedostot/ballot-results.json');
    expect(attributesIn((await snippet(builder))!, 'budget-results')).to.include({ 'src': '/tiedostot/ballot.json', 'results-src': '/tiedostot/ballot-results.json' });
  });

  it('says in every CMS how it is put there, and what its filter leaves names the widget still', async () => {
    const builder = await builderIn('fi');
    await fill(builder, 'widget', 'budget-results');
    for (const { id } of CMS) {
      await goesTo(builder, id);
      if (builder.dataPlace !== 'file') await fill(builder, 'address', 'https://www.merilehto.example/ballot.json');
      if (!builder.linkText) await fill(builder, 'link-text', 'Äänestyksen tulos (JSON)');
      if (builder.form === 'frame') await fill(builder, 'folder', 'https://www.merilehto.example/aukio/');
      const text = await snippet(builder);
      expect(text, id).to.be.a('string');
      expect((await readSnippet(FILTERS[id]!(text!)))?.widget, id).to.equal('budget-results');
      expect(find(builder, '#snippet-hint').textContent, id).not.to.equal('');
    }
  });

  it('warns of a link whose text says nothing', async () => {
    const builder = await builderIn('fi');
    await goesTo(builder, 'drupal-basic');
    await fill(builder, 'address', '/tiedostot/tavoitteet.docx');
    expect(await snippet(builder)).to.be.undefined;
    await fill(builder, 'link-text', 'tästä');
    expect(find(builder, '#checks').textContent).to.include('”tästä” ei kerro, mitä avautuu');
    await fill(builder, 'link-text', 'Tavoitteet 2026 (Word)');
    expect(await snippet(builder)).to.equal('<p><a href="/tiedostot/tavoitteet.docx#aukio=goal-status&amp;lang=fi">Tavoitteet 2026 (Word)</a></p>');
  });
});
