import { expect } from '@open-wc/testing';
import { readJson } from '../../../src/sources/readers/json.ts';
import { errorOf, faultOf } from '../faults.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('reading JSON', () => {
  it('gives what it says, with or without a byte order mark', () => {
    expect(readJson(bytes('{"goals":[{"title":"Ä"}]}'))).to.deep.equal({ goals: [{ title: 'Ä' }] });
    expect(readJson(bytes('\uFEFF[1]'))).to.deep.equal([1]);
  });

  it('says of a truncated or wrong text that it is none, and where that can be known', async () => {
    for (const text of ['{"goals": [\n  {"title": "Uimah', '{\n"a": 1,\n"b" 2}', 'goals']) {
      const { kind, fault } = await errorOf(() => readJson(bytes(text)));
      expect([kind, fault?.code], text).to.deep.equal(['invalid-data', 'not-json']);
      // Not every browser tells the place; one that does counts from 1 and stays inside the text.
      const { line = 1, column = 1 } = fault?.values ?? {};
      expect(line).to.be.within(1, text.split('\n').length);
      expect(column).to.be.within(1, text.length + 1);
    }
  });

  it('names what stands in its place', async () => {
    expect(await faultOf(() => readJson(bytes('\n<!DOCTYPE html><html><body>Kirjaudu')))).to.equal('html-instead');
    expect(await faultOf(() => readJson(bytes('')))).to.equal('empty-file');
    expect(await faultOf(() => readJson(bytes('%PDF-1.4')))).to.equal('pdf');
  });
});
