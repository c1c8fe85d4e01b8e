import * as v from 'valibot';
import { FORECASTS, STATES } from './goals.ts';

/**
 * What a JSON file or a city's own source writes. The published JSON Schema is made from these, so they hold shapes alone:
 * what a value means is worked out in `goal-json.ts`. Fields that nobody knows are let through and not read.
 */

/** A text in the document's language, or in several. A language of its own may also be written as `title_sv`. */
const text = v.union([v.string(), v.record(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[0-9A-Za-z]+)*$/)), v.string())]);
const texts = v.union([text, v.array(text)]);
const date = v.pipe(v.string(), v.isoDate());

export const periodSchema = v.looseObject({
  id: v.optional(v.string()),
  label: v.optional(text),
  start: v.optional(date),
  end: v.optional(date),
  asOf: v.optional(date),
  body: v.optional(text),
});

/** A code, the city's own word, or both. */
const state = v.union([v.string(), v.looseObject({ code: v.optional(v.picklist(STATES)), word: v.optional(text), note: v.optional(text) })]);
const forecast = v.union([v.string(), v.looseObject({ code: v.optional(v.picklist(FORECASTS)), word: v.optional(text), note: v.optional(text) })]);

/** Objects without these fields are texts in several languages; a union with `text` would let any field be a string. */
const actual = v.union([
  v.string(),
  v.looseObject({ text: v.optional(text), value: v.optional(v.number()), measure: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))) }),
]);
const measure = v.union([
  v.string(),
  v.looseObject({ text: v.optional(text), target: v.optional(v.number()), unit: v.optional(text), actual: v.optional(v.union([v.number(), text])) }),
]);
const detail = v.looseObject({ label: text, text });
const link = v.looseObject({ text: v.string(), href: v.string() });

const reported = {
  actuals: v.optional(v.array(actual)),
  state: v.optional(state),
  forecast: v.optional(forecast),
  completion: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
};

/** One goal. What one period reports may stand on the goal itself. */
export const goalSchema = v.looseObject({
  id: v.optional(v.string()),
  title: text,
  focus: v.optional(text),
  line: v.optional(text),
  responsible: v.optional(texts),
  measures: v.optional(v.array(measure)),
  details: v.optional(v.array(detail)),
  links: v.optional(v.array(link)),
  reports: v.optional(v.array(v.looseObject({ period: v.optional(v.string()), ...reported, details: v.optional(v.array(detail)) }))),
  ...reported,
});
export type GoalInput = v.InferOutput<typeof goalSchema>;
export type ReportInput = Pick<GoalInput, keyof typeof reported | 'details'>;
export type JudgementInput = v.InferOutput<typeof state> | v.InferOutput<typeof forecast>;

/** What the document says of itself, field by field: a fault in one of them spoils no goal. */
export const documentFields = {
  lang: v.optional(v.string()),
  body: v.optional(text),
  asOf: v.optional(v.string()),
  period: v.optional(v.string()),
  periods: v.optional(v.array(v.unknown())),
};

/** The whole document, as an editor's tool checks it while it is typed; the gate takes each part singly. */
export const goalsSchema = v.union([
  v.looseObject({ $schema: v.optional(v.string()), ...documentFields, periods: v.optional(v.array(periodSchema)), goals: v.array(goalSchema) }),
  v.array(goalSchema),
]);
