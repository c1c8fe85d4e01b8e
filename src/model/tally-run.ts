import type { Candidate, Election } from './election.ts';
import type { Outcome, PartFunded, SkippedStep, Step } from './tally-steps.ts';
import { firstOf } from './tie-break.ts';

/** What every rule keeps while it counts: who is funded, what is left, and each step. */
export class Run {
  readonly steps: Step[] = [];
  readonly funded: string[] = [];
  left: number;
  partFunded: PartFunded | undefined;
  unresolved: readonly string[] | undefined;

  constructor(readonly election: Election) {
    this.left = election.budget;
  }

  /** Projects that can be funded at all; the others are told of. */
  *open(): Generator<Step, Candidate[], void> {
    const { projects, threshold = -Infinity } = this.election;
    const open: Candidate[] = [];
    for (const candidate of projects) {
      if (candidate.score < threshold) yield this.skip(candidate, { reason: 'below-threshold' });
      else if (candidate.supporters > 0) open.push(candidate);
      else yield this.skip(candidate, { reason: 'no-supporters' });
    }
    return open;
  }

  fund({ id: project, cost }: Candidate, paid: Pick<Step & { kind: 'funded' }, 'most' | 'payments'> = {}): Step {
    this.left -= cost;
    this.funded.push(project);
    return this.#keep({ kind: 'funded', project, cost, left: this.left, ...paid });
  }

  /** All that is left goes to a project that costs more. */
  fundInPart({ id: project, cost }: Candidate): Step {
    const granted = this.left;
    this.left = 0;
    this.partFunded = { project, granted };
    return this.#keep({ kind: 'part-funded', project, cost, granted, left: 0 });
  }

  skip({ id: project, cost }: Candidate, why: Pick<SkippedStep, 'reason' | 'had' | 'because'>): SkippedStep {
    return this.#keep({ kind: 'skipped', project, cost, left: this.left, ...why });
  }

  /** The funded project that excludes this one. */
  excludedBy({ conflicts }: Candidate): string | undefined {
    return this.funded.find((id) => conflicts.includes(id));
  }

  /** The first of equal projects, kept as a step where a rule decided; several where none does. */
  *draw(tied: readonly Candidate[]): Generator<Step, readonly Candidate[], void> {
    const { first, by } = firstOf(tied, this.election);
    if (by && first[0]) yield this.#keep({ kind: 'tie', projects: tied.map(({ id }) => id), first: first[0].id, by });
    return first;
  }

  outcome(): Outcome {
    const { funded, partFunded, left, steps, unresolved } = this;
    return { funded, ...(partFunded && { partFunded }), spent: this.election.budget - left, left, steps, ...(unresolved && { unresolved }) };
  }

  #keep<S extends Step>(step: S): S {
    this.steps.push(step);
    return step;
  }
}
