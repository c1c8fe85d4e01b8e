import { areIncompatible } from './vote-rules.ts';
import { pointsOfFirst, type Ballot, type Project, type Ties } from './ballot.ts';
import { givenChoices, type Choice, type Vote } from './vote.ts';

/** A project as it is counted. */
export interface Candidate {
  readonly id: string;
  /** Whole cents, above 0. */
  readonly cost: number;
  /** How many voters chose it. */
  readonly supporters: number;
  /** What the greedy rules order by: its supporters, or its points. */
  readonly score: number;
  /** ISO instant or date. */
  readonly publishedAt?: string;
  /** Ids of projects that cannot be funded beside it. */
  readonly conflicts: readonly string[];
}

/** Voters who chose the same projects. */
export interface VoterGroup {
  readonly voters: number;
  /** Indices into the election's projects, ascending, each once. */
  readonly choices: readonly number[];
}

/** What a count needs, whatever it came from: votes of a ballot, totals, or a `.pb` file. */
export interface Election {
  /** Whole cents. */
  readonly budget: number;
  readonly projects: readonly Candidate[];
  /** How many people voted, with those who chose nothing that can still be funded. */
  readonly voters: number;
  /** Absent where only totals are known: then equal shares cannot be counted. */
  readonly groups?: readonly VoterGroup[];
  /** The score below which nothing wins. */
  readonly threshold?: number;
  /** As the ballot's; equal shares know no such part. */
  readonly partFundingPercent?: number;
  readonly ties: Ties;
  /** Ids in the order in which the lot drew them, by `drawLots`; without them a lot decides nothing. */
  readonly lots?: readonly string[];
}

/** What counts of a vote. */
export type CountedVote = Pick<Vote, 'choices'>;

/** The election of a ballot's votes. Withdrawn and unknown projects are left out, and the votes that name them stay valid without. */
export function electionOf(ballot: Ballot, votes: Iterable<CountedVote>, lots?: readonly string[]): Election {
  const projects = ballot.projects.filter(({ withdrawn }) => !withdrawn);
  const counter = new VoteCounter(projects.map(({ id }) => id));
  const best = pointsOfFirst(ballot);
  const counted = countedChoices(ballot);
  for (const { choices } of votes) counter.add(counted(choices).map((choice) => [choice.project, scoreOf(ballot, choice, best)]));
  return { ...about(ballot, lots), voters: counter.voters, groups: counter.groups(), projects: candidates(projects, counter) };
}

/**
 * What counts of a vote's choices: those of standing projects. Where they are ranked, who ranked a withdrawn project higher has
 * the next one in its place; the best comes first.
 */
export function countedChoices({ rules, projects }: Ballot): (choices: readonly Choice[]) => readonly Choice[] {
  const standing = new Set(projects.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id));
  return (choices) => {
    const counted = givenChoices(choices).filter(({ project }) => standing.has(project));
    if (rules.method !== 'ranking') return counted;
    return [...counted].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0).map((choice, n) => ({ ...choice, rank: n + 1 }));
  };
}

/** What is known of a project where only totals are. Its score is its supporters where it is absent. */
export interface Total {
  readonly supporters: number;
  readonly score?: number;
}

/**
 * The election with votes of which only the totals are known, as from paper that was counted by hand: greedy rules count them
 * like any others, and equal shares can no longer be counted.
 */
export function withTotals({ groups: _, ...election }: Election, totals: ReadonlyMap<string, Total>, voters: number): Election {
  return {
    ...election,
    voters: election.voters + voters,
    projects: election.projects.map((project) => {
      const { supporters, score = supporters } = totals.get(project.id) ?? { supporters: 0 };
      return { ...project, supporters: project.supporters + supporters, score: project.score + score };
    }),
  };
}

/** Counts votes as they come: who chose what, equal votes together. */
export class VoteCounter {
  voters = 0;
  readonly supporters: number[];
  readonly scores: number[];
  readonly #indices: ReadonlyMap<string, number>;
  readonly #groups = new Map<string, { voters: number; readonly choices: readonly number[] }>();

  constructor(ids: readonly string[]) {
    this.#indices = new Map(ids.map((id, n) => [id, n]));
    this.supporters = ids.map(() => 0);
    this.scores = ids.map(() => 0);
  }

  /** One vote: ids with what each adds to its score. An id that is not counted, is repeated or adds nothing is passed over. */
  add(choices: Iterable<readonly [string, number]>): void {
    const scores = new Map<number, number>();
    for (const [id, score] of choices) {
      const index = this.#indices.get(id);
      if (index !== undefined && score > 0 && !scores.has(index)) scores.set(index, score);
    }
    for (const [index, score] of scores) {
      this.supporters[index]!++;
      this.scores[index]! += score;
    }
    this.voters++;
    const indices = [...scores.keys()].sort((a, b) => a - b);
    const key = indices.join();
    const group = this.#groups.get(key);
    if (group) group.voters++;
    else this.#groups.set(key, { voters: 1, choices: indices });
  }

  groups(): readonly VoterGroup[] {
    return [...this.#groups.values()];
  }
}

/**
 * The order in which a lot draws `ids`: by the SHA-256 of the seed, a line break and the id, smaller first. The seed is
 * published before the count, so that anyone can draw again.
 * @param sha256 the digest of some bytes; the model has no cryptography of its own
 */
export async function drawLots(seed: string, ids: readonly string[], sha256: (bytes: Uint8Array) => Promise<Uint8Array>): Promise<readonly string[]> {
  const encoder = new TextEncoder();
  const drawn = await Promise.all(ids.map(async (id) => ({ id, digest: hexadecimal(await sha256(encoder.encode(`${seed}\n${id}`))) })));
  return drawn.sort((a, b) => (a.digest < b.digest ? -1 : 1)).map(({ id }) => id);
}

function hexadecimal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function scoreOf({ rules }: Ballot, { points, rank }: Choice, best: number): number {
  if (rules.method === 'points') return points ?? 0;
  return rules.method === 'ranking' ? best + 1 - (rank ?? best) : 1;
}

function about(ballot: Ballot, lots: readonly string[] | undefined): Pick<Election, 'budget' | 'ties' | 'threshold' | 'partFundingPercent' | 'lots'> {
  const { budget, ties, threshold, partFundingPercent } = ballot;
  return { budget, ties, ...(threshold !== undefined && { threshold }), ...(partFundingPercent !== undefined && { partFundingPercent }), ...(lots && { lots }) };
}

function candidates(projects: readonly Project[], { supporters, scores }: VoteCounter): Candidate[] {
  return projects.map((project, n) => ({ ...plain(project, projects), supporters: supporters[n]!, score: scores[n]! }));
}

function plain(project: Project, projects: readonly Project[]): Pick<Candidate, 'id' | 'cost' | 'publishedAt' | 'conflicts'> {
  const { id, cost, publishedAt } = project;
  const conflicts = projects.filter((other) => other !== project && areIncompatible(project, other)).map((other) => other.id);
  return { id, cost, ...(publishedAt !== undefined && { publishedAt }), conflicts };
}
