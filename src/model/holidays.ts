import { dateOf, dayNumber } from './dates.ts';

/** Days on which Finland keeps other hours than usual, by name. */
export const HOLIDAYS = [
  'new-year', 'epiphany', 'good-friday', 'easter', 'easter-monday', 'may-day', 'ascension', 'whit-sunday', 'midsummer', 'all-saints', 'independence', 'christmas', 'boxing-day',
  'new-year-eve', 'epiphany-eve', 'maundy-thursday', 'easter-saturday', 'may-day-eve', 'ascension-eve', 'whit-eve', 'midsummer-eve', 'all-saints-eve', 'independence-eve', 'christmas-eve',
] as const;
export type HolidayName = (typeof HOLIDAYS)[number];

export interface Holiday {
  readonly name: HolidayName;
  /** Eves are ordinary days in law, and short ones in practice. */
  readonly kind: 'holiday' | 'eve';
}

/** The eve of a holiday, where it has one that is no holiday itself. */
const EVES: Readonly<Partial<Record<HolidayName, HolidayName>>> = {
  'new-year': 'new-year-eve', 'epiphany': 'epiphany-eve', 'good-friday': 'maundy-thursday', 'easter': 'easter-saturday', 'may-day': 'may-day-eve', 'ascension': 'ascension-eve',
  'whit-sunday': 'whit-eve', 'midsummer': 'midsummer-eve', 'all-saints': 'all-saints-eve', 'independence': 'independence-eve', 'christmas': 'christmas-eve',
};

const years = new Map<number, ReadonlyMap<number, Holiday>>();

/** The Finnish public holiday or eve on a day. @param day counted from 1 January 1970 */
export function holidayOn(day: number): Holiday | undefined {
  const year = Number(dateOf(day).slice(0, 4));
  let holidays = years.get(year);
  if (!holidays) years.set(year, (holidays = holidaysOf(year)));
  // New Year's Eve belongs to the year after it.
  return holidays.get(day) ?? (day === dayNumber(year, 12, 31) ? { name: 'new-year-eve', kind: 'eve' } : undefined);
}

const SATURDAY = 6;

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** As the Church Act and the acts on May Day and Independence Day have them since 1992; Midsummer and All Saints' are Saturdays. */
function holidaysOf(year: number): ReadonlyMap<number, Holiday> {
  const easter = easterOf(year);
  const days: readonly (readonly [HolidayName, number])[] = [
    ['new-year', dayNumber(year, 1, 1)],
    ['epiphany', dayNumber(year, 1, 6)],
    ['good-friday', easter - 2],
    ['easter', easter],
    ['easter-monday', easter + 1],
    ['may-day', dayNumber(year, 5, 1)],
    ['ascension', easter + 39],
    ['whit-sunday', easter + 49],
    ['midsummer', saturdayFrom(dayNumber(year, 6, 20))],
    ['all-saints', saturdayFrom(dayNumber(year, 10, 31))],
    ['independence', dayNumber(year, 12, 6)],
    ['christmas', dayNumber(year, 12, 25)],
    ['boxing-day', dayNumber(year, 12, 26)],
  ];
  const holidays = new Map<number, Holiday>();
  for (const [name, day] of days) {
    const eve = EVES[name];
    if (eve) holidays.set(day - 1, { name: eve, kind: 'eve' });
  }
  // A holiday that is the eve of another, as Ascension Day can be on 30 April, is a holiday.
  for (const [name, day] of days) holidays.set(day, { name, kind: 'holiday' });
  return holidays;
}

function saturdayFrom(day: number): number {
  return day + ((SATURDAY - weekdayOf(day) + 7) % 7);
}

/** Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher). */
function easterOf(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const march = epact + weekday - 7 * correction + 22;
  return dayNumber(year, 3, march);
}
