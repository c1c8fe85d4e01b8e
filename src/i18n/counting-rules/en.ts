import type { Message } from '../en.ts';

/** How votes are counted and equal projects told apart: what voters read before the first choice, and readers of the result beside the count. */
export const en = {
  'count-order': 'Order of votes',
  'count-shares': 'Equal shares',
  'count-part': 'When the money no longer pays for the next project in full, that project gets what is left, if this is at least {percent} per cent of its cost. The count ends there.',
  'count-threshold-votes': { one: 'Only a project with at least {count} vote can be chosen.', other: 'Only a project with at least {count} votes can be chosen.' },
  'count-threshold-points': { one: 'Only a project with at least {count} point can be chosen.', other: 'Only a project with at least {count} points can be chosen.' },
  'equal': 'If projects are equal',
  'equal-rules': 'The first of these that tells them apart decides: {rules}.',
  'equal-lower-cost': 'lower cost',
  'equal-more-supporters': 'more supporters',
  'equal-earlier-published': 'earlier publication',
  'equal-lot': 'drawing lots',
  'equal-seed': 'The lot is drawn from this: {seed}. Anyone can check it.',
} as const;

export type CountingRuleKey = keyof typeof en;
export type CountingRuleMessages = Readonly<Record<CountingRuleKey, Message>>;
