import { expect } from '@open-wc/testing';
import { newestPeriod } from '../../src/model/goal-report.ts';
import { dateIn, findPeriod, periodIn, periodOf } from '../../src/model/periods.ts';
import { slug } from '../../src/model/text.ts';

const JANUARY_TO_JUNE = { id: '2026-01--2026-06', start: '2026-01-01', end: '2026-06-30' };

describe('periods', () => {
  for (const label of [
    '1–6/2026', '1-6/2026', '01—06/2026', '1–6 2026', '1.–6.2026',
    '1.1.–30.6.2026', '1.1.2026–30.6.2026', '1.1. - 30.6.2026',
    'tammi–kesäkuu 2026', 'tammikuu–kesäkuu 2026', 'Tammi-kesäkuussa 2026',
    'januari–juni 2026', 'jan.–juni 2026', 'januari till juni 2026',
    'January–June 2026', 'Jan-Jun 2026', 'January to June 2026',
    '2026-H1', 'H1/2026', 'H1 2026', '2026-01--2026-06', '2026-01-01/2026-06-30',
  ]) {
    it(`are the first half of 2026 when written as "${label}"`, () => {
      expect(periodOf(label)).to.deep.equal({ ...JANUARY_TO_JUNE, label });
    });
  }

  for (const [label, start, end] of [
    ['2025', '2025-01-01', '2025-12-31'],
    ['1.1.–31.12.2025', '2025-01-01', '2025-12-31'],
    ['Q1/2026', '2026-01-01', '2026-03-31'],
    ['Q4 2026', '2026-10-01', '2026-12-31'],
    ['3/2025', '2025-03-01', '2025-03-31'],
    ['helmikuu 2024', '2024-02-01', '2024-02-29'],
    ['tammi–heinäkuu 2025', '2025-01-01', '2025-07-31'],
    ['heinäkuu 2025 – kesäkuu 2026', '2025-07-01', '2026-06-30'],
    ['maj–oktober 2025', '2025-05-01', '2025-10-31'],
    ['marras–joulukuu 2025', '2025-11-01', '2025-12-31'],
    ['15.1.–20.2.2026', '2026-01-15', '2026-02-20'],
    ['2022–2025', '2022-01-01', '2025-12-31'],
  ] as const) {
    it(`knows the first and last day of "${label}"`, () => {
      const { start: from, end: to } = periodOf(label);
      expect([from, to]).to.deep.equal([start, end]);
    });
  }

  it('have an id that a person can write: a year, a month, or two of them', () => {
    expect(['2025', '1.1.–31.12.2025', '3/2025', '2022–2025', '15.1.–20.2.2026'].map((label) => periodOf(label).id))
      .to.deep.equal(['2025', '2025', '2025-03', '2022--2025', '2026-01-15--2026-02-20']);
  });

  it('keep a label that says no date, and are periods all the same', () => {
    expect(periodOf('Kevätkausi')).to.deep.equal({ id: 'kevatkausi', label: 'Kevätkausi' });
    expect(periodOf('—').id).to.equal('period');
  });

  it('are found inside a caption, which is given back without them', () => {
    const found = periodIn('Tavoitteet tammi–kesäkuu 2026, luonnos');
    expect(found?.period).to.deep.equal({ ...JANUARY_TO_JUNE, label: 'tammi–kesäkuu 2026' });
    expect(found?.rest).to.equal('Tavoitteet , luonnos');
    expect(periodIn('TP2025')?.period.id).to.equal('2025');
  });

  it('are not seen in words or numbers that only begin like one', () => {
    for (const text of ['Majoitus', 'Elokuvat', '12 000 lainaa', '120254', 'Marraskuun tapahtumat', '']) expect(periodIn(text), text).to.equal(undefined);
  });

  it('that cannot be are no months', () => {
    expect(periodIn('0–13/26')).to.equal(undefined);
    expect(periodOf('13/2026').start).to.equal('2026-01-01');
  });

  it('are one period in two languages', () => {
    const label = { fi: 'tammi–kesäkuu 2026', sv: 'januari–juni 2026' };
    expect(periodOf(label)).to.deep.equal({ ...JANUARY_TO_JUNE, label });
  });

  it('are found by id, by label in any language, and by another way to write the same', () => {
    const half = { ...JANUARY_TO_JUNE, label: { fi: 'Tammi–kesäkuu 2026', sv: 'Januari–juni 2026' } };
    const spring = { id: 'spring', label: 'Kevätkausi' };
    const own = { id: 'kesa', label: 'tammi–heinäkuu 2026' };
    const periods = [half, spring, own];
    expect(findPeriod(periods, '2026-01--2026-06')).to.equal(half);
    expect(findPeriod(periods, 'januari–juni 2026')).to.equal(half);
    expect(findPeriod(periods, '1–6/2026')).to.equal(half);
    expect(findPeriod(periods, 'kevätkausi')).to.equal(spring);
    expect(findPeriod(periods, '1–7/2026')).to.equal(own);
    expect(findPeriod(periods, '2025')).to.equal(undefined);
  });

  it('are newest by their dates, else as the last of the document', () => {
    const [old, late] = [periodOf('2025'), periodOf('1–6/2026')];
    expect(newestPeriod([late, old])).to.equal(late);
    const undated = periodOf('Kevätkausi');
    expect(newestPeriod([late, undated])).to.equal(undated);
    expect(newestPeriod([])).to.equal(undefined);
  });
});

describe('dates', () => {
  for (const text of ['31.7.2025', 'Tilanne 31.7.2025', 'Läget den 31 juli 2025', '31. heinäkuuta 2025', 'As of 31 July 2025', 'July 31, 2025', '2025-07-31']) {
    it(`are read from "${text}"`, () => {
      expect(dateIn(text)).to.equal('2025-07-31');
    });
  }

  it('that do not exist are none', () => {
    expect(dateIn('31.2.2025')).to.equal(undefined);
    expect(dateIn('heinäkuu 2025')).to.equal(undefined);
  });
});

describe('ids', () => {
  it('are letters, digits and hyphens', () => {
    expect(slug('Ääkköset & Åland: 100 %!')).to.equal('Aakkoset-Aland-100');
    expect(slug('<script>', 100)).to.equal('script');
    expect(slug('…')).to.equal('');
    expect(slug('pitkä '.repeat(20))).to.have.length.below(49);
  });
});
