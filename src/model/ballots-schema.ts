import * as v from 'valibot';
import { BINDING_KINDS, FUNDING_KINDS, IDENTIFICATIONS, IMPLEMENTATION_STATES, TIE_RULES } from './ballot.ts';
import { isOfCalendar } from './dates.ts';

/**
 * What a JSON file or a city's own source writes for a ballot. The published JSON Schema is made from these, so they hold
 * shapes alone: what follows from a value is worked out in `ballot-json.ts`. Fields that nobody knows are let through and not read.
 */

/** A text in the ballot's language, or in several. A language of its own may also be written as `title_sv`. */
const text = v.union([v.string(), v.record(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[0-9A-Za-z]+)*$/)), v.string())]);
/** It stands in addresses and in lists with commas. */
const id = v.pipe(v.string(), v.regex(/^[0-9A-Za-z._~-]{1,64}$/));
const cents = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const date = v.pipe(v.string(), v.isoDate(), v.check(isOfCalendar));
const instant = v.pipe(v.string(), v.isoTimestamp(), v.check(isOfCalendar));
const group = v.looseObject({ id, name: text });

export const projectSchema = v.looseObject({
  id,
  title: text,
  summary: v.optional(text),
  description: v.optional(text),
  cost: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  area: v.optional(id),
  category: v.optional(id),
  picture: v.optional(v.looseObject({ src: v.string(), alt: text })),
  link: v.optional(v.string()),
  madeFrom: v.optional(v.array(v.looseObject({ title: text, by: v.optional(text) }))),
  incompatibleWith: v.optional(v.array(id)),
  withdrawn: v.optional(v.union([v.boolean(), v.looseObject({ reason: v.optional(text) })])),
  publishedAt: v.optional(v.union([instant, date])),
  funding: v.optional(v.looseObject({ kind: v.picklist(FUNDING_KINDS), granted: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), note: v.optional(text) })),
  implementation: v.optional(v.looseObject({ state: v.picklist(IMPLEMENTATION_STATES), note: v.optional(text) })),
});
export type ProjectInput = v.InferOutput<typeof projectSchema>;

const common = {
  min: v.optional(count),
  max: v.optional(count),
  minSpend: v.optional(cents),
  /** Of `maxSpend`, else of the budget; rounded up to the cent. */
  minSpendPercent: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  maxSpend: v.optional(cents),
  limits: v.optional(v.array(v.looseObject({ of: v.picklist(['area', 'category']), id: v.optional(id), min: v.optional(count), max: v.optional(count), maxSpend: v.optional(cents) }))),
  maxAreas: v.optional(count),
  maxOtherAreas: v.optional(count),
};

export const rulesSchema = v.variant('method', [
  v.looseObject({ method: v.picklist(['single', 'approval', 'ranking', 'knapsack']), ...common }),
  v.looseObject({ method: v.literal('points'), ...common, points: count, minPoints: v.optional(count), pointsPerProject: v.optional(count) }),
]);
export type RulesInput = v.InferOutput<typeof rulesSchema>;

/** Where one of these is missing or wrong there is no ballot. */
export const neededFields = {
  id,
  title: text,
  opensAt: instant,
  closesAt: instant,
  budget: cents,
  binding: v.looseObject({ kind: v.picklist(BINDING_KINDS), body: v.optional(text), note: v.optional(text) }),
  rules: rulesSchema,
  rulesVersion: v.pipe(v.string(), v.nonEmpty()),
  /** A slip in it may not open a ballot that is meant for who has a code. */
  identification: v.optional(v.pipe(v.array(v.picklist(IDENTIFICATIONS)), v.nonEmpty())),
  /** Needed for each of several ways. */
  identificationFor: v.optional(v.looseObject({ code: v.optional(text), token: v.optional(text) })),
};

/** A fault in one of these is told, and the ballot goes on without it. */
export const furtherFields = {
  lang: v.optional(v.string()),
  summary: v.optional(text),
  phase: v.optional(v.string()),
  areas: v.optional(v.array(group)),
  categories: v.optional(v.array(group)),
  ties: v.optional(v.looseObject({ order: v.optional(v.array(v.picklist(TIE_RULES))), seed: v.optional(v.string()) })),
  rule: v.optional(v.string()),
  threshold: v.optional(count),
  partFundingPercent: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(99))),
  /** Written anew in each answer of a service; a file has none. */
  serverTime: v.optional(instant),
  help: v.optional(text),
};

export const ballotSchema = v.looseObject({ ...neededFields, ...furtherFields, projects: v.array(projectSchema) });

/** The whole document, as an editor's tool checks it while it is typed: one ballot or several. The gate takes each part singly. */
export const ballotsSchema = v.union([
  v.looseObject({ $schema: v.optional(v.string()), ballots: v.array(ballotSchema) }),
  v.array(ballotSchema),
  v.looseObject({ $schema: v.optional(v.string()), ...ballotSchema.entries }),
]);
