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
    if (first.length > 1 && mattersWhoIsFirst(run, first, stop)) {
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

/**
 * Whether another order of equal projects could fund others: not where all that can be paid for fit side by side. What cannot be
 * paid for is passed over wherever it stands, unless it ends the count.
 */
function mattersWhoIsFirst(run: Run, equal: readonly Candidate[], stop: boolean): boolean {
  const possible = equal.filter((candidate) => run.excludedBy(candidate) === undefined);
  const payable = possible.filter((candidate) => candidate.cost <= run.left || getsPart(run, candidate));
  if (stop && payable.length < possible.length) return payable.length > 0;
  const cost = payable.reduce((sum, candidate) => sum + candidate.cost, 0);
  return payable.length > 1 && (cost > run.left || payable.some(({ id }) => payable.some(({ conflicts }) => conflicts.includes(id))));
}
