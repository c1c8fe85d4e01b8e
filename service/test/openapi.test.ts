import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as fc from 'fast-check';
import { FEEDBACK_ERRORS, PHOTO_TYPES, PHOTOS_MAX, FEEDBACK_STATES, ANSWER_WAYS } from '../../src/model/feedback.ts';
import { feedbackOf } from '../../src/model/feedback-schema.ts';
import { damaged, fitting, schemaNamed } from './arbitraries.ts';
import { VOTE_ERRORS } from '../../src/model/vote-rules.ts';
import { appOn } from './app.ts';
import { contract, fits } from './contract.ts';

test('the contract is an OpenAPI 3.1 document', async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(contract));
  assert.deepEqual(result.errors, undefined);
  assert.equal(validator.version, '3.1');
});

test('the contract describes every address but the pages of the city’s side, and none that there is not', () => {
  const never = { query: () => Promise.reject(new Error('Nobody asks.')), transaction: () => Promise.reject(new Error('Nobody asks.')), close: () => Promise.resolve() };
  // What a path takes has a name in one place and may have another in the other.
  const nameless = (route: string) => route.replace(/:\w+(?:\{[^}]*\})?|\{\w+\}/g, '{}');
  const served = appOn(never).routes.map(nameless).filter((route) => !/ \/office(?!\/messages\.csv)/.test(route));
  const described = Object.entries(contract['paths']!).flatMap(([path, operations]) => Object.keys(operations).filter((method) => /^(?:get|post|put|patch|delete)$/.test(method)).map((method) => nameless(`${method.toUpperCase()} ${path}`)));
  assert.deepEqual([...new Set(served)].sort(), [...new Set(described)].sort());
});

test('the contract names what the model names', () => {
  const { schemas } = contract['components']!;
  assert.deepEqual(schemas!['FeedbackError']!['properties']!['code']!['enum'], FEEDBACK_ERRORS);
  assert.deepEqual(schemas!['FeedbackStatus']!['properties']!['state']!['enum'], FEEDBACK_STATES);
  assert.deepEqual(schemas!['Feedback']!['properties']!['answerBy']!['enum'], ANSWER_WAYS);
  assert.deepEqual(schemas!['VoteError']!['properties']!['code']!['enum'], VOTE_ERRORS);
  const form = contract['paths']!['/feedback']!['post']!['requestBody']!['content']!['multipart/form-data']!;
  assert.equal(form['schema']!['properties']!['file']!['maxItems'], PHOTOS_MAX);
  assert.deepEqual(new Set((form['encoding']!['file']!['contentType'] as unknown as string).split(', ')), new Set(PHOTO_TYPES));
});

test('the contract and the model take the same feedback', () => {
  const feedback = fitting(schemaNamed('Feedback'));
  fc.assert(fc.property(fc.oneof(feedback, damaged(feedback)), (value) => {
    const json = JSON.stringify(value);
    // Names that JavaScript gives a meaning of its own are no answers: the model leaves them out.
    fc.pre(!/"(?:__proto__|prototype|constructor)":/.test(json));
    const sent: unknown = JSON.parse(json);
    assert.equal(feedbackOf(sent) !== undefined, fits(sent, 'components', 'schemas', 'Feedback'), json);
  }), { numRuns: 2_000 });
});
