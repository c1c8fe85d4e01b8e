import { expect } from '@open-wc/testing';
import { readXlsx } from '../../../src/sources/readers/xlsx.ts';
import { addressOf, excelFile, numberCell, SharedTexts, type ExcelOptions, type Sheet } from '../../../tools/office/excel.ts';
import { linesOf, outline, rowOf, tablesOf, textsOf } from './blocks.ts';

/** One sheet of rows of texts, numbers and empty cells. */
function read(rows: readonly (readonly (string | number | undefined)[])[], sheet: Partial<Sheet> = {}, options: ExcelOptions = {}) {
  const shared = new SharedTexts();
  const xml = rows.map((cells, index) => {
    const number = index + 1;
    const written = cells.map((value, column) => {
      const address = addressOf(column, number);
      return value === undefined ? '' : typeof value === 'number' ? numberCell(address, value) : shared.cell(address, value);
    });
    return `<row r="${number}">${written.join('')}</row>`;
  });
  return readXlsx(excelFile([{ name: 'Luvut', rows: xml.join(''), ...sheet }], { texts: shared.texts, ...options }));
}

const sheetOf = (cells: string) => `<row r="1">${cells}</row>`;

describe('reading an Excel workbook', () => {
  it('gives the rows of a sheet, with numbers as data and as Finns write them', () => {
    const document = read([['Tavoite', 'Tavoite (luku)'], ['Uimahalli', 80], ['Reitti', 4.5], ['Yö', 12345.678], ['Summa', 0.1 + 0.2]]);
    expect(linesOf(tablesOf(document)[0]!)).to.deep.equal([
      [['Tavoite'], ['Tavoite (luku)']],
      [['Uimahalli'], ['80']],
      [['Reitti'], ['4,5']],
      [['Yö'], ['12345,678']],
      [['Summa'], ['0,3']],
    ]);
    expect(rowOf(document, 2)[1]?.value).to.equal(4.5);
    expect(rowOf(document, 0).map(({ header }) => header)).to.deep.equal([true, true]);
    expect(rowOf(document, 1).map(({ header }) => header)).to.deep.equal([undefined, undefined]);
  });

  it('reads every kind of cell', () => {
    const cells = [
      '<c r="A1" t="inlineStr"><is><r><t>rivi</t></r><r><t xml:space="preserve"> sisällä</t></r><rPh><t>ei</t></rPh></is></c>',
      '<c r="B1" t="str"><f>A1</f><v>kaava</v></c>',
      '<c r="C1" t="b"><v>1</v></c>',
      '<c r="D1" t="e"><v>#NAME?</v></c>',
      '<c r="E1" t="d"><v>2026-07-31T00:00:00</v></c>',
      '<c r="F1"><v>7</v></c>',
      '<c r="H1" t="inlineStr"><is><t>a_x000D_&#10;b</t></is></c>',
    ].join('');
    const file = excelFile([{ name: 'a', rows: sheetOf(cells) }]);
    expect(linesOf(tablesOf(readXlsx(file))[0]!)[0]).to.deep.equal([['rivi sisällä'], ['kaava'], ['TOSI'], ['#NAME?'], ['31.7.2026'], ['7'], [], ['a', 'b']]);
    expect(linesOf(tablesOf(readXlsx(file, 'sv-FI'))[0]!)[0]?.[2]).to.deep.equal(['SANT']);
  });

  describe('shows numbers by their format', () => {
    const shown = (value: number, format: string | number, from1904 = false) => {
      const id = typeof format === 'number' ? format : 200;
      const styles = `<numFmts><numFmt numFmtId="200" formatCode="${typeof format === 'string' ? format.replaceAll('"', '&quot;') : '0'}"/></numFmts><cellXfs><xf/><xf numFmtId="${id}"/></cellXfs>`;
      const document = readXlsx(excelFile([{ name: 'a', rows: sheetOf(`${numberCell('A1', value, 1)}${numberCell('B1', 1)}`) }], { styles, from1904 }));
      const [first] = rowOf(document, 0);
      return [first?.lines[0], first?.value];
    };
    for (const [name, value, format, line] of [
      ['a date', 46_203, 14, '30.6.2026'],
      ['a date with a language', 46_203, '[$-40B]d.m.yyyy;@', '30.6.2026'],
      ['a date with its time', 46_203.604166667, 'd.m.yyyy h:mm', '30.6.2026 14.30'],
      ['a month', 46_203, 'mmmm yyyy', '6/2026'],
      ['a year', 46_203, 'yyyy', '2026'],
      ['a time', 0.604166667, 20, '14.30'],
      ['hours over a day', 1.5, '[h]:mm', '36.00'],
      ['the first days of 1900', 1, 14, '1.1.1900'],
      ['the day after the leap day that never was', 61, 14, '1.3.1900'],
    ] as const) {
      it(`${name}, which is no number to count with`, () => expect(shown(value, format)).to.deep.equal([line, undefined]));
    }
    it('a date in the system that begins in 1904', () => expect(shown(44_741, 14, true)[0]).to.equal('30.6.2026'));
    for (const [name, value, format, line] of [
      ['per cent', 0.125, '0.0%', '12,5 %'],
      ['whole per cent', 0.4, 9, '40 %'],
      ['fixed decimals', 3, '0.00', '3,00'],
      ['thousands', 12345.6, '#,##0', '12 346'],
      ['thousands as Finns type them', 12345.6, '# ##0', '12 346'],
      ['a unit', 80, '0" h"', '80 h'],
      ['a currency', 1500, '#,##0.00 [$€-40B]', '1 500,00 €'],
      ['words before it', 12, '"yht. "0', 'yht. 12'],
      ['a general number', 2026, 'General', '2026'],
      ['a red negative', -2, '0;[Red]-0', '−2'],
    ] as const) {
      it(`${name}, which stays data`, () => expect(shown(value, format)).to.deep.equal([line, value]));
    }
  });

  it('gives rows with one text above a table as paragraphs, and says where the table begins', () => {
    const document = read([['Merilehdon kaupunki'], [], ['Tilanne', '31.7.2026'], ['Strateginen painopiste: Elinvoima'], ['Tavoite', 'Tila', 'Ennuste'], ['Talvi', '', 'Toteutuu']]);
    expect(textsOf(document).map(({ text }) => text)).to.deep.equal(['Merilehdon kaupunki', 'Tilanne: 31.7.2026', 'Strateginen painopiste: Elinvoima']);
    expect(tablesOf(document)[0]?.firstRow).to.equal(5);
  });

  it('begins the next table where titles and the same header come again, and nowhere else', () => {
    const header = ['Tavoite', 'Mittari', 'Toteutumaennuste'];
    const document = read([
      ['Strateginen painopiste: A'], header, ['a1', 'm', 'Toteutuu'], ['vain otsikko'], ['a2', 'm', 'Toteutuu'], [],
      ['Strateginen painopiste: B'], ['Tavoite 2026', 'Mittari', 'Toteutuma- ennuste'], ['b1', 'm', 'Toteutuu'],
    ]);
    expect(outline(document)).to.deep.equal([
      'Strateginen painopiste: A',
      [[['Tavoite'], ['Mittari'], ['Toteutumaennuste']], [['a1'], ['m'], ['Toteutuu']], [['vain otsikko']], [['a2'], ['m'], ['Toteutuu']]],
      'Strateginen painopiste: B',
      [[['Tavoite 2026'], ['Mittari'], ['Toteutuma- ennuste']], [['b1'], ['m'], ['Toteutuu']]],
    ]);
    expect(tablesOf(document).map(({ firstRow }) => firstRow)).to.deep.equal([2, 8]);
    expect(outline(document)).to.deep.equal(outline(document));
  });

  it('finds the next table whether or not the rows of the one before were read', () => {
    const document = read([['A', 'B', 'C'], ['1', '2', '3'], ['Väliotsikko'], ['A', 'B', 'C']]);
    const kinds: string[] = [];
    for (const block of document.blocks) kinds.push(block.kind === 'text' ? block.text : block.kind);
    expect(kinds).to.deep.equal(['table', 'Väliotsikko', 'table']);
  });

  it('leaves hidden sheets, rows and columns out, and counts hidden and empty rows', () => {
    const shared = new SharedTexts();
    const row = (number: number, words: string, attributes = '') =>
      `<row r="${number}"${attributes}>${shared.cell(`A${number}`, words)}${shared.cell(`B${number}`, 'salainen')}${shared.cell(`C${number}`, words)}</row>`;
    const sheet = (name: string, rows: string, state?: 'hidden') => ({ name, rows, columns: '<cols><col min="2" max="2" hidden="1"/></cols>', ...(state && { state }) });
    const document = readXlsx(
      excelFile([sheet('Luvut', row(1, 'a') + row(2, 'b', ' hidden="1"') + row(5, 'c') + '<row r="9"/>'), sheet('Piilo', row(1, 'x'), 'hidden'), sheet('Toinen', row(1, 'd'))], { texts: shared.texts }),
    );
    expect(outline(document)).to.deep.equal([[[['a'], [], ['a']], [], [], [], [['c'], [], ['c']]], [[['d'], [], ['d']]]]);
    expect(tablesOf(document).map(({ sheet: name }) => name)).to.deep.equal(['Luvut', 'Toinen']);
  });

  it('does not name the sheet where there is only one', () => {
    expect(tablesOf(read([['a', 'b']]))[0]?.sheet).to.equal(undefined);
  });

  it('repeats merged cells where they reach, and says from where', () => {
    const document = read([['Otsikko', undefined, 'Ennuste'], ['Auto', 'Pysäkit', 'Toteutuu'], [undefined, 'Käynnit', 'Toteutuu']], {
      more: '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>',
    });
    expect([...tablesOf(document)[0]!.rows].map((cells) => cells.map(({ lines, spannedFrom }) => [lines[0], spannedFrom].filter(Boolean).join(' ')))).to.deep.equal([
      ['Otsikko', 'Otsikko left', 'Ennuste'],
      ['Auto', 'Pysäkit', 'Toteutuu'],
      ['Auto above', 'Käynnit', 'Toteutuu'],
    ]);
  });

  it('gathers links', () => {
    const document = read([['Tavoite', 'Lisää'], ['a', 'Raportti']], {
      more: '<hyperlinks><hyperlink ref="B2" r:id="rIdX"/></hyperlinks>',
      links: [{ id: 'rIdX', type: 'hyperlink', target: 'https://www.merilehto.example/', external: true }],
    });
    expect(rowOf(document, 1)[1]?.links).to.deep.equal([{ text: 'Raportti', href: 'https://www.merilehto.example/' }]);
  });

  it('finds cells with a colour or a sign and no word', () => {
    const styles = '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs>';
    const cells = '<c r="A1" t="inlineStr"><is><t>Uimahalli</t></is></c><c r="B1" s="1"/><c r="C1" t="inlineStr"><is><t>●</t></is></c><c r="D1"/>';
    expect(rowOf(readXlsx(excelFile([{ name: 'a', rows: sheetOf(cells) }], { styles })), 0).map(({ wordless }) => wordless)).to.deep.equal([undefined, true, true, undefined]);
  });

  it('reads rows and cells that do not say where they stand', () => {
    const cell = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
    expect(outline(readXlsx(excelFile([{ name: 'a', rows: `<row>${cell('a')}${cell('b')}</row><row>${cell('c')}${cell('d')}</row>` }])))).to.deep.equal([[[['a'], ['b']], [['c'], ['d']]]]);
  });

  it('gives nothing for a workbook without content', () => {
    expect(outline(read([]))).to.deep.equal([]);
  });
});
