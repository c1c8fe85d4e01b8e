import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allPages, deadLinks } from '../../demo/template/pages.ts';

test('No link of the sample site leads nowhere', () => {
  const pages = allPages();
  assert.ok(pages.size > 30);
  assert.deepEqual(deadLinks(pages), []);
});

test('A link that leads nowhere is named with its page', () => {
  const pages = new Map([['/', '<a href="/gone/">Gone</a> <a href="#here">Here</a> <p id="here"></p> <a href="#lost">Lost</a>']]);
  assert.deepEqual(deadLinks(pages), ['/ links to /gone/, which does not exist', '/ links to #lost, which does not exist']);
});
