import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { WEEKDAYS } from '../../src/model/opening-hours.ts';
import { weeklyHoursIn } from '../../src/model/opening-hours-text.ts';

const MON_FRI = ['mon', 'tue', 'wed', 'thu', 'fri'];

describe('opening hours in words', () => {
  it('are understood where they leave no doubt, in Finnish, Swedish and English', () => {
    const expected = [{ days: MON_FRI, opens: '09:00', closes: '15:30' }];
    for (const text of ['ma–pe 9–15.30', 'ma-pe klo 9.00-15.30', 'Ma–pe klo 9–15:30.', 'maanantai–perjantai 9 – 15.30', 'mån–fre kl. 9–15.30', 'må–fr 9.00–15.30', 'Mon–Fri 9:00–15:30', 'Avoinna ma–pe 9–15.30']) {
      expect(weeklyHoursIn(text), text).to.deep.equal(expected);
    }
  });

  it('may differ by day and have breaks', () => {
    expect(weeklyHoursIn('ma–to 8–16, pe 8–14')).to.deep.equal([{ days: MON_FRI.slice(0, 4), opens: '08:00', closes: '16:00' }, { days: ['fri'], opens: '08:00', closes: '14:00' }]);
    expect(weeklyHoursIn('ma ja ke 9–11 ja 12–15; la suljettu')).to.deep.equal([{ days: ['mon', 'wed'], opens: '09:00', closes: '11:00' }, { days: ['mon', 'wed'], opens: '12:00', closes: '15:00' }]);
    expect(weeklyHoursIn('ma–pe 10–19\nla 10–15\nsu kiinni')).to.deep.equal([{ days: MON_FRI, opens: '10:00', closes: '19:00' }, { days: ['sat'], opens: '10:00', closes: '15:00' }]);
    expect(weeklyHoursIn('pe–la 20–02')).to.deep.equal([{ days: ['fri', 'sat'], opens: '20:00', closes: '02:00' }]);
    expect(weeklyHoursIn('dagligen 0–24')).to.deep.equal([{ days: WEEKDAYS, opens: '00:00', closes: '24:00' }]);
  });

  for (const text of [
    'ark. 9–15', 'arkisin klo 9–15', 'vardagar 9–15', 'weekdays 9–15', '9–15', 'ma–pe', 'kesällä ma–pe 9–15', 'ma–pe 9–15, kesällä suljettu', '1.6.–31.8. ma–pe 9–15', 'ma–pe 9–15 (ei arkipyhinä)',
    'ma–pe n. 9–15', 'ma–pe 9am–5pm', 'ma–pe 16–9', 'ma–pe 9–15, ti 10–12', 'pe–ma 9–15', 'ma–pe 9–25', 'ma–pe 9.75–15', 'parillisina viikkoina ti 9–11', 'ma 1.6. 9–15', 'ajanvarauksella', '', 'suljettu', 'ma–su suljettu',
  ]) {
    it(`stay text where one has to guess: ${text || 'nothing'}`, () => {
      expect(weeklyHoursIn(text)).to.equal(undefined);
    });
  }

  it('never throw and never give what is no time', () => {
    const words = fc.constantFrom('ma', 'pe', 'la', '-', '–', ',', 'klo', '9', '15.30', '24', 'ja', 'suljettu', '.', 'x', '9-15', '99');
    fc.assert(fc.property(fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')), (text) => {
      for (const { days, opens, closes } of weeklyHoursIn(text) ?? []) {
        expect(days).to.have.length.greaterThan(0);
        for (const time of [opens, closes]) expect(time).to.match(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);
      }
    }));
    fc.assert(fc.property(fc.string(), (text) => weeklyHoursIn(text) === undefined || text.length > 4));
  });
});
