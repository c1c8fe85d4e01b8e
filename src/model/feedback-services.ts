import * as v from 'valibot';
import type { FeedbackService, Question } from './feedback.ts';
import { feedbackServiceSchema, questionSchema, type QuestionInput } from './feedback-services-schema.ts';
import { RefusedDocument, type Accepted, type Fault, type Resource } from './gate.ts';
import { byLanguage, isRecord, pathOf, textIn } from './json-input.ts';
import { languagesOf, type Languages } from './text.ts';

/** What may be wrong in a document of topics; a skipped question leaves its topic unharmed. */
export const FEEDBACK_SERVICE_FAULTS = ['field-wrong', 'code-twice'] as const;
export type FeedbackServiceFault = (typeof FEEDBACK_SERVICE_FAULTS)[number];

export interface FeedbackServices {
  readonly services: readonly FeedbackService[];
}

export interface FeedbackServicesOptions {
  /** The language of texts that do not say their own. */
  readonly lang: string;
}

/** Questions are taken one by one: one that is wrong spoils no topic. */
const topicSchema = v.looseObject({ ...feedbackServiceSchema.entries, questions: v.optional(v.array(v.unknown())) });

/** Topics of feedback from JSON: a document with `services`, or a list of them. */
export const feedbackServicesResource: Resource<FeedbackService, FeedbackServices, FeedbackServicesOptions> = {
  name: 'feedback-services',
  *accept(raw, { lang }) {
    const { services: items, lang: own } = Array.isArray(raw) ? { services: raw as unknown } : isRecord(raw) ? raw : {};
    if (!Array.isArray(items)) throw new RefusedDocument({ code: 'field-wrong', place: { column: 'services' } });
    const languages = languagesOf(lang, typeof own === 'string' && own ? own : lang);
    const services: FeedbackService[] = [];
    const skipped: Fault<FeedbackServiceFault>[] = [];
    for (const index of items.keys()) {
      const item: unknown = items[index];
      const skip = (code: FeedbackServiceFault, column: string, value?: string) =>
        void skipped.push({ code, place: { item: index + 1, ...(column && { column }) }, ...(value !== undefined && { values: { value } }) });
      const read = v.safeParse(topicSchema, byLanguage(item, languages.own));
      if (!read.success) skip('field-wrong', pathOf(read.issues[0]));
      else if (services.some(({ code }) => code === read.output.code)) skip('code-twice', 'code', read.output.code);
      else {
        const { code, name, description, group, answerDays, questions = [] } = read.output;
        const service: FeedbackService = {
          code, name: textIn(name, languages),
          ...(description !== undefined && { description: textIn(description, languages) }),
          ...(group !== undefined && { group: textIn(group, languages) }),
          ...(answerDays !== undefined && { answerDays }),
          questions: questionsOf(questions, languages, skip),
        };
        services.push(service);
        yield service;
      }
    }
    return { data: { services }, count: services.length, skipped, notes: [] } satisfies Accepted<FeedbackServices>;
  },
  recognises: () => false,
};

function questionsOf(raw: readonly unknown[], languages: Languages, skip: (code: FeedbackServiceFault, column: string, value?: string) => void): Question[] {
  const questions: Question[] = [];
  raw.forEach((item, n) => {
    const read = v.safeParse(questionSchema, item);
    const path = (field: string) => ['questions', n, field].filter((part) => part !== '').join('.');
    if (!read.success) return skip('field-wrong', path(pathOf(read.issues[0])));
    const question = questionOf(read.output, languages);
    if (!question) return skip('field-wrong', path('options'));
    if (questions.some(({ code }) => code === question.code)) return skip('code-twice', path('code'), question.code);
    questions.push(question);
  });
  return questions;
}

/** `undefined` for a choice without options, or with two of one code. */
function questionOf({ code, kind, label, hint, required = false, options = [] }: QuestionInput, languages: Languages): Question | undefined {
  const question = { code, kind, label: textIn(label, languages), ...(hint !== undefined && { hint: textIn(hint, languages) }), required };
  if (kind !== 'choice' && kind !== 'choices') return question;
  if (!options.length || new Set(options.map((option) => option.code)).size !== options.length) return undefined;
  return { ...question, options: options.map(({ code, name }) => ({ code, name: textIn(name, languages) })) };
}
