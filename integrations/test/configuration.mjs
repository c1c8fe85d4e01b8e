import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { Tests } from '../testing.mjs';
import { drupalAllows, elements, optimizelySettings, read, typo3Rules, umbracoSettings } from './settings.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const packs = fileURLToPath(new URL('..', import.meta.url));

/** What asks for a widget, and what does not. */
const ASKING = [
  '<p><a href="/files/goals.docx#aukio=goal-status&amp;heading=M%C3%A5l">Goals</a></p>',
  '<div data-aukio="goal-status"><table></table></div>',
  '<table class="table aukio-goal-status"></table>',
  '<aukio-goal-status data-src="/goals.csv"></aukio-goal-status>',
];
const NOT_ASKING = ['<p>Kauppatorin aukio, aukio-goal-status</p>', '<p class="my-aukio-x">#aukio=goal-status</p>', '<a href="/aukio/">x</a>', ''];

/** @returns {Promise<import('../../tools/tally.mjs').Count>} */
export async function configurationTests() {
  const tests = new Tests();
  const files = readdirSync(packs, { recursive: true, encoding: 'utf8' }).filter((file) => !file.includes('node_modules'));
  const tags = elements().map(({ tag }) => tag).sort();

  await tests.test('every PHP file is PHP', () => {
    for (const file of files.filter((name) => name.endsWith('.php'))) {
      const { status, stdout, stderr } = spawnSync('php', ['-l', join(packs, file)], { encoding: 'utf8' });
      assert.equal(status, 0, `${file}: ${stdout}${stderr}`);
    }
  });

  await tests.test('every YAML and JSON file says something', () => {
    for (const file of files.filter((name) => /\.ya?ml$/.test(name))) assert.equal(typeof parse(read(file)), 'object', file);
    for (const file of files.filter((name) => name.endsWith('.json') && !name.endsWith('package-lock.json'))) assert.equal(typeof JSON.parse(read(file)), 'object', file);
  });

  const { status, stdout, stderr } = spawnSync('php', [join(here, 'php/packs.php')], { input: JSON.stringify([...ASKING, ...NOT_ASKING]), encoding: 'utf8' });
  const answers = status === 0 ? JSON.parse(stdout) : undefined;

  await tests.test('Drupal’s filter puts the loader where a text asks for a widget, nowhere else, and leaves the text alone', () => {
    assert.ok(answers, `${stdout}${stderr}`);
    assert.equal(answers.filter, 'aukio');
    assert.ok(answers.results.every(({ same }) => same));
    const attached = answers.results.map((result) => result.attached);
    assert.deepEqual(attached.slice(0, ASKING.length), ASKING.map(() => ({ library: ['aukio/loader'] })));
    assert.deepEqual(attached.slice(ASKING.length), NOT_ASKING.map(() => []));
    assert.ok(parse(read('drupal/aukio/aukio.libraries.yml')).loader.js['embed/aukio.js'], 'the library that it names is there');
  });

  await tests.test('Drupal’s editor keeps what its filter lets through, and offers nothing that the filter takes away again', () => {
    const { filter, editor } = drupalAllows();
    assert.deepEqual(editor, filter);
    assert.ok(filter.div.includes('data-*') && filter.table.includes('class'));
  });

  await tests.test('TYPO3’s sanitizer keeps its own rules and every element of ours, with settings as data attributes', () => {
    assert.ok(answers, `${stdout}${stderr}`);
    for (const { name, tags: allowed } of answers.behaviors) {
      assert.equal(name, 'aukio');
      assert.deepEqual(allowed.map((tag) => tag.name).sort(), [...tags, 'div'].sort());
      for (const tag of allowed.filter(({ name: element }) => element !== 'div')) assert.deepEqual({ children: tag.children, attrs: tag.attrs }, { children: true, attrs: ['class', 'id', 'data-'] });
    }
  });

  await tests.test('TYPO3’s editor preset names every setting of every widget that content can ask for', () => {
    const named = typo3Rules().find(({ name }) => name === 'div').attributes;
    const settings = elements().filter(({ tag }) => tag !== 'aukio-source').flatMap(({ attributes }) => attributes);
    assert.deepEqual(named.toSorted(), [...new Set(['data-aukio', 'data-lang', ...settings.map((setting) => `data-${setting}`)])].sort());
  });

  await tests.test('Liferay has a client extension for every element, with settings that the element has', () => {
    const { assemble, 'aukio-loader': loader, ...extensions } = parse(read('liferay/client-extension.yaml'));
    assert.deepEqual(assemble, [{ from: 'embed', into: 'static' }]);
    assert.deepEqual([loader.type, loader.url, loader.scriptElementAttributes.type], ['globalJS', 'aukio.js', 'module']);
    assert.deepEqual(Object.keys(extensions).sort(), tags);
    for (const { tag, attributes } of elements()) {
      const { htmlElementName, type, urls, useESM, properties = [] } = extensions[tag];
      assert.deepEqual([htmlElementName, type, urls, useESM], [tag, 'customElement', ['aukio.js'], true]);
      for (const property of properties) assert.ok(attributes.includes(property.split('=')[0]), `${tag} ${property}`);
    }
  });

  await tests.test('Umbraco and Optimizely name every element in both settings of TinyMCE', () => {
    for (const settings of [umbracoSettings(), optimizelySettings()]) {
      assert.deepEqual(settings.custom_elements.split(',').sort(), tags);
      assert.deepEqual(settings.extended_valid_elements.split(',').sort(), tags.map((tag) => `${tag}[*]`));
    }
  });

  return tests.count;
}
