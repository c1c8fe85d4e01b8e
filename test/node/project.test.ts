import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the lock file names no address to download from, so that any registry serves', () => {
  assert.doesNotMatch(read('package-lock.json'), /"resolved": "(?:https?|git)/);
});

test('every script of package.json names a file that is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const script of Object.values(scripts)) {
    for (const [file] of script.matchAll(/\b(tools|bench)\/\S+/g)) assert.ok(existsSync(new URL(`../../${file}`, import.meta.url)), file);
  }
});

test('the accessibility statement says of the slowest key what was measured', () => {
  const [, typing = ''] = read('bench/results.md').split('## Typing with accessibility on');
  const measured = [...typing.matchAll(/^\| `<aukio-goal-status[^|]*\| (\d+)/gm)].map(([, key]) => Number(key));
  assert.equal(measured.length, 2);
  const said = /with 300 no key took longer than (\d+) ms/.exec(read('docs/accessibility-statement.md'));
  assert.equal(Number(said?.[1]), Math.max(...measured));
});

test('every set of tests is run before a change lands, and the README tells how to run it', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const sets = Object.keys(scripts).filter((name) => name.startsWith('test:'));
  assert.ok(sets.includes('test:wordpress-packages'));
  for (const name of sets) {
    assert.match(read('.ci/run'), new RegExp(`^counted .* ${name}(?: |$)`, 'm'), name);
    assert.ok(read('README.md').includes(`\`npm run ${name}\``), name);
  }
});
