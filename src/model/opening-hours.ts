import type { Text } from './text.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Times of the wall clock, `HH:MM`; `24:00` is the end of the day. One that closes at or before it opens closes on the next day. */
export interface Span {
  readonly opens: string;
  readonly closes: string;
}

export interface WeeklySpan extends Span {
  readonly days: readonly Weekday[];
}

/** Days with other hours than usual: `spans` on each of them (none: closed), or `weekly` in a season. */
export interface HoursException {
  /** ISO dates, inclusive. */
  readonly from: string;
  readonly to: string;
  readonly spans?: readonly Span[];
  readonly weekly?: readonly WeeklySpan[];
  readonly name?: Text;
}

/** What holds on public holidays or on eves: the usual hours, or these (none: closed). */
export type HolidayRule = 'as-usual' | readonly Span[];

/** Opening hours; without `weekly`, only their text is known. */
export interface OpeningHours {
  /** As the city wrote them. */
  readonly text?: Text;
  readonly weekly?: readonly WeeklySpan[];
  readonly exceptions: readonly HoursException[];
  /** Absent where the city has not said. */
  readonly holidays?: HolidayRule;
  readonly eves?: HolidayRule;
}

/** Minutes from midnight; undefined where it is no time. `24:00` is the end of the day. */
export function minutesOf(time: string): number | undefined {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= 1440 ? minutes : undefined;
}
