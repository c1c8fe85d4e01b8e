import { addressOf, excelFile, numberCell, SharedTexts } from './excel.ts';
import { rowsOf, type ReportJson, type ReportRow } from './report.ts';

const COLUMNS = ['Toiminnallinen tavoite', 'Mittari', 'Tavoite (luku)', 'Toteuma 1–3/2026', 'Toteuma 1–7/2026', 'Yksikkö', 'Vastuutaho', 'Toteutumaennuste'];
/** 31.7.2026 as Excel counts days. */
const AS_OF = 46_234;
/** Looks of cells, by their index in the styles below. */
const TITLE = 1;
const DATE = 2;
const WRAPPED = 3;
const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="d\\.m\\.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs>';

/** The numbers of the goals that have any, for two periods, a table for each focus; and a sheet that is not for the public. */
export function excelReport(report: ReportJson): Uint8Array {
  const shared = new SharedTexts();
  const july = rowsOf(report, 'tammi-heinakuu-2026').filter(({ measures }) => measures.some(({ target }) => target !== undefined));
  const march = new Map(rowsOf(report, 'tammi-maaliskuu-2026').map((goal) => [goal.title, goal]));
  const rows: string[] = [];
  const add = (...cells: readonly ((number: number) => string)[]) => {
    const number = rows.length + 1;
    rows.push(`<row r="${number}">${cells.map((cell) => cell(number)).join('')}</row>`);
  };
  const text = (column: number, words: string, look = 0) => (number: number) => (words ? shared.cell(addressOf(column, number), words, look) : '');
  const value = (column: number, amount: number | undefined, look = 0) => (number: number) =>
    amount === undefined ? '' : numberCell(addressOf(column, number), amount, look);

  add(text(0, 'Merilehdon kaupunki: toiminnallisten tavoitteiden luvut 2026', TITLE));
  add(text(0, 'Tilanne'), value(1, AS_OF, DATE));
  for (const focus of new Set(july.map((goal) => goal.focus))) {
    add();
    add(text(0, `Strateginen painopiste: ${focus}`, TITLE));
    add(...COLUMNS.map((name, column) => text(column, name, TITLE)));
    for (const goal of july.filter((candidate) => candidate.focus === focus)) {
      goal.measures.forEach(({ text: measure, target, unit }, index) => {
        if (target === undefined) return;
        add(
          text(0, goal.title, WRAPPED),
          text(1, measure, WRAPPED),
          value(2, target),
          value(3, march.get(goal.title)?.values[index]),
          value(4, goal.values[index]),
          text(5, unit),
          text(6, goal.responsible.join('\n'), WRAPPED),
          text(7, forecastOf(goal)),
        );
      });
    }
  }
  const background = `<row r="1">${shared.cell('A1', 'Luvut on koottu palvelualueiden ilmoituksista. Ei julkaista.')}</row>`;
  return excelFile(
    [
      { name: 'Luvut', rows: rows.join('') },
      { name: 'Taustatiedot', rows: background, state: 'hidden' },
    ],
    { texts: shared.texts, styles: STYLES },
  );
}

function forecastOf({ forecast, state }: ReportRow): string {
  return forecast || state;
}
