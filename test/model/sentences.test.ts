import { expect } from '@open-wc/testing';
import { firstSentence } from '../../src/model/sentences.ts';

const withoutSegmenter = (test: () => void): void => {
  const own = Object.getOwnPropertyDescriptor(Intl, 'Segmenter')!;
  Object.defineProperty(Intl, 'Segmenter', { ...own, value: undefined });
  try {
    test();
  } finally {
    Object.defineProperty(Intl, 'Segmenter', own);
  }
};

const texts: readonly { what: string; lang: string; head: string; rest: string }[] = [
  {
    what: 'a Finnish text with esim. and ym.',
    lang: 'fi',
    head: 'Vahvistamme asukkaiden osallisuutta esim. Saaristokylissä, Keskustassa ym. Merilehdon alueilla.',
    rest: 'Kehitämme yhdessä uusia tapoja vaikuttaa.',
  },
  {
    what: 'a Finnish text with jne. before a capital, n. before a number and ks. before a name',
    lang: 'fi',
    head: 'Kirjastot, nuorisotilat, uimahallit, kentät jne. Merilehdossa palvelevat n. 19 000 asukasta (ks. Palveluverkko 2030).',
    rest: 'Palveluverkkoa arvioidaan joka toinen vuosi.',
  },
  {
    what: 'a date and an ordinal number before a capital',
    lang: 'fi',
    head: 'Verkkopalvelun koulutus alkaa 11.4. Merilehdossa ja 3. Asukasfoorumi pidetään syksyllä.',
    rest: 'Sisällöt siirretään kesän aikana.',
  },
  {
    what: 'a year at the end of a sentence',
    lang: 'fi',
    head: 'Kaupunki on Suomen vetovoimaisin rannikkokaupunki vuonna 2030.',
    rest: 'Tavoitteeseen päästään yhdessä yritysten kanssa.',
  },
  {
    what: 'a Swedish text with t.ex., bl.a. and m.m.',
    lang: 'sv',
    head: 'Havslunda erbjuder motion för alla, t.ex. Simskola, bl.a. Vattengymnastik m.m. Invånarna deltar i planeringen.',
    rest: 'Utbudet utvärderas tillsammans med föreningarna.',
  },
  {
    what: 'a Swedish text with ca. and fr.o.m.',
    lang: 'sv',
    head: 'Evenemang ordnas i stadens alla delar för ca. 19 000 invånare fr.o.m. Mars 2026, ca. Tio om året.',
    rest: 'Svaren publiceras på stadens webbplats.',
  },
  {
    what: 'an English text with e.g. and an initial',
    lang: 'en',
    head: 'Residents plan their own services, e.g. Saturday opening hours, with J. Virtanen of the library.',
    rest: 'Results are published twice a year.',
  },
];

describe('the first sentence of a long text', () => {
  for (const { what, lang, head, rest } of texts) {
    it(`is whole in ${what}`, () => {
      expect(firstSentence(`${head} ${rest}`, lang)).to.deep.equal({ head, rest });
    });

    it(`is whole in ${what}, also without Intl.Segmenter`, () => {
      withoutSegmenter(() => expect(firstSentence(`${head} ${rest}`, lang)).to.deep.equal({ head, rest }));
    });
  }

  it('takes the next sentence along while there are fewer than 40 characters', () => {
    const { head, rest } = firstSentence(
      'Merilehto kasvaa. Kasvu on kestävää. Rakennamme asuntoja hyvien yhteyksien varrelle. Meri pysyy lähellä kaikkia.',
      'fi',
    );
    expect(head).to.equal('Merilehto kasvaa. Kasvu on kestävää. Rakennamme asuntoja hyvien yhteyksien varrelle.');
    expect(rest).to.equal('Meri pysyy lähellä kaikkia.');
  });

  it('is the whole text where there is nothing to hide', () => {
    const one = 'Edistämme jokaisen merilehtolaisen hyvinvointia ja osallisuutta';
    expect(firstSentence(one, 'fi')).to.deep.equal({ head: one, rest: '' });
    expect(firstSentence('', 'fi')).to.deep.equal({ head: '', rest: '' });
  });

  it('hides nothing as short as the button that would open it', () => {
    const text = 'Edistämme jokaisen merilehtolaisen hyvinvointia ja osallisuutta. Yhdessä olemme enemmän.';
    expect(firstSentence(text, 'fi').rest).to.equal('Yhdessä olemme enemmän.');
    const short = 'Edistämme jokaisen merilehtolaisen hyvinvointia ja osallisuutta. Yhdessä.';
    expect(firstSentence(short, 'fi')).to.deep.equal({ head: short, rest: '' });
  });

  it('ends at a question and keeps closing quotes', () => {
    const text = 'Mitä asukkaat sanovat, kun heiltä kysytään: ”Missä sinä haluaisit päättää?” Kaupunki kysyy sitä joka kevät.';
    expect(firstSentence(text, 'fi')).to.deep.equal({
      head: 'Mitä asukkaat sanovat, kun heiltä kysytään: ”Missä sinä haluaisit päättää?”',
      rest: 'Kaupunki kysyy sitä joka kevät.',
    });
  });

  it('is the whole text where no sentence ends in it, however many abbreviations it has', () => {
    const text = 'esim. Merilehto ym. '.repeat(20).trim();
    expect(firstSentence(text, 'fi')).to.deep.equal({ head: text, rest: '' });
  });

  it('is not looked for through a text as long as a book', () => {
    const text = 'N. N. '.repeat(50_000).trim();
    expect(firstSentence(text, 'fi')).to.deep.equal({ head: text, rest: '' });
  });

  it('loses no word, wherever it cuts', () => {
    for (const { lang, head, rest } of texts) {
      const text = `${head} ${rest} ${head}`;
      const cut = firstSentence(text, lang);
      expect(`${cut.head} ${cut.rest}`).to.equal(text);
    }
  });
});
