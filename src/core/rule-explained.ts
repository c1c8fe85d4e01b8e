import type { BallotMessageKey } from '../i18n/ballots/languages.ts';
import type { MessageValues } from '../i18n/languages.ts';
import { pointsOfFirst } from '../model/ballot.ts';
import { rulePartsOf, type RuledBallot } from './counting-rules.ts';

/**
 * What a counting rule does, as sentences: the same before the first choice and beside the result. Nothing where the rule is not
 * known. Its name and its conditions are in `counting-rules.ts`, which comes with the first view.
 */
export function ruleExplained(ballot: RuledBallot, say: (key: BallotMessageKey, values?: MessageValues) => string): readonly string[] {
  const { rule, rules: { method } } = ballot;
  const parts = rulePartsOf(ballot);
  if (!parts) return [];
  const { shares, raised, compared, part } = parts;
  return [
    shares ? say('count-equalshares') : say(rule === 'greedy-no-skip' ? 'count-greedy-no-skip' : 'count-greedy'),
    shares && (method === 'points' || method === 'ranking') ? say(`count-shares-${method}`) : '',
    raised ? say('count-add1') : '',
    compared ? say('count-comparison') : '',
    method === 'ranking' && !shares ? say('count-ranks', { best: pointsOfFirst(ballot) }) : '',
    part === undefined ? say('count-whole') : '',
  ].filter(Boolean);
}
