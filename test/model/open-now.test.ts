import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { holidayOn } from '../../src/model/holidays.ts';
import { openNow, type OpenState } from '../../src/model/open-now.ts';
import { WEEKDAYS, type OpeningHours, type WeeklySpan } from '../../src/model/opening-hours.ts';

const WEEK: readonly WeeklySpan[] = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '09:00', closes: '16:00' }];
const office: OpeningHours = { weekly: WEEK, exceptions: [] };
const DAY = 86_400_000;

/** At a time of the wall clock in Helsinki, given with its offset. */
const at = (instant: string, hours: OpeningHours = office): OpenState | undefined => openNow(hours, new Date(instant));

describe('whether it is open', () => {
  it('says until when it is open, and when it opens', () => {
    expect(at('2026-08-19T12:00+03:00')).to.deep.equal({ kind: 'open', until: { date: '2026-08-19', time: '16:00', inDays: 0 } });
    expect(at('2026-08-19T09:00+03:00')?.kind).to.equal('open');
    expect(at('2026-08-19T08:59+03:00')).to.deep.equal({ kind: 'closed', until: { date: '2026-08-19', time: '09:00', inDays: 0 } });
    expect(at('2026-08-19T16:00+03:00')).to.deep.equal({ kind: 'closed', until: { date: '2026-08-20', time: '09:00', inDays: 1 } });
    expect(at('2026-08-21T17:00+03:00')).to.deep.equal({ kind: 'closed', until: { date: '2026-08-24', time: '09:00', inDays: 3 } });
  });

  it('is not said where the hours are known as text alone', () => {
    expect(at('2026-08-19T12:00+03:00', { text: 'ark. 9–15', exceptions: [] })).to.equal(undefined);
  });

  it('goes by the clock on the wall in Helsinki, summer and winter', () => {
    expect(at('2026-01-14T07:00Z')?.kind).to.equal('open');
    expect(at('2026-01-14T06:59Z')?.kind).to.equal('closed');
    expect(at('2026-07-15T06:00Z')?.kind).to.equal('open');
    expect(at('2026-07-15T05:59Z')?.kind).to.equal('closed');
  });

  it('goes by the clock on the nights when it is changed', () => {
    const nights: OpeningHours = { weekly: [{ days: ['sat'], opens: '20:00', closes: '03:30' }], exceptions: [], eves: 'as-usual', holidays: 'as-usual' };
    // On 29 March 2026 the clock goes from 3.00 to 4.00, so 3.30 never comes: 00:59Z is 2.59, 01:00Z is 4.00.
    expect(at('2026-03-29T00:59Z', nights)?.kind).to.equal('open');
    expect(at('2026-03-29T01:00Z', nights)?.kind).to.equal('closed');
    // On 25 October 2026 it goes from 4.00 back to 3.00, and 3.15 comes twice.
    expect(at('2026-10-25T00:15Z', nights)?.kind).to.equal('open');
    expect(at('2026-10-25T01:15Z', nights)?.kind).to.equal('open');
    expect(at('2026-10-25T01:30Z', nights)?.kind).to.equal('closed');
  });

  it('holds past midnight', () => {
    const pub: OpeningHours = { weekly: [{ days: ['fri', 'sat'], opens: '18:00', closes: '02:00' }], exceptions: [] };
    expect(at('2026-08-22T01:59+03:00', pub)).to.deep.equal({ kind: 'open', until: { date: '2026-08-22', time: '02:00', inDays: 0 } });
    expect(at('2026-08-22T02:00+03:00', pub)).to.deep.equal({ kind: 'closed', until: { date: '2026-08-22', time: '18:00', inDays: 0 } });
    expect(at('2026-08-21T23:00+03:00', pub)).to.deep.equal({ kind: 'open', until: { date: '2026-08-22', time: '02:00', inDays: 1 } });
  });

  it('joins hours that meet, be it at midnight; round the clock has no end', () => {
    const all: OpeningHours = { weekly: [{ days: WEEKDAYS, opens: '00:00', closes: '24:00' }], exceptions: [], holidays: 'as-usual', eves: 'as-usual' };
    expect(at('2026-08-19T12:00+03:00', all)).to.deep.equal({ kind: 'open' });
    const two: OpeningHours = { weekly: [{ days: ['wed'], opens: '12:00', closes: '24:00' }, { days: ['thu'], opens: '00:00', closes: '01:00' }], exceptions: [] };
    expect(at('2026-08-19T13:00+03:00', two)).to.deep.equal({ kind: 'open', until: { date: '2026-08-20', time: '01:00', inDays: 1 } });
    const evening: OpeningHours = { weekly: [{ days: ['wed'], opens: '12:00', closes: '24:00' }], exceptions: [] };
    expect(at('2026-08-19T13:00+03:00', evening)).to.deep.equal({ kind: 'open', until: { date: '2026-08-19', time: '24:00', inDays: 0 } });
  });
});

