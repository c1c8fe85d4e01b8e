import { inSlices } from '../src/core/slices.ts';
import { loadGoalToolMessages } from '../src/i18n/goal-tools/languages.ts';
import { loadMessages, type Language } from '../src/i18n/languages.ts';
import { csvDocument } from '../src/model/csv-document.ts';
import { csvRows } from '../src/model/csv.ts';
import { csvText, textCell } from '../src/model/csv-writing.ts';
import type { GoalReports, Period } from '../src/model/goals.ts';
import { tidy, wordingOf } from '../src/model/text.ts';
import { goalsFile } from '../src/widgets/goal-status/download.ts';
import { draftOf, type Draft } from './draft.ts';
import { LABELS } from './labels.ts';

/** Texts with a line for each line of a cell. */
export interface CleanRows {
  readonly rows: readonly (readonly string[])[];
  /** The index of the header row. */
  readonly header: number;
}

/** The rows as a CSV file that Excel opens in Finland. */
export function csvOf({ rows }: CleanRows): string {
  return csvText(rows.map((row) => row.map((cell) => textCell(cell.split('\n')))));
}

/** Goals that came as JSON, as the table in which they can be mended. */
export async function goalTable(reports: GoalReports, lang: Language): Promise<Draft> {
  return draftOf(csvDocument(csvOf(await goalRows(reports, lang))));
}

/** Goals as one table: each with its focus and line, columns under the names that the widget knows. */
export async function goalRows(reports: GoalReports, lang: Language): Promise<CleanRows> {
  const titles = titlesOf(reports.periods, lang);
  const table = [...csvRows(await goalsText(reports, lang))].map((row) => row.map((cell) => cell.split('\n').map(tidy).join('\n')));
  return { rows: [...titles, ...table], header: titles.length };
}

/** What belongs to all periods and has no column: whose report it is, and of when. */
function titlesOf(periods: readonly Period[], lang: Language): string[][] {
  const body = periods.find((period) => period.body !== undefined)?.body;
  // One date above the table is taken for the newest period.
  const [asOf, ...more] = [...new Set(periods.flatMap((period) => period.asOf ?? []))];
  return [
    ...(body === undefined ? [] : [[`${LABELS[lang].body}: ${wordingOf(body, lang).text}`]]),
    ...(asOf === undefined || more.length ? [] : [[`${LABELS[lang].asOf}: ${asOf.split('-').reverse().map(Number).join('.')}`]]),
  ];
}

/** The text of the CSV that residents download. */
async function goalsText({ goals, periods }: GoalReports, language: Language): Promise<string> {
  const [words, tools] = await Promise.all([loadMessages(language), loadGoalToolMessages(language)]);
  const messages = { ...words, ...tools };
  const writing = goalsFile(goals, periods, {
    language,
    say(key) {
      const message = messages[key];
      return typeof message === 'string' ? message : message.other;
    },
  });
  return inSlices(writing, new AbortController().signal);
}
