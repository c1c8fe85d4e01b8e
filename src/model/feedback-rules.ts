import { isOfCalendar } from './dates.ts';
import { MESSAGE_MAX, PHOTO_BYTES_MAX, PHOTO_TYPES, PHOTOS_MAX, TEXT_MAX, type Feedback, type FeedbackError, type FeedbackErrorCode, type FeedbackService, type Question } from './feedback.ts';
import { tidy } from './text.ts';

/** A photo as the rules see it: the media type of its bytes, never of its name. */
export interface PhotoFacts {
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** Longest address of a page that feedback can be about; nobody types it. */
const ABOUT_MAX = 2000;

/** All but line breaks and tabs; also halves of UTF-16 pairs, which no database keeps. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF]/u;
const LINE_BREAK = /[\t\n\r]/;
const THING = /^(?:goal|project|channel|unit):\S/;
/** As a person types it: sign, thousands apart, comma or point. */
const NUMBER = /^[-+−]?\d+(?:[ \u00A0\u202F]\d{3})*(?:[.,]\d+)?$/;
const LOCAL_TIME = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?$/;
/**
 * Something, @, and a domain of two names or an address in brackets. Stricter rules refuse people whose address works:
 * quotes, apostrophes, plus signs and letters of any alphabet are allowed before the @ (RFC 6531).
 */
const EMAIL = /^(?:"[^"]+"|[^\s"@]+)@(?:\[[^\s[\]]+\]|[^\s@.,;:()<>[\]"]+(?:\.[^\s@.,;:()<>[\]"]+)+)$/u;

/**
 * What keeps this feedback from being sent, in the order of the form; none where all is well. The browser and the service
 * ask the same rules, so they cannot disagree.
 * @param service the topic that `feedback.topic` names, `undefined` where the city has no such topic
 */
export function validateFeedback(service: FeedbackService | undefined, feedback: Feedback, photos: readonly PhotoFacts[]): FeedbackError[] {
  const errors: FeedbackError[] = [];
  const tell: Tell = (code, field, values) => void errors.push({ code, field, ...(values && { values }) });
  const { topic, about, message, place = {}, answers = {}, contact = {}, answerBy } = feedback;
  if (!tidy(topic)) tell('topic-missing', 'topic');
  else if (!service) tell('topic-unknown', 'topic');
  if (about !== undefined && !isAbout(about)) tell('about-wrong', 'about');
  if (!tidy(message)) tell('message-missing', 'message');
  else checkText(message, 'message', tell, { max: MESSAGE_MAX, lines: true });
  if (service) checkAnswers(service.questions, answers, tell);
  checkText(place.address, 'address', tell);
  if (place.position && !isPosition(place.position)) tell('position-wrong', 'position');
  checkPhotos(photos, tell);
  checkText(contact.name, 'name', tell);
  checkContact(contact.email, 'email', isEmail, answerBy === 'email', tell);
  checkContact(contact.phone, 'phone', isPhone, answerBy === 'phone', tell);
  return errors;
}

type Tell = (code: FeedbackErrorCode, field: string, values?: FeedbackError['values']) => void;

/** Tells of what is too long or holds characters that nobody typed. @returns whether the text is well */
function checkText(text: string | undefined, field: string, tell: Tell, { max = TEXT_MAX, lines = false } = {}): boolean {
  if (text === undefined) return true;
  if (text.length > max) tell('text-too-long', field, { max, length: text.length });
  else if (CONTROL.test(text) || (!lines && LINE_BREAK.test(text))) tell('control-characters', field);
  else return true;
  return false;
}

function checkContact(text: string | undefined, field: 'email' | 'phone', plausible: (text: string) => boolean, required: boolean, tell: Tell): void {
  if (!tidy(text ?? '')) {
    if (required) tell(`${field}-missing`, field);
  } else if (checkText(text, field, tell) && !plausible(text!)) {
    tell(`${field}-wrong`, field);
  }
}

/** Whether it can be an e-mail address; a slip such as `matti@example` or `matti@example,fi` cannot. */
export function isEmail(text: string): boolean {
  return EMAIL.test(tidy(text));
}

/** Whether it can be a telephone number: four digits or more, however they are written and whatever is said beside them. */
export function isPhone(text: string): boolean {
  return (text.match(/\p{Nd}/gu)?.length ?? 0) >= 4 && !text.includes('@');
}

/** Whether it names something of the city's, or a page. */
export function isAbout(about: string): boolean {
  if (about.length > ABOUT_MAX || CONTROL.test(about) || LINE_BREAK.test(about)) return false;
  return THING.test(about) || (/^https?:/i.test(about) && URL.canParse(about));
}

function isPosition({ latitude, longitude, accuracy = 0 }: { readonly latitude: number; readonly longitude: number; readonly accuracy?: number }): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && accuracy >= 0 && Number.isFinite(accuracy);
}

function checkAnswers(questions: readonly Question[], answers: NonNullable<Feedback['answers']>, tell: Tell): void {
  for (const question of questions) checkAnswer(question, Object.hasOwn(answers, question.code) ? answers[question.code]! : '', tell);
  const known = new Set(questions.map(({ code }) => code));
  for (const code of Object.keys(answers)) if (!known.has(code)) tell('question-unknown', `answers.${code}`);
}

function checkAnswer({ code, kind, required, options = [] }: Question, answer: string | readonly string[], tell: Tell): void {
  const field = `answers.${code}`;
  if (typeof answer === 'string' ? !tidy(answer) : !answer.length) {
    if (required) tell('answer-missing', field);
    return;
  }
  if (kind === 'choices' || kind === 'choice') {
    const chosen = typeof answer === 'string' ? [answer] : answer;
    const known = chosen.every((one) => options.some((option) => option.code === one));
    if (!known || (typeof answer === 'string') !== (kind === 'choice') || new Set(chosen).size !== chosen.length) tell('answer-unknown', field);
    return;
  }
  if (typeof answer !== 'string') tell('answer-unknown', field);
  else if (!checkText(answer, field, tell, { lines: kind === 'text' })) return;
  else if (kind === 'number' && !NUMBER.test(answer.trim())) tell('number-wrong', field);
  else if (kind === 'date-time' && !isLocalTime(answer)) tell('date-time-wrong', field);
}

function isLocalTime(text: string): boolean {
  const date = LOCAL_TIME.exec(text)?.[1];
  return date !== undefined && isOfCalendar(date);
}

function checkPhotos(photos: readonly PhotoFacts[], tell: Tell): void {
  if (photos.length > PHOTOS_MAX) tell('photos-too-many', 'photos', { max: PHOTOS_MAX, count: photos.length });
  photos.forEach(({ type, size }, index) => {
    const photo = index + 1;
    if (!(PHOTO_TYPES as readonly string[]).includes(type)) tell('photo-type', 'photos', { photo });
    else if (size > PHOTO_BYTES_MAX) tell('photo-too-large', 'photos', { photo, max: PHOTO_BYTES_MAX });
  });
}
