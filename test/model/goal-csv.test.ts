import { expect } from '@open-wc/testing';
import { goalsToCsv as goalsToCsvInSteps } from '../../src/model/goal-csv.ts';
import type { GoalColumn } from '../../src/model/goal-csv.ts';
import type { Goal, Period } from '../../src/model/goals.ts';
import { tidy } from '../../src/model/text.ts';
import { goalOf, reportOf, SPRING, SUMMER } from './goal-examples.ts';
import { whole } from './whole.ts';

const goalsToCsv = whole(goalsToCsvInSteps);

const headers: Record<GoalColumn, string> = {
  focus: 'Strateginen painopiste', line: 'Tavoitelinjaus', goal: 'Toiminnallinen tavoite', measure: 'Mittari', target: 'Tavoite (luku)',
  unit: 'Yksikkö', responsible: 'Vastuutaho', actual: 'Toteuma', value: 'Toteuma (luku)', state: 'Tila', forecast: 'Toteutumaennuste', completion: 'Toteutumisaste',
};
const summer: Period = { id: SUMMER };

const csvOf = (goals: readonly Goal[], periods: readonly Period[] = [summer], lang = 'fi'): string => goalsToCsv(goals, periods, headers, lang);

/** A plain reader of the file format, which knows nothing of goals. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of csv.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === ';') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** What stands in a column of the first goal's row, as Excel would take it from the file. */
function cellOf(csv: string, header: string): string | undefined {
  const [titles = [], cells = []] = parse(csv);
  return cells[titles.indexOf(header)];
}

/** The lines of a cell as our own reader takes them. */
const linesOf = (cell: string | undefined): string[] => (cell ?? '').split('\n').map(tidy).filter(Boolean);

