import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../src/i18n/ballots/en.ts';
import { fi } from '../../src/i18n/ballots/fi.ts';
import { sv } from '../../src/i18n/ballots/sv.ts';
import { en as castingEn } from '../../src/i18n/budget-casting/en.ts';
import { fi as castingFi } from '../../src/i18n/budget-casting/fi.ts';
import { sv as castingSv } from '../../src/i18n/budget-casting/sv.ts';
import { en as voteEn } from '../../src/i18n/budget-vote/en.ts';
import { fi as voteFi } from '../../src/i18n/budget-vote/fi.ts';
import { sv as voteSv } from '../../src/i18n/budget-vote/sv.ts';
import { en as resultsEn } from '../../src/i18n/budget-results/en.ts';
import { fi as resultsFi } from '../../src/i18n/budget-results/fi.ts';
import { sv as resultsSv } from '../../src/i18n/budget-results/sv.ts';
import { en as countEn } from '../../src/i18n/budget-count/en.ts';
import { fi as countFi } from '../../src/i18n/budget-count/fi.ts';
import { sv as countSv } from '../../src/i18n/budget-count/sv.ts';
import { en as rulesEn } from '../../src/i18n/counting-rules/en.ts';
import { fi as rulesFi } from '../../src/i18n/counting-rules/fi.ts';
import { sv as rulesSv } from '../../src/i18n/counting-rules/sv.ts';
import { en as editorEn } from '../../src/i18n/editor/ballots/en.ts';
import { fi as editorFi } from '../../src/i18n/editor/ballots/fi.ts';
import { sv as editorSv } from '../../src/i18n/editor/ballots/sv.ts';
import { BALLOT_FAULTS } from '../../src/model/ballot-check.ts';
import { ruleConditions, ruleName } from '../../src/core/counting-rules.ts';
import { ruleExplained } from '../../src/core/rule-explained.ts';
import { TIE_RULES, type Ballot } from '../../src/model/ballot.ts';
import { PABULIB_FAULTS } from '../../src/model/pabulib.ts';
import { TALLY_RULES } from '../../src/model/tally.ts';
import { VOTE_ERRORS } from '../../src/model/vote-rules.ts';

test('everything that keeps a vote from being sent has a sentence', () => {
  for (const code of VOTE_ERRORS) assert.ok(Object.keys(en).some((key) => key === code || key.startsWith(`${code}-`)), code);
});

test('every way to break a tie has a sentence', () => {
  for (const rule of TIE_RULES) assert.ok(`tie-${rule}` in en && `equal-${rule}` in rulesEn, rule);
});

test('everything that an editor is told of a ballot or a .pb file has a sentence', () => {
  for (const code of BALLOT_FAULTS) assert.ok(code in editorEn, code);
  for (const code of PABULIB_FAULTS) assert.ok(`pb-${code}` in editorEn, code);
});

test('every language fills in the same values', () => {
  const values = (text: unknown): string => [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].sort().join();
  for (const [original, ...others] of [[en, fi, sv], [editorEn, editorFi, editorSv], [voteEn, voteFi, voteSv], [castingEn, castingFi, castingSv], [resultsEn, resultsFi, resultsSv], [countEn, countFi, countSv], [rulesEn, rulesFi, rulesSv]] as const) {
    for (const other of others) {
      for (const [key, text] of Object.entries(original)) assert.equal(values((other as Record<string, unknown>)[key]), values(text), key);
    }
  }
});

test('words that a widget loads together do not take each other\'s place', () => {
  for (const sets of [[en, voteEn, castingEn, rulesEn], [en, resultsEn, countEn, rulesEn]]) {
    const keys = sets.flatMap((set) => Object.keys(set));
    assert.deepEqual(keys.filter((key, n) => keys.indexOf(key) !== n), []);
  }
});

test('every counting rule is told in words, and one that nobody knows is not', () => {
  const ballot = { projects: [], rules: { method: 'approval', min: 1, limits: [] } } as const;
  const told = (fields: Partial<Ballot>): string => {
    const given = { ...ballot, rule: '', ...fields };
    const say = (key: string): string => key.replace('count-', '');
    return [ruleName(given, say) ?? '', ...ruleExplained(given, say), ...ruleConditions(given, say)].join(' ').trim();
  };
  assert.deepEqual(TALLY_RULES.map((rule) => told({ rule })), [
    'order greedy whole', 'order greedy-no-skip whole', 'order greedy whole', 'order greedy whole',
    'shares equalshares whole', 'shares equalshares add1 whole', 'shares equalshares comparison whole', 'shares equalshares add1 comparison whole',
  ]);
  assert.equal(told({ rule: 'greedy-custom-by-the-mayor' }), '');
  assert.equal(told({ rule: 'greedy', partFundingPercent: 80, threshold: 50 }), 'order greedy part threshold-votes');
  assert.equal(told({ rule: 'equalshares', partFundingPercent: 80 }), 'shares equalshares whole');
  assert.equal(told({ rule: 'greedy', rules: { method: 'ranking', min: 1, limits: [] }, threshold: 50 }), 'order greedy ranks whole threshold-points');
  assert.equal(told({ rule: 'equalshares/add1', rules: { method: 'ranking', min: 1, limits: [] } }), 'shares equalshares shares-ranking add1 whole');
  assert.equal(told({ rule: 'equalshares', rules: { method: 'points', min: 1, limits: [], points: 5 } }), 'shares equalshares shares-points whole');
  assert.equal(told({ rule: 'greedy', rules: { method: 'points', min: 1, limits: [], points: 5 }, threshold: 50 }), 'order greedy whole threshold-points');
});
