import type { TieRule } from '../../src/model/ballot.ts';
import { VoteCounter, type Election } from '../../src/model/election.ts';

/** What a test says of an election: costs in euros by project, and votes as `4×AB` (four people chose A and B). */
export interface Sketch {
  readonly budget: number;
  readonly costs: Readonly<Record<string, number>>;
  readonly votes: readonly string[];
  readonly ties?: readonly TieRule[];
  readonly lots?: readonly string[];
  readonly published?: Readonly<Record<string, string>>;
  readonly conflicts?: readonly (readonly [string, string])[];
  readonly threshold?: number;
  readonly partFundingPercent?: number;
}

/** The election of a sketch; every project's id is one letter. */
export function electionFrom({ budget, costs, votes, ties = ['lower-cost', 'more-supporters'], lots, published = {}, conflicts = [], threshold, partFundingPercent }: Sketch): Election {
  const ids = Object.keys(costs);
  const counter = new VoteCounter(ids);
  for (const vote of votes) {
    const [times = '', letters = ''] = vote.split('×');
    for (let n = 0; n < Number(times); n++) counter.add([...letters].map((id) => [id, 1] as const));
  }
  return {
    budget: budget * 100,
    voters: counter.voters,
    groups: counter.groups(),
    ties: { order: ties },
    ...(lots && { lots }),
    ...(threshold !== undefined && { threshold }),
    ...(partFundingPercent !== undefined && { partFundingPercent }),
    projects: ids.map((id, n) => ({
      id, cost: costs[id]! * 100, supporters: counter.supporters[n]!, score: counter.scores[n]!,
      ...(published[id] !== undefined && { publishedAt: published[id] }),
      conflicts: conflicts.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : [])),
    })),
  };
}

/** The vector on which the Pabulib checker and pabutools agree: ten people, 10 000 €. */
export const VECTOR: Sketch = { budget: 10_000, costs: { A: 6000, B: 5000, C: 3000, D: 2000 }, votes: ['4×AB', '2×AC', '3×CD', '1×D'] };
