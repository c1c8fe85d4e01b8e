/** How numbers and dates are written: the language's own words with one region's habits, whatever the page says. */
export class Formats {
  readonly numbers: Intl.NumberFormat;
  readonly plurals: Intl.PluralRules;
  readonly #dates: Intl.DateTimeFormat;

  constructor(language: string, region: string) {
    // Chromium has no Northern Sámi: the chain falls back to Finnish there instead of to the browser's own language.
    const locales = language === 'se' ? ['se', `fi-${region}`] : localesOf(language, region);
    this.numbers = new Intl.NumberFormat(locales);
    this.plurals = new Intl.PluralRules(locales);
    // Dates of reports are days, not instants: read and written in UTC they are the same day everywhere.
    this.#dates = new Intl.DateTimeFormat(locales, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  }

  /** An ISO date in words, months in letters; anything else as it is. */
  date(iso: string): string {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
    return day && !Number.isNaN(day.getTime()) ? this.#dates.format(day) : iso;
  }

  percent(share: number): string {
    return `${this.numbers.format(Math.round(share * 100))} %`;
  }
}

function localesOf(language: string, region: string): string[] {
  try {
    return Intl.getCanonicalLocales(`${language}-${region}`);
  } catch {
    return [language, 'en-FI'];
  }
}
