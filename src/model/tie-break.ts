import type { TieRule } from './ballot.ts';
import type { Candidate, Election } from './election.ts';

/** What the tie rules make of equal projects. */
export interface Drawn {
  /** The first; several where no rule tells them apart. */
  readonly first: readonly Candidate[];
  /** The rule that left one alone. */
  readonly by?: TieRule;
}

/** Who comes first among equal projects, by the election's own rules in their order. The order of `tied` decides nothing. */
export function firstOf(tied: readonly Candidate[], { ties, lots }: Pick<Election, 'ties' | 'lots'>): Drawn {
  let first = tied;
  for (const by of ties.order) {
    if (first.length < 2) break;
    first = bestBy(first, by, lots);
    if (first.length === 1) return { first, by };
  }
  return { first };
}

function bestBy(tied: readonly Candidate[], rule: TieRule, lots: readonly string[] | undefined): readonly Candidate[] {
  switch (rule) {
    case 'lower-cost':
      return lowest(tied, ({ cost }) => cost);
    case 'more-supporters':
      return lowest(tied, ({ supporters }) => -supporters);
    case 'earlier-published':
      // A project without a date cannot be compared with one that has it.
      return tied.every(({ publishedAt }) => !Number.isNaN(Date.parse(publishedAt ?? ''))) ? lowest(tied, ({ publishedAt }) => Date.parse(publishedAt!)) : tied;
    case 'lot':
      return lots && tied.every(({ id }) => lots.includes(id)) ? lowest(tied, ({ id }) => lots.indexOf(id)) : tied;
  }
}

function lowest(candidates: readonly Candidate[], value: (candidate: Candidate) => number): readonly Candidate[] {
  const least = Math.min(...candidates.map(value));
  return candidates.filter((candidate) => value(candidate) === least);
}
