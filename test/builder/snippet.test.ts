import { expect, fixture } from '@open-wc/testing';
import '../../src/define/channel-directory.ts';
import '../../src/define/goal-status.ts';
import { CMS, formsFor, type Form } from '../../builder/cms.ts';
import { draftOf, tablesOf, type Draft } from '../../builder/draft.ts';
import { snippetOf, type Embedding } from '../../builder/snippet.ts';
import { readSnippet } from '../../builder/snippet-reading.ts';
import { upgrade as upgradeLink } from '../../src/embed/link.ts';
import { upgrade as upgradePlaceholder } from '../../src/embed/placeholder.ts';
import { tagAsked } from '../../src/embed/places.ts';
import { parseMarkup } from '../../src/sources/markup.ts';
import { readHtml } from '../../src/sources/readers/html.ts';
import type { AukioGoalStatus } from '../../src/widgets/goal-status/goal-status.ts';
import { page, ROWS, settled, tableOf } from '../widgets/pages.ts';
import { example } from './page.ts';
import { FILTERS, GOLDEN } from './filters.ts';

const KNOWN = ['aukio-goal-status', 'aukio-channel-directory'];
const FILE = `${location.origin}/fixtures/files/tavoitteet-tammi-heinakuu-2026.csv`;

const table = (): Promise<Draft> => draftOf(readHtml(parseMarkup(`<p>Strateginen painopiste: Hyvinvoiva kunta</p>${tableOf(ROWS)}`, 'text/html').body));

async function embedding(more: Partial<Embedding> = {}): Promise<Embedding> {
  return {
    widget: 'goal-status', attributes: new Map([['heading', 'Tavoitteet: "2026" & <muut>'], ['heading-level', '3'], ['hide-filters', '']]), lang: 'fi', draft: await table(), address: '', linkText: 'Tavoitteet 2026 (CSV)',
    page: `${location.origin}/tavoitteet`, folder: 'https://www.kunta.example/aukio', moreFollows: true, endText: 'Raportti päättyy', ...more,
  };
}

/** What the loader makes of the widget on a page. */
async function upgraded(markup: string): Promise<AukioGoalStatus> {
  const home = await fixture<HTMLElement>('<div></div>');
  home.innerHTML = markup;
  const ready = settled(home);
  for (const element of home.querySelectorAll('*')) {
    const tag = tagAsked(element, KNOWN);
    if (!tag || KNOWN.includes(element.localName) || home.querySelector(tag)) continue;
    if (element instanceof HTMLAnchorElement) upgradeLink(element, tag, KNOWN);
    else upgradePlaceholder(element, tag);
  }
  await ready;
  const widget = home.querySelector('aukio-goal-status');
  if (!widget) throw new Error(`no widget came of ${markup}`);
  return widget;
}

const FORMS: readonly (readonly [data: 'inline' | 'file', form: Form, cms: (typeof CMS)[number]])[] = CMS.flatMap((cms) =>
  (['inline', 'file'] as const).flatMap((data) => formsFor(cms, data).map((form) => [data, form, cms] as const)));

