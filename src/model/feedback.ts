import type { Text } from './text.ts';

declare module './resources.ts' {
  interface ResourceQueries {
    /** `GET {url}feedback-services` */
    'feedback-services': Readonly<Record<never, never>>;
    /** `POST {url}feedback/status` with the code in the body: it opens what a person wrote, so it is in no address. */
    'feedback/status': { readonly code: string };
  }
  interface Submissions {
    /** `POST {url}feedback` */
    feedback: Feedback;
  }
}

/** Kinds of extra questions. `choice` takes one of the options, `choices` any number of them. */
export const QUESTION_KINDS = ['text', 'number', 'date-time', 'choice', 'choices'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** An extra question of a topic. */
export interface Question {
  /** Unique in its topic; the key of the answer. */
  readonly code: string;
  readonly kind: QuestionKind;
  readonly label: Text;
  readonly hint?: Text;
  readonly required: boolean;
  /** Of `choice` and `choices`. */
  readonly options?: readonly { readonly code: string; readonly name: Text }[];
}

/** What feedback can be about (palautteen aihe): Open311's service. */
export interface FeedbackService {
  readonly code: string;
  readonly name: Text;
  readonly description?: Text;
  readonly group?: Text;
  readonly questions: readonly Question[];
  /** How many days the city gives itself for an answer; 14 for accessibility feedback, by the Finnish act on digital services. */
  readonly answerDays?: number;
}

/** Where it is: words first; a position only when the resident asked for it. */
export interface FeedbackPlace {
  readonly address?: string;
  /** WGS 84 degrees; `accuracy` in metres. */
  readonly position?: { readonly latitude: number; readonly longitude: number; readonly accuracy?: number };
}

/** How an answer reaches the resident; `code` means: read with the receipt code, without any contact detail. */
export const ANSWER_WAYS = ['none', 'code', 'email', 'phone'] as const;
export type AnswerWay = (typeof ANSWER_WAYS)[number];

/** What a resident sends (palaute). Photos travel beside it as files. */
export interface Feedback {
  /** The `code` of a `FeedbackService`. */
  readonly topic: string;
  /** What it is about, where a page ties it to something: `goal:<id>`, `project:<id>`, `channel:<id>`, `unit:<id>`, or an address of a page. */
  readonly about?: string;
  readonly message: string;
  readonly place?: FeedbackPlace;
  /** By question code: text, number and date-time as one string (ISO 8601 local time), `choices` as a list of option codes. */
  readonly answers?: Readonly<Record<string, string | readonly string[]>>;
  readonly contact?: { readonly name?: string; readonly email?: string; readonly phone?: string };
  readonly answerBy: AnswerWay;
  /** Whether the city may publish the message (never the contact details). */
  readonly mayPublish: boolean;
  /** The language it was written in, a BCP 47 tag. */
  readonly language: string;
}

/** Longest message, in UTF-16 units; Open311's own limit. */
export const MESSAGE_MAX = 4000;
/** Longest of every other text that a resident types. */
export const TEXT_MAX = 500;
/** Photos in one feedback. */
export const PHOTOS_MAX = 5;
/** Bytes of one photo as it is sent, after it was made smaller. */
export const PHOTO_BYTES_MAX = 4_000_000;
/** Media types of photos: what the browser re-encodes to. */
export const PHOTO_TYPES = ['image/jpeg', 'image/webp', 'image/png'] as const;

/** How far the city has come. `registry`: moved to the registry, where it has become a matter with rights of its own. */
export const FEEDBACK_STATES = ['received', 'in-handling', 'answered', 'registry', 'closed'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

/** What the receipt code opens: public state only, never what was written. */
export interface FeedbackStatus {
  /** What people call it, as in the receipt. */
  readonly number?: string;
  readonly state: FeedbackState;
  /** ISO instants. */
  readonly receivedAt: string;
  readonly changedAt: string;
  /** ISO date by which the city answers, where it has said so. */
  readonly dueOn?: string;
  /** The topic's name. */
  readonly topic?: Text;
  /** The city's reply; paragraphs are split by empty lines. */
  readonly reply?: string;
  /** Why it was closed. */
  readonly reason?: string;
  /** The case number in the registry. */
  readonly caseNumber?: string;
}

/** Codes of what keeps a feedback from being sent; each has a sentence in every language. `field` names the field. */
export const FEEDBACK_ERRORS = [
  'topic-missing', 'topic-unknown', 'message-missing', 'text-too-long', 'email-missing', 'email-wrong', 'phone-missing', 'phone-wrong',
  'answer-missing', 'answer-unknown', 'number-wrong', 'date-time-wrong', 'question-unknown', 'position-wrong', 'photo-type', 'photo-too-large', 'photos-too-many',
  'about-wrong', 'control-characters',
] as const;
export type FeedbackErrorCode = (typeof FEEDBACK_ERRORS)[number];

export interface FeedbackError {
  readonly code: FeedbackErrorCode;
  /** `topic`, `message`, `address`, `position`, `name`, `email`, `phone`, `photos`, `about`, or `answers.<question code>`. */
  readonly field: string;
  readonly values?: Readonly<Record<string, string | number>>;
}
