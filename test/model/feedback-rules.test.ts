import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import { MESSAGE_MAX, PHOTO_BYTES_MAX, PHOTOS_MAX, TEXT_MAX, type Feedback, type FeedbackService, type Question } from '../../src/model/feedback.ts';
import { isEmail, isPhone, validateFeedback, type PhotoFacts } from '../../src/model/feedback-rules.ts';
import { feedbackOf, feedbackSchema } from '../../src/model/feedback-schema.ts';

const OPTIONS = [{ code: 'pimea', name: 'Ei pala' }, { code: 'vilkkuu', name: 'Vilkkuu' }];
const QUESTIONS: readonly Question[] = [
  { code: 'pylvas', kind: 'text', label: 'Pylväs', required: false },
  { code: 'maara', kind: 'number', label: 'Kuinka monta', required: false },
  { code: 'milloin', kind: 'date-time', label: 'Milloin', required: false },
  { code: 'vika', kind: 'choice', label: 'Mikä', required: false, options: OPTIONS },
  { code: 'viat', kind: 'choices', label: 'Mitkä', required: false, options: OPTIONS },
];
const LIGHTS: FeedbackService = { code: 'valaistus', name: 'Katuvalot', questions: QUESTIONS };
const FEEDBACK: Feedback = { topic: 'valaistus', message: 'Valo ei pala.', answerBy: 'none', mayPublish: false, language: 'fi' };

function errors(more: Partial<Feedback> = {}, photos: readonly PhotoFacts[] = [], service: FeedbackService | undefined = LIGHTS): string[] {
  return validateFeedback(service, { ...FEEDBACK, ...more }, photos).map(({ code, field }) => `${field}: ${code}`);
}
const answering = (answers: Feedback['answers'], required = false) =>
  errors({ answers: answers! }, [], { ...LIGHTS, questions: QUESTIONS.map((question) => ({ ...question, required })) });

