import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { release } from '../../tools/release.mjs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
const major = version.split('.')[0]!;

/** What browsers make of it is in test/embed/built/release.test.ts. */
describe('a release in the folder of a site', () => {
  const site = mkdtempSync(join(tmpdir(), 'aukio-site-'));
  const own = join(site, 'aukio', version);

  before(() => assert.equal(release(site), 0));
  after(() => rmSync(site, { recursive: true }));

  test('has the hash of every script in its import map', () => {
    const { integrity } = JSON.parse(readFileSync(join(own, 'integrity.json'), 'utf8')) as { readonly integrity: Readonly<Record<string, string>> };
    const scripts = readdirSync(own, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    assert.deepEqual(Object.keys(integrity).toSorted(), scripts.map((file) => `/aukio/${version}/${file}`).toSorted());
  });

  test('has the pages of frames in the channel, with the script tag of the version', () => {
    const page = readFileSync(join(site, 'aukio', major, 'goal-status.html'), 'utf8');
    assert.match(page, new RegExp(`src="../${version.replaceAll('.', '\\.')}/aukio\\.js"`));
    for (const [, file] of page.matchAll(/(?:src|href)="([^"]+)"/g)) assert(existsSync(join(site, 'aukio', major, file!)), file);
  });

  test('may be made again, but never with other content', () => {
    assert.equal(release(site), 0);
    writeFileSync(join(own, 'aukio.js'), '//');
    const { error } = console;
    const said: unknown[] = [];
    console.error = (sentence: unknown) => void said.push(sentence);
    assert.equal(release(site), 1);
    console.error = error;
    assert.match(String(said[0]), /never changes: raise the version/);
  });
});
