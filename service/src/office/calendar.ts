const ZONE = 'Europe/Helsinki';

/** Dates and times as they are written in Finland, whatever the page's language. */
export function calendar(lang: string): { readonly date: (value: Date | string) => string; readonly moment: (value: Date) => string } {
  const locale = `${lang}-FI`;
  const day = { timeZone: ZONE, day: 'numeric', month: 'short', year: 'numeric' } as const;
  const date = new Intl.DateTimeFormat(locale, day);
  const moment = new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  // A date without a time is noon in Finland, and so the same date there.
  return { date: (value) => date.format(typeof value === 'string' ? new Date(`${value}T10:00:00Z`) : value), moment: (value) => moment.format(value) };
}
