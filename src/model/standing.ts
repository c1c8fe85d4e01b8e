/** Where a number stands against its target. */
export interface Standing {
  /** `none` where there is nothing to compare. */
  readonly kind: 'passed' | 'met' | 'below' | 'none';
  /** The filled part of a bar, 0–1; full at `met` and `passed`, however far past. */
  readonly ratio: number;
}

/**
 * Compares two reported numbers of one unit. It is arithmetic and no judgement: it says nothing of the forecast
 * (2 of 3 may well be on track), nor whether more is better.
 *
 * A target below zero is passed by going further the same way (−12 % of −10 %). Against a target of zero
 * only "met" is certain: whether 2 accidents of 0 are many, or 2 events of 0 a bonus, the numbers do not say.
 */
export function standing(actual: number | undefined, target: number | undefined): Standing {
  if (actual === undefined || target === undefined || !Number.isFinite(actual - target)) return { kind: 'none', ratio: 0 };
  if (actual === target) return { kind: 'met', ratio: 1 };
  if (target === 0) return { kind: 'none', ratio: 0 };
  const ratio = actual / target;
  return ratio > 1 ? { kind: 'passed', ratio: 1 } : { kind: 'below', ratio: Math.max(ratio, 0) };
}
