import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import type { FeedbackService } from '../../src/model/feedback.ts';
import { feedbackServicesSchema } from '../../src/model/feedback-services-schema.ts';
import { feedbackServicesResource } from '../../src/model/feedback-services.ts';
import { RefusedDocument, type Accepted } from '../../src/model/gate.ts';

interface Reading {
  readonly services: readonly FeedbackService[];
  readonly skipped: Accepted<unknown>['skipped'];
}

async function read(raw: unknown): Promise<Reading> {
  const work = feedbackServicesResource.accept(raw, { lang: 'fi' });
  const services: FeedbackService[] = [];
  for (let step = await work.next(); ; step = await work.next()) {
    if (!step.done) services.push(step.value);
    else {
      expect(step.value.data.services).to.deep.equal(services);
      expect(step.value.count).to.equal(services.length);
      return { services, skipped: step.value.skipped };
    }
  }
}

const POOL = { code: 'uimahalli', name: 'Uimahalli' };

describe('topics of feedback in JSON', () => {
  it('are a document or a bare list', async () => {
    expect((await read([POOL])).services).to.deep.equal([{ ...POOL, questions: [] }]);
    expect((await read({ services: [POOL] })).services).to.deep.equal([{ ...POOL, questions: [] }]);
    expect((await read({ services: [] })).services).to.deep.equal([]);
  });

  for (const raw of [null, undefined, 'uimahalli', {}, { services: {} }, { kind: 'blocks', blocks: [] }]) {
    it(`are not ${JSON.stringify(raw)}`, async () => {
      expect(await read(raw).catch((error: unknown) => error)).to.be.instanceOf(RefusedDocument);
    });
  }

  it('have all that a topic can say, in several languages', async () => {
    const { services, skipped } = await read({
      lang: 'fi',
      services: [{
        code: 'valaistus', name: ' Katuvalot ', name_sv: 'Gatubelysning', description: 'Lamppu ei pala', group: { fi: 'Kadut', sv: 'Gator' }, answerDays: 14,
        questions: [
          { code: 'pylvas', kind: 'text', label: 'Pylvään numero', hint: 'Lukee kyltissä' },
          { code: 'vika', kind: 'choice', label: 'Mikä on vialla?', label_sv: 'Vad är fel?', required: true, options: [{ code: 'pimea', name: 'Ei pala', name_sv: 'Lyser inte' }] },
        ],
      }],
    });
    expect(skipped).to.deep.equal([]);
    expect(services).to.deep.equal([{
      code: 'valaistus', name: { fi: 'Katuvalot', sv: 'Gatubelysning' }, description: 'Lamppu ei pala', group: { fi: 'Kadut', sv: 'Gator' }, answerDays: 14,
      questions: [
        { code: 'pylvas', kind: 'text', label: 'Pylvään numero', hint: 'Lukee kyltissä', required: false },
        { code: 'vika', kind: 'choice', label: { fi: 'Mikä on vialla?', sv: 'Vad är fel?' }, required: true, options: [{ code: 'pimea', name: { fi: 'Ei pala', sv: 'Lyser inte' } }] },
      ],
    }]);
  });

  it('have the language of their document on each text where the page has another', async () => {
    const question = { code: 'a', kind: 'choice', label: 'Vad?', hint: 'Kort', options: [{ code: 'x', name: 'Lampa', name_fi: 'Lamppu' }] };
    const { services } = await read({ lang: 'sv', services: [{ code: 'bad', name: 'Simhall', description: 'Bassäng', group: 'Motion', questions: [question] }] });
    expect(services).to.deep.equal([{
      code: 'bad', name: { sv: 'Simhall' }, description: { sv: 'Bassäng' }, group: { sv: 'Motion' },
      questions: [{ code: 'a', kind: 'choice', label: { sv: 'Vad?' }, hint: { sv: 'Kort' }, required: false, options: [{ code: 'x', name: { sv: 'Lampa', fi: 'Lamppu' } }] }],
    }]);
  });

  it('are named where they are left out; the others are unharmed', async () => {
    const { services, skipped } = await read([POOL, 'jäähalli', { code: 'kirjasto' }, { ...POOL, name: 'Toinen' }, { code: 'a b', name: 'Väli' }, { code: 'muu', name: 'Muu', answerDays: 0 }, { code: 'viesti', name: 'Viestintä' }]);
    expect(services.map(({ code }) => code)).to.deep.equal(['uimahalli', 'viesti']);
    expect(skipped).to.deep.equal([
      { code: 'field-wrong', place: { item: 2 } },
      { code: 'field-wrong', place: { item: 3, column: 'name' } },
      { code: 'code-twice', place: { item: 4, column: 'code' }, values: { value: 'uimahalli' } },
      { code: 'field-wrong', place: { item: 5, column: 'code' } },
      { code: 'field-wrong', place: { item: 6, column: 'answerDays' } },
    ]);
  });

  it('keep their good questions when one is wrong', async () => {
    const { services, skipped } = await read([{
      ...POOL,
      questions: [
        { code: 'a', kind: 'slider', label: 'A' }, { code: 'b', kind: 'choice', label: 'B' }, { code: 'c', kind: 'text', label: 'C' }, { code: 'c', kind: 'text', label: 'C2' },
        { code: 'd', kind: 'choices', label: 'D', options: [{ code: 'x', name: 'X' }, { code: 'x', name: 'Y' }] }, 'e',
      ],
    }]);
    expect(services[0]!.questions.map(({ code }) => code)).to.deep.equal(['c']);
    expect(skipped.map(({ code, place }) => [code, place?.column])).to.deep.equal([
      ['field-wrong', 'questions.0.kind'], ['field-wrong', 'questions.1.options'], ['code-twice', 'questions.3.code'], ['field-wrong', 'questions.4.options'], ['field-wrong', 'questions.5'],
    ]);
  });

  it('fit the schema that is published for editors\u2019 tools', () => {
    expect(v.is(feedbackServicesSchema, { services: [{ ...POOL, questions: [{ code: 'a', kind: 'text', label: 'A' }] }] })).to.be.true;
    expect(v.is(feedbackServicesSchema, { services: [{ code: 'uimahalli' }] })).to.be.false;
  });
});
