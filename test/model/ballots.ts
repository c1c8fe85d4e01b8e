import type { Ballot, Project, VotingRules } from '../../src/model/ballot.ts';
import type { Choice, Vote } from '../../src/model/vote.ts';

/** An instant while the ballot of `ballotWith` is open. */
export const OPEN = Date.parse('2026-09-10T12:00:00+03:00');

export function project(id: string, euros: number, more: Partial<Project> = {}): Project {
  return { id, title: id.toUpperCase(), cost: euros * 100, madeFrom: [], incompatibleWith: [], ...more };
}

/** A ballot of four projects of 6000, 5000, 3000 and 2000 € with a budget of 10 000 €. */
export function ballotWith(rules: Partial<VotingRules>, more: Partial<Ballot> = {}): Ballot {
  return {
    id: 'lahipuisto', title: 'Lähipuisto', phase: 'vote', opensAt: '2026-09-01T08:00:00+03:00', closesAt: '2026-09-30T20:00:00+03:00', budget: 1_000_000,
    areas: [], categories: [], binding: { kind: 'binding' }, ties: { order: ['lower-cost', 'more-supporters'] }, rule: 'greedy', rulesVersion: 'v1', identification: ['open'],
    projects: [project('a', 6000), project('b', 5000), project('c', 3000), project('d', 2000)],
    ...more,
    rules: { method: 'approval', min: 1, limits: [], ...rules } as VotingRules,
  };
}

export function voteFor(choices: readonly (string | Choice)[], more: Partial<Vote> = {}): Vote {
  return {
    id: '7b0c3a56-1f2e-4d3c-8b4a-5f6e7d8c9b0a', ballot: 'lahipuisto', rulesVersion: 'v1', channel: 'web',
    choices: choices.map((choice) => (typeof choice === 'string' ? { project: choice } : choice)),
    ...more,
  };
}
