import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/channels/en.ts';
import { fi } from '../../src/i18n/channels/fi.ts';
import { sv } from '../../src/i18n/channels/sv.ts';
import { answerIn, directionNamed, needNamed } from '../../src/model/channel-terms.ts';
import { NEEDS } from '../../src/model/channels.ts';

describe('the words of a directory\'s columns', () => {
  it('for needs include those that the page itself shows', () => {
    for (const words of [fi, sv, en] as unknown as Readonly<Record<string, string>>[]) for (const code of NEEDS) expect(needNamed(words[`need-${code}`]!), words[`need-${code}`]).to.equal(code);
  });

  it('are known in any case, and as codes', () => {
    expect(['ANNA PALAUTETTA', 'give-feedback', 'Poikkeustilanne.', 'vuokraa sali'].map(needNamed)).to.deep.equal(['give-feedback', 'give-feedback', 'emergency', undefined]);
    expect(['Kaksisuuntainen', 'envägs', 'one-way', 'ylös'].map(directionNamed)).to.deep.equal(['two-way', 'one-way', 'one-way', undefined]);
    expect(['Kyllä', 'nej', 'x', 'joskus'].map(answerIn)).to.deep.equal([true, false, true, undefined]);
  });
});
