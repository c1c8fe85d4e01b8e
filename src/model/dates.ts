const DAY = 86_400_000;

/** Days since 1 January 1970; a day beyond its month is one of the next. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

/** Days since 1 January 1970; undefined where there is no such day. */
export function dayOfDate(date: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const number = dayNumber(Number(year), Number(month), Number(day));
  return Number.isFinite(number) && dateOf(number) === date ? number : undefined;
}

/** The ISO date of a day that is counted from 1 January 1970. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Whether the calendar has the day of an ISO date or instant. */
export function isOfCalendar(when: string): boolean {
  return dayOfDate(when.slice(0, 10)) !== undefined;
}