describe('on holidays and eves', () => {
  const MIDSUMMER_EVE = '2026-06-19T12:00+03:00';

  it('nothing is claimed that the city has not said', () => {
    expect(at(MIDSUMMER_EVE)).to.deep.equal({ kind: 'unknown', holiday: { name: 'midsummer-eve', kind: 'eve' } });
    expect(at('2026-06-20T12:00+03:00')?.kind).to.equal('unknown');
    expect(at('2026-12-06T12:00+02:00')?.kind).to.equal('unknown');
  });

  it('what the city has said for all of them holds', () => {
    const said: OpeningHours = { ...office, holidays: [], eves: [{ opens: '09:00', closes: '12:30' }] };
    expect(at(MIDSUMMER_EVE, said)).to.deep.equal({ kind: 'open', until: { date: '2026-06-19', time: '12:30', inDays: 0 } });
    expect(at('2026-06-19T13:00+03:00', said)).to.deep.equal({ kind: 'closed', until: { date: '2026-06-22', time: '09:00', inDays: 3 } });
    expect(at(MIDSUMMER_EVE, { ...office, eves: 'as-usual' })?.kind).to.equal('open');
  });

  it('what the city has said of the very day comes before all else', () => {
    const day = { from: '2026-06-19', to: '2026-06-19', spans: [{ opens: '08:00', closes: '13:00' }] };
    expect(at(MIDSUMMER_EVE, { ...office, eves: [], exceptions: [day] })).to.deep.equal({ kind: 'open', until: { date: '2026-06-19', time: '13:00', inDays: 0 } });
    expect(at(MIDSUMMER_EVE, { ...office, eves: 'as-usual', exceptions: [{ from: '2026-06-19', to: '2026-06-19', spans: [] }] })?.kind).to.equal('closed');
  });

  it('the hours of a season do not hold, but a closing of several days does', () => {
    const summer = { from: '2026-06-01', to: '2026-08-31', spans: [{ opens: '10:00', closes: '14:00' }] };
    expect(at('2026-06-18T15:00+03:00', { ...office, exceptions: [summer] })?.kind).to.equal('closed');
    expect(at(MIDSUMMER_EVE, { ...office, exceptions: [summer] })?.kind).to.equal('unknown');
    const holiday = { from: '2026-12-23', to: '2027-01-06', spans: [] };
    expect(at('2026-12-24T12:00+02:00', { ...office, exceptions: [holiday] })).to.deep.equal({ kind: 'closed', until: { date: '2027-01-07', time: '09:00', inDays: 14 } });
  });

  it('a season may have hours of its own by weekday, and a day within it others again', () => {
    const summer = { from: '2026-07-01', to: '2026-07-31', weekly: [{ days: ['mon' as const], opens: '10:00', closes: '12:00' }] };
    const day = { from: '2026-07-06', to: '2026-07-06', spans: [{ opens: '17:00', closes: '18:00' }] };
    const hours = { ...office, exceptions: [summer, day] };
    expect(at('2026-07-13T11:00+03:00', hours)?.kind).to.equal('open');
    expect(at('2026-07-14T11:00+03:00', hours)?.kind).to.equal('closed');
    expect(at('2026-07-06T11:00+03:00', hours)).to.deep.equal({ kind: 'closed', until: { date: '2026-07-06', time: '17:00', inDays: 0 } });
  });

  it('the next opening is not known where a holiday stands before it', () => {
    expect(at('2026-06-18T17:00+03:00')).to.deep.equal({ kind: 'closed', holiday: { name: 'midsummer-eve', kind: 'eve' } });
  });

  it('round the clock does not end at the midnight before one; what ends there otherwise does', () => {
    const all: OpeningHours = { weekly: [{ days: WEEKDAYS, opens: '00:00', closes: '24:00' }], exceptions: [] };
    const before = { kind: 'open', holiday: { name: 'midsummer-eve', kind: 'eve' } };
    expect(at('2026-06-18T12:00+03:00', all)).to.deep.equal(before);
    expect(at('2026-06-16T12:00+03:00', all)).to.deep.equal(before);
    const split: OpeningHours = { weekly: [{ days: ['thu'], opens: '08:00', closes: '24:00' }, { days: ['fri'], opens: '00:00', closes: '08:00' }], exceptions: [] };
    expect(at('2026-06-18T22:00+03:00', split)).to.deep.equal(before);
    const season = { from: '2026-06-01', to: '2026-06-30', spans: [{ opens: '00:00', closes: '24:00' }] };
    expect(at('2026-06-18T12:00+03:00', { ...office, exceptions: [season] })).to.deep.equal(before);
    const closed: OpeningHours = { ...all, eves: [] };
    expect(at('2026-06-18T12:00+03:00', closed)).to.deep.equal({ kind: 'open', until: { date: '2026-06-18', time: '24:00', inDays: 0 } });
    const evening: OpeningHours = { weekly: [{ days: ['thu', 'fri'], opens: '12:00', closes: '24:00' }], exceptions: [] };
    expect(at('2026-06-18T13:00+03:00', evening)).to.deep.equal({ kind: 'open', until: { date: '2026-06-18', time: '24:00', inDays: 0 } });
  });

  it('the night after one is not known where the usual hours would still run', () => {
    const pub: OpeningHours = { weekly: [{ days: ['thu'], opens: '18:00', closes: '02:00' }], exceptions: [] };
    // 1 January 2026 is a Thursday.
    expect(at('2026-01-02T01:00+02:00', pub)).to.deep.equal({ kind: 'unknown', holiday: { name: 'new-year', kind: 'holiday' } });
    expect(at('2026-01-02T03:00+02:00', pub)?.kind).to.equal('closed');
    // The night before one is the night of an ordinary day.
    const wednesday: OpeningHours = { weekly: [{ days: ['tue'], opens: '18:00', closes: '02:00' }], exceptions: [] };
    expect(at('2026-01-06T01:00+02:00', { ...wednesday, weekly: [{ days: ['mon'], opens: '18:00', closes: '02:00' }], eves: 'as-usual' })?.kind).to.equal('open');
  });
});

