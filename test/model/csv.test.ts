import { expect } from '@open-wc/testing';
import { csvRows } from '../../src/model/csv.ts';

const rows = (text: string) => [...csvRows(text)];

describe('the rows of a CSV text', () => {
  it('are read with each delimiter that programs write', () => {
    for (const delimiter of [';', ',', '\t', '|']) {
      expect(rows(`a${delimiter}b\n1${delimiter}2`), delimiter).to.deep.equal([['a', 'b'], ['1', '2']]);
    }
  });

  it('are told apart by the delimiter on most lines, not by commas in the text', () => {
    expect(rows('Tavoitteet, luvut, tilanne\nTavoite;Tila\nUimahalli, ranta, reitit;auki, kyllä\n')).to.deep.equal([
      ['Tavoitteet, luvut, tilanne'],
      ['Tavoite', 'Tila'],
      ['Uimahalli, ranta, reitit', 'auki, kyllä'],
    ]);
    expect(rows('Tavoite\nUimahalli\n')).to.deep.equal([['Tavoite'], ['Uimahalli']]);
  });

  it('keep what Excel writes as it is: decimal commas, dashes, faults, spaces', () => {
    expect(rows('- kampanja;4,5;#NIMI?; 1 234 \r\n')).to.deep.equal([['- kampanja', '4,5', '#NIMI?', ' 1 234 ']]);
  });

  it('keep line breaks, delimiters and doubled quotes in quoted cells', () => {
    expect(rows('a;"x\r\ny";"1;2"\r\n"""Oma"" tila";b;c\r\n')).to.deep.equal([['a', 'x\r\ny', '1;2'], ['"Oma" tila', 'b', 'c']]);
  });

  it('know every kind of line end, and a byte order mark', () => {
    for (const end of ['\n', '\r\n', '\r']) expect(rows(`\uFEFFa;b${end}c;d${end}`)).to.deep.equal([['a', 'b'], ['c', 'd']]);
  });

  it('count empty lines, but not the end of the last one', () => {
    expect(rows('a;b\n\n1;2\n')).to.deep.equal([['a', 'b'], [''], ['1', '2']]);
    expect(rows('')).to.deep.equal([]);
  });

  it('follow the hint that Excel gives, and do not show it', () => {
    expect(rows('sep=,\r\na,b;c\r\n')).to.deep.equal([['a', 'b;c']]);
  });

  it('are not lost behind a quote that is never closed', () => {
    expect(rows('a;b\n1;2\n"auki;3\n4;5\n6;7')).to.deep.equal([['a', 'b'], ['1', '2'], ['"auki', '3'], ['4', '5'], ['6', '7']]);
  });

  it('are all there, in order, however many slices they take', () => {
    for (const quote of ['', '"']) {
      const text = Array.from({ length: 2501 }, (_, index) => `${quote}Tavoite ${index}${quote};${index}`).join('\r\n');
      expect(rows(text)).to.deep.equal(Array.from({ length: 2501 }, (_, index) => [`Tavoite ${index}`, String(index)]));
    }
  });
});
