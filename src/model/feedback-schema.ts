import * as v from 'valibot';
import { ANSWER_WAYS, type Feedback } from './feedback.ts';

/**
 * What is sent as feedback. Shapes alone: what a value has to be is told by `feedback-rules.ts`, in codes that have a
 * sentence. A member that nobody knows is refused, since it would be lost without a word.
 */
export const feedbackSchema = v.strictObject({
  topic: v.string(),
  about: v.exactOptional(v.string()),
  message: v.string(),
  place: v.exactOptional(v.strictObject({
    address: v.exactOptional(v.string()),
    position: v.exactOptional(v.strictObject({ latitude: v.number(), longitude: v.number(), accuracy: v.exactOptional(v.number()) })),
  })),
  answers: v.exactOptional(v.record(v.string(), v.union([v.string(), v.array(v.string())]))),
  contact: v.exactOptional(v.strictObject({ name: v.exactOptional(v.string()), email: v.exactOptional(v.string()), phone: v.exactOptional(v.string()) })),
  answerBy: v.picklist(ANSWER_WAYS),
  mayPublish: v.boolean(),
  language: v.pipe(v.string(), v.maxLength(35), v.regex(/^[A-Za-z]{2,8}(-[0-9A-Za-z]{1,8})*$/)),
});

/** A feedback of what came over the wire; `undefined` where it is none. */
export function feedbackOf(raw: unknown): Feedback | undefined {
  const read = v.safeParse(feedbackSchema, raw);
  if (!read.success) return undefined;
  // Valibot takes an empty list for an object without members, and any list of texts for a record.
  const { place, answers, contact } = raw as Feedback;
  return [place, place?.position, answers, contact].some(Array.isArray) ? undefined : read.output;
}
