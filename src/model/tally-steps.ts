import type { TieRule } from './ballot.ts';
import type { Fraction } from './fraction.ts';

/** What some supporters of a project paid for it under equal shares. */
export interface Payment {
  /** Cents that each of them paid; not always in lowest terms. */
  readonly amount: Fraction;
  readonly voters: number;
  /** Indices into the election's groups. */
  readonly groups: readonly number[];
}

/** A project gets its money. */
export interface FundedStep {
  readonly kind: 'funded';
  readonly project: string;
  /** Cents. */
  readonly cost: number;
  /** Cents of the budget that are left after it. */
  readonly left: number;
  /** Under equal shares: the most that any supporter pays, in cents, and who pays what; it adds up to the cost exactly. */
  readonly most?: Fraction;
  readonly payments?: readonly Payment[];
}

/** A project gets what is left, which is a part of its cost (`partFundingPercent`). */
export interface PartFundedStep {
  readonly kind: 'part-funded';
  readonly project: string;
  /** Cents. */
  readonly cost: number;
  /** Cents that it gets; nothing is left after it. */
  readonly granted: number;
  readonly left: 0;
}

/**
 * Why a project gets no money: it costs more than is left (`too-dear`), its supporters have less than it costs
 * (`supporters-short`), its score is below the threshold, a project that excludes it was funded (`conflict`), nobody chose
 * it, or the count had stopped at a project that was too dear, or got what was left (`stopped`).
 */
export type SkipReason = 'too-dear' | 'supporters-short' | 'below-threshold' | 'conflict' | 'no-supporters' | 'stopped';

export interface SkippedStep {
  readonly kind: 'skipped';
  readonly project: string;
  /** Cents. */
  readonly cost: number;
  readonly reason: SkipReason;
  /** Cents of the budget that were left at that moment. */
  readonly left: number;
  /** With `supporters-short`: the cents that its supporters had left together. */
  readonly had?: Fraction;
  /** With `conflict`: the funded project. With `stopped`: the one at which the count stopped. */
  readonly because?: string;
}

/** Equal projects were told apart. */
export interface TieStep {
  readonly kind: 'tie';
  readonly projects: readonly string[];
  readonly first: string;
  readonly by: TieRule;
}

export type Step = FundedStep | PartFundedStep | SkippedStep | TieStep;

/** Nothing is decided yet, and a page may answer before the count goes on. Equal shares are being tried with this budget, in cents. */
export interface Working {
  readonly kind: 'working';
  readonly budget: number;
}

/** Who gets a part of its cost. */
export interface PartFunded {
  /** The id of a project. */
  readonly project: string;
  /** Cents. */
  readonly granted: number;
}

/** What one run of a rule gives. */
export interface Outcome {
  /** Ids in the order in which they were funded, in full. */
  readonly funded: readonly string[];
  /** The project that got what was left, and the cents that this was. */
  readonly partFunded?: PartFunded;
  /** Cents; `spent` and `left` make the budget. */
  readonly spent: number;
  readonly left: number;
  readonly steps: readonly Step[];
  /**
   * Projects that are equal by every rule that was named, where it matters which comes first: the count stops here, and
   * what was funded before stands. The city draws the lot that it has named.
   */
  readonly unresolved?: readonly string[];
}
