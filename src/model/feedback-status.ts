import * as v from 'valibot';
import { FEEDBACK_STATES, type FeedbackStatus } from './feedback.ts';

const statusSchema = v.object({
  number: v.exactOptional(v.string()),
  state: v.picklist(FEEDBACK_STATES),
  receivedAt: v.string(),
  changedAt: v.string(),
  dueOn: v.exactOptional(v.string()),
  topic: v.exactOptional(v.union([v.string(), v.record(v.string(), v.string())])),
  reply: v.exactOptional(v.string()),
  reason: v.exactOptional(v.string()),
  caseNumber: v.exactOptional(v.string()),
});

/** The public state of a feedback of what came over the wire; `undefined` where it is none. */
export function feedbackStatusOf(raw: unknown): FeedbackStatus | undefined {
  const read = v.safeParse(statusSchema, raw);
  return read.success ? read.output : undefined;
}
