import type { Ballot, Project } from './ballot.ts';
import type { BallotOptions } from './ballot-json.ts';
import type { Resource } from './gate.ts';

/** One ballot with its projects, from JSON. Its schemas are loaded when there is something to check. */
export const ballotResource: Resource<Project, Ballot, BallotOptions> = {
  name: 'ballot',
  async *accept(raw, options) {
    const { readBallot } = await import('./ballot-json.ts');
    return yield* readBallot(raw, options);
  },
  recognises: () => false,
};

/** Every ballot of a source. */
export const ballotsResource: Resource<Ballot, readonly Ballot[], BallotOptions> = {
  name: 'ballots',
  async *accept(raw, options) {
    const { readBallots } = await import('./ballot-json.ts');
    return yield* readBallots(raw, options);
  },
  recognises: () => false,
};
