import { expect } from '@open-wc/testing';
import type Report from '../../fixtures/goals/report-2026.json';
import { isBlockDocument, type BlockDocument, type Cell } from '../../src/model/document.ts';
import { folded } from '../../src/model/text.ts';
import { readDocument } from '../../src/sources/document.ts';
import { readCsv } from '../../src/sources/readers/csv.ts';
import { csvReport } from '../../tools/office/csv-report.ts';
import { linesOf, tablesOf, textsOf } from './readers/blocks.ts';

const FOLDER = '/fixtures/files/';
const JULY = 'tammi-heinakuu-2026';
const report = (await (await fetch('/fixtures/goals/report-2026.json')).json()) as typeof Report;

async function read(name: string): Promise<BlockDocument> {
  // The test server takes all text for UTF-8, and this is not; `test/node/` proves that the file holds the same.
  if (name.endsWith('.csv')) return readCsv(csvReport(report));
  const document = await readDocument(FOLDER + name, { signal: new AbortController().signal, lang: 'fi' });
  if (!isBlockDocument(document)) throw new Error(`${name} is no document of blocks`);
  return document;
}

/** The goals that a period's report has, in the order of the report. */
function goalsOf(period: string) {
  return report.goals.filter((goal) => goal.reports.some((said) => said.period === period));
}

const titles = (period: string) => goalsOf(period).map(({ title }) => title.fi);
const column = (document: BlockDocument, at: number) => tablesOf(document).flatMap((table) => linesOf(table).map((row) => row[at]?.join('|') ?? ''));
const labels = (document: BlockDocument, label: string) => textsOf(document).map(({ text }) => text).filter((text) => text.startsWith(label));
const cellsUnder = (document: BlockDocument, header: string) =>
  tablesOf(document).flatMap((table) => {
    const [names = [], ...rows] = [...table.rows];
    const at = names.findIndex((cell: Cell) => folded(cell.lines.join('')) === folded(header));
    return rows.flatMap((row) => (at >= 0 && row[at] ? [row[at]] : []));
  });

describe('the town’s files', () => {
  for (const period of ['tammi-maaliskuu-2026', JULY]) {
    it(`hold every goal of ${period} in Word, under its focus and line, as the page with the pasted table does`, async () => {
      const document = await read(`tavoitteet-${period}.docx`);
      const goals = column(document, 0).filter((text) => !text.startsWith('Toiminnalli'));
      expect([...new Set(goals)]).to.deep.equal(titles(period));
      expect(labels(document, 'Tavoitelinjaus: ').length).to.equal(tablesOf(document).length);
      const focuses = [...new Set(goalsOf(period).map(({ focus }) => `Strateginen painopiste: ${focus.fi}`))];
      expect(labels(document, 'Strateginen painopiste:')).to.deep.equal(focuses);
      expect(document.lang).to.equal('fi-FI');
    });
  }

  it('hold in Word what years of editing leave: a header written again with the goal above it, and four ways to write a column', async () => {
    const document = await read(`tavoitteet-${JULY}.docx`);
    const first = column(document, 0);
    expect(first.filter((text, index) => first.indexOf(text) !== index && !text.startsWith('Toiminnalli')).length).to.equal(1);
    const forecasts = new Set(tablesOf(document).map((table) => linesOf(table)[0]?.[4]?.join(' ')));
    expect([...forecasts]).to.deep.equal(['Toteuma-ennuste', 'Toteutumaennuste', 'Toteutuma- ennuste', 'Toteutuma-ennuste']);
    expect(column(document, 3).join()).to.include('avoinna 76 tuntia').and.not.to.include('75');
  });

  it('hold the measures and actuals of a goal as lines, in Word and in CSV', async () => {
    for (const name of [`tavoitteet-${JULY}.docx`, `tavoitteet-${JULY}.csv`]) {
      const document = await read(name);
      const row = tablesOf(document).flatMap((table) => [...table.rows]).find((cells) => cells.some(({ lines }) => lines[0] === 'Merilehdon talvi huomataan'));
      expect(row?.filter(({ lines }) => lines.length === 3).length, name).to.equal(2);
    }
  });

  it('hold numbers for two periods in Excel, a table for each focus, and nothing of the sheet that is not for the public', async () => {
    const document = await read('tavoitteiden-luvut-2026.xlsx');
    const measures = goalsOf(JULY).flatMap((goal) => goal.measures.filter((measure) => 'target' in measure));
    expect(cellsUnder(document, 'Tavoite (luku)').map(({ value }) => value)).to.deep.equal(measures.map((measure) => ('target' in measure ? measure.target : undefined)));
    expect(cellsUnder(document, 'Toteuma 1–7/2026').some(({ value }) => value === 231)).to.equal(true);
    expect(textsOf(document).map(({ text }) => text)).to.include.members(['Tilanne: 31.7.2026', 'Strateginen painopiste: Tapahtumien Merilehto']);
    expect(JSON.stringify([textsOf(document), tablesOf(document).map(linesOf)])).not.to.include('Ei julkaista');
  });

  it('hold in CSV what Excel in Finland saves: a fault, dashes and the letters of Windows', async () => {
    const document = await read(`tavoitteet-${JULY}.csv`);
    expect(cellsUnder(document, 'Toiminnallinen tavoite 2026').map(({ lines }) => lines.join(' '))).to.deep.equal(titles(JULY));
    const actuals = cellsUnder(document, 'Toteuma').map(({ lines }) => lines[0]);
    expect(actuals).to.include('#NIMI?');
    expect(actuals.some((line) => line?.startsWith('- '))).to.equal(true);
    expect(labels(document, 'Raportointijakso: ')).to.deep.equal(['Raportointijakso: tammi–heinäkuu 2026']);
    expect(document.notes).to.equal(undefined);
  });
});