describe('whatever the hours and the instant', () => {
  const time = fc.integer({ min: 0, max: 23 }).chain((hour) => fc.constantFrom('00', '15', '30').map((minute) => `${String(hour).padStart(2, '0')}:${minute}`));
  const span = fc.record({ days: fc.subarray([...WEEKDAYS], { minLength: 1 }), opens: time, closes: fc.oneof(time, fc.constant('24:00')) }).filter(({ opens, closes }) => opens !== closes);
  const weekly = fc.array(span, { minLength: 1, maxLength: 4 });
  const instant = fc.integer({ min: Date.UTC(2024, 0, 2) / 60_000, max: Date.UTC(2032, 0, 1) / 60_000 }).map((minute) => new Date(minute * 60_000));
  const UTC = 'UTC';

  const minute = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  /** Straight from the definition: it is open where a span of today or, past midnight, of yesterday holds the minute. */
  const isIn = (spans: readonly WeeklySpan[], moment: Date): boolean => {
    const now = moment.getUTCHours() * 60 + moment.getUTCMinutes();
    const today = (moment.getUTCDay() + 6) % 7;
    return spans.some(({ days, opens, closes }) => [0, 1].some((before) => {
      const end = minute(closes) > minute(opens) ? minute(closes) : minute(closes) + 1440;
      return days.includes(WEEKDAYS[(today - before + 7) % 7]!) && minute(opens) <= now + before * 1440 && now + before * 1440 < end;
    }));
  };

  it('open is open, and closed is closed', () => {
    fc.assert(fc.property(weekly, instant, (spans, moment) => {
      const state = openNow({ weekly: spans, exceptions: [], holidays: 'as-usual', eves: 'as-usual' }, moment, UTC)!;
      expect(state.kind).to.equal(isIn(spans, moment) ? 'open' : 'closed');
    }), { numRuns: 500 });
  });

  it('it is so until then and no longer', () => {
    fc.assert(fc.property(weekly, instant, (spans, moment) => {
      const state = openNow({ weekly: spans, exceptions: [], holidays: 'as-usual', eves: 'as-usual' }, moment, UTC)!;
      if (state.kind === 'unknown' || !state.until) return;
      const then = Date.parse(`${state.until.date}T00:00:00Z`) + minute(state.until.time) * 60_000;
      expect(then).to.be.greaterThan(moment.getTime());
      for (let check = moment.getTime(); check < then; check += 15 * 60_000) expect(isIn(spans, new Date(check))).to.equal(state.kind === 'open');
      expect(isIn(spans, new Date(then))).to.equal(state.kind !== 'open');
    }), { numRuns: 300 });
  });

  it('no holiday or eve is ever claimed to be open or closed where the city has not said so', () => {
    fc.assert(fc.property(weekly, instant, (spans, moment) => {
      const today = Math.floor(moment.getTime() / DAY);
      if (!holidayOn(today)) return;
      const nightBefore = holidayOn(today - 1) ? [] : spans.filter(({ days, opens, closes }) => minute(closes) <= minute(opens) && days.includes(WEEKDAYS[(new Date(moment.getTime() - DAY).getUTCDay() + 6) % 7]!));
      const running = nightBefore.some(({ closes }) => moment.getUTCHours() * 60 + moment.getUTCMinutes() < minute(closes));
      expect(openNow({ weekly: spans, exceptions: [] }, moment, UTC)!.kind).to.equal(running ? 'open' : 'unknown');
    }), { numRuns: 3000 });
  });
});
