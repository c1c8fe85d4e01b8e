import type { CastVote } from '../../core/cast-vote.ts';
import type { Ballot, Project } from '../../model/ballot.ts';
import { choose, givePoints, rankAt } from '../../model/choosing.ts';
import type { Choice, Vote } from '../../model/vote.ts';
import { serialise } from '../../sources/serialise.ts';

/** What was chosen earlier on this device. */
export interface TakenUp {
  readonly choices: readonly Choice[];
  /** They are a draft, begun at an earlier visit: it, whole, as it was left. */
  readonly draft?: Pick<Vote, 'choices' | 'rulesVersion'>;
  /** Others took their place before they were there, as in a single choice. */
  readonly replaced?: true;
  /** The rules have changed since. */
  readonly stale?: true;
  /** What was among them and has been withdrawn since. */
  readonly missing: readonly Project[];
}

/** A draft as it is kept: nothing where nothing is chosen. */
export function writeDraft({ rulesVersion }: Ballot, choices: readonly Choice[]): { choices: string; rulesVersion: string } {
  return choices.length ? { choices: serialise(choices), rulesVersion } : { choices: '', rulesVersion: '' };
}

/** Takes up a draft, else the vote that was received. Projects that are no longer there are left out. */
export function takeUp(ballot: Ballot, draft: { readonly choices: string; readonly rulesVersion: string } | undefined, cast: CastVote | undefined): TakenUp {
  const drafted = draft && parse(draft.choices);
  const found = drafted ?? cast?.choices ?? [];
  const projects = found.flatMap(({ project }) => ballot.projects.find(({ id }) => id === project) ?? []);
  // A vote that stands keeps what was withdrawn since: it is valid without it, and the same.
  const gone = drafted ? projects.filter(({ withdrawn }) => withdrawn) : [];
  const there = found.filter(({ project }) => projects.some(({ id }) => id === project) && !gone.some(({ id }) => id === project));
  return {
    choices: there.length === found.length ? found : closeRanks(there),
    missing: gone,
    ...(drafted && { draft: { choices: drafted, rulesVersion: draft.rulesVersion } }),
    ...(drafted && draft.rulesVersion !== ballot.rulesVersion && { stale: true }),
  };
}

/** What was chosen before the choices of earlier were there is added to them. */
export function addChoices(ballot: Ballot, earlier: readonly Choice[], chosen: readonly Choice[]): readonly Choice[] {
  return chosen.reduce((all, { project, points }) => (points ? givePoints(all, project, points) : choose(ballot, all, project, true)), earlier);
}

/** Where a ranked project is gone, those after it move up. */
function closeRanks(choices: readonly Choice[]): readonly Choice[] {
  return choices.some(({ rank }) => rank) ? rankAt(choices, '', 0) : choices;
}

/** What stands in storage may have been written by another version; it is nothing then. */
function parse(text: string): readonly Choice[] | undefined {
  try {
    const choices = JSON.parse(text) as unknown;
    return Array.isArray(choices) && choices.length && choices.every((choice: Partial<Choice> | null) => typeof choice?.project === 'string') ? (choices as Choice[]) : undefined;
  } catch {
    return undefined;
  }
}
