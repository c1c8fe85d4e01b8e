/**
 * Writes the reports of Merilehto, the town of the samples, as an office would send them: `fixtures/files/*.docx`, `.xlsx`
 * and `.csv`, made of `fixtures/goals/report-2026.json` and `fixtures/channels/directory.json`. The same content gives the same bytes; a test tells when they differ.
 *
 *     npx tsx tools/make-office-fixtures.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { channelsCsv, channelsExcel, channelsWord } from './office/channels.ts';
import { csvReport } from './office/csv-report.ts';
import { excelReport } from './office/excel-report.ts';
import { wordReport } from './office/word-report.ts';
import directory from '../fixtures/channels/directory.json' with { type: 'json' };
import report from '../fixtures/goals/report-2026.json' with { type: 'json' };

/** All files by name. */
export function officeFixtures(): Readonly<Record<string, Uint8Array>> {
  return {
    'tavoitteet-tammi-maaliskuu-2026.docx': wordReport(report, 'tammi-maaliskuu-2026', 'tammi–maaliskuu 2026', '31.3.2026'),
    'tavoitteet-tammi-heinakuu-2026.docx': wordReport(report, 'tammi-heinakuu-2026', 'tammi–heinäkuu 2026', '31.7.2026'),
    'tavoitteiden-luvut-2026.xlsx': excelReport(report),
    'tavoitteet-tammi-heinakuu-2026.csv': csvReport(report),
    'viestintakanavat.docx': channelsWord(directory),
    'viestintakanavat.xlsx': channelsExcel(directory),
    'viestintakanavat.csv': channelsCsv(directory),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../fixtures/files/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(officeFixtures())) writeFileSync(new URL(name, folder), bytes);
}
