import { pabulibOf } from '../../model/ballot-pabulib.ts';
import { writePabulib } from '../../model/pabulib-write.ts';
import type { Details } from './details.ts';

/** The votes that were counted as a `.pb` file. They came without anything that tells of a person, so the file has nothing of it either. */
export function votesFile({ ballot, results, host }: Details): string {
  const { election, funded, partFunded } = results;
  const votes = (election.groups ?? []).flatMap(({ voters, choices }) =>
    [...Array(voters).keys()].map(() => ({ channel: 'web' as const, choices: choices.map((choice) => ({ project: election.projects[choice]!.id })) })));
  const file = pabulibOf(ballot, votes, { unit: location.hostname, lang: host.speaker.language, projects: election.projects, funded, partFunded });
  return writePabulib({ ...file, ...(file.votes && { votes: file.votes.map((vote) => ({ ...vote, fields: {} })) }) });
}
