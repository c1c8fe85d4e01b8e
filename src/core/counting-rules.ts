import type { CountingRuleKey } from '../i18n/counting-rules/languages.ts';
import type { MessageValues } from '../i18n/languages.ts';
import { isScored, type Ballot } from '../model/ballot.ts';

const RULES = /^(?:greedy(?:-no-skip|-threshold|-exclusive)?|(equalshares)(\/add1)?(-comparison)?)$/;

export type RuledBallot = Pick<Ballot, 'rule' | 'rules' | 'threshold' | 'partFundingPercent' | 'projects'>;
type Say = (key: CountingRuleKey, values?: MessageValues) => string;

/** What a rule is made of; nothing where it is not known. */
export interface RuleParts {
  readonly shares: boolean;
  readonly raised: boolean;
  readonly compared: boolean;
  /** The percentage from which on a project is funded in part. */
  readonly part: number | undefined;
}

export function rulePartsOf({ rule, partFundingPercent }: RuledBallot): RuleParts | undefined {
  const [known, shares, raised, compared] = RULES.exec(rule) ?? [];
  if (known === undefined) return undefined;
  return { shares: Boolean(shares), raised: Boolean(raised), compared: Boolean(compared), part: shares ? undefined : partFundingPercent };
}

/** What the counting rule is called; nothing where it is not known. */
export function ruleName(ballot: RuledBallot, say: Say): string | undefined {
  const parts = rulePartsOf(ballot);
  return parts && say(parts.shares ? 'count-shares' : 'count-order');
}

/** What a project needs to be chosen, and what it may get, where that is otherwise than usual. */
export function ruleConditions(ballot: RuledBallot, say: Say): readonly string[] {
  const { threshold } = ballot;
  const percent = rulePartsOf(ballot)?.part;
  return [
    percent === undefined ? '' : say('count-part', { percent }),
    threshold ? say(isScored(ballot) ? 'count-threshold-points' : 'count-threshold-votes', { count: threshold }) : '',
  ].filter(Boolean);
}

/** How equal projects are told apart, and from what the lot is drawn. */
export function tieSentences({ order, seed }: Ballot['ties'], say: Say): readonly string[] {
  return [
    order.length ? say('equal-rules', { rules: order.map((rule) => say(`equal-${rule}`)).join(', ') }) : '',
    seed && order.includes('lot') ? say('equal-seed', { seed }) : '',
  ].filter(Boolean);
}