describe('the CSV file of goals', () => {
  it('is what Excel opens in Finland: a byte order mark, semicolons, Windows line ends', () => {
    const csv = csvOf([goalOf({ id: 'a', title: 'Meri; "meidän" pihamme', reports: [reportOf()] })]);
    expect(csv.startsWith('\uFEFF"Strateginen painopiste";"Tavoitelinjaus";"Toiminnallinen tavoite";')).to.equal(true);
    expect(csv.endsWith('\r\n')).to.equal(true);
    expect(csv).to.contain('"Meri; ""meidän"" pihamme"');
    expect(cellOf(csv, headers.goal)).to.equal('Meri; "meidän" pihamme');
  });

  it('has the columns of the city\'s table, also where nothing is in them', () => {
    const { completion: _, ...always } = headers;
    expect(parse(csvOf([]))).to.deep.equal([Object.values(always)]);
  });

  it('has a row for each goal, its measures and outcomes as lines in their cells', () => {
    const csv = csvOf([goalOf({
      id: 'talvi',
      focus: 'Elinvoimainen Merilehto',
      line: 'Matkailu kasvaa',
      title: 'Merilehdon talvi tunnetaan',
      responsible: ['Viestintä', 'Elinvoimapalvelut'],
      measures: [{ text: 'Talvikampanja', target: 1, unit: 'kampanja' }, { text: 'Talvitapahtumia', target: 3, unit: 'tapahtumaa' }],
      reports: [reportOf({
        actuals: [{ text: 'Kampanja toteutettu', value: 1, measure: 0 }, { text: 'Kaksitoista tapahtumaa', value: 12, measure: 1 }],
        state: { code: 'in-progress', word: 'Käynnissä', note: 'kesäkampanja tulossa' },
        forecast: { code: 'on-track', word: 'Toteutuu' },
      })],
    })]);
    const rows = parse(csv);
    expect(rows).to.have.length(2);
    expect(rows[1]?.map(linesOf)).to.deep.equal([
      ['Elinvoimainen Merilehto'], ['Matkailu kasvaa'], ['Merilehdon talvi tunnetaan'],
      ['Talvikampanja', 'Talvitapahtumia'], ['1', '3'], ['kampanja', 'tapahtumaa'], ['Viestintä', 'Elinvoimapalvelut'],
      ['Kampanja toteutettu', 'Kaksitoista tapahtumaa'], ['1', '12'], ['Käynnissä: kesäkampanja tulossa'], ['Toteutuu'],
    ]);
  });

  it('writes numbers as Excel reads them, with a decimal comma and a minus', () => {
    const csv = csvOf([goalOf({
      id: 'a', measures: [{ text: 'Päästöjen muutos', target: -7.5, unit: '%' }], reports: [reportOf({ actuals: [{ value: -4, measure: 0 }] })],
    })]);
    expect(cellOf(csv, headers.target)).to.equal('-7,5');
    expect(cellOf(csv, headers.value)).to.equal('-4');
  });

  it('holds the place of a measure without a number, a unit or an outcome, so that the others pair', () => {
    const csv = csvOf([goalOf({
      id: 'a',
      measures: [{ text: 'Selvitys' }, { text: 'Illat', target: 3, unit: 'iltaa' }, { text: 'Kysely' }],
      reports: [reportOf({ actuals: [{ text: 'Kaksi iltaa', value: 2, measure: 1 }] })],
    })]);
    expect(linesOf(cellOf(csv, headers.target))).to.deep.equal(['–', '3', '–']);
    expect(linesOf(cellOf(csv, headers.unit))).to.deep.equal(['–', 'iltaa', '–']);
    expect(linesOf(cellOf(csv, headers.actual))).to.deep.equal(['–', 'Kaksi iltaa', '–']);
    expect(linesOf(cellOf(csv, headers.value))).to.deep.equal(['–', '2', '–']);
  });

  it('leaves a cell empty where no measure has anything for it', () => {
    const csv = csvOf([goalOf({ id: 'a', measures: [{ text: 'Selvitys' }, { text: 'Kysely' }], reports: [reportOf()] })]);
    for (const header of [headers.target, headers.unit, headers.actual, headers.value, headers.state]) expect(cellOf(csv, header), header).to.equal('');
  });

  it('keeps outcomes that belong to no measure, or several to one, as they came', () => {
    const measures = [{ text: 'Selvitys' }, { text: 'Kysely' }];
    const unpaired = [{ text: 'Yksi' }, { text: 'Kaksi' }, { text: 'Kolme' }];
    const crowded = [{ text: 'Yksi', measure: 0 }, { text: 'Kaksi', measure: 0 }];
    for (const actuals of [unpaired, crowded]) {
      const csv = csvOf([goalOf({ id: 'a', measures, reports: [reportOf({ actuals })] })]);
      expect(linesOf(cellOf(csv, headers.actual))).to.deep.equal(actuals.map(({ text }) => text));
    }
  });

  it('adds how much is done and the city\'s further columns where there are any', () => {
    const csv = csvOf([
      goalOf({
        id: 'a',
        details: [{ label: 'Aikataulu', text: 'Syksy 2026' }],
        reports: [reportOf({ completion: 0.29, details: [{ label: 'Selite', text: 'Kilpailutus\nviivästyi' }] })],
      }),
      goalOf({ id: 'b', details: [{ label: 'aikataulu', text: 'Kevät 2027' }], reports: [reportOf()] }),
    ]);
    const [titles = [], first = [], second = []] = parse(csv);
    expect(first[titles.indexOf('Toteutumisaste')]).to.equal('29 %');
    expect(first[titles.indexOf('Selite')]).to.equal('Kilpailutus\nviivästyi');
    expect([first, second].map((cells) => cells[titles.indexOf('Aikataulu')])).to.deep.equal(['Syksy 2026', 'Kevät 2027']);
  });

  it('names the period in the headers of what was reported in it', () => {
    const spring: Period = { id: SPRING, label: 'tammi–maaliskuu 2026' };
    const labelled: Period = { id: SUMMER, label: { fi: 'tammi–kesäkuu 2026', sv: 'januari–juni 2026' } };
    const csv = csvOf([goalOf({
      id: 'a', reports: [reportOf({ actuals: [{ text: 'Valmis' }] }), reportOf({ period: SPRING, actuals: [{ text: 'Kesken' }] })],
    })], [spring, labelled]);
    expect(cellOf(csv, 'Toteuma tammi–maaliskuu 2026')).to.equal('Kesken');
    expect(cellOf(csv, 'Toteuma tammi–kesäkuu 2026')).to.equal('Valmis');
    expect(parse(csv)[0]?.filter((title) => title === 'Mittari')).to.have.length(1);
  });

  it('is in the language of the page', () => {
    const csv = csvOf([goalOf({ id: 'a', title: { fi: 'Avoimet ovet', sv: 'Öppna dörrar' } })], [summer], 'sv');
    expect(cellOf(csv, headers.goal)).to.equal('Öppna dörrar');
  });
});

