import { expect } from '@open-wc/testing';
import { folded, tidy, wordingOf } from '../../src/model/text.ts';

describe('texts', () => {
  it('are shown in the page\'s language, else in their own with its lang', () => {
    expect(wordingOf({ fi: 'Tavoite', sv: 'Mål' }, 'sv')).to.deep.equal({ text: 'Mål' });
    expect(wordingOf({ fi: 'Tavoite' }, 'en')).to.deep.equal({ text: 'Tavoite', lang: 'fi' });
    expect(wordingOf('Tavoite', 'en')).to.deep.equal({ text: 'Tavoite' });
  });

  it('lose soft hyphens and doubled spaces, but no letter', () => {
    expect(tidy(' Toteutuma\u00ADennuste\u00A0 2025 ')).to.equal('Toteutumaennuste 2025');
    expect(folded('Toteutuu osittain.')).to.equal('toteutuu osittain');
  });
});