describe('the snippet', () => {
  for (const [data, form, cms] of FORMS.filter(([, form]) => form !== 'frame')) {
    // An element is for those whose own page it stays: an author who saves it takes it out.
    if (cms.id === 'wordpress-editor' && form === 'element') continue;
    it(`for ${cms.id} as ${form} with its data ${data} is the widget with its heading, after its filter`, async () => {
      const text = snippetOf(form, await embedding(data === 'file' ? { draft: undefined, address: FILE } : {}), cms.id);
      const widget = await upgraded(FILTERS[cms.id]!(text));
      expect(widget.data?.goals.length, text).to.be.greaterThan(data === 'file' ? 3 : 2);
      expect(widget.heading).to.equal('Tavoitteet: "2026" & <muut>');
      expect(widget.headingLevel).to.equal(3);
      expect(widget.hideFilters).to.be.true;
      if (data === 'inline') {
        expect(widget.data?.goals.map(({ title, focus, measures }) => [title, focus, measures.length])).to.deep.equal(ROWS.map(([title], at) => [title, 'Hyvinvoiva kunta', at === 1 ? 2 : 1]));
        expect(widget.data?.periods.map(({ id, label }) => [id, label]), text).to.deep.equal([['2026-01--2026-06', 'tammi–kesäkuu 2026']]);
      }
    });
  }

  it('is offered in no form that its filter takes away', () => {
    for (const cms of CMS) {
      const inline = formsFor(cms, 'inline');
      if (['drupal-basic', 'umbraco-tiptap', 'sharepoint'].includes(cms.id)) expect(inline.filter((form) => form !== 'placeholder'), cms.id).to.deep.equal([]);
      else expect(inline, cms.id).not.to.be.empty;
      expect(formsFor(cms, 'file'), cms.id).not.to.be.empty;
    }
    expect(formsFor(CMS.find(({ id }) => id === 'umbraco-tiptap')!, 'inline')).to.deep.equal([]);
  });

  it('is an area in the text formats of our packs, which let no element of ours through', () => {
    for (const id of ['drupal-extended', 'typo3-aukio'] as const) {
      expect(formsFor(CMS.find((cms) => cms.id === id)!, 'inline'), id).to.deep.equal(['placeholder', 'link-next']);
      expect(FILTERS[id]!('<aukio-goal-status data-heading="Tavoitteet">x</aukio-goal-status>'), id).not.to.include('<aukio-');
    }
  });

  it('for WordPress is a block of its own, with no paragraph in a cell that its editor could glue and no empty line', async () => {
    const text = snippetOf('placeholder', await embedding(), 'wordpress-author');
    expect(text.startsWith('<!-- wp:html -->\n')).to.be.true;
    expect(text.endsWith('\n<!-- /wp:html -->')).to.be.true;
    expect(text).to.include('12 pysäkkiä<br>Vähintään 2 käyntiä kuukaudessa').and.not.to.match(/<td><p>|\n\n/);
  });

  it('has a caption as a paragraph where captions are taken out, and says its period so that it is read', async () => {
    expect(snippetOf('link-next', await embedding(), 'liferay-blog')).to.include('<p><strong>Tavoitteet tammi–kesäkuu 2026</strong></p>\n<p>Raportointijakso: tammi–kesäkuu 2026</p>\n<table>');
    expect(snippetOf('placeholder', await embedding(), 'optimizely')).to.include('<caption>Tavoitteet tammi–kesäkuu 2026</caption>').and.not.to.include('Raportointijakso');
  });

  for (const [lang, headers, captions, forecasts] of [
    ['fi', ['Tavoite', 'Ennuste'], ['Tavoitteet tammi–maaliskuu 2026, tilanne 31.3.2026', 'Tavoitteet tammi–kesäkuu 2026, tilanne 30.6.2026'], ['Toteutuu', 'Vaarassa']],
    ['sv', ['Mål', 'Prognos'], ['Målen januari–mars 2026, läget 31.3.2026', 'Målen januari–juni 2026, läget 30.6.2026'], ['Uppnås', 'Äventyras']],
    ['en', ['Goal', 'Forecast'], ['Goals January–March 2026, as of 31.3.2026', 'Goals January–June 2026, as of 30.6.2026'], ['On track', 'At risk']],
  ] as const) {
    it(`in ${lang} keeps two periods apart by their captions where those are taken out`, async () => {
      const markup = captions.map((caption, at) => tableOf([['Pool', forecasts[at]!]], headers, caption)).join('');
      const before = (await page(`<aukio-goal-status lang="${lang}">${markup}</aukio-goal-status>`)).data!;
      expect(before.periods.map(({ id, asOf }) => [id, asOf])).to.deep.equal([['2026-01--2026-03', '2026-03-31'], ['2026-01--2026-06', '2026-06-30']]);
      const draft = await draftOf(readHtml(parseMarkup(markup, 'text/html').body));
      const widget = await upgraded(FILTERS['ckeditor']!(snippetOf('link-next', await embedding({ draft, lang }), 'ckeditor')));
      expect(widget.data).to.deep.equal(before);
    });
  }

  it('leaves bold paragraphs above a table as they are where they are no caption of ours', async () => {
    const old = await readSnippet(`<div data-aukio="goal-status"><p><strong>Tavoitteet 2026</strong></p><p>Lue myös liite.</p>${tableOf(ROWS).replace(/<caption>.*?<\/caption>/, '')}</div>`);
    expect(old?.draft?.blocks.map((block) => (block.kind === 'text' ? block.text : `${block.kind}: ${block.caption}`))).to.deep.equal(['Tavoitteet 2026', 'Lue myös liite.', 'table: ']);
  });

  it('as a frame names the file, the options and itself', async () => {
    const text = snippetOf('frame', await embedding({ draft: undefined, address: '/files/goals.csv', linkText: 'Goals "2026"' }), 'sharepoint');
    const frame = new DOMParser().parseFromString(text, 'text/html').querySelector('iframe')!;
    expect(frame.title).to.equal('Goals "2026"');
    const url = new URL(frame.src);
    expect([url.origin, url.pathname]).to.deep.equal(['https://www.kunta.example', '/aukio/goal-status.html']);
    expect([...url.searchParams]).to.deep.equal([['src', '/files/goals.csv'], ['lang', 'fi'], ['heading', 'Tavoitteet: "2026" & <muut>'], ['heading-level', '3'], ['hide-filters', 'true']]);
  });

  for (const [data, form, cms] of FORMS) {
    it(`for ${cms.id} as ${form} with its data ${data} is opened again as it was`, async () => {
      const made = await embedding(data === 'file' ? { draft: undefined, address: FILE } : {});
      const old = await readSnippet(snippetOf(form, made, cms.id));
      expect(old?.widget).to.equal('goal-status');
      expect([old?.attributes.get('heading'), old?.attributes.get('heading-level')]).to.deep.equal(['Tavoitteet: "2026" & <muut>', '3']);
      expect(old?.attributes.has('hide-filters')).to.be.true;
      expect(old?.lang).to.equal('fi');
      expect(old?.address).to.equal(data === 'file' ? FILE : '');
      expect(old?.draft === undefined).to.equal(data === 'file');
      if (data === 'file') expect(old?.linkText).to.equal('Tavoitteet 2026 (CSV)');
      else expect(tablesOf(old!.draft!).map(({ caption }) => caption)).to.deep.equal(['Tavoitteet tammi–kesäkuu 2026']);
      expect(snippetOf(form, { ...old!, endText: made.endText }, cms.id)).to.equal(snippetOf(form, made, cms.id));
    });
  }

  it('of a report out of Word gives the same goals as the report itself', async () => {
    const markup = await example('goals/word-table.html');
    const before = (await page(`<aukio-goal-status>${markup}</aukio-goal-status>`)).data!;
    const draft = await draftOf(readHtml(parseMarkup(markup, 'text/html').body));
    const after = (await upgraded(FILTERS['wordpress-author']!(snippetOf('placeholder', await embedding({ draft }), 'wordpress-author')))).data!;
    expect(after).to.deep.equal(before);
  });

  it('of a list of channels keeps its links', async () => {
    const list = '<h3>Puhelimitse</h3><ul><li><a href="tel:+35860001200">Asiakaspalvelu 06 000 1200</a></li><li><a href="mailto:kunta@merilehto.example">Sähköposti</a> ja muuta<ul><li>Arkisin 9–15</li></ul></li></ul>';
    const draft = await draftOf(readHtml(parseMarkup(list, 'text/html').body));
    const text = snippetOf('element', await embedding({ widget: 'channel-directory', draft }), 'hand');
    expect(text).to.include('<h3>Puhelimitse</h3>\n<ul>\n<li><a href="tel:+35860001200">Asiakaspalvelu 06 000 1200</a></li>\n<li><a href="mailto:kunta@merilehto.example">Sähköposti</a> ja muuta\n<ul>\n<li>Arkisin 9–15</li>\n</ul>\n</li>\n</ul>');
  });

  it('never carries a script, be it in a cell, a link or an option', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const rows = tableOf([['&lt;img src=x onerror=alert(1)&gt; <a href="javascript:alert(1)">linkki</a>', 'Toteutuu']], ['Tavoite', 'Ennuste'], '&lt;script&gt;');
    const draft = await draftOf(readHtml(parseMarkup(rows, 'text/html').body));
    for (const form of ['element', 'placeholder', 'link-next', 'frame', 'link'] as const) {
      const text = snippetOf(form, await embedding({ draft, attributes: new Map([['heading', `"><script>alert(1)</script>${evil}`]]), address: '/"><script>', linkText: evil, page: '/"><script>' }), 'hand');
      const { body } = new DOMParser().parseFromString(text, 'text/html');
      expect(body.querySelector('script,img'), text).to.be.null;
      expect(body.querySelector('a[href^="javascript:"]'), text).to.be.null;
    }
  });
});

