import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { resultFiles, ROUNDS, written } from '../../fixtures/ballots/make-results.ts';

test('the sample results are what their maker makes', async () => {
  for (const name of Object.keys(ROUNDS)) {
    for (const [file, content] of Object.entries(await resultFiles(name))) {
      const there = readFileSync(new URL(`../../fixtures/ballots/results-${name}/${file}`, import.meta.url), 'utf8');
      assert.equal(there, written(file, content), `${name}/${file}`);
    }
  }
});