describe('the rules of feedback', () => {
  it('need a topic and a message, and nothing else', () => {
    expect(errors()).to.deep.equal([]);
    expect(errors({ topic: '', message: ' \n\t\u200B' }, [], undefined)).to.deep.equal(['topic: topic-missing', 'message: message-missing']);
  });

  it('refuse a topic that the city does not have', () => {
    expect(validateFeedback(undefined, FEEDBACK, [])).to.deep.equal([{ code: 'topic-unknown', field: 'topic' }]);
  });

  it('say how long a text may be', () => {
    expect(errors({ message: 'a'.repeat(MESSAGE_MAX), place: { address: 'a'.repeat(TEXT_MAX) }, contact: { name: 'a'.repeat(TEXT_MAX) } })).to.deep.equal([]);
    expect(validateFeedback(LIGHTS, { ...FEEDBACK, message: 'a'.repeat(MESSAGE_MAX + 1) }, [])).to.deep.equal([{ code: 'text-too-long', field: 'message', values: { max: MESSAGE_MAX, length: MESSAGE_MAX + 1 } }]);
    const long = 'a'.repeat(TEXT_MAX + 1);
    expect(errors({ place: { address: long }, contact: { name: long, email: `${long}@example.fi`, phone: '0'.repeat(TEXT_MAX + 1) }, answers: { pylvas: long } })).to.deep.equal([
      'answers.pylvas: text-too-long', 'address: text-too-long', 'name: text-too-long', 'email: text-too-long', 'phone: text-too-long',
    ]);
  });

  it('take line breaks and tabs in a message, and no control character anywhere', () => {
    expect(errors({ message: 'Yksi\r\nkaksi\tkolme\n👩‍👩‍👧 İıß العربية' })).to.deep.equal([]);
    for (const bad of ['\0', '\u0007', '\u001B', '\u007F', '\u0085', '\uD800', '\uDC00']) {
      const text = `a${bad}b`;
      expect(errors({ message: text, place: { address: text }, contact: { name: text, email: `a${bad}@example.fi`, phone: `0401234${bad}` }, answers: { pylvas: text } })).to.deep.equal([
        'message: control-characters', 'answers.pylvas: control-characters', 'address: control-characters', 'name: control-characters', 'email: control-characters', 'phone: control-characters',
      ]);
      expect(errors({ about: `goal:${bad}` })).to.deep.equal(['about: about-wrong']);
    }
    expect(errors({ contact: { name: 'Maija\nMeikäläinen' } })).to.deep.equal(['name: control-characters']);
  });

  it('need the contact detail that the answer goes to, and only that', () => {
    expect(errors({ answerBy: 'email' })).to.deep.equal(['email: email-missing']);
    expect(errors({ answerBy: 'phone', contact: { email: 'maija@example.fi', phone: '  ' } })).to.deep.equal(['phone: phone-missing']);
    expect(errors({ answerBy: 'code' })).to.deep.equal([]);
    expect(errors({ answerBy: 'email', contact: { email: 'maija@example.fi' } })).to.deep.equal([]);
    expect(errors({ answerBy: 'none', contact: { email: 'maija', phone: '12' } })).to.deep.equal(['email: email-wrong', 'phone: phone-wrong']);
  });

  it('check answers by their kind', () => {
    expect(answering({})).to.deep.equal([]);
    expect(answering({ pylvas: 'P 12\nkulmalla', maara: '3,5', milloin: '2026-06-19T23:59', vika: 'pimea', viat: ['pimea', 'vilkkuu'] }, true)).to.deep.equal([]);
    expect(answering({ pylvas: ' ', viat: [] }, true)).to.deep.equal(['pylvas', 'maara', 'milloin', 'vika', 'viat'].map((code) => `answers.${code}: answer-missing`));
    expect(answering({ pylvas: ['P'], maara: 'kolme', milloin: '2026-02-29T10:00', vika: 'muu', viat: ['pimea', 'muu'] })).to.deep.equal([
      'answers.pylvas: answer-unknown', 'answers.maara: number-wrong', 'answers.milloin: date-time-wrong', 'answers.vika: answer-unknown', 'answers.viat: answer-unknown',
    ]);
    expect(answering({ vika: ['pimea'], viat: 'pimea' })).to.deep.equal(['answers.vika: answer-unknown', 'answers.viat: answer-unknown']);
    expect(answering({ viat: ['pimea', 'pimea'] })).to.deep.equal(['answers.viat: answer-unknown']);
    expect(answering({ muu: 'x' })).to.deep.equal(['answers.muu: question-unknown']);
  });

  for (const number of ['0', '-3', '+4', '−5', '12 000', '1\u00A0000,50', '3.25', ' 7 ']) {
    it(`take ${number} for a number`, () => expect(answering({ maara: number })).to.deep.equal([]));
  }
  for (const number of ['1e5', 'Infinity', '1,2,3', '0x1F', '3 kpl', '12 00']) {
    it(`do not take ${number} for a number`, () => expect(answering({ maara: number })).to.deep.equal(['answers.maara: number-wrong']));
  }
  for (const time of ['2026-06-19', '19.6.2026 12:00', '2026-06-19T24:00', '2026-13-01T00:00', '2026-06-19T10:00Z', '2026-06-31T10:00', '0026-06-19T10:00']) {
    it(`do not take ${time} for a local time`, () => expect(answering({ milloin: time })).to.deep.equal(['answers.milloin: date-time-wrong']));
  }

  it('need no place, and take one by words, by position or both', () => {
    expect(errors({ place: {} })).to.deep.equal([]);
    expect(errors({ place: { address: 'Rantatie 3', position: { latitude: 60.1, longitude: -24.9, accuracy: 12 } } })).to.deep.equal([]);
    for (const position of [{ latitude: 91, longitude: 0 }, { latitude: 0, longitude: 181 }, { latitude: Number.NaN, longitude: 0 }, { latitude: 0, longitude: 0, accuracy: -1 }, { latitude: 0, longitude: 0, accuracy: Infinity }]) {
      expect(errors({ place: { position } })).to.deep.equal(['position: position-wrong']);
    }
  });

  it('say which photo is wrong', () => {
    const photo = { type: 'image/jpeg', size: PHOTO_BYTES_MAX };
    expect(errors({}, Array.from({ length: PHOTOS_MAX }, () => photo))).to.deep.equal([]);
    expect(validateFeedback(LIGHTS, FEEDBACK, [photo, { type: 'image/svg+xml', size: 1 }, { type: 'image/png', size: PHOTO_BYTES_MAX + 1 }])).to.deep.equal([
      { code: 'photo-type', field: 'photos', values: { photo: 2 } },
      { code: 'photo-too-large', field: 'photos', values: { photo: 3, max: PHOTO_BYTES_MAX } },
    ]);
    expect(errors({}, Array.from({ length: PHOTOS_MAX + 1 }, () => photo))).to.deep.equal(['photos: photos-too-many']);
  });

  for (const about of ['goal:A1', 'project:12', 'channel:facebook', 'unit:kirjasto', 'https://merilehto.example/uimahalli?x=1#y', 'http://merilehto.example/']) {
    it(`can be about ${about}`, () => expect(errors({ about })).to.deep.equal([]));
  }
  for (const about of ['', 'goal:', 'goal: x', 'person:1', 'javascript:alert(1)', '/uimahalli', 'https://', `https://merilehto.example/${'a'.repeat(2000)}`]) {
    it(`cannot be about “${about.slice(0, 40)}”`, () => expect(errors({ about })).to.deep.equal(['about: about-wrong']));
  }
});

