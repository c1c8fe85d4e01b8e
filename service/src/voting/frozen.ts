import type { Ballot } from '../../../src/model/ballot.ts';

/**
 * What of a ballot may not change once somebody has voted, in one form. Words, pictures, the phase, a withdrawal and how far a
 * project has come may.
 */
export function frozenRules(ballot: Ballot): string {
  const { opensAt, closesAt, budget, rule, rules, rulesVersion, threshold, partFundingPercent, ties, identification, binding, projects } = ballot;
  return canonical({
    opensAt: Date.parse(opensAt), closesAt: Date.parse(closesAt), budget, rule, rules, rulesVersion, threshold, partFundingPercent, ties, identification: [...identification].sort(), binding: binding.kind,
    projects: projects
      .map(({ id, cost, area, category, incompatibleWith, publishedAt }) => ({ id, cost, area, category, publishedAt, incompatibleWith: [...incompatibleWith].sort() }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
}

/** JSON with the members of each object in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}
