import * as v from 'valibot';
import { FUNDING_KINDS, IMPLEMENTATION_STATES, TIE_RULES } from './ballot.ts';
import { isOfCalendar } from './dates.ts';
import { TALLY_REFUSALS } from './tally.ts';
import { VOTE_CHANNELS } from './vote.ts';

const id = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const granted = v.pipe(count, v.minValue(1));
const text = v.union([v.string(), v.record(v.string(), v.string())]);

/** Equal votes. */
export const groupSchema = v.object({ voters: v.pipe(count, v.minValue(1)), choices: v.array(count) });

const electionSchema = v.object({
  budget: count,
  projects: v.array(v.object({
    id, cost: v.pipe(count, v.minValue(1)), supporters: count, score: count, publishedAt: v.exactOptional(v.string()), conflicts: v.array(id),
  })),
  voters: count,
  groups: v.exactOptional(v.array(groupSchema)),
  threshold: v.exactOptional(count),
  partFundingPercent: v.exactOptional(v.pipe(count, v.minValue(1), v.maxValue(99))),
  ties: v.object({ order: v.array(v.picklist(TIE_RULES)), seed: v.exactOptional(v.string()) }),
  lots: v.exactOptional(v.array(id)),
});

/** What a city's source writes as the result of a ballot. A machine writes it: in one that is faulty nothing is to be trusted. */
export const ballotResultsSchema = v.object({
  ballot: id,
  countedAt: v.pipe(v.string(), v.isoTimestamp(), v.check(isOfCalendar)),
  votes: count,
  channels: v.array(v.object({ of: v.picklist(VOTE_CHANNELS), votes: v.exactOptional(count) })),
  areas: v.array(v.object({ of: v.string(), votes: v.exactOptional(count) })),
  spoiled: v.exactOptional(count),
  projects: v.array(v.object({
    project: id, supporters: count, score: count, funded: v.boolean(),
    funding: v.exactOptional(v.object({ kind: v.picklist(FUNDING_KINDS), granted, note: v.exactOptional(text) })),
    implementation: v.exactOptional(v.object({ state: v.picklist(IMPLEMENTATION_STATES), note: v.exactOptional(text) })),
  })),
  rule: v.string(),
  funded: v.array(id),
  partFunded: v.exactOptional(v.object({ project: id, granted })),
  refused: v.exactOptional(v.picklist(TALLY_REFUSALS)),
  unresolved: v.exactOptional(v.array(id)),
  election: electionSchema,
  votesFile: v.exactOptional(v.string()),
});

export const receiptsSchema = v.object({ ballot: id, salt: v.exactOptional(v.string()), receipts: v.array(v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/))) });
