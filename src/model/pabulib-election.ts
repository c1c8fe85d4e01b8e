import { VoteCounter, type Election } from './election.ts';
import type { Ties } from './ballot.ts';
import { isWithdrawn, type PabulibFile, type PabulibProject, type PabulibVote } from './pabulib.ts';

/** What a `.pb` file says of no tie rule: the cheaper first, then the one with more supporters, as its checker does. */
const TIES: Ties = { order: ['lower-cost', 'more-supporters'] };

/** The election in a `.pb` file, without projects that were withdrawn or have no cost. Without votes, by the projects' own figures. */
export function electionOfPabulib({ budget, meta, projects, votes }: PabulibFile, ties: Ties = TIES): Election {
  const standing = projects.filter(({ cost }) => cost > 0 && !isWithdrawn(cost));
  const threshold = Number(meta.min_project_score_threshold);
  const about = { budget, ties, ...(threshold > 0 && { threshold }) };
  if (!votes) return { ...about, voters: 0, projects: standing.map((project) => ({ ...plain(project), ...said(project) })) };
  const counter = new VoteCounter(standing.map(({ id }) => id));
  // Borda: the first of three gets 3 points.
  const best = meta.vote_type === 'ordinal' ? Number(meta.max_length ?? longest(votes)) : 0;
  for (const vote of votes) counter.add(scoresOf(vote, best));
  const { supporters, scores, voters } = counter;
  return { ...about, voters, groups: counter.groups(), projects: standing.map((project, n) => ({ ...plain(project), supporters: supporters[n]!, score: scores[n]! })) };
}

/** @param best what the first of a ranking gets; 0 where nothing is ranked */
function* scoresOf({ choices, points }: PabulibVote, best: number): Generator<readonly [string, number]> {
  for (const n of choices.keys()) yield [choices[n]!, points ? (points[n] ?? 0) : best ? best - n : 1];
}

function longest(votes: readonly PabulibVote[]): number {
  return votes.reduce((most, { choices }) => Math.max(most, choices.length), 0);
}

function plain({ id, cost }: PabulibProject): { id: string; cost: number; conflicts: readonly string[] } {
  return { id, cost, conflicts: [] };
}

function said({ fields: { votes, score } }: PabulibProject): { supporters: number; score: number } {
  const supporters = Number(votes ?? 0);
  return { supporters, score: Number(score ?? supporters) };
}
