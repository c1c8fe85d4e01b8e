import { rowsOf, type ReportJson } from './report.ts';

/** What Excel saves in Finland as CSV: Windows-1252, `;`, and a cell that begins with `-` taken for a formula. */
export function csvReport(report: ReportJson): Uint8Array {
  const rows = rowsOf(report, 'tammi-heinakuu-2026').map((goal, index) => [
    goal.focus,
    goal.line,
    goal.title,
    goal.measures.map(({ text }) => text).join('\n'),
    goal.responsible.join('\n'),
    index === 6 ? '#NIMI?' : goal.actuals.map((text) => (goal.actuals.length > 1 ? `- ${text}` : text)).join('\n'),
    goal.forecast || goal.state,
  ]);
  const columns = ['Strateginen painopiste', 'Tavoitelinjaus', 'Toiminnallinen tavoite 2026', 'Mittari ja tavoitetaso 2026', 'Vastuutaho', 'Toteuma', 'Toteutumaennuste'];
  return excelCsv([['Merilehdon kaupunki, Hyvinvointilautakunta'], ['Raportointijakso: tammi–heinäkuu 2026'], [], columns, ...rows], columns.length);
}

/** Rows of `width` cells as a Finnish Excel saves them. */
export function excelCsv(rows: readonly (readonly string[])[], width: number): Uint8Array {
  const text = rows.map((cells) => Array.from({ length: width }, (_, index) => quoted(cells[index] ?? '')).join(';')).join('\r\n');
  return windows1252(`${text}\r\n`);
}

function quoted(text: string): string {
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function windows1252(text: string): Uint8Array {
  const beyond: Readonly<Record<string, number>> = { '–': 0x96, '—': 0x97, '’': 0x92, '”': 0x94, '…': 0x85, '€': 0x80, '•': 0x95 };
  return Uint8Array.from(text, (letter) => {
    const code = beyond[letter] ?? letter.charCodeAt(0);
    if (code > 0xff) throw new Error(`Windows-1252 has no ${letter}`);
    return code;
  });
}
