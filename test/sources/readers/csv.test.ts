import { expect } from '@open-wc/testing';
import { readCsv } from '../../../src/sources/readers/csv.ts';
import { faultOf } from '../faults.ts';
import { linesOf, outline, rowOf, tablesOf } from './blocks.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0)));

describe('reading a CSV file', () => {
  it('reads what Excel saves in Finland', () => {
    const file = latin('Tavoite;Toteuma;Ennuste\r\nKävelyreitti – talvi;"- auki\r\n- hoidettu";#NIMI?\r\n');
    const document = readCsv(file);
    expect(linesOf(tablesOf(document)[0]!)).to.deep.equal([
      [['Tavoite'], ['Toteuma'], ['Ennuste']],
      [['Kävelyreitti – talvi'], ['- auki', '- hoidettu'], ['#NIMI?']],
    ]);
    expect(document.notes).to.equal(undefined);
    expect(rowOf(document, 0).every(({ header }) => header)).to.equal(true);
  });

  it('gives labels above the table as paragraphs, and counts empty lines', () => {
    const document = readCsv(utf8('Merilehdon kaupunki;;\nStrateginen painopiste: Elinvoima;;\n;;\nTavoite;Tila;Ennuste\nTalvi;;Toteutuu\n;;\nKesä;;Toteutuu\n'));
    expect(outline(document)).to.deep.equal([
      'Merilehdon kaupunki',
      'Strateginen painopiste: Elinvoima',
      [[['Tavoite'], ['Tila'], ['Ennuste']], [['Talvi'], [], ['Toteutuu']], [], [['Kesä'], [], ['Toteutuu']]],
    ]);
    expect(tablesOf(document)[0]?.firstRow).to.equal(4);
  });

  it('reads UTF-8 and UTF-16 with a byte order mark', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...Array.from('Ä\tÖ\n', (letter) => [letter.charCodeAt(0), 0]).flat()]);
    expect(outline(readCsv(utf16))).to.deep.equal([[[['Ä'], ['Ö']]]]);
    expect(outline(readCsv(utf8('\uFEFFÄ;Ö\n')))).to.deep.equal([[[['Ä'], ['Ö']]]]);
  });

  it('reads a file with damaged letters and says so', () => {
    for (const bytes of [utf8('Tavoite;PÃ¤Ã¤mÃ¤Ã¤rÃ¤\n'), utf8('Tavoite;P\uFFFD\uFFFDm\uFFFD\uFFFDr\uFFFD\n'), new Uint8Array([...utf8('Päämäärä;Tila'), 0xc3])]) {
      expect(readCsv(bytes).notes, new TextDecoder().decode(bytes)).to.deep.equal([{ code: 'wrong-encoding' }]);
    }
  });

  it('refuses what is something else', async () => {
    expect(await faultOf(() => readCsv(new Uint8Array()))).to.equal('empty-file');
    expect(await faultOf(() => readCsv(utf8('<!doctype html><title>Kirjaudu</title>')))).to.equal('html-instead');
    expect(await faultOf(() => readCsv(utf8('%PDF-1.7')))).to.equal('pdf');
    expect(await faultOf(() => readCsv(utf8('PK\u0003\u0004')))).to.equal('type-unknown');
  });
});
