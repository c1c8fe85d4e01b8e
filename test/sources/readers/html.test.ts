import { expect } from '@open-wc/testing';
import type { BlockDocument } from '../../../src/model/document.ts';
import { readHtml } from '../../../src/sources/readers/html.ts';
import { linesOf, outline, rowOf, tablesOf, textsOf } from './blocks.ts';

function read(html: string, lang = 'fi'): BlockDocument {
  return readHtml(page(html, lang).body);
}

function page(html: string, lang = 'fi'): Document {
  return new DOMParser().parseFromString(`<html lang="${lang}"><body>${html}`, 'text/html');
}

describe('reading HTML', () => {
  it('gives headings, paragraphs, list items, loose text and tables in document order', () => {
    const document = read(`
      Irrallinen <b>alku</b>
      <h2>Strateginen painopiste:<br>Hyvinvoiva kunta</h2>
      <p>Tavoitelinjaus: Palvelut ovat lähellä.</p>
      <table><tr><td>Tavoite</td><td>Ennuste</td></tr><tr><td>Uimahalli</td><td>Toteutuu</td></tr></table>
      <ul><li>Palvelupiste</li><li><p>Kirjasto</p></li></ul>
      <div>Ennen<p>Kappale</p>jälkeen</div>`);
    expect(outline(document)).to.deep.equal([
      'Irrallinen alku',
      '## Strateginen painopiste: Hyvinvoiva kunta',
      'Tavoitelinjaus: Palvelut ovat lähellä.',
      [[['Tavoite'], ['Ennuste']], [['Uimahalli'], ['Toteutuu']]],
      'Palvelupiste',
      'Kirjasto',
      'Ennen',
      'Kappale',
      'jälkeen',
    ]);
    expect(document.lang).to.equal('fi');
  });

  it('takes a line break in running text for a new paragraph', () => {
    expect(outline(read('<p>Strateginen painopiste: Elinvoima<br>Tavoitelinjaus: Matkailu kasvaa</p>'))).to.deep.equal([
      'Strateginen painopiste: Elinvoima',
      'Tavoitelinjaus: Matkailu kasvaa',
    ]);
  });

  it('separates the lines of a cell by paragraphs, list items, divs and line breaks, and by nothing else', () => {
    const row = '<td><p>A</p><p>B</p></td><td><ul><li>C</li><li>D</li></ul></td><td>E<br>F</td><td><div>G</div>H</td><td><b>kampanja.</b><i>Uusi</i></td>';
    expect(linesOf(tablesOf(read(`<table><tr>${row}</tr></table>`))[0]!)).to.deep.equal([[['A', 'B'], ['C', 'D'], ['E', 'F'], ['G', 'H'], ['kampanja.Uusi']]]);
  });

  it('folds spaces, takes soft hyphens out and leaves bullets in', () => {
    const html = '<table><tr><td>Toteutuma&shy;ennuste</td><td>&nbsp;• 2&nbsp;300\n  taloutta </td><td><p>&nbsp;</p><p></p></td></tr></table>';
    expect(linesOf(tablesOf(read(html))[0]!)).to.deep.equal([[['Toteutumaennuste'], ['• 2 300 taloutta'], []]]);
  });

  it('leaves out what a browser does not show and what Word leaves behind', () => {
    const html = `<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><style>td{}</style><script>1</script>
      <template><p>malli</p></template><xml>x</xml><p hidden>piilo</p><p style="display: none">piilo</p><p slot="help">Soita meille</p>
      <p class="MsoNormal">Hyvinvointi<o:p>&nbsp;</o:p><del>vanha</del> &amp; <![if !supportLists]>liikunta<![endif]></p>`;
    expect(outline(read(html))).to.deep.equal(['Hyvinvointi & liikunta']);
  });

  it('names a table by its caption, or by the figure around it, and does not say that again', () => {
    const document = read(`
      <table><caption>Tammi–<br>maaliskuu</caption><tr><td>a</td></tr></table>
      <figure class="table"><table><tr><td>b</td></tr></table><figcaption>Tammi–heinäkuu</figcaption></figure>
      <figure><img src="data:,"><figcaption>Kuva torilta</figcaption></figure>`);
    expect(tablesOf(document).map(({ caption }) => caption)).to.deep.equal(['Tammi– maaliskuu', 'Tammi–heinäkuu']);
    expect(textsOf(document).map(({ text }) => text)).to.deep.equal(['Kuva torilta']);
  });

  it('takes th for the header, else the first row that names more than one column', () => {
    const headers = (html: string) => [...tablesOf(read(html))[0]!.rows].map((row) => row.map((cell) => Boolean(cell.header)));
    expect(headers('<table><tr><th>Tavoite</th><th>Tila</th></tr><tr><td>a</td><td>b</td></tr></table>')).to.deep.equal([[true, true], [false, false]]);
    expect(headers('<table><tr><td colspan="2">Painopiste: X</td></tr><tr><td>Tavoite</td><td>Tila</td></tr><tr><td>a</td><td>b</td></tr></table>')).to.deep.equal([
      [false, false],
      [true, true],
      [false, false],
    ]);
  });

  it('repeats a merged cell where it reaches, and says from where', () => {
    const html = `<table>
      <tr><th colspan="2">Tavoite</th><th>Ennuste</th></tr>
      <tr><td rowspan="2">Kirjastoauto</td><td>12 pysäkkiä</td><td rowspan="0">Toteutuu</td></tr>
      <tr><td>2 käyntiä</td></tr>
      </table>`;
    expect([...tablesOf(read(html))[0]!.rows].map((row) => row.map(({ lines, spannedFrom }) => [lines[0], spannedFrom]))).to.deep.equal([
      [['Tavoite', undefined], ['Tavoite', 'left'], ['Ennuste', undefined]],
      [['Kirjastoauto', undefined], ['12 pysäkkiä', undefined], ['Toteutuu', undefined]],
      [['Kirjastoauto', 'above'], ['2 käyntiä', undefined], ['Toteutuu', 'above']],
    ]);
  });

  it('ends a merged cell with its part of the table, and keeps the places of cells behind a gap', () => {
    const html = '<table><thead><tr><th rowspan="9">A</th><th>B</th><th>C</th></tr></thead><tbody><tr><td>1</td><td>2</td><td rowspan="2">3</td></tr><tr><td>4</td></tr></tbody></table>';
    expect(linesOf(tablesOf(read(html))[0]!)).to.deep.equal([[['A'], ['B'], ['C']], [['1'], ['2'], ['3']], [['4'], [], ['3']]]);
  });

  it('survives a cell that claims to be as wide as a sheet', () => {
    const html = `<table><tr>${'<td colspan="1000">a</td>'.repeat(50)}</tr></table>`;
    expect(rowOf(read(html), 0).length).to.equal(256);
  });

  it('reads tables inside a table after it and keeps their text apart', () => {
    const inner = '<table><tr><td>sisä</td><td>1</td></tr></table>';
    expect(outline(read(`<table><tr><td>ulko ${inner}</td><td>2</td></tr></table>`))).to.deep.equal([[[['ulko'], ['2']]], [[['sisä'], ['1']]]]);
  });

  it('looks through tables that are there for the look alone', () => {
    const inner = '<table><tr><td>Tavoite</td><td>Tila</td></tr></table>';
    expect(outline(read(`<table><tr><td><p>Painopiste: X</p>${inner}</td></tr></table>`))).to.deep.equal(['Painopiste: X', [[['Tavoite'], ['Tila']]]]);
  });

  it('takes numbers from attributes and elements made for them, never from text', () => {
    const cells = '<td data-value="12.5">noin 12</td><td><data value="3">kolme</data></td><td><meter value="2" max="3">2/3</meter></td><td>12</td><td data-value="">5</td><td><data value="1">a</data><data value="2">b</data></td><td data-value="2,5">2,5</td>';
    expect(rowOf(read(`<table><tr>${cells}</tr></table>`), 0).map(({ value }) => value)).to.deep.equal([12.5, 3, 2, undefined, undefined, undefined, undefined]);
  });

  it('shows the date of an empty time element', () => {
    expect(rowOf(read('<table><tr><td><time datetime="2026-07-31"></time></td><td><time datetime="2026-07-31">31.7.</time></td></tr></table>'), 0).map(({ lines }) => lines)).to.deep.equal([
      ['2026-07-31'],
      ['31.7.'],
    ]);
  });

  it('gathers links as they are written', () => {
    const [cell] = rowOf(read('<table><tr><td>Katso <a href="/ohje?a=1#b">oh<b>je</b></a> ja <a href="javascript:alert(1)">tämä</a><a name="x"></a></td><td>b</td></tr></table>'), 0);
    expect(cell?.links).to.deep.equal([{ text: 'ohje', href: '/ohje?a=1#b' }, { text: 'tämä', href: 'javascript:alert(1)' }]);
    expect(cell?.lines).to.deep.equal(['Katso ohje ja tämä']);
  });

  describe('a cell without a word', () => {
    const wordless = (cell: string) => rowOf(read(`<table><tr><td>Uimahalli</td>${cell}</tr></table>`), 0)[1]?.wordless;
    for (const [name, cell] of [
      ['a sign', '<td>●</td>'],
      ['a face', '<td>☺</td>'],
      ['an emoji', '<td>🟢</td>'],
      ['a picture without words', '<td><img src="data:," alt=""></td>'],
      ['a picture named by its file', '<td><img src="data:," alt="image001.png"></td>'],
      ['a drawing', '<td><svg><title>x</title></svg></td>'],
      ['a background', '<td style="background: green"></td>'],
      ['a background in the old way', '<td bgcolor="#00ff00">&nbsp;</td>'],
      ['a background inside', '<td><span style="background-color:#0f0">&nbsp;</span></td>'],
      ['a letter of Wingdings', '<td><span style="font-family:Wingdings">J</span></td>'],
    ] as const) {
      it(`is found where it holds ${name}`, () => expect(wordless(cell)).to.equal(true));
    }
    for (const [name, cell] of [
      ['words on a colour', '<td style="background:green">Toteutuu</td>'],
      ['nothing', '<td></td>'],
      ['a dash', '<td>–</td>'],
      ['a white background', '<td bgcolor="#FFFFFF"></td>'],
      ['a picture with words', '<td><img src="data:," alt="Toteutuu"></td>'],
      ['a number', '<td bgcolor="red">3</td>'],
    ] as const) {
      it(`is not one that holds ${name}`, () => expect(wordless(cell)).to.equal(undefined));
    }
    it('is not one of a striped row', () => {
      expect(rowOf(read('<table><tr><td style="background:#eee">a</td><td style="background:#eee"></td></tr></table>'), 0)[1]?.wordless).to.equal(undefined);
    });
    it('says what the picture says in words', () => {
      expect(rowOf(read('<table><tr><td>a</td><td><img src="data:," alt="Toteutuu osittain"></td></tr></table>'), 0)[1]?.lines).to.deep.equal(['Toteutuu osittain']);
    });
  });

  it('names a language where all of a cell or paragraph is in another one than the document', () => {
    const document = read(`<p lang="sv">Målen 2026</p><p>Suomea <i lang="en">and English</i></p><p lang="fi-FI">Suomea</p>
      <table><tr lang="sv"><td>Mål</td><td lang="fi">Tavoite</td><td><span lang="en">Goal</span> <span lang="en">2026</span></td></tr></table>`);
    expect(textsOf(document).map(({ lang }) => lang)).to.deep.equal(['sv', undefined, undefined]);
    expect(rowOf(document, 0).map(({ lang }) => lang)).to.deep.equal(['sv', undefined, 'en']);
  });

  it('takes the language that data-lang names', () => {
    const host = page('<div id="host" data-lang="sv"><p>Mål</p></div>').getElementById('host')!;
    expect(readHtml(host).lang).to.equal('sv');
  });

  it('can be read again, and reads what has changed since', () => {
    const body = page('<table><tr><td>a</td><td>b</td></tr></table>').body;
    const document = readHtml(body);
    const [table] = tablesOf(document);
    expect(linesOf(table!)).to.deep.equal(linesOf(table!));
    body.querySelector('td')!.textContent = 'c';
    body.append('loppu');
    expect(linesOf(table!)).to.deep.equal([[['c'], ['b']]]);
    expect(outline(document)).to.deep.equal([[[['c'], ['b']]], 'loppu']);
  });

  it('reads no row before it is asked for', () => {
    const body = page('<table><tr><td>a</td></tr><tr><td>b</td></tr></table>').body;
    let read = 0;
    Object.defineProperty(body.querySelector('table')!.rows[1]!, 'cells', { get: () => ((read += 1), []) });
    const rows = tablesOf(readHtml(body))[0]!.rows[Symbol.iterator]();
    rows.next();
    expect(read).to.equal(0);
    rows.next();
    expect(read).to.equal(1);
  });

  it('reads elements of a list, a table by itself and a fragment', () => {
    const body = page('<p>a</p><table><tr><td>b</td></tr></table><p>c</p>').body;
    expect(outline(readHtml([...body.children].slice(0, 2)))).to.deep.equal(['a', [[['b']]]]);
    expect(outline(readHtml(body.querySelector('table')!))).to.deep.equal([[[['b']]]]);
    const template = document.createElement('template');
    template.content.append(...body.children);
    expect(outline(readHtml(template.content))).to.deep.equal(['a', [[['b']]], 'c']);
    expect(outline(readHtml([]))).to.deep.equal([]);
  });

  it('reads the page it stands on as well as a document that is not shown', () => {
    const host = document.createElement('div');
    host.append(...page('<p>Näkyvä</p>').body.children);
    document.body.append(host);
    expect(outline(readHtml(host))).to.deep.equal(['Näkyvä']);
    host.remove();
  });
});
