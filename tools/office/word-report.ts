import { rowsOf, type ReportJson, type ReportRow } from './report.ts';
import { cell, paragraph, row, runs, table, wordFile } from './word.ts';

const BOLD = '<w:b/>';
const HEADER = '<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>';
/** As different hands have written the columns, all in one report. */
const COLUMNS = [
  ['Toiminnallinen tavoite\u00A02026', 'Mittari ja tavoitetaso\u00A02026', 'Vastuutaho', 'Toteuma', 'Toteuma-ennuste'],
  ['Toiminnallinen tavoite 2026', 'Mittari ja tavoitetaso 2026', 'Vastuutaho', 'Toteutuma', 'Toteutuma\u00ADennuste'],
  ['Toiminnalliset tavoitteet 2026', 'Mittari ja tavoitetaso', 'Vastuutaho', 'Toteuma', 'Toteutuma-\nennuste'],
  ['Toiminnallinen tavoite 2026', 'Mittari ja tavoitetaso 2026', 'Vastuutaho', 'Toteuma', 'Toteutuma\u2011ennuste'],
] as const;

/** A Word report, with what a year of editing by several people leaves behind. */
export function wordReport(report: ReportJson, period: string, label: string, asOf: string): Uint8Array {
  const rows = rowsOf(report, period);
  const lines = [...new Set(rows.map(({ line }) => line))];
  let focus = '';
  const body = [
    paragraph(runs('Toiminnalliset tavoitteet 2026'), 'Otsikko1'),
    paragraph(runs('Hyvinvointilautakunta')),
    paragraph(runs(`Tilanne ${asOf}`)),
    paragraph(`${runs('Raportointijakso: ', BOLD)}${runs(label)}`),
    paragraph(`${runs('Talousarvio on luettavissa ')}<w:hyperlink r:id="rIdBudget" w:history="1">${runs('kaupungin verkkosivuilla')}</w:hyperlink>${runs('.')}`),
  ];
  lines.forEach((line, index) => {
    const goals = rows.filter((goal) => goal.line === line);
    const [first] = goals;
    if (first && first.focus !== focus) {
      focus = first.focus;
      body.push(paragraph(runs(`Strateginen painopiste: ${focus}`, BOLD), 'Otsikko2'));
    }
    body.push(paragraph(`${runs('Tavoitelinjaus:', BOLD)}${runs(` ${line}`)}`), goalTable(goals, COLUMNS[index % COLUMNS.length]!), paragraph(''));
  });
  return wordFile(body.join(''), { links: { rIdBudget: 'https://www.merilehto.example/talousarvio' } });
}

function goalTable(goals: readonly ReportRow[], columns: readonly string[]): string {
  const header = row(columns.map((name) => cell([runsOf(name, BOLD)], { properties: HEADER })), '<w:tblHeader/>');
  const rows = goals.map(goalRow);
  // Where a table goes over the page by hand, its header and the last goal are written again.
  if (rows.length > 4) rows.splice(3, 0, row(columns.map((name) => cell([runsOf(name, BOLD)], { properties: HEADER }))), rows[2]!);
  return table([header, ...rows]);
}

function goalRow({ title, measures, responsible, actuals, state, forecast }: ReportRow): string {
  const [first = '', ...more] = actuals;
  // An office writes the state before the text; without a forecast, in its place.
  const opening = state && forecast ? `${state}. ${first}` : first;
  return row([
    cell([runs(title)]),
    cell(measures.map(({ text }) => runs(text))),
    cell(responsible.map((unit) => runs(unit))),
    cell([opening && corrected(opening), ...more.map((text) => runs(text))]),
    cell([runs(forecast || state)]),
  ]);
}

/** Numbers are corrected last, with tracked changes on: the old one is still in the file. */
function corrected(text: string): string {
  const [, before = '', number, after = ''] = /^(\D*\b)(7[26])(\b.*)$/su.exec(text) ?? [];
  if (number === undefined) return runs(text);
  const change = 'w:author="Viestintä" w:date="2026-08-14T09:12:00Z"';
  return `${runs(before)}<w:del w:id="7" ${change}><w:r><w:delText>${Number(number) - 1}</w:delText></w:r></w:del><w:ins w:id="8" ${change}>${runs(number)}</w:ins>${runs(after)}`;
}

/** Runs of a text with line breaks, soft hyphens and hyphens that do not break. */
function runsOf(text: string, properties: string): string {
  const marks: Readonly<Record<string, string>> = { '\n': '<w:br/>', '\u00AD': '<w:softHyphen/>', '\u2011': '<w:noBreakHyphen/>' };
  return text
    .split(/([\n\u00AD\u2011])/)
    .map((piece) => (marks[piece] ? `<w:r><w:rPr>${properties}</w:rPr>${marks[piece]}</w:r>` : runs(piece, properties)))
    .join('');
}
