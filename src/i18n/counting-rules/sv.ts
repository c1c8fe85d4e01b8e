import type { CountingRuleMessages } from './en.ts';

export const sv: CountingRuleMessages = {
  'count-order': 'Ordning efter röster',
  'count-shares': 'Lika andelar',
  'count-part': 'När pengarna inte längre räcker till hela nästa objekt får det objektet resten av pengarna, om de täcker minst {percent} procent av kostnaden. Räkningen slutar där.',
  'count-threshold-votes': { one: 'Ett objekt kan väljas bara om det får minst {count} röst.', other: 'Ett objekt kan väljas bara om det får minst {count} röster.' },
  'count-threshold-points': { one: 'Ett objekt kan väljas bara om det får minst {count} poäng.', other: 'Ett objekt kan väljas bara om det får minst {count} poäng.' },
  'equal': 'Om objekt ligger lika',
  'equal-rules': 'Det första av dessa som skiljer dem åt avgör: {rules}.',
  'equal-lower-cost': 'lägre kostnad',
  'equal-more-supporters': 'fler som stöder',
  'equal-earlier-published': 'tidigare publicering',
  'equal-lot': 'lottning',
  'equal-seed': 'Lotten dras utifrån detta: {seed}. Vem som helst kan kontrollera lottningen.',
};
