/** An exact rational number, in lowest terms, `under` above zero: money that is divided among voters has no end in decimals. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** `over` / `under` in lowest terms. @throws {RangeError} where `under` is 0 */
export function fraction(over: bigint, under = 1n): Fraction {
  if (under === 0n) throw new RangeError('A fraction cannot be divided by 0.');
  const divisor = greatestCommonDivisor(over, under) * (under < 0n ? -1n : 1n);
  return { over: over / divisor, under: under / divisor };
}

/** Above 0 where `a` is larger, below 0 where `b` is. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function timesFraction(a: Fraction, times: number): Fraction {
  return fraction(a.over * BigInt(times), a.under);
}

/** The number for showing; exact arithmetic goes on with the fraction. */
export function fractionToNumber({ over, under }: Fraction): number {
  // A long bigint would be Infinity as a number, so what is behind the decimal point is cut to what a number can hold.
  const behind = 1n << 60n;
  return Number(over / under) + Number(((over % under) * behind) / under) / Number(behind);
}

/** Greatest common divisor, never below 0. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
