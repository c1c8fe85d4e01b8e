import { expect } from '@open-wc/testing';
import { serialise } from '../../src/sources/serialise.ts';

const BODY = { text: 'Ä "1"\n', list: [1, 'a', null, [true, { b: 2 }]], none: undefined, date: new Date(0), empty: {}, number: 4.5, bad: NaN };

describe('serialising a body', () => {
  it('says what JSON says', () => {
    expect(serialise(BODY)).to.equal(JSON.stringify(BODY));
    for (const value of [null, 'a', 1, false, [], [undefined]]) expect(serialise(value)).to.equal(JSON.stringify(value));
  });

  it('says the same on a page whose old library changes how lists are written', () => {
    const expected = JSON.stringify(BODY);
    const lists = Array.prototype as { toJSON?: () => string };
    lists.toJSON = () => '[broken]';
    try {
      expect(JSON.stringify([1])).to.equal('"[broken]"');
      expect(serialise(BODY)).to.equal(expected);
    } finally {
      delete lists.toJSON;
    }
  });
});
