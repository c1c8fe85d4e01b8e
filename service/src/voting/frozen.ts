import type { Ballot } from '../../../src/model/ballot.ts';
import { canonical } from '../canonical.ts';

/**
 * What of a ballot may not change once somebody has voted, in one form. Words, pictures, the phase, a withdrawal and how far a
 * project has come may.
 */
export function frozenRules(ballot: Ballot): string {
  const { opensAt, closesAt, budget, rule, rules, rulesVersion, threshold, partFundingPercent, ties, identification, binding, projects, areas } = ballot;
  return canonical({
    opensAt: Date.parse(opensAt), closesAt: Date.parse(closesAt), budget, rule, rules, rulesVersion, threshold, partFundingPercent, ties, identification: [...identification].sort(), binding: binding.kind,
    // An area that is taken out of the list is nobody's own any more.
    ...(rules.maxOtherAreas !== undefined && { areas: areas.map(({ id }) => id).sort() }),
    projects: projects
      .map(({ id, cost, area, category, incompatibleWith, publishedAt }) => ({ id, cost, area, category, publishedAt, incompatibleWith: [...incompatibleWith].sort() }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
}
