import { FEEDBACK_STATES, MESSAGE_MAX, TEXT_MAX } from '../../../src/model/feedback.ts';
import type { Form } from './form.ts';
import type { Handling } from './message.ts';
import { say, type FieldFault, type View } from './pages/page.ts';

type Given = { readonly [Name in keyof Handling]: string };

/** What a form says of a message, and what is missing in it. */
export function handlingOf(view: View, form: Form): { readonly given: Given; readonly handling?: Handling; readonly faults: readonly FieldFault[] } {
  const given: Given = { state: form.text('state'), reply: form.text('reply'), reason: form.text('reason'), caseNumber: form.text('caseNumber') };
  const state = form.oneOf('state', FEEDBACK_STATES);
  const faults: FieldFault[] = [];
  const check = (field: string, text: string, wrong: boolean) => void (wrong && faults.push({ field, text }));
  check('state', view.words.stateMissing, !state);
  check('reply', view.words.replyMissing, state === 'answered' && !given.reply);
  check('reply', say(view, 'tooLong', { max: MESSAGE_MAX }), given.reply.length > MESSAGE_MAX);
  check('caseNumber', view.words.caseNumberMissing, state === 'registry' && !given.caseNumber);
  check('caseNumber', say(view, 'tooLong', { max: TEXT_MAX }), given.caseNumber.length > TEXT_MAX);
  check('reason', view.words.reasonMissing, state === 'closed' && !given.reason);
  check('reason', say(view, 'tooLong', { max: MESSAGE_MAX }), given.reason.length > MESSAGE_MAX);
  return { given, faults, ...(state && !faults.length && { handling: { ...given, state } }) };
}
