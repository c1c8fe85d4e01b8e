import type { MessageValues } from '../../i18n/languages.ts';
import { FEEDBACK_ERRORS, MESSAGE_MAX, type FeedbackService, type Question } from '../../model/feedback.ts';
import { wordingOf } from '../../model/text.ts';
import type { FieldError } from '../../sources/errors.ts';
import type { Speaker } from './speaker.ts';

/** What has to be mended in one field, in words. */
export interface FieldFault {
  readonly name: string;
  readonly text: string;
}

/** Words for what the rules found, here or in the service. */
export function faultsOf(errors: readonly FieldError[], service: FeedbackService | undefined, speaker: Speaker): FieldFault[] {
  return errors.map(({ code, field, values }) => {
    const filled: MessageValues = { max: MESSAGE_MAX, ...values, label: labelOf(field, service, speaker) };
    // A newer service may know of more.
    const known = FEEDBACK_ERRORS.find((one) => one === code) ?? 'unknown';
    return { name: field, text: speaker.say(`fault-${known}`, filled) };
  });
}

/** What a field is called where a person reads it. */
export function labelOf(field: string, service: FeedbackService | undefined, { say, language }: Speaker): string {
  const question = questionOf(field, service);
  if (question) return wordingOf(question.label, language).text;
  switch (field) {
    case 'topic':
    case 'message':
    case 'address':
    case 'position':
    case 'name':
    case 'email':
    case 'phone':
    case 'photos':
      return say(field);
    default:
      return say('message');
  }
}

function questionOf(field: string, service: FeedbackService | undefined): Question | undefined {
  return service?.questions.find(({ code }) => field === `answers.${code}`);
}
