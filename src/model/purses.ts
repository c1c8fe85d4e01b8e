import { greatestCommonDivisor, type Fraction } from './fraction.ts';
import type { VoterGroup } from './election.ts';
import type { Payment } from './tally-steps.ts';

/** What supporters can pay for a project: the most that any of them pays, if all who have less pay all that they have. */
export interface Offer {
  /** What the project costs; as all money here, in the purses' unit. */
  readonly price: bigint;
  /** The most is `rest` / `voters`. */
  readonly rest: bigint;
  readonly voters: number;
}

/**
 * The voters' money. All of it is counted in one unit, a cent divided by `under`, so that sums and comparisons are of whole
 * numbers and no fraction is ever reduced; a price that does not come out even makes the unit finer. Groups of voters that have
 * the same money share a purse.
 */
export class Purses {
  #under: bigint;
  readonly #money: bigint[];
  /** How many voters share each purse. */
  readonly #voters: number[];
  readonly #purseOf: Int32Array;
  /** Of the supporters being looked at, how many share each purse. */
  readonly #count: number[] = [0];

  /** @param budget cents, shared equally by all of `voters` */
  constructor(private readonly groups: readonly VoterGroup[], budget: number, voters: number) {
    const divisor = greatestCommonDivisor(BigInt(budget), BigInt(voters));
    this.#under = BigInt(voters) / divisor;
    this.#money = [BigInt(budget) / divisor];
    this.#voters = [voters];
    this.#purseOf = new Int32Array(groups.length);
  }

  /** How a project of `cost` cents can be paid by its supporters; undefined where they have too little. */
  offer(supporters: readonly number[], cost: number): Offer | undefined {
    const purses = this.#pursesOf(supporters);
    const offer = this.#offerOf(purses, BigInt(cost) * this.#under);
    this.#forget(purses);
    return offer;
  }

  /** Takes what the offer says from each supporter. */
  pay(supporters: readonly number[], { rest, voters }: Offer): void {
    const most = this.#refine(rest, voters);
    const purses = this.#pursesOf(supporters);
    const moved = new Map<number, number>();
    for (const purse of purses) {
      const left = this.#money[purse]! > most ? this.#money[purse]! - most : 0n;
      if (this.#count[purse] === this.#voters[purse]) {
        this.#money[purse] = left;
      } else {
        moved.set(purse, this.#money.push(left) - 1);
        this.#voters[purse]! -= this.#count[purse]!;
        this.#voters.push(this.#count[purse]!);
      }
    }
    this.#forget(purses);
    while (this.#count.length < this.#money.length) this.#count.push(0);
    if (moved.size) for (const group of supporters) this.#purseOf[group] = moved.get(this.#purseOf[group]!) ?? this.#purseOf[group]!;
  }

  /** What each supporter pays under the offer: equal amounts together. Asked before `pay`. */
  payments(supporters: readonly number[], { rest, voters }: Offer): { readonly most: Fraction; readonly payments: readonly Payment[] } {
    const paying = new Map<bigint, { amount: Fraction; voters: number; groups: number[] }>();
    const most = { over: rest, under: this.#under * BigInt(voters) };
    for (const group of supporters) {
      const own = this.#money[this.#purseOf[group]!]!;
      const pays = own * BigInt(voters) >= rest ? -1n : own;
      if (pays === 0n) continue;
      const payment = paying.get(pays) ?? { amount: pays < 0n ? most : { over: own, under: this.#under }, voters: 0, groups: [] };
      payment.voters += this.groups[group]!.voters;
      payment.groups.push(group);
      paying.set(pays, payment);
    }
    return { most, payments: [...paying.values()] };
  }

  /** The cents that these voters have left together. */
  of(supporters: readonly number[]): Fraction {
    let total = 0n;
    for (const group of supporters) total += this.#money[this.#purseOf[group]!]! * BigInt(this.groups[group]!.voters);
    return { over: total, under: this.#under };
  }

  #offerOf(purses: number[], price: bigint): Offer | undefined {
    let voters = 0;
    let total = 0n;
    for (const purse of purses) {
      total += this.#money[purse]! * BigInt(this.#count[purse]!);
      voters += this.#count[purse]!;
    }
    if (total < price) return undefined;
    let rest = price;
    const payOut = (purse: number): boolean => {
      if (this.#money[purse]! * BigInt(voters) >= rest) return false;
      rest -= this.#money[purse]! * BigInt(this.#count[purse]!);
      voters -= this.#count[purse]!;
      return true;
    };
    // Mostly everybody can pay an equal part, and no order among the purses is needed.
    if (purses.some((purse) => this.#money[purse]! * BigInt(voters) < rest)) {
      purses.sort((a, b) => (this.#money[a]! < this.#money[b]! ? -1 : 1));
      purses.every(payOut);
    }
    return { price, rest, voters };
  }

  /** Makes the unit fine enough for `rest` / `voters` to be a whole number of it, and returns that. */
  #refine(rest: bigint, voters: number): bigint {
    const finer = BigInt(voters) / greatestCommonDivisor(rest, BigInt(voters));
    if (finer > 1n) {
      this.#under *= finer;
      for (let purse = 0; purse < this.#money.length; purse++) this.#money[purse]! *= finer;
    }
    return (rest * finer) / BigInt(voters);
  }

  /** The purses of some groups, each once; `#count` holds how many of these voters share each, until it is forgotten. */
  #pursesOf(supporters: readonly number[]): number[] {
    const purses: number[] = [];
    for (const group of supporters) {
      const purse = this.#purseOf[group]!;
      if (this.#count[purse] === 0) purses.push(purse);
      this.#count[purse]! += this.groups[group]!.voters;
    }
    return purses;
  }

  #forget(purses: readonly number[]): void {
    for (const purse of purses) this.#count[purse] = 0;
  }
}
