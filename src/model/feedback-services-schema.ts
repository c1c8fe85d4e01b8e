import * as v from 'valibot';
import { QUESTION_KINDS } from './feedback.ts';

/** What a JSON file of topics holds. A language of its own may also be written as `name_sv`. */

const text = v.union([v.pipe(v.string(), v.nonEmpty()), v.record(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[0-9A-Za-z]+)*$/)), v.string())]);
/** It becomes part of the names of fields. */
const code = v.pipe(v.string(), v.maxLength(100), v.regex(/^[0-9A-Za-zÀ-ÿ][0-9A-Za-zÀ-ÿ._-]*$/));

export const questionSchema = v.looseObject({
  code,
  kind: v.picklist(QUESTION_KINDS),
  label: text,
  hint: v.optional(text),
  required: v.optional(v.boolean()),
  options: v.optional(v.array(v.looseObject({ code, name: text }))),
});
export type QuestionInput = v.InferOutput<typeof questionSchema>;

export const feedbackServiceSchema = v.looseObject({
  code,
  name: text,
  description: v.optional(text),
  group: v.optional(text),
  answerDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365))),
  questions: v.optional(v.array(questionSchema)),
});

/** The whole document, as an editor's tool checks it while it is typed; the gate takes each part singly. */
export const feedbackServicesSchema = v.union([
  v.looseObject({ $schema: v.optional(v.string()), lang: v.optional(v.string()), services: v.array(feedbackServiceSchema) }),
  v.array(feedbackServiceSchema),
]);
