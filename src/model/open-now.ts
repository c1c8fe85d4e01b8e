import { dateOf, dayNumber, dayOfDate } from './dates.ts';
import { holidayOn, weekdayOf, type Holiday } from './holidays.ts';
import { minutesOf, WEEKDAYS, type HoursException, type OpeningHours, type Span } from './opening-hours.ts';

/** A time of the wall clock on a day. */
export interface LocalTime {
  /** ISO date. */
  readonly date: string;
  /** `HH:MM`; the end of a day is `24:00` of that day. */
  readonly time: string;
  /** Days from today. */
  readonly inDays: number;
}

/**
 * - `open`: until when; absent where no end is in sight, and where the `holiday` on which it would end or go on has no hours.
 * - `closed`: until when; absent where that is not known, with the `holiday` on the way whose hours nobody has given.
 * - `unknown`: a holiday or an eve (or the night after one) whose hours nobody has given.
 */
export type OpenState =
  | { readonly kind: 'open'; readonly until?: LocalTime; readonly holiday?: Holiday }
  | { readonly kind: 'closed'; readonly until?: LocalTime; readonly holiday?: Holiday }
  | { readonly kind: 'unknown'; readonly holiday: Holiday };

const MINUTES = 1440;
/** How far one looks for the next opening or closing, in days. */
const AHEAD = 14;

/**
 * Whether it is open at an instant; undefined where the hours are known as text alone.
 *
 * What is not known is never guessed: on public holidays and eves the usual hours hold only where the city has said so,
 * also in the middle of a season's hours; a date given singly, and a range of closed days, say it for themselves.
 */
export function openNow(hours: OpeningHours, instant: Date, zone = 'Europe/Helsinki'): OpenState | undefined {
  if (!hours.weekly) return undefined;
  const { day: today, minute: now } = localTime(instant, zone);
  const dayOf = (offset: number) => hoursOn(hours, today + offset);
  // Where last night's hours are not known and would usually still run, nobody knows.
  const night = dayOf(-1);
  const current = dayOf(0);
  const running = night.spans?.some((span) => covers(span, now + MINUTES));
  if (!running) {
    if (night.usual?.some((span) => covers(span, now + MINUTES))) return { kind: 'unknown', holiday: night.holiday! };
    if (!current.spans) return { kind: 'unknown', holiday: current.holiday! };
  }
  let end: number | undefined;
  for (let offset = -1; offset <= AHEAD; offset++) {
    for (const { from, to } of intervals(dayOf(offset).spans, offset)) {
      if (from <= (end ?? now) && to > (end ?? now)) end = to;
    }
  }
  if (end !== undefined) {
    // Where the usual hours would go on into a day whose hours are not known, midnight is no end.
    const { usual, holiday } = dayOf(Math.floor(end / MINUTES));
    if (end % MINUTES === 0 && usual?.some((span) => covers(span, 0))) return { kind: 'open', holiday: holiday! };
    return { kind: 'open', ...(end < AHEAD * MINUTES && { until: at(today, end, true) }) };
  }
  for (let offset = 0; offset <= AHEAD; offset++) {
    const { spans, holiday } = dayOf(offset);
    if (!spans) return { kind: 'closed', holiday: holiday! };
    const next = intervals(spans, offset).find(({ from }) => from > now);
    if (next) return { kind: 'closed', until: at(today, next.from, false) };
  }
  return { kind: 'closed' };
}

/** The exceptions that are not over on the day of an instant, in their order in time. */
export function comingExceptions({ exceptions }: OpeningHours, instant: Date, zone = 'Europe/Helsinki'): readonly HoursException[] {
  const today = dateOf(localTime(instant, zone).day);
  return exceptions.filter(({ to }) => to >= today).sort((a, b) => a.from.localeCompare(b.from));
}

interface DayHours {
  /** In order; undefined where they are not known. */
  readonly spans?: readonly Span[];
  readonly holiday?: Holiday;
  /** What would hold if it were no holiday, where they are not known. */
  readonly usual?: readonly Span[];
}

function hoursOn(hours: OpeningHours, day: number): DayHours {
  const date = dateOf(day);
  const exception = hours.exceptions
    .filter(({ from, to }) => from <= date && date <= to)
    .sort((a, b) => lengthOf(a) - lengthOf(b))[0];
  // Said of this very day, or of days that are all closed: that holds whatever day it is.
  if (exception?.spans && (exception.from === exception.to || !exception.spans.length)) return { spans: ordered(exception.spans) };
  const holiday = holidayOn(day);
  const rule = holiday ? (holiday.kind === 'eve' ? hours.eves : hours.holidays) : 'as-usual';
  if (holiday && !rule) return { holiday, usual: usualOn(hours, day, exception) };
  return { spans: ordered(rule === 'as-usual' ? usualOn(hours, day, exception) : rule!) };
}

function usualOn(hours: OpeningHours, day: number, exception?: HoursException): readonly Span[] {
  if (exception?.spans) return exception.spans;
  const weekday = WEEKDAYS[(weekdayOf(day) + 6) % 7]!;
  return (exception?.weekly ?? hours.weekly ?? []).filter(({ days }) => days.includes(weekday));
}

function intervals(spans: readonly Span[] | undefined, offset: number): { from: number; to: number }[] {
  return (spans ?? []).map((span) => {
    const { from, to } = minutesIn(span);
    return { from: offset * MINUTES + from, to: offset * MINUTES + to };
  });
}

function minutesIn({ opens, closes }: Span): { from: number; to: number } {
  const from = minutesOf(opens) ?? 0;
  const to = minutesOf(closes) ?? 0;
  return { from, to: to > from ? to : to + MINUTES };
}

function covers(span: Span, minute: number): boolean {
  const { from, to } = minutesIn(span);
  return from <= minute && minute < to;
}

function ordered(spans: readonly Span[]): readonly Span[] {
  return [...spans].sort((a, b) => a.opens.localeCompare(b.opens));
}

function lengthOf({ from, to }: HoursException): number {
  return (dayOfDate(to) ?? 0) - (dayOfDate(from) ?? 0);
}

/** @param isEnd whether midnight is the end of the day before it */
function at(today: number, minute: number, isEnd: boolean): LocalTime {
  const atMidnight = isEnd && minute % MINUTES === 0;
  const inDays = Math.floor(minute / MINUTES) - (atMidnight ? 1 : 0);
  const rest = minute - inDays * MINUTES;
  const two = (number: number) => String(number).padStart(2, '0');
  return { date: dateOf(today + inDays), time: `${two(Math.floor(rest / 60))}:${two(rest % 60)}`, inDays };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a wall clock shows, summer time or not: hours are given by it. */
function localTime(instant: Date, zone: string): { readonly day: number; readonly minute: number } {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' });
    clocks.set(zone, clock);
  }
  const parts = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return { day: dayNumber(parts['year']!, parts['month']!, parts['day']!), minute: parts['hour']! * 60 + parts['minute']! };
}
