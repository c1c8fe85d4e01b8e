import type { Ballot } from '../../../src/model/ballot.ts';
import { givenChoices, type Choice } from '../../../src/model/vote.ts';

/** Choices as the ballot knows them: what its way of voting does not ask for is not kept, nor what got no points. */
export function keptChoices({ rules: { method } }: Ballot, choices: readonly Choice[]): Choice[] {
  return givenChoices(choices).map(({ project, points, rank }) => ({ project, ...(method === 'points' && { points: points! }), ...(method === 'ranking' && { rank: rank! }) }));
}
