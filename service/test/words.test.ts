import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../src/i18n/feedback-sending/en.ts';
import { fi } from '../../src/i18n/feedback-sending/fi.ts';
import { sv } from '../../src/i18n/feedback-sending/sv.ts';
import { FEEDBACK_STATES } from '../../src/model/feedback.ts';
import { WORDS } from '../src/office/words/words.ts';

test('who answers the telephone calls the state of a message what its sender reads', () => {
  for (const [lang, words] of Object.entries({ en, fi, sv } as const)) {
    for (const state of FEEDBACK_STATES) assert.equal(WORDS[lang as keyof typeof WORDS][`state-${state}`], words[`state-${state}`], `${lang}: ${state}`);
  }
});
