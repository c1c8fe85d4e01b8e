import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { audiencesIn, audiencesOf } from '../../src/model/channel-audiences.ts';

const LISTS: Readonly<Record<string, readonly string[]>> = {
  'Asukkaat': ['Asukkaat'],
  'Asukkaat, elinkeinoelämä, sidosryhmät, matkailijat.': ['Asukkaat', 'elinkeinoelämä', 'sidosryhmät', 'matkailijat'],
  'Asukkaat, yritykset ja matkailijat': ['Asukkaat', 'yritykset', 'matkailijat'],
  'Oppilaat ja huoltajat': ['Oppilaat', 'huoltajat'],
  'Oppilaat, huoltajat ja koulun henkilöstö': ['Oppilaat', 'huoltajat', 'koulun henkilöstö'],
  'Asukkaat ja muut seuraajat': ['Asukkaat', 'muut seuraajat'],
  'nuoret aikuiset': ['nuoret aikuiset'],
  'Nuoret, nuoret aikuiset': ['Nuoret', 'nuoret aikuiset'],
  'Lapsi- ja nuorisojärjestöt, koulut': ['Lapsi- ja nuorisojärjestöt', 'koulut'],
  'Invånare, näringsliv och turister': ['Invånare', 'näringsliv', 'turister'],
  'Elever och vårdnadshavare': ['Elever', 'vårdnadshavare'],
  'Residents, businesses and visitors': ['Residents', 'businesses', 'visitors'],
  'Pupils, guardians and school staff': ['Pupils', 'guardians', 'school staff'],
};

/** What must not be cut in two. */
const WHOLE = [
  'Asukkaat, jotka ovat kiinnostuneet päätöksenteosta, sekä muut kuntatoimijat',
  'Asukkaat, erityisesti nuoret',
  'Kaikki, joilla ei ole nettiä',
  'Heinolan ja Lahden asukkaat',
  'Pienet ja keskisuuret yritykset',
  'Pienet, keskisuuret ja suuret yritykset',
  'Päivähoidon ja koulun henkilöstö',
  'Työ- ja elinkeinoelämä',
  'Invånare som är intresserade av beslut, och andra',
  'Små och medelstora företag',
  'Dagvårdens och skolans personal',
  'Small and medium-sized businesses',
  'Residents who follow decisions, and councillors',
  'Viestinnän ammattilaiset sekä työtä ja uusia mahdollisuuksia etsivät',
];

describe('the audiences in a text', () => {
  for (const [text, parts] of Object.entries(LISTS)) {
    it(`are ${parts.length} in “${text}”`, () => {
      expect(audiencesIn(text)).to.deep.equal(parts);
    });
  }
  for (const text of WHOLE) {
    it(`are one in “${text}”`, () => {
      expect(audiencesIn(text)).to.deep.equal([text]);
    });
  }

  it('lose no word', () => {
    const word = fc.constantFrom('asukkaat', 'nuoret', 'koulun', 'työ-', 'henkilöstö', 'ja', 'sekä', 'och', 'and', ',', 'jotka', 'muut', '(ikä 13–17)');
    const wordsIn = (texts: readonly string[]) => texts.join(' ').split(/[\s,]+/).filter((one) => one && !/^(?:ja|sekä|och|and)$/.test(one));
    fc.assert(fc.property(fc.array(word, { maxLength: 9 }).map((words) => words.join(' ')), (text) => {
      expect(wordsIn(audiencesIn(text))).to.deep.equal(wordsIn([text]));
    }));
  });

  it('are paired between languages that name the same number, and left whole where they do not', () => {
    expect(audiencesOf({ fi: 'Asukkaat ja yritykset', sv: 'Invånare och företag' })).to.deep.equal([{ fi: 'Asukkaat', sv: 'Invånare' }, { fi: 'yritykset', sv: 'företag' }]);
    expect(audiencesOf({ fi: 'Asukkaat ja yritykset', sv: 'Alla' })).to.deep.equal([{ fi: 'Asukkaat ja yritykset', sv: 'Alla' }]);
  });
});
