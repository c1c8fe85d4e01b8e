import type { Funding, Project } from './ballot.ts';
import type { Election } from './election.ts';
import type { Resource } from './gate.ts';
import type { Cell } from './small-cells.ts';
import type { TallyRefusal } from './tally.ts';
import type { PartFunded } from './tally-steps.ts';
import type { VoteChannel } from './vote.ts';

declare module './resources.ts' {
  interface ResourceQueries {
    /** `GET {url}ballot-results/{id}`; `forbidden` with the problem `results-hidden` until the vote has closed and the city shows its results. */
    'ballot-results': { readonly id?: string };
    /** `GET {url}ballot-receipts/{id}`, as `BallotReceipts`: every code, so that nobody learns whose is looked for. `forbidden` until the vote has closed. */
    'ballot-receipts': { readonly id?: string };
  }
}

/** What became of a project. Its title, cost and picture are in the ballot. */
export interface ProjectResult {
  /** The id of a project; those that were withdrawn are not among them. */
  readonly project: string;
  readonly supporters: number;
  /** What the greedy rules order by: its supporters, or its points. */
  readonly score: number;
  /** Whether the count funds it in full. */
  readonly funded: boolean;
  /** Where it is paid for otherwise: in part, by the count or by what was decided after it, or from a reserve. */
  readonly funding?: Funding;
  readonly implementation?: NonNullable<Project['implementation']>;
}

/** The result of a ballot (tulos), with what anyone needs to count it again. Read beside the `ballot`, which has the words. */
export interface BallotResults {
  /** The id of the ballot. */
  readonly ballot: string;
  /** ISO instant at which these figures were taken. */
  readonly countedAt: string;
  /** How many people voted. */
  readonly votes: number;
  /** People by how their votes came in, and by the area that is theirs, where the city knows it. Both add up to `votes`; the area `''` is not known. */
  readonly channels: readonly Cell<VoteChannel>[];
  readonly areas: readonly Cell[];
  /** Votes on paper that nobody could read, or that broke the rules; none of them is in `votes`. */
  readonly spoiled?: number;
  /** In the ballot's order. */
  readonly projects: readonly ProjectResult[];
  /** The counting rule, and the ids that it funds in full, in its order. */
  readonly rule: string;
  readonly funded: readonly string[];
  /** The project to which the rule gives what was left, a part of its cost. */
  readonly partFunded?: PartFunded;
  /** Why the rule cannot count these votes; then nothing is funded. */
  readonly refused?: TallyRefusal;
  /** Equal projects between which the city still draws lots. */
  readonly unresolved?: readonly string[];
  /** Votes without their voters, equal ones together: what `tally` counts. Without groups where only totals are known of some. */
  readonly election: Election;
  /** Address of the votes as a `.pb` file, relative to the source's own. */
  readonly votesFile?: string;
}

/**
 * The receipt codes of all votes from the web that are counted, in the order of their letters. With the salt, a device that has
 * kept its vote works the code out again by `receiptCode`: it is on the list only if the vote is counted as it was sent.
 */
export interface BallotReceipts {
  readonly ballot: string;
  readonly salt?: string;
  readonly receipts: readonly string[];
}

/** The result of one ballot, from JSON. */
export const ballotResultsResource: Resource<ProjectResult, BallotResults, object> = {
  name: 'ballot-results',
  async *accept(raw) {
    const { readBallotResults } = await import('./ballot-results-json.ts');
    return yield* readBallotResults(raw);
  },
  recognises: () => false,
};

/** The receipt codes of one ballot, from JSON. */
export const ballotReceiptsResource: Resource<string, BallotReceipts, object> = {
  name: 'ballot-receipts',
  async *accept(raw) {
    const { readBallotReceipts } = await import('./ballot-results-json.ts');
    return yield* readBallotReceipts(raw);
  },
  recognises: () => false,
};
