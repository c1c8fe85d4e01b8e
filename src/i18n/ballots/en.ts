import type { Message } from '../en.ts';

/** What residents read of a ballot’s rules and of its count: what keeps a vote from being sent, why a project was not chosen, how ties were broken. Keys of errors are their codes; `area-limit` and `category-limit` end in what the limit is on. */
export const en = {
  'voting-not-open': 'Voting has not opened yet.',
  'voting-closed': 'Voting has closed.',
  'not-eligible': 'You do not have the right to vote in this ballot.',
  'unknown-project': 'Your vote has a project that is not on the ballot: {project}. Take it out.',
  'withdrawn-project': '{project} has been withdrawn and can no longer be chosen. Take it out.',
  'duplicate-project': '{project} is in your vote twice. Take one of them out.',
  'too-few': 'You have chosen too few projects: {count}. The least is {min}.',
  'too-few-points': 'You have given too few points: {count}. The least is {min}.',
  'too-many': 'You have chosen too many projects: {count}. The most is {max}.',
  'under-min-spend': 'Your projects cost {spent}. Choose projects for at least {limit}.',
  'over-budget': 'Your projects cost {spent}, and there is {limit} to use. Take out projects until they fit.',
  'over-points': 'You have given {count} points, and there are {max} to give. Take some back.',
  'points-per-project': '{project}: give a whole number of points from 0 to {max}.',
  'rank-gap': 'No project has rank {rank}, or two have the same. Rank your projects 1, 2, 3 and so on.',
  'category-limit-min': 'Category {group}: choose at least {min}. You have chosen {count}.',
  'category-limit-max': 'Category {group}: choose at most {max}. You have chosen {count}.',
  'category-limit-spend': 'Category {group}: your projects cost {spent}, and the most is {limit}.',
  'area-limit-min': 'Area {group}: choose at least {min}. You have chosen {count}.',
  'area-limit-max': 'Area {group}: choose at most {max}. You have chosen {count}.',
  'area-limit-spend': 'Area {group}: your projects cost {spent}, and the most is {limit}.',
  'area-limit-areas': 'You have chosen projects in {count} areas. Choose in at most {max}.',
  'area-limit-other-areas': 'Your own area is {group}. Besides it you may choose in {max}, and you have chosen in {count}.',
  'incompatible-projects': '{project} and {other} cannot both be carried out. Choose one of them.',
  'stale-rules': 'The rules of the vote have changed since you opened this page. Your choices are kept: load the page again and check them.',

  'count-whole': 'A project is paid for in full or not at all: none is funded in part.',
  'count-greedy': 'Projects are taken in order, the one with most support first. Each is chosen if there is enough money left for it. One that is too dear is passed over, and the count goes on.',
  'count-greedy-no-skip': 'Projects are taken in order, the one with most support first, as long as there is money. The count ends at the first one for which there is not enough.',
  'count-ranks': 'The project that a voter puts first gets {best} points, the next one a point less, and so on.',
  'count-equalshares': 'Everybody who voted gets an equal share of the money. A project is chosen when those who voted for it can pay for it together. Those who pay have less for other projects, so the money is not all decided by the largest group.',
  'count-shares-points': 'Equal shares look only at which projects somebody chose. How many points she gave makes no difference there.',
  'count-shares-ranking': 'Equal shares look only at which projects somebody chose. In which order she put them makes no difference there.',
  'count-add1': 'Shares are then raised by a euro each, again and again, for as long as what is chosen fits into the budget.',
  'count-comparison': 'The outcome is compared with a plain order of votes, and the one in which more voters have more of their own projects stands.',

  'why-too-dear': 'It costs {cost}, and {left} was left.',
  'why-supporters-short': 'It costs {cost}, and its supporters had {had} left together.',
  'why-below-threshold': 'It would have needed at least {threshold}.',
  'why-conflict': 'It cannot be carried out beside {other}, which was chosen before it.',
  'why-no-supporters': 'Nobody voted for it.',
  'why-stopped': 'The count ended at {other}, for which there was not enough money.',

  'tie-lower-cost': '{projects} were equal. The cheaper one came first: {first}.',
  'tie-more-supporters': '{projects} were equal. The one with more supporters came first: {first}.',
  'tie-earlier-published': '{projects} were equal. The one published earlier came first: {first}.',
  'tie-lot': '{projects} were equal. The lot fell on {first}.',
  'tie-unresolved': '{projects} are equal by every rule. The city draws lots between them, and the count then goes on.',

  'refused-rule-unknown': 'The result cannot be counted again here: its counting rule is not known.',
  'refused-totals-only': 'Equal shares cannot be counted, because only the total votes of each project are known, not single votes.',
  'refused-no-votes': 'There are no votes to count.',
  'refused-threshold-missing': 'The result cannot be counted: the least number of votes that wins is not given.',
  'refused-money-wrong': 'The result cannot be counted: a cost or the budget is not a sum of money.',
  'refused-project-twice': 'The result cannot be counted: a project is listed twice.',
} as const;

export type BallotMessageKey = keyof typeof en;
export type BallotMessages = Readonly<Record<BallotMessageKey, Message>>;
