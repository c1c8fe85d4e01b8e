import type { CountingRuleMessages } from './en.ts';

export const fi: CountingRuleMessages = {
  'count-order': 'Äänten järjestys',
  'count-shares': 'Tasaosuudet',
  'count-part': 'Kun raha ei enää riitä seuraavaan kohteeseen kokonaan, kohde saa loput rahat, jos ne kattavat vähintään {percent} prosenttia sen kustannuksesta. Laskenta päättyy siihen.',
  'count-threshold-votes': { one: 'Kohde voidaan valita vain, jos se saa vähintään {count} äänen.', other: 'Kohde voidaan valita vain, jos se saa vähintään {count} ääntä.' },
  'count-threshold-points': { one: 'Kohde voidaan valita vain, jos se saa vähintään {count} pisteen.', other: 'Kohde voidaan valita vain, jos se saa vähintään {count} pistettä.' },
  'equal': 'Jos kohteet ovat tasoissa',
  'equal-rules': 'Järjestyksen ratkaisee ensimmäinen näistä, joka erottaa kohteet: {rules}.',
  'equal-lower-cost': 'pienempi kustannus',
  'equal-more-supporters': 'useampi kannattaja',
  'equal-earlier-published': 'aikaisempi julkaisu',
  'equal-lot': 'arvonta',
  'equal-seed': 'Arvonnan perusteena on: {seed}. Kuka tahansa voi tarkistaa arvonnan.',
};