describe('what Excel must not take for something else', () => {
  const written = (text: string): string => cellOf(csvOf([goalOf({ id: 'a', title: text })]), headers.goal) ?? '';
  /** Signs at which Excel, LibreOffice or Google Sheets begin a formula, the wide ones included. */
  const formula = /^[=+\-@＝＋－＠]/;

  const formulas = [
    '=1+1', '=HYPERLINK("https://merilehto.example";"Avaa")', '+358 40 123 4567', '@SUM(1;2)', '-2+3', '＝1+1', '＋1', '－1', '＠A1',
    '\t=1+1', '\r\n=1+1', ' =1+1', '\u200B=1+1', '\uFEFF=1+1', '\u00A0=1+1', '\u0000=1+1', '\u200E=1+1', '=1+1";=2+2',
  ];
  for (const text of formulas) {
    it(`cannot run ${JSON.stringify(text)}, and our reader has its text again`, () => {
      expect(written(text)).to.not.match(formula);
      expect(written(text)).to.match(/^\t/);
      expect(tidy(written(text))).to.equal(tidy(text));
    });
  }

  it('shows bullets as they are, in every line', () => {
    const measures = ['- talvikampanja', '-uusi kärkituote', '• tapahtumat'].map((text) => ({ text }));
    const cell = cellOf(csvOf([goalOf({ id: 'a', measures })]), headers.measure);
    expect(cell).to.not.match(formula);
    expect(linesOf(cell)).to.deep.equal(['- talvikampanja', '-uusi kärkituote', '• tapahtumat']);
  });

  it('guards several numbers in one cell, of which the first is negative', () => {
    const cell = cellOf(csvOf([goalOf({ id: 'a', measures: [{ text: 'a', target: -5 }, { text: 'b', target: 2.5 }] })]), headers.target);
    expect(cell).to.not.match(formula);
    expect(linesOf(cell)).to.deep.equal(['-5', '2,5']);
  });

  it('keeps a text of figures alone from becoming a date or a number', () => {
    for (const text of ['2/3', '11.4.', '1–6', '12:30', '0405']) {
      expect(written(text)).to.match(/^\t/);
      expect(tidy(written(text))).to.equal(text);
    }
  });

  it('leaves every other text without a mark', () => {
    for (const text of ['Avoinna 76 h viikossa', '12 tapahtumaa', '3 000 € vuodessa', '– ei vielä', '”Meri”']) expect(written(text)).to.equal(text);
  });

  it('guards the headers that come from the city\'s own table too', () => {
    const csv = csvOf([goalOf({ id: 'a', details: [{ label: '=1+1', text: 'x' }] })]);
    expect(parse(csv)[0]?.some((title) => formula.test(title))).to.equal(false);
  });

  it('finds no way out of a cell', () => {
    const text = 'a";"=1+1"\r\n"=2+2';
    const rows = parse(csvOf([goalOf({ id: 'a', title: text, responsible: [text] })]));
    expect(rows).to.have.length(2);
    expect(rows[1]).to.have.length(rows[0]!.length);
    expect(rows[1]?.[2]).to.equal(tidy(text));
  });
});
