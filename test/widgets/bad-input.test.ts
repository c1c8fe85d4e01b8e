import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/editor/en.ts';
import { fi } from '../../src/i18n/editor/fi.ts';
import { sv } from '../../src/i18n/editor/sv.ts';
import type { EditorMessageKey } from '../../src/i18n/editor/languages.ts';
import { page, tableOf, texts, until } from './pages.ts';

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array([...values, ...new Array<number>(600).fill(0)]);
/** The container of old Office files, with the name of what is in it. */
const old = (name: string): Uint8Array<ArrayBuffer> => bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...[...name].flatMap((letter) => [letter.charCodeAt(0), 0]));
const file = (content: BlobPart, type = ''): string => URL.createObjectURL(new Blob([content], { type }));
const sentences = { fi, sv, en };

/** How the sentence begins: what follows may hold a place that not every browser tells. */
function opening(lang: keyof typeof sentences, key: EditorMessageKey): string {
  return sentences[lang][key].split(/[{.:]/)[0]!.trim();
}

const FILES: readonly (readonly [string, string, string, EditorMessageKey])[] = [
  ['a web page instead of JSON', 'json', file('<!doctype html><html><body>Kirjaudu sisään</body></html>', 'text/html'), 'html-instead'],
  ['JSON that is cut short', 'json', file('{"goals":[{"title":"Kirjasto', 'application/json'), 'not-json'],
  ['JSON that is something else', 'json', file('{"weather":"rain"}', 'application/json'), 'field-wrong'],
  ['an old .doc', 'docx', file(old('WordDocument')), 'old-doc'],
  ['an old .xls', 'xlsx', file(old('Workbook')), 'old-xls'],
  ['a scanned PDF', 'docx', file('%PDF-1.7\n%âãÏÓ'), 'pdf'],
  ['a Word file that is damaged', 'docx', file(bytes(0x50, 0x4b, 3, 4, 9, 9, 9)), 'not-a-zip'],
  ['an empty file', 'csv', file(''), 'empty-file'],
  ['CSV without a column for goals', 'csv', file('Nimi;Puhelin\nMatti;123\n'), 'no-goal-column'],
];

describe('a file that cannot be used', () => {
  const thrown: unknown[] = [];
  const note = (event: Event): void => void thrown.push(event);
  before(() => ['error', 'unhandledrejection'].forEach((type) => addEventListener(type, note)));
  after(() => ['error', 'unhandledrejection'].forEach((type) => removeEventListener(type, note)));

  for (const [what, type, src, key] of FILES) {
    for (const lang of ['fi', 'sv', 'en'] as const) {
      it(`(${what}) gets its sentence in ${lang} and leaves the page's own content in view`, async () => {
        const element = await page(`<aukio-goal-status debug lang="${lang}" type="${type}" src="${src}">${tableOf([['Oma tavoite', '', '', '', 'Toteutuu']])}</aukio-goal-status>`);
        await until(() => texts(element, '[part~="notes"]').length > 0, 'the sentence');
        expect(texts(element, '[part~="notes"]')[0]).to.contain(opening(lang, key));
        expect(texts(element, '[part~="error"]')).to.have.length(1);
        expect(element.querySelector('table')!.checkVisibility()).to.equal(true);
        expect(thrown).to.deep.equal([]);
      });
    }
  }
});

describe('bad rows among good ones', () => {
  it('are left out and named, and the good ones stay', async () => {
    const goals = [{ title: 'Hyvä' }, { title: 5 }, { measures: 'x' }, { title: 'Toinen hyvä', links: [{ text: 'tästä', href: 'javascript:alert(1)' }] }];
    const element = await page(`<aukio-goal-status debug type="json" src="${file(JSON.stringify({ goals }), 'application/json')}"></aukio-goal-status>`);
    expect(texts(element, '[part~="title"]')).to.deep.equal(['Hyvä', 'Toinen hyvä']);
    await until(() => texts(element, '[part~="notes"] li').length > 2, 'the list');
    const notes = texts(element, '[part~="notes"] li');
    expect(notes.filter((one) => one.startsWith('Kohta 2') || one.startsWith('Kohta 3'))).to.have.length(2);
    expect(notes.some((one) => one.includes('javascript:alert(1)'))).to.equal(true);
    expect(element.renderRoot.querySelectorAll('[href^="javascript"]')).to.have.length(0);
  });

  it('do not become markup, whatever they hold', async () => {
    const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</' + 'script>';
    const goal = { title: evil, focus: evil, line: evil, responsible: [evil], measures: [evil], actuals: [evil], forecast: evil, state: evil, details: [{ label: evil, text: evil }] };
    const element = await page(`<aukio-goal-status type="json" src="${file(JSON.stringify({ goals: [goal] }), 'application/json')}"></aukio-goal-status>`);
    expect(texts(element, '[part~="title"]')).to.deep.equal([evil]);
    expect(element.renderRoot.querySelectorAll('img, script')).to.have.length(0);
    expect('hacked' in window).to.equal(false);
  });

  it('with a megabyte in one cell leave the others readable', async () => {
    const element = await page(`<aukio-goal-status>${tableOf([['Pitkä', 'x'.repeat(1_000_000), '', '', 'Toteutuu'], ['Lyhyt', 'y', '', '', 'Vaarassa']])}</aukio-goal-status>`);
    expect(texts(element, '[part~="title"]')).to.deep.equal(['Pitkä', 'Lyhyt']);
    expect(texts(element, '.measure')[0]!.length).to.be.lessThan(30_000);
  });

  it('with a period that does not exist show the newest, and say so', async () => {
    const report = { periods: [{ id: 'a', label: '2025' }, { id: 'b', label: '2026' }], goals: [{ title: 'T', reports: [{ period: 'a', forecast: 'at-risk' }, { period: 'b', forecast: 'on-track' }] }] };
    const element = await page(`<aukio-goal-status debug period="2031" type="json" src="${file(JSON.stringify(report), 'application/json')}"></aukio-goal-status>`);
    expect(texts(element, '[part~="forecast"]')).to.deep.equal(['Toteutuu']);
    await until(() => texts(element, '[part~="notes"] li').some((one) => one.includes('”2031”')), 'the sentence');
  });

  it('that are none at all are called that', async () => {
    const element = await page(`<aukio-goal-status debug>${tableOf([])}</aukio-goal-status>`);
    expect(texts(element, '[part~="empty"]')).to.deep.equal(['Tavoitteista ei ole vielä raportoitu.']);
    expect(element.matches(':state(empty)')).to.equal(true);
  });
});
