import type { Ballot } from '../../model/ballot.ts';
import { enoughToTakeOut } from '../../model/choosing.ts';
import type { Choice } from '../../model/vote.ts';
import type { VoteError } from '../../model/vote-rules.ts';
import type { Speaker } from './speaker.ts';

/** What keeps a vote from being sent, in words; what costs too much also says what it takes to mend it. */
export function blockerSentence(error: VoteError, ballot: Ballot, choices: readonly Choice[], speaker: Speaker): string {
  const sentence = errorSentence(error, ballot, speaker);
  return error.code === 'over-budget' ? `${sentence} ${wayOut(error, ballot, choices, speaker)}` : sentence;
}

/** The same beside the meter, which says already by how much there is too much money in it: what it takes to mend it. */
export function remedySentence(error: VoteError, ballot: Ballot, choices: readonly Choice[], speaker: Speaker): string {
  return error.code === 'over-budget' ? wayOut(error, ballot, choices, speaker) : errorSentence(error, ballot, speaker);
}

/** Projects that are named: the cheapest of those that are enough. */
const NAMED = 3;

function wayOut({ values = {} }: VoteError, ballot: Ballot, choices: readonly Choice[], { say, word, money }: Speaker): string {
  const enough = enoughToTakeOut(ballot, choices);
  if (!enough.length) return say('take-several', { over: money(Number(values['spent']) - Number(values['limit'])) });
  return say('enough', { projects: enough.slice(0, NAMED).map(({ title, cost }) => `${word(title).text} (${money(cost)})`).join(', ') });
}

function errorSentence({ code, projects = [], group, values = {} }: VoteError, ballot: Ballot, { say, word, money }: Speaker): string {
  const [project, other] = projects.map((id) => {
    const found = ballot.projects.find((one) => one.id === id);
    return found ? word(found.title).text : id;
  });
  const groups = [...ballot.areas, ...ballot.categories];
  const named = groups.find(({ id }) => id === group);
  const { spent, limit } = values;
  const filled = {
    ...values,
    ...(project !== undefined && { project }), ...(other !== undefined && { other }),
    ...(group !== undefined && { group: named ? word(named.name).text : group }),
    ...(spent !== undefined && { spent: money(Number(spent)) }), ...(limit !== undefined && { limit: money(Number(limit)) }),
  };
  if (code === 'too-few') return say(values['unit'] === 'points' ? 'too-few-points' : 'too-few', filled);
  if (code === 'area-limit' || code === 'category-limit') {
    const { unit } = values;
    if (unit === 'areas' || unit === 'other-areas') return say(`area-limit-${unit}`, filled);
    return say(`${code}-${limit !== undefined ? 'spend' : values['min'] !== undefined ? 'min' : 'max'}`, filled);
  }
  return say(code, filled);
}
