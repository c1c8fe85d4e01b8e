import { expect } from '@open-wc/testing';
import { Formats } from '../../src/core/formats.ts';
import { languageTagOf } from '../../src/core/language.ts';
import { negotiate } from '../../src/i18n/languages.ts';
import { en } from '../../src/i18n/en.ts';
import { fi } from '../../src/i18n/fi.ts';
import { sv } from '../../src/i18n/sv.ts';
import { ROWS, page, tableOf, texts, until } from '../widgets/pages.ts';

describe('the language of a widget', () => {
  const before = document.documentElement.lang;
  afterEach(() => (document.documentElement.lang = before));

  it('is its own, else the nearest through shadow roots, else the page\'s, else English', () => {
    const host = document.createElement('div');
    host.lang = 'sv';
    const inner = document.createElement('p');
    host.attachShadow({ mode: 'open' }).append(inner);
    document.body.append(host);
    document.documentElement.lang = 'fi';
    expect(languageTagOf(inner)).to.equal('sv');
    inner.lang = 'en-GB';
    expect(languageTagOf(inner)).to.equal('en-GB');
    inner.setAttribute('data-lang', 'se');
    expect(languageTagOf(inner)).to.equal('se');
    expect(languageTagOf(document.body)).to.equal('fi');
    document.documentElement.removeAttribute('lang');
    expect(languageTagOf(document.body)).to.equal('en');
    host.remove();
  });

  it('has words for Finnish, Swedish and English in any spelling of the tag; others get English', () => {
    expect(['fi', 'FI-fi', 'sv_FI', 'sv-SE', 'en-GB', 'de', ''].map(negotiate)).to.deep.equal(['fi', 'fi', 'sv', 'sv', 'en', 'en', 'en']);
  });

  it('follows the page when a translation tool changes it', async () => {
    document.documentElement.lang = 'fi';
    const element = await page(`<aukio-goal-status>${tableOf(ROWS)}</aukio-goal-status>`);
    element.parentElement!.removeAttribute('lang');
    document.documentElement.lang = 'sv';
    await until(() => texts(element, '.result')[0] === 'Alla 3 mål', 'Swedish');
  });

  it('fills in the same places in every translation', () => {
    const places = (message: unknown): string[] => [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort();
    for (const words of [fi, sv]) for (const key of Object.keys(en) as (keyof typeof en)[]) expect(places(words[key]), key).to.deep.equal(places(en[key]));
  });
});

describe('numbers and dates', () => {
  const plain = (text: string): string => text.replace(/\s/g, ' ');

  it('are written as in Finland, whatever the page\'s language, months in letters', () => {
    expect(plain(new Formats('fi', 'FI').number(12345.5))).to.equal('12 345,5');
    expect(plain(new Formats('sv', 'FI').number(12345.5))).to.equal('12 345,5');
    expect(plain(new Formats('fi', 'FI').date('2026-07-31'))).to.equal('31. heinäkuuta 2026');
    expect(plain(new Formats('sv', 'FI').date('2026-07-31'))).to.equal('31 juli 2026');
    expect(plain(new Formats('en', 'FI').date('2026-07-31'))).to.equal('31 July 2026');
  });

  it('leave a date that is none as it is, and survive a region that is none', () => {
    expect(new Formats('fi', 'FI').date('kesällä')).to.equal('kesällä');
    expect(new Formats('fi', 'FI').date('2026-99-99')).to.equal('2026-99-99');
    expect(plain(new Formats('fi', '???').number(12345.5))).to.match(/^12.345.5$/);
  });

  it('are the browser\'s own, also where it is not asked', () => {
    for (const language of ['fi', 'sv', 'en']) {
      const formats = new Formats(language, 'FI');
      for (const value of [0, 1, 20, 300, 999, 1000, 4_000_000, -1, -0.5, 0.25, 99.5, 1e21, 1e-7, Infinity, NaN]) {
        expect(formats.number(value)).to.equal(new Intl.NumberFormat(`${language}-FI`).format(value));
      }
    }
  });
});
