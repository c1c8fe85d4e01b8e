import type { Ballot, Funding, Project } from './ballot.ts';
import type { BallotOptions } from './ballot-json.ts';
import type { BallotResults, ProjectResult } from './ballot-results.ts';
import { ballotResultsResource } from './ballot-results.ts';
import { ballotResource } from './ballots-resource.ts';
import { RefusedDocument, type Fault, type Resource } from './gate.ts';
import type { Text } from './text.ts';

/** A ballot, with its result once there is one. */
export interface BallotOutcome {
  readonly ballot: Ballot;
  /** Absent until voting has closed and the city shows all of it. */
  readonly results?: BallotResults;
}

export interface OutcomeOptions extends BallotOptions {
  /** The result as it came; `undefined` while the source keeps it hidden, `missing` where it has none. */
  readonly results: (ballot: Ballot) => Promise<unknown>;
}

/** What the results of a ballot that is to have one are where there are none. */
export const MISSING = Symbol('missing');

/**
 * A ballot and, in the phases `results` and `implementation`, its result. Before that nothing is asked for.
 * @throws {RefusedDocument} also `results-of-another-ballot`
 */
export const outcomeResource: Resource<Project, BallotOutcome, OutcomeOptions> = {
  name: 'ballot',
  async *accept(raw, options) {
    const read = yield* ballotResource.accept(raw, options);
    const { phase } = read.data;
    if (phase !== 'results' && phase !== 'implementation') return { ...read, data: { ballot: read.data } };
    const given = await options.results(read.data);
    if (given === undefined) return { ...read, data: { ballot: read.data } };
    if (given === MISSING) return { ...read, data: { ballot: read.data }, notes: [...read.notes, { code: 'results-missing' } satisfies Fault] };
    const reading = ballotResultsResource.accept(given, {});
    let step = await reading.next();
    // Each step of the result is one of the whole: the page breathes between them.
    for (; !step.done; step = await reading.next()) yield* read.data.projects.slice(0, 1);
    const { data: results } = step.value;
    if (results.ballot !== read.data.id) throw new RefusedDocument({ code: 'results-of-another-ballot', values: { ballot: read.data.id, value: results.ballot } });
    return { ...read, data: { ballot: read.data, results } };
  },
  recognises: () => false,
};

/** A project as the result has it. */
export interface Standing extends ProjectResult {
  readonly title: Text;
  /** Cents. */
  readonly cost: number;
  /** What the ballot says of it; absent where it no longer has it. */
  readonly about?: Project;
}

/** Projects by what they got, chosen ones first among equals. */
export function standingsOf(ballot: Ballot, results: BallotResults): readonly Standing[] {
  const costs = new Map(results.election.projects.map(({ id, cost }) => [id, cost]));
  const projects = new Map(ballot.projects.map((project) => [project.id, project]));
  const standings = results.projects.map((result): Standing => {
    const about = projects.get(result.project);
    const implementation = result.implementation ?? about?.implementation;
    const funding = about?.funding ?? result.funding ?? partOf(results, result.project);
    return { ...result, ...(funding && { funding }), ...(implementation && { implementation }), ...(about && { about }), title: about?.title ?? result.project, cost: costs.get(result.project)! };
  });
  const rank = ({ funded, funding }: Standing): number => (funded ? 2 : funding ? 1 : 0);
  return standings.sort((a, b) => b.score - a.score || rank(b) - rank(a));
}

function partOf({ partFunded }: BallotResults, project: string): Funding | undefined {
  return partFunded?.project === project ? { kind: 'part', granted: partFunded.granted } : undefined;
}

/** Those that the count chose, in its order: last the one that it gives a part of its cost. */
export function winnersOf(standings: readonly Standing[], { funded, partFunded }: Pick<BallotResults, 'funded' | 'partFunded'>): readonly Standing[] {
  const byId = new Map(standings.map((standing) => [standing.project, standing]));
  return [...funded, ...(partFunded ? [partFunded.project] : [])].flatMap((id) => byId.get(id) ?? []);
}

/** Those that get money though the count gave them none. */
export function fundedLaterOf(standings: readonly Standing[], { partFunded }: Pick<BallotResults, 'partFunded'>): readonly Standing[] {
  return standings.filter(({ project, funded, funding }) => funding && !funded && project !== partFunded?.project);
}

/** Cents of the budget that the count gives away. */
export function spentOf(standings: readonly Standing[], { partFunded }: Pick<BallotResults, 'partFunded'>): number {
  return standings.reduce((sum, { funded, cost }) => sum + (funded ? cost : 0), partFunded?.granted ?? 0);
}
