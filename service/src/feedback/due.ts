const DAY = 86_400_000;

/** The date by which the city answers, `days` after the day of arrival in Finland, as an ISO date. */
export function dueOn(receivedAt: Date, days: number): string {
  return new Date(Date.parse(dayOf(receivedAt)) + days * DAY).toISOString().slice(0, 10);
}

/** The day in Finland, as an ISO date. */
export function dayOf(instant: Date): string {
  // Swedish in Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(instant);
}
