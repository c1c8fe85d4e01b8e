import { expect } from '@open-wc/testing';
import { holidayOn, type HolidayName } from '../../src/model/holidays.ts';

function on(date: string): HolidayName | undefined {
  return holidayOn(Date.parse(`${date}T00:00:00Z`) / 86_400_000)?.name;
}

describe('Finnish public holidays and their eves', () => {
  // As the University of Helsinki's almanac has them.
  const DAYS: readonly (readonly [string, HolidayName])[] = [
    ['2026-01-01', 'new-year'], ['2026-01-05', 'epiphany-eve'], ['2026-01-06', 'epiphany'],
    ['2026-04-02', 'maundy-thursday'], ['2026-04-03', 'good-friday'], ['2026-04-04', 'easter-saturday'], ['2026-04-05', 'easter'], ['2026-04-06', 'easter-monday'],
    ['2026-04-30', 'may-day-eve'], ['2026-05-01', 'may-day'], ['2026-05-13', 'ascension-eve'], ['2026-05-14', 'ascension'], ['2026-05-24', 'whit-sunday'],
    ['2026-06-19', 'midsummer-eve'], ['2026-06-20', 'midsummer'], ['2025-06-21', 'midsummer'], ['2027-06-26', 'midsummer'],
    ['2026-10-31', 'all-saints'], ['2025-11-01', 'all-saints'], ['2027-11-06', 'all-saints'], ['2026-10-30', 'all-saints-eve'],
    ['2026-12-05', 'independence-eve'], ['2026-12-06', 'independence'], ['2026-12-24', 'christmas-eve'], ['2026-12-25', 'christmas'], ['2026-12-26', 'boxing-day'], ['2026-12-31', 'new-year-eve'],
    ['2024-03-31', 'easter'], ['2025-04-20', 'easter'], ['2027-03-28', 'easter'], ['2028-04-16', 'easter'], ['2038-04-25', 'easter'],
  ];
  for (const [date, name] of DAYS) {
    it(`${date} is ${name}`, () => {
      expect(on(date)).to.equal(name);
    });
  }

  it('are no ordinary days', () => {
    expect(['2026-06-18', '2026-06-22', '2026-07-14', '2026-12-27', '2027-01-04'].map(on)).to.deep.equal([undefined, undefined, undefined, undefined, undefined]);
  });

  it('that are the eve of another holiday as well are holidays', () => {
    // In 2008 Ascension Day was on May Day; in 2016 it was on 5 May.
    expect(holidayOn(Date.UTC(2008, 4, 1) / 86_400_000)?.kind).to.equal('holiday');
    expect(holidayOn(Date.UTC(2026, 3, 5) / 86_400_000)).to.deep.equal({ name: 'easter', kind: 'holiday' });
  });
});
