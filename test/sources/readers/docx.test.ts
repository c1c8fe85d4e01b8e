import { expect } from '@open-wc/testing';
import { readDocx } from '../../../src/sources/readers/docx.ts';
import { cell, paragraph, row, runs, table, wordFile, type WordOptions } from '../../../tools/office/word.ts';
import { linesOf, outline, rowOf, tablesOf, textsOf } from './blocks.ts';

const read = (body: string, options?: WordOptions) => readDocx(wordFile(body, options));
const run = (content: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`;
const text = (words: string, properties = '') => run(`<w:t xml:space="preserve">${words}</w:t>`, properties);
const oneRow = (...cells: string[]) => table([row(cells)]);

describe('reading a Word document', () => {
  it('gives paragraphs, headings and tables in document order', () => {
    const document = read(
      [
        paragraph(text('Raportti'), 'Otsikko1'),
        paragraph(text('Strateginen painopiste: Elinvoima'), 'Otsikko2'),
        paragraph(''),
        paragraph(text('Tavoitelinjaus: Matkailu kasvaa.')),
        table([row([cell([text('Tavoite')]), cell([text('Ennuste')])]), row([cell([text('Talvi')]), cell([text('Toteutuu')])])]),
        paragraph(text('Kohta'), 'Luettelokappale'),
      ].join(''),
    );
    expect(outline(document)).to.deep.equal([
      '# Raportti',
      '## Strateginen painopiste: Elinvoima',
      'Tavoitelinjaus: Matkailu kasvaa.',
      [[['Tavoite'], ['Ennuste']], [['Talvi'], ['Toteutuu']]],
      'Kohta',
    ]);
    expect(outline(document)).to.deep.equal(outline(document));
  });

  it('knows headings by the style in Finnish, Swedish or English, by what it is based on and by the outline level', () => {
    const style = (id: string, name: string, more = '') => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${style('a', 'heading 3')}${style('b', 'Oma', '<w:basedOn w:val="a"/>')}${style('c', 'Kehä', '<w:basedOn w:val="c"/>')}${style('d', 'Taso', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')}${style('e', 'heading 9')}</w:styles>`;
    const levels = ['a', 'b', 'c', 'd', 'e', 'Otsikko4', 'Rubrik5', 'Heading6'].map((id) => paragraph(text(id), id)).join('');
    const direct = `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>${text('oma')}</w:p><w:p><w:pPr><w:outlineLvl w:val="9"/></w:pPr>${text('leipä')}</w:p>`;
    expect(textsOf(read(levels + direct, { styles })).map(({ level }) => level)).to.deep.equal([3, 3, undefined, 2, 6, 4, 5, 6, 1, undefined]);
  });

  it('joins runs that end in the middle of a word, with their marks between them', () => {
    const words = 'Kaupunginhallitus hyväksyi suunnitelman 15.6.2026, ja toimeenpano alkaa elokuussa koko kaupungissa.';
    expect(runs(words).match(/<w:r /g)?.length).to.be.greaterThan(2);
    expect(outline(read(paragraph(runs(words))))).to.deep.equal([words]);
  });

  it('reads breaks, tabs, soft hyphens and hyphens that do not break', () => {
    const content = run('<w:t>Toteutuma</w:t><w:softHyphen/><w:t>ennuste</w:t><w:tab/><w:t>v.</w:t><w:noBreakHyphen/><w:t>26</w:t><w:br/><w:t>toinen</w:t><w:cr/><w:t>kolmas</w:t>');
    expect(outline(read(paragraph(content)))).to.deep.equal(['Toteutumaennuste v.-26', 'toinen', 'kolmas']);
    expect(linesOf(tablesOf(read(oneRow(cell([content, text('neljäs')]))))[0]!)).to.deep.equal([[['Toteutumaennuste v.-26', 'toinen', 'kolmas', 'neljäs']]]);
    expect(outline(read(paragraph(content, 'Otsikko1')))).to.deep.equal(['# Toteutumaennuste v.-26 toinen kolmas']);
  });

  it('takes what change tracking put in and leaves what it took out', () => {
    const inline = `${text('Avoinna ')}<w:del w:id="1">${run('<w:delText>75</w:delText>')}${text('70')}</w:del><w:ins w:id="2">${text('76')}</w:ins><w:moveFrom>${text('pois')}</w:moveFrom><w:moveTo>${text(' h')}</w:moveTo>`;
    const rows = table([row([cell([text('a')])]), row([cell([text('poistettu')])], '<w:del w:id="3"/>'), row([cell([text('b')])], '<w:ins w:id="4"/>')]);
    expect(outline(read(paragraph(inline) + rows))).to.deep.equal(['Avoinna 76 h', [[['a']], [['b']]]]);
  });

  it('leaves out hidden text and hints of empty form fields, and takes what was filled in', () => {
    const field = (hint: string, words: string) => `<w:sdt><w:sdtPr>${hint}</w:sdtPr><w:sdtContent>${text(words)}</w:sdtContent></w:sdt>`;
    expect(
      outline(
        read(paragraph(`${text('Näkyvä')}${text(' salainen', '<w:vanish/>')}${text(' teksti', '<w:vanish w:val="0"/>')}${field('<w:showingPlcHdr/>', 'Kirjoita tähän')}${field('', ' kentästä')}`)),
      ),
    ).to.deep.equal(['Näkyvä teksti kentästä']);
    expect(outline(read(`<w:sdt><w:sdtContent>${paragraph(text('Lohko'))}</w:sdtContent></w:sdt>`))).to.deep.equal(['Lohko']);
  });

  it('repeats merged cells where they reach, and says from where', () => {
    const merge = (value: string) => ({ properties: `<w:vMerge${value}/>` });
    const document = read(
      table([
        row([cell([text('Tavoite')], { properties: '<w:gridSpan w:val="2"/>' }), cell([text('Ennuste')])]),
        row([cell([text('Kirjastoauto')], merge(' w:val="restart"')), cell([text('12 pysäkkiä')]), cell([text('Toteutuu')])]),
        row([cell([], merge('')), cell([text('2 käyntiä')]), cell([text('Toteutuu')])]),
        row([cell([text('Uimahalli')], merge(' w:val="restart"')), cell([text('80 h')]), cell([text('Vaarassa')])]),
        row([cell([], merge(' w:val="continue"')), cell([text('ilta')]), cell([])]),
      ]),
    );
    expect([...tablesOf(document)[0]!.rows].map((cells) => cells.map(({ lines, spannedFrom }) => [lines[0], spannedFrom].filter(Boolean).join(' ')))).to.deep.equal([
      ['Tavoite', 'Tavoite left', 'Ennuste'],
      ['Kirjastoauto', '12 pysäkkiä', 'Toteutuu'],
      ['Kirjastoauto above', '2 käyntiä', 'Toteutuu'],
      ['Uimahalli', '80 h', 'Vaarassa'],
      ['Uimahalli above', 'ilta', ''],
    ]);
  });

  it('keeps the places of cells in rows that begin further in, and in rows wrapped in form fields', () => {
    const document = read(
      table([
        row([cell([text('A')]), cell([text('B')])]),
        row([cell([text('1')])], '<w:gridBefore w:val="1"/>'),
        `<w:sdt><w:sdtContent>${row([`<w:sdt><w:sdtContent>${cell([text('2')])}</w:sdtContent></w:sdt>`, cell([text('3')])])}</w:sdtContent></w:sdt>`,
      ]),
    );
    expect(linesOf(tablesOf(document)[0]!)).to.deep.equal([[['A'], ['B']], [[], ['1']], [['2'], ['3']]]);
  });

  it('marks the rows that Word repeats as headers, else the first that names more than one column', () => {
    const headers = (rows: string[]) => [...tablesOf(read(table(rows)))[0]!.rows].map((cells) => cells.every((one) => one.header));
    const two = () => [cell([text('a')]), cell([text('b')])];
    expect(headers([row(two(), '<w:tblHeader/>'), row(two(), '<w:tblHeader/>'), row(two())])).to.deep.equal([true, true, false]);
    expect(headers([row([cell([text('Painopiste')], { properties: '<w:gridSpan w:val="2"/>' })]), row(two()), row(two())])).to.deep.equal([false, true, false]);
  });

  it('names a table by the caption above it', () => {
    const one = oneRow(cell([text('a')]));
    const document = read(`${paragraph(text('Taulukko 1. Tammi–maaliskuu'), 'Kuvaotsikko')}${one}${paragraph(text('Kuva 1'), 'Kuvaotsikko')}${paragraph(text('Loppu'))}`);
    expect(tablesOf(document)[0]?.caption).to.equal('Taulukko 1. Tammi–maaliskuu');
    expect(textsOf(document).map((block) => block.text)).to.deep.equal(['Kuva 1', 'Loppu']);
  });

  it('leaves out a table of contents', () => {
    expect(outline(read(paragraph(text('Strateginen painopiste: X 3'), 'Sisluet1') + paragraph(text('Alku'))))).to.deep.equal(['Alku']);
  });

  it('gathers links by their relationship and by their field', () => {
    const mark = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
    const field = `${mark('begin')}${run('<w:instrText xml:space="preserve"> HYPERLINK "https://a.example/" \\o "vihje" </w:instrText>')}${mark('separate')}${text('kenttä')}${mark('end')}`;
    const simple = `<w:fldSimple w:instr=" HYPERLINK &quot;https://b.example/&quot; ">${text('yksinkertainen')}</w:fldSimple>`;
    const page = `${mark('begin')}${run('<w:instrText>PAGE</w:instrText>')}${mark('separate')}${text('7')}${mark('end')}`;
    const inside = `<w:hyperlink w:anchor="luku">${text('sisäinen')}</w:hyperlink>`;
    const [one] = rowOf(
      read(oneRow(cell([`<w:hyperlink r:id="rIdX">${text('suora')}</w:hyperlink> ${field}${simple}${page}${inside}`])), { links: { rIdX: 'https://www.merilehto.example/a?b=1&c=2' } }),
      0,
    );
    expect(one?.links).to.deep.equal([
      { text: 'suora', href: 'https://www.merilehto.example/a?b=1&c=2' },
      { text: 'kenttä', href: 'https://a.example/' },
      { text: 'yksinkertainen', href: 'https://b.example/' },
    ]);
    expect(one?.lines).to.deep.equal(['suorakenttäyksinkertainen7sisäinen']);
  });

  it('reads a text box once, after the paragraph that holds it', () => {
    const box = `<w:txbxContent>${paragraph(text('Tekstiruutu'))}</w:txbxContent>`;
    const shape = run(`<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`);
    expect(outline(read(paragraph(`${text('Ennen ')}${shape}${text('jälkeen')}`)))).to.deep.equal(['Ennen jälkeen', 'Tekstiruutu']);
  });

  it('reads tables inside a table after it and keeps their text apart', () => {
    const inner = oneRow(cell([text('sisä')]), cell([text('1')]));
    const outer = `<w:tc><w:tcPr/>${paragraph(text('ulko'))}${inner}${paragraph('')}</w:tc>`;
    expect(outline(read(table([`<w:tr>${outer}${cell([text('2')])}</w:tr>`])))).to.deep.equal([[[['ulko'], ['2']]], [[['sisä'], ['1']]]]);
    expect(outline(read(table([`<w:tr>${outer}</w:tr>`])))).to.deep.equal(['ulko', [[['sisä'], ['1']]]]);
  });

  describe('a cell without a word', () => {
    const second = (content: string, properties = '') => rowOf(read(oneRow(cell([text('Uimahalli')]), cell([content], { properties }))), 0)[1];
    it('is one with a face, whose letter stays', () => {
      expect(second(run('<w:sym w:font="Wingdings" w:char="F04A"/>'))).to.deep.equal({ lines: ['J'], wordless: true, header: true });
      expect(second(text('K', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'))?.wordless).to.equal(true);
    });
    it('is one with a tick, a sign nobody knows or a picture', () => {
      expect(second(run('<w:sym w:font="Wingdings" w:char="F0FC"/>'))).to.deep.include({ lines: ['✓'], wordless: true });
      expect(second(run('<w:sym w:font="Wingdings 3" w:char="F081"/>'))).to.deep.include({ lines: [], wordless: true });
      expect(second(run('<w:drawing/>'))?.wordless).to.equal(true);
    });
    it('is one with a colour that its row does not share', () => {
      expect(second('', '<w:shd w:val="clear" w:fill="00B050"/>')?.wordless).to.equal(true);
      expect(second('', '<w:shd w:val="clear" w:fill="auto"/>')?.wordless).to.equal(undefined);
      const green = { properties: '<w:shd w:fill="00B050"/>' };
      expect(rowOf(read(oneRow(cell([text('a')], green), cell([], green))), 0)[1]?.wordless).to.equal(undefined);
    });
    it('is not one with words, even in a colour or beside an arrow', () => {
      expect(second(text('Toteutuu'), '<w:shd w:val="clear" w:fill="00B050"/>')?.wordless).to.equal(undefined);
      expect(second(`${text('76 ')}${run('<w:sym w:font="Wingdings" w:char="F0E0"/>')}${text(' 80')}`)).to.deep.include({ lines: ['76 → 80'] });
      expect(second(text('K'))?.wordless).to.equal(undefined);
    });
  });

  it('takes the language that most of the text is marked with, and not the default of the machine', () => {
    const finnish = text('Uimahallin aukioloja laajennetaan', '<w:lang w:val="fi-FI"/>');
    const swedish = text('Simhallen', '<w:lang w:val="sv-FI"/>');
    const document = read(paragraph(finnish) + oneRow(cell([finnish]), cell([swedish])));
    expect(document.lang).to.equal('fi-FI');
    expect(rowOf(document, 0).map(({ lang }) => lang)).to.deep.equal([undefined, 'sv-FI']);
    expect(read(paragraph(text('Ei merkitty'))).lang).to.equal(undefined);
  });

  it('reads a field or a link that is broken off', () => {
    const broken = `${run('<w:instrText>HYPERLINK "x"</w:instrText>')}${run('<w:fldChar w:fldCharType="end"/>')}<w:hyperlink r:id="puuttuu">${text('linkki')}</w:hyperlink>${run('<w:fldChar w:fldCharType="begin"/>')}${text('piilossa')}`;
    expect(outline(read(paragraph(broken) + paragraph(text('seuraava'))))).to.deep.equal(['linkki', 'seuraava']);
  });
});
