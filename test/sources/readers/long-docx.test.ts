import { expect } from '@open-wc/testing';
import { readDocx, readLongDocx } from '../../../src/sources/readers/docx.ts';
import { cell, paragraph, row, runs, table, wordFile } from '../../../tools/office/word.ts';
import { faultOf } from '../faults.ts';
import { outline } from './blocks.ts';

const MANY = 900;
const words = (place: number): string => `Tavoite ${place}: palvelut ovat lähellä myös kylissä, ja niistä kerrotaan selkeästi kaikilla kielillä`;
const places = Array.from({ length: MANY }, (_, place) => place);
const plainRow = (place: number): string => row([cell([runs(words(place))]), cell([runs('Toteutuu')])]);
const plainCells = (place: number): string[][] => [[words(place)], ['Toteutuu']];

/** How long each XML text is that the browser parses meanwhile. */
function parsedIn(read: () => unknown): number[] {
  const { parseFromString } = DOMParser.prototype;
  const lengths: number[] = [];
  DOMParser.prototype.parseFromString = function (text, type) {
    lengths.push(String(text).length);
    return parseFromString.call(this, text, type);
  };
  try {
    read();
  } finally {
    DOMParser.prototype.parseFromString = parseFromString;
  }
  return lengths;
}

describe('a Word document with a table of very many rows', () => {
  it('is read some rows at a time, and as a whole', () => {
    const rows = places.map(plainRow);
    const file = wordFile(paragraph(runs('Tavoitteet'), 'Otsikko1') + table(rows) + paragraph(runs('Loppu')));
    expect(outline(readDocx(file))).to.deep.equal(['# Tavoitteet', places.map(plainCells), 'Loppu']);
    const lengths = parsedIn(() => readDocx(file));
    expect(lengths.length).to.be.greaterThan(5);
    expect(Math.max(...lengths)).to.be.lessThan(rows.join('').length / 5);
  });

  it('is the same when the page may answer in between', async () => {
    const file = wordFile(table(places.map(plainRow)));
    expect(outline(await readLongDocx(file))).to.deep.equal(outline(readDocx(file)));
  });

  it('keeps what stands between, around and inside its rows in its place', () => {
    const merged = (text: string, merge: string): string => row([cell([runs(text)], { properties: merge }), cell([runs('x')])]);
    const rows = places.map((place) => {
      if (place === 300) return `<w:sdt><w:sdtPr/><w:sdtContent>${plainRow(place)}</w:sdtContent></w:sdt>`;
      if (place === 500) return `${plainRow(place)}<w:bookmarkEnd w:id="7"/>`;
      return merged(words(place), place ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>');
    });
    const inner = table([plainRow(1), plainRow(2)]);
    const nested = places.map((place) => row([cell([runs(words(place))]), `<w:tc>${place === 700 ? inner : ''}${paragraph(runs('y'))}</w:tc>`]));
    const expected = places.map((place) => {
      if (place === 300 || place === 500) return plainCells(place);
      const above = place > 500 ? place : place > 300 ? place : 0;
      // What is merged goes on to the next row that is not.
      return [[words(place > 500 ? 501 : place > 300 ? 301 : above)], ['x']];
    });
    const read = outline(readDocx(wordFile(table(rows) + table(nested))));
    expect(read[0]).to.deep.equal(expected);
    expect(read[1]).to.deep.equal(places.map((place) => [[words(place)], ['y']]));
    expect(read[2]).to.deep.equal([plainCells(1), plainCells(2)]);
  });

  it('is in the language that most of its rows are in', () => {
    const swedish = places.map((place) => row([cell([runs(words(place)).replaceAll('fi-FI', 'sv-FI')])]));
    expect(readDocx(wordFile(paragraph(runs('Tavoitteet')) + table(swedish))).lang).to.equal('sv-FI');
  });

  for (const [name, mark] of [['a comment', `<!-- ${plainRow(1)} -->`], ['text that only looks like markup', '<w:p><w:r><w:t><![CDATA[</w:tr><w:tr>]]></w:t></w:r></w:p>']] as const) {
    it(`is read at once where ${name} stands in it`, () => {
      const read = outline(readDocx(wordFile(table(places.map(plainRow)) + mark)));
      expect(read[0]).to.deep.equal(places.map(plainCells));
    });
  }

  it('is refused where a row in its middle is damaged', async () => {
    const rows = places.map((place) => (place === 450 ? plainRow(place).replace('</w:tc>', '</w:tx>') : plainRow(place)));
    expect(await faultOf(() => readDocx(wordFile(table(rows))))).to.equal('not-word');
    expect(await faultOf(() => readLongDocx(wordFile(table(rows))))).to.equal('not-word');
  });
});
