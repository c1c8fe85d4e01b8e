import type { AnswerWay, Feedback, FeedbackPlace, FeedbackService } from '../../model/feedback.ts';
import { tidy } from '../../model/text.ts';

/** What stands in the fields, as it was typed. */
export interface Entries {
  /** The code of a topic, or `''`. */
  readonly topic: string;
  readonly message: string;
  readonly address: string;
  readonly position?: NonNullable<FeedbackPlace['position']> | undefined;
  /** By the codes of questions; answers to a topic's questions stay while another topic is looked at. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  readonly answerBy: AnswerWay;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly mayPublish: boolean;
  /** What stands in the field that no person sees. */
  readonly trap: string;
}

export const EMPTY: Entries = { topic: '', message: '', address: '', answers: {}, answerBy: 'none', name: '', email: '', phone: '', mayPublish: false, trap: '' };

/** Whether a person has written anything that would be lost with the page. */
export function isWritten(entries: Entries): boolean {
  const { message, address, position, answers, name, email, phone } = entries;
  return Boolean(position) || [message, address, name, email, phone, ...Object.values(answers).flat()].some((text) => text.trim() !== '');
}

/** What is sent of them. @param service the topic that was chosen, whose questions are the only ones that are answered */
export function feedbackOf(entries: Entries, service: FeedbackService | undefined, about: string | undefined, language: string): Feedback {
  const { message, position, answerBy, mayPublish } = entries;
  const address = tidy(entries.address);
  const answers = (service?.questions ?? []).flatMap(({ code, kind }): [string, string | readonly string[]][] => {
    const answer = entries.answers[code] ?? '';
    const plain = typeof answer === 'string' ? answer.trim() : answer;
    return plain.length ? [[code, kind === 'date-time' && typeof plain === 'string' ? localTimeOf(plain) : plain]] : [];
  });
  const contact = Object.fromEntries((['name', 'email', 'phone'] as const).flatMap((field) => (tidy(entries[field]) ? [[field, tidy(entries[field])]] : [])));
  return {
    topic: service?.code ?? entries.topic,
    ...(about !== undefined && { about }),
    message: sentWords(message),
    ...((address || position) && { place: { ...(address && { address }), ...(position && { position }) } }),
    ...(answers.length && { answers: Object.fromEntries(answers) }),
    ...(Object.keys(contact).length && { contact }),
    answerBy,
    mayPublish,
    language,
  };
}

/** A message as it is sent: without what a paste brings along and no person sees, which the service refuses; other breaks of lines and pages are lines. */
export function sentWords(text: string): string {
  return text.replace(/[\v\f]/g, '\n').replace(/[\0-\x08\x0E-\x1F\x7F-\x9F]/g, '').trim();
}

/** `24.8.2026 klo 14.30`, as it is typed where the browser has no field for it, in the form in which it is sent; anything else as it is. */
function localTimeOf(text: string): string {
  const [, day, month, year, hour, minute] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})[\s,]*(?:klo|kl\.?|at)?\s*(\d{1,2})[.:](\d{2})$/i.exec(text) ?? [];
  if (year === undefined) return text;
  const two = (digits: string | undefined): string => digits!.padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** What stands in the fields when a feedback is written on. */
export function entriesOf({ topic, message, place = {}, answers = {}, contact = {}, answerBy, mayPublish }: Feedback): Entries {
  const { name = '', email = '', phone = '' } = contact;
  return { ...EMPTY, topic, message, address: place.address ?? '', position: place.position, answers, answerBy, name, email, phone, mayPublish };
}