const GOLDEN_FOLDER = '/__wds-outside-root__/1/shared/cms-output/';
const pasted = await fetch(`${GOLDEN_FOLDER}_pasted.html`);
if (!pasted.ok) console.info('The files of ../shared/cms-output are not here, so our rules are not compared with them.');

if (pasted.ok) describe('our rules of what a CMS keeps', () => {
  for (const [name, ours] of Object.entries(GOLDEN)) {
    it(`keep what ${name} really kept`, async () => {
      const real = await (await fetch(`${GOLDEN_FOLDER}${name}.html`)).text();
      expect(skeleton(ours(await (await fetch(`${GOLDEN_FOLDER}_pasted.html`)).text()))).to.deep.equal(skeleton(real));
    });
  }
});

/** What a loader and a reader see: elements that matter with attributes that matter, and all words. */
function skeleton(markup: string): unknown {
  const { body } = new DOMParser().parseFromString(`<body>${markup}`, 'text/html');
  const matter = [...body.querySelectorAll('a,div,table,caption,th,td,ul,li')].map((element) => [
    element.localName,
    ...[...element.attributes].filter(({ name }) => /^data-(?!list)|^(?:href|scope)$/.test(name)).map(({ name, value }) => `${name}=${value}`).sort(),
  ].join(' '));
  return { matter, words: body.textContent.replace(/\s+|=""/g, '') };
}
