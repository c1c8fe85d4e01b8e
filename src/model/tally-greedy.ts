import type { Candidate, Election } from './election.ts';
import { Run } from './tally-run.ts';
import type { Outcome, Step } from './tally-steps.ts';

/**
 * Projects by their score: each is funded if it fits into what is left. One that does not fit gets what is left where that is the
 * part of its cost that the election asks for, and the count ends; else it is passed over, or with `stop` ends the count.
 */
export function* greedySteps(election: Election, stop = false): Generator<Step, Outcome, void> {
  const run = new Run(election);
  const waiting = (yield* run.open()).sort((a, b) => b.score - a.score);
  let stopped: string | undefined;
  while (waiting.length) {
    const tied = waiting.filter(({ score }) => score === waiting[0]!.score);
    const first = stopped === undefined ? yield* run.draw(tied) : tied.slice(0, 1);
    if (first.length > 1 && mattersWhoIsFirst(run, first)) {
      run.unresolved = first.map(({ id }) => id);
      break;
    }
    const [next] = first;
    waiting.splice(waiting.indexOf(next!), 1);
    const excludedBy = run.excludedBy(next!);
    if (stopped !== undefined) yield run.skip(next!, { reason: 'stopped', because: stopped });
    else if (excludedBy !== undefined) yield run.skip(next!, { reason: 'conflict', because: excludedBy });
    else if (next!.cost <= run.left) yield run.fund(next!);
    else if (getsPart(run, next!)) {
      yield run.fundInPart(next!);
      stopped = next!.id;
    } else {
      yield run.skip(next!, { reason: 'too-dear' });
      if (stop) stopped = next!.id;
    }
  }
  return run.outcome();
}

/** Whether what is left pays as much of a project's cost as the election asks for. */
function getsPart({ left, election: { partFundingPercent } }: Run, { cost }: Candidate): boolean {
  return partFundingPercent !== undefined && BigInt(left) * 100n >= BigInt(cost) * BigInt(partFundingPercent);
}

/** Whether another order of equal projects could fund others: not where all of them fit side by side, nor where none gets anything. */
function mattersWhoIsFirst(run: Run, equal: readonly Candidate[]): boolean {
  const possible = equal.filter((candidate) => run.excludedBy(candidate) === undefined);
  const cost = possible.reduce((sum, candidate) => sum + candidate.cost, 0);
  const allFit = cost <= run.left && !possible.some(({ id }) => possible.some(({ conflicts }) => conflicts.includes(id)));
  return !allFit && possible.some((candidate) => candidate.cost <= run.left || getsPart(run, candidate));
}
