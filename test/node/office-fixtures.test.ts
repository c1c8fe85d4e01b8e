import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { officeFixtures } from '../../tools/make-office-fixtures.ts';

const FOLDER = new URL('../../fixtures/files/', import.meta.url);

test('fixtures/files holds what tools/make-office-fixtures.ts makes of the goals and the channels', () => {
  const made = officeFixtures();
  assert.deepEqual(readdirSync(FOLDER).sort(), Object.keys(made).sort());
  for (const [name, bytes] of Object.entries(made)) {
    assert.ok(readFileSync(new URL(name, FOLDER)).equals(bytes), `${name} differs: run npx tsx tools/make-office-fixtures.ts`);
  }
});
