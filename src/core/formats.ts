const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
/** The day and the time of an instant, as every widget writes them. */
export const INSTANT = { ...DAY, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;

/** How numbers and dates are written: the language's own words with one region's habits, whatever the page says. */
export class Formats {
  /** The tags that `Intl` is given, the nearest first. */
  readonly #locales: string[];
  #numbers: Intl.NumberFormat | undefined;
  #plurals: Intl.PluralRules | undefined;
  /** By how many decimals they write. */
  readonly #money: Partial<Record<number, Intl.NumberFormat>> = {};
  /** By their options. */
  readonly #moments: Partial<Record<string, Intl.DateTimeFormat>> = {};

  constructor(language: string, region: string) {
    // Chromium has no Northern Sámi: the chain falls back to Finnish there instead of to the browser's own language.
    this.#locales = language === 'se' ? ['se', `fi-${region}`] : localesOf(language, region);
  }

  // Here and below they are made when they are needed, and once: the first that a page makes takes longer than a frame on a phone.
  get plurals(): Intl.PluralRules {
    return (this.#plurals ??= new Intl.PluralRules(this.#locales));
  }

  /** What writes days and times in this way. */
  moments(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return (this.#moments[JSON.stringify(options)] ??= new Intl.DateTimeFormat(this.#locales, options));
  }

  number(value: number): string {
    const digits = String(value);
    // Counts are written alike everywhere, and most pages have no other number.
    return /^\d{1,3}$/.test(digits) ? digits : (this.#numbers ??= new Intl.NumberFormat(this.#locales)).format(value);
  }

  /** An ISO date in words, months in letters; anything else as it is. */
  date(iso: string): string {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
    // Dates of reports are days, not instants: read and written in UTC they are the same day everywhere.
    return day && !Number.isNaN(day.getTime()) ? this.moments({ ...DAY, timeZone: 'UTC' }).format(day) : iso;
  }

  /** An ISO instant as the day and the time in Finland, whatever clock the device has; anything else as it is. */
  instant(iso: string): string {
    const time = new Date(iso);
    if (Number.isNaN(time.getTime())) return iso;
    return this.moments({ ...INSTANT, timeZone: 'Europe/Helsinki' }).format(time);
  }

  /** Cents in euros, with cents only where there are some. */
  money(cents: number): string {
    const fractions = cents % 100 ? 2 : 0;
    return (this.#money[fractions] ??= new Intl.NumberFormat(this.#locales, { style: 'currency', currency: 'EUR', minimumFractionDigits: fractions, maximumFractionDigits: fractions })).format(cents / 100);
  }

  percent(share: number): string {
    return `${this.number(Math.round(share * 100))} %`;
  }
}

function localesOf(language: string, region: string): string[] {
  try {
    return Intl.getCanonicalLocales(`${language}-${region}`);
  } catch {
    return [language, 'en-FI'];
  }
}