describe('an e-mail address', () => {
  for (const text of [
    'maija@example.fi', 'm@x.co', 'maija.meikäläinen@mäntyharju.example', 'first+tag@sub.example.co.uk', "o'brien@example.ie", '"maija m"@example.fi', 'a!#$%&*/=?^_`{|}~-@example.org',
    '用户@例子.广告', 'maija@[192.0.2.1]', ' maija@example.fi ', '1@2.fi', 'x@xn--mntyharju-02a.example',
  ]) {
    it(`can be ${text}`, () => expect(isEmail(text)).to.be.true);
  }
  for (const text of ['', 'maija', 'maija@', '@example.fi', 'maija@example', 'maija@example,fi', 'maija@example..fi', 'maija @example.fi', 'maija@example.fi, pekka@example.fi', 'maija(at)example.fi', 'maija@.fi', 'maija@example.']) {
    it(`cannot be “${text}”`, () => expect(isEmail(text)).to.be.false);
  }
});

describe('a telephone number', () => {
  for (const text of ['040 123 4567', '+358 (0)40-1234567', '0401234567', '09 1234', '018 12345 (Ahvenanmaa)', '+44 20 7946 0958 ext. 12', '٠٤٠١٢٣٤', '040 1234567 tai 050 7654321']) {
    it(`can be ${text}`, () => expect(isPhone(text)).to.be.true);
  }
  for (const text of ['', '112', 'ei ole', 'maija1234@example.fi']) it(`cannot be “${text}”`, () => expect(isPhone(text)).to.be.false);
});

describe('feedback over the wire', () => {
  const FULL: Feedback = {
    ...FEEDBACK, about: 'goal:A1', place: { address: 'Rantatie', position: { latitude: 60, longitude: 24, accuracy: 5 } }, answers: { vika: 'pimea', viat: ['pimea'] },
    contact: { name: 'Maija', email: 'maija@example.fi', phone: '0401234567' }, answerBy: 'email', language: 'sv-FI',
  };

  it('is taken as it was written', () => {
    expect(feedbackOf(FEEDBACK)).to.deep.equal(FEEDBACK);
    expect(feedbackOf(structuredClone(FULL))).to.deep.equal(FULL);
    expect(v.is(feedbackSchema, FULL)).to.be.true;
  });

  for (const [why, raw] of Object.entries<unknown>({
    'nothing': null, 'a text': 'x', 'a list': [FEEDBACK], 'without a message': { ...FEEDBACK, message: undefined }, 'a member that nobody knows': { ...FEEDBACK, subject: 'x' },
    'null for what is not there': { ...FEEDBACK, about: null }, 'another way to answer': { ...FEEDBACK, answerBy: 'post' }, 'a language that is none': { ...FEEDBACK, language: 'suomi!' },
    'a list for contact details': { ...FEEDBACK, contact: [] }, 'a list of answers': { ...FEEDBACK, answers: ['x'] }, 'an answer that is a number': { ...FEEDBACK, answers: { maara: 3 } }, 'a position in words': { ...FEEDBACK, place: { position: { latitude: '60', longitude: '24' } } },
  })) {
    it(`is not ${why}`, () => expect(feedbackOf(raw)).to.be.undefined);
  }
});
