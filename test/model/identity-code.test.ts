import { expect } from '@open-wc/testing';
import { looksLikeIdentityCode } from '../../src/model/identity-code.ts';

describe('what looks like a Finnish identity code', () => {
  // The example of the Digital and Population Data Services Agency, and codes from its list of artificial persons.
  for (const text of [
    '131052-308T', '131052-308t', 'Tunnukseni on 131052-308T.', '(131052–308T)', '131052 - 308T', 'hetu:131052−308T,puh. 040',
    '010594Y9021', '020594X903P', '030594W903B', '040594V9030', '131052\u2011308T',
  ]) {
    it(`is found in “${text}”`, () => expect(looksLikeIdentityCode(text)).to.be.true);
  }

  it('has any of the century signs', () => {
    const found = [...'+-UVWXYABCDEF'].filter((sign) => looksLikeIdentityCode(`131052${sign}308T`));
    expect(found.join('')).to.equal('+-UVWXYABCDEF');
  });

  for (const text of [
    '', 'Kiitos!', '131052-308U', '311152-308T', '131352-308T', '131052Z308T', '131052308T', 'X131052-308T', '131052-308TX', '9131052-308T',
    'tilaus 20260131-308T', '040 131052', 'FI21 1234 5600 0007 85', '29.2.2025',
  ]) {
    it(`is not “${text}”`, () => expect(looksLikeIdentityCode(text)).to.be.false);
  }

  it('knows leap days: 2000 had one, 1900 had none', () => {
    const check = '0123456789ABCDEFHJKLMNPRSTUVWXY'[290200123 % 31]!;
    expect(looksLikeIdentityCode(`290200A123${check}`)).to.be.true;
    expect(looksLikeIdentityCode(`290200-123${check}`)).to.be.false;
  });
});
