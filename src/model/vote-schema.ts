import * as v from 'valibot';
import { VOTE_CHANNELS, type Vote } from './vote.ts';

/** More than any ballot has projects. */
const CHOICES_MAX = 1000;

/** What is chosen in one vote: shapes alone. */
export const choicesSchema = v.pipe(v.array(v.object({ project: v.string(), points: v.exactOptional(v.number()), rank: v.exactOptional(v.number()) })), v.maxLength(CHOICES_MAX));

/** What a voter's device sends: its shape alone. Whether the vote may stand is for `validateVote` to say. */
export const voteSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  ballot: v.string(),
  rulesVersion: v.string(),
  choices: choicesSchema,
  channel: v.picklist(VOTE_CHANNELS),
  device: v.exactOptional(v.pipe(v.string(), v.uuid())),
});

/** A vote of what came over the wire; `undefined` where it is none. */
export function voteOf(raw: unknown): Vote | undefined {
  const read = v.safeParse(voteSchema, raw);
  return read.success ? read.output : undefined;
}
