import { LANGUAGES, type Language } from '../src/i18n/languages.ts';
import { periodIn } from '../src/model/periods.ts';
import { folded, primary } from '../src/model/text.ts';

/** Labels that the readers know, in the language of the content. */
export const LABELS = {
  fi: { period: 'Raportointijakso', body: 'Toimielin', asOf: 'Tilanne' },
  sv: { period: 'Rapporteringsperiod', body: 'Organ', asOf: 'Läget' },
  en: { period: 'Reporting period', body: 'Body', asOf: 'As of' },
} as const satisfies Readonly<Record<Language, unknown>>;

/** What a caption says of time, as lines that say it still where there is no caption: from a paragraph, times are read by their labels alone. */
export function timeLines(caption: string, lang: string): readonly string[] {
  const labels = LABELS[LANGUAGES.find((known) => known === primary(lang)) ?? 'en'];
  let period: string | undefined;
  let day: string | undefined;
  for (let found = periodIn(caption); found; found = periodIn(found.rest)) {
    if (found.day) day ??= found.written;
    else period ??= found.written;
  }
  const said = [[labels.period, period], [labels.asOf, day]] as const;
  return said.flatMap(([label, time]) => (time === undefined || folded(caption).startsWith(folded(label)) ? [] : [`${label}: ${time}`]));
}
