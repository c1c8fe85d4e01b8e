import type { AukioBudgetVote } from './budget-vote.ts';
import { timeWords } from './facts.ts';

/** What to do where nobody knows whether a vote arrived. */
export function unknownAgain({ ballot, speaker }: AukioBudgetVote): string {
  return speaker.say('unknown-again', { time: timeWords(ballot.closesAt, speaker) });
}
