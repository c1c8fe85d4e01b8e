import { setImmediate } from 'node:timers/promises';
import { phaseAt, type Ballot } from '../../../src/model/ballot.ts';
import { pabulibOf, type PublishedVote } from '../../../src/model/ballot-pabulib.ts';
import type { BallotResults, ProjectResult } from '../../../src/model/ballot-results.ts';
import { drawLots, electionOf, withTotals, type Election, type Total } from '../../../src/model/election.ts';
import { writePabulib } from '../../../src/model/pabulib-write.ts';
import { shownCells } from '../../../src/model/small-cells.ts';
import { tallySteps, type RefusedTally, type Tally } from '../../../src/model/tally.ts';
import type { Outcome } from '../../../src/model/tally-steps.ts';
import { VOTE_CHANNELS, type VoteChannel } from '../../../src/model/vote.ts';
import type { Queryable } from '../database/database.ts';
import { readBatches, type StoredBatch } from './batch.ts';
import { sha256 } from './sha256.ts';
import { readVotes } from './store.ts';

/** Everything that is counted of a ballot. */
export interface Counted {
  readonly votes: readonly PublishedVote[];
  /** Batches of which only the totals are known. */
  readonly totals: readonly StoredBatch[];
  /** Votes on paper that are not. */
  readonly spoiled: number;
  /** When what is counted last changed. */
  readonly at: Date;
  /** Receipt codes of the votes from the web, in the order of their letters. */
  readonly receipts: readonly string[];
}

/** Whether nobody can vote any more: by the clock, whatever phase the city names. */
export function isClosed({ closesAt }: Ballot, now: Date): boolean {
  return now.getTime() >= Date.parse(closesAt);
}

/** Whether the city shows results: they come all at once, after closing and when every channel is counted. */
export function areResultsPublic(ballot: Ballot, now: Date): boolean {
  const phase = phaseAt(ballot, now.getTime());
  return isClosed(ballot, now) && (phase === 'results' || phase === 'implementation');
}

/** Reads all that the voting brought, once it is closed. */
export async function collect(database: Queryable, ballot: Ballot, at: Date): Promise<Counted> {
  const web = await readVotes(database, ballot.id);
  const batches = (await readBatches(database, ballot.id)).filter(({ withdrawnAt }) => !withdrawnAt);
  const ofBatches = batches.flatMap(({ votes, channel, area }) => (votes ?? []).map((choices) => ({ choices, channel, ...(area !== null && { area }) })));
  return {
    votes: [...web.map(({ choices, area }) => ({ choices, channel: 'web' as const, ...(area !== null && { area }) })), ...ofBatches],
    totals: batches.filter(({ totals }) => totals),
    spoiled: batches.reduce((sum, { spoiled }) => sum + spoiled, 0),
    at,
    receipts: web.map(({ receipt }) => receipt),
  };
}

export async function resultsOf(ballot: Ballot, counted: Counted): Promise<BallotResults> {
  const { votes, totals, spoiled, at } = counted;
  const election = await electionFrom(ballot, counted);
  const count = await countInSlices(election, ballot.rule);
  const { funded, partFunded, unresolved }: Pick<Outcome, 'funded' | 'partFunded' | 'unresolved'> = count.refused === undefined ? count : { funded: [] };
  const people = [...votes.map(({ channel, area }) => ({ channel, area, voters: 1 })), ...totals];
  return {
    ballot: ballot.id, countedAt: at.toISOString(), votes: election.voters,
    channels: shownCells(sums(VOTE_CHANNELS, people.map(({ channel, voters }): [VoteChannel, number] => [channel, voters])), 'web'),
    areas: shownCells(sums([...ballot.areas.map(({ id }) => id), ''], people.map(({ area, voters }): [string, number] => [area ?? '', voters]))),
    ...(spoiled > 0 && { spoiled }),
    projects: election.projects.map(({ id, supporters, score }): ProjectResult => {
      const { funding = partFunded?.project === id ? { kind: 'part' as const, granted: partFunded.granted } : undefined, implementation } = ballot.projects.find((project) => project.id === id)!;
      return { project: id, supporters, score, funded: funded.includes(id), ...(funding && { funding }), ...(implementation && { implementation }) };
    }),
    rule: ballot.rule, funded,
    ...(partFunded && { partFunded }), ...(count.refused !== undefined && { refused: count.refused }), ...(unresolved && { unresolved }),
    election,
    votesFile: `ballot/${ballot.id}/votes.pb`,
  };
}

/** How long others may wait while votes are counted, in milliseconds. */
const SLICE = 20;

/** A large election takes seconds; meanwhile people vote in other ballots. */
async function countInSlices(election: Election, rule: string): Promise<Tally | RefusedTally> {
  const steps = tallySteps(election, rule);
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
    await setImmediate();
  }
}

/** The votes as a `.pb` file; without single votes where only totals are known of some. */
export async function votesFileOf(ballot: Ballot, counted: Counted, { city, lang }: { readonly city: string; readonly lang: string }): Promise<string> {
  const { election: { projects }, funded, partFunded } = await resultsOf(ballot, counted);
  return writePabulib(pabulibOf(ballot, counted.totals.length ? undefined : counted.votes, { unit: city, lang, projects, funded, partFunded }));
}

async function electionFrom(ballot: Ballot, { votes, totals }: Counted): Promise<Election> {
  const { order, seed } = ballot.ties;
  const lots = order.includes('lot') && seed ? await drawLots(seed, ballot.projects.map(({ id }) => id), sha256) : undefined;
  const election = electionOf(ballot, votes, lots);
  return totals.length ? withTotals(election, sumOf(totals), totals.reduce((sum, { voters }) => sum + voters, 0)) : election;
}

function sumOf(batches: readonly StoredBatch[]): ReadonlyMap<string, Total> {
  const sum = new Map<string, Required<Total>>();
  for (const { project, supporters, score = supporters } of batches.flatMap(({ totals }) => totals ?? [])) {
    const earlier = sum.get(project) ?? { supporters: 0, score: 0 };
    sum.set(project, { supporters: earlier.supporters + supporters, score: earlier.score + score });
  }
  return sum;
}

function sums<Key extends string>(keys: readonly Key[], counts: readonly (readonly [Key, number])[]): Map<Key, number> {
  const sum = new Map(keys.map((key) => [key, 0]));
  for (const [key, count] of counts) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}
