import { expect } from '@open-wc/testing';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { readDocx } from '../../../src/sources/readers/docx.ts';
import { readXlsx } from '../../../src/sources/readers/xlsx.ts';
import { excelFile } from '../../../tools/office/excel.ts';
import { packOffice } from '../../../tools/office/package.ts';
import { paragraph, wordFile } from '../../../tools/office/word.ts';
import { errorOf, faultOf } from '../faults.ts';

const utf16 = (text: string) => Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat();
/** The container of Office files before 2007, with the name of one stream in it. */
const container = (stream: string) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0), ...utf16(stream)]);
const MAIN = { '': [{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }] };
const part = (xml: string) => packOffice({ 'word/document.xml': xml }, MAIN);
const word = () => wordFile(paragraph('<w:r><w:t>Uimahalli</w:t></w:r>'));

/** Changes a number in what the zip file's directory says of a part, as a forger would. */
function forge(bytes: Uint8Array, name: string, offset: number, value: number): Uint8Array {
  const forged = bytes.slice();
  const view = new DataView(forged.buffer);
  for (let at = 0; at + 46 < forged.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50 || strFromU8(forged.subarray(at + 46, at + 46 + name.length)) !== name) continue;
    view.setUint32(at + offset, value, true);
  }
  return forged;
}

const FLAGS = 8;
const SIZE = 24;

describe('an Office file that cannot be read', () => {
  for (const [name, bytes, fault] of [
    ['is empty', new Uint8Array(), 'empty-file'],
    ['is encrypted', container('EncryptedPackage'), 'encrypted'],
    ['is from an old Word', container('WordDocument'), 'old-doc'],
    ['is from an old Excel', container('Workbook'), 'old-xls'],
    ['is a PDF', strToU8('%PDF-1.7\n%âãÏÓ', true), 'pdf'],
    ['is a login page', strToU8('<!DOCTYPE html><html lang="fi"><title>Kirjaudu</title>'), 'html-instead'],
    ['is rich text', strToU8('{\\rtf1\\ansi Uimahalli}'), 'not-word'],
    ['is text', strToU8('Uimahalli'), 'not-word'],
    ['is a zip of something else', zipSync({ 'lue.txt': strToU8('a') }), 'not-word'],
    ['is an Excel file', excelFile([{ name: 'a', rows: '' }]), 'not-word'],
    ['is an empty zip', zipSync({}), 'not-word'],
    ['has a part that is no XML', part('<w:document'), 'not-word'],
    ['has another document in it', part('<office xmlns="urn:x"/>'), 'not-word'],
    ['ends in the middle', word().slice(0, 700), 'not-a-zip'],
    ['has lost its last bytes', word().slice(0, -30), 'not-a-zip'],
    ['has damaged bytes in its middle', word().map((byte, index) => (index > 800 && index < 1000 ? 0xff : byte)), 'not-a-zip'],
  ] as const) {
    it(`${name}: ${fault}`, async () => {
      const error = await errorOf(() => readDocx(bytes));
      expect(error.kind).to.equal('invalid-data');
      expect(error.fault?.code).to.equal(fault);
    });
  }

  it('is refused by the Excel reader in its own words', async () => {
    expect(await faultOf(() => readXlsx(word()))).to.equal('not-excel');
    expect(await faultOf(() => readXlsx(container('Workbook')))).to.equal('old-xls');
  });

  it('is encrypted where the zip itself has a password', async () => {
    expect(await faultOf(() => readDocx(forge(word(), '_rels/.rels', FLAGS, 1)))).to.equal('encrypted');
  });

  it('is too large where a part says so', async () => {
    expect(await faultOf(() => readDocx(forge(word(), 'word/document.xml', SIZE, 0xf000_0000)))).to.equal('too-large');
  });

  it('is too large where a part holds more than it says, and is not unpacked to its end', async () => {
    const bomb = part(`<w:document xmlns:w="urn:w">${' '.repeat(30_000_000)}</w:document>`);
    expect(bomb.length).to.be.lessThan(60_000);
    expect(await faultOf(() => readDocx(forge(bomb, 'word/document.xml', SIZE, 1000)))).to.equal('too-large');
  });

  it('is too large where its parts are too many', async () => {
    const many = Object.fromEntries(Array.from({ length: 4100 }, (_, index) => [`word/media/${index}.txt`, new Uint8Array()]));
    expect(await faultOf(() => readDocx(zipSync(many)))).to.equal('too-large');
  });

  it('is refused where a document type would let entities grow', async () => {
    const lol = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('');
    const xml = `<!DOCTYPE w:document [<!ENTITY l0 "lol">${lol}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>`;
    expect(await faultOf(() => readDocx(part(xml)))).to.equal('not-word');
  });

  it('is read all the same where it has parts that are not stored as Word stores them', () => {
    const files = { '_rels/.rels': strToU8('<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/WORD/Document.xml"/></Relationships>'), 'word/document.xml': strToU8('<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>Uimahalli</w:t></w:r></w:p></w:body></w:document>') };
    expect([...readDocx(zipSync(files, { level: 0 })).blocks]).to.deep.equal([{ kind: 'text', text: 'Uimahalli' }]);
  });
});
