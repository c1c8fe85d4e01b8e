import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { root } from '../../tools/run.mjs';
import { assemble, version, zip } from '../packing.mjs';
import { blocksOf } from './blocks.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Writes `dist/wordpress/aukio.zip`, which WordPress installs under Plugins, Add New, Upload.
 * @returns {Promise<{ zip: string, folder: string, missing: readonly string[] }>} where it is, what is in it, and which words a language lacks
 */
export async function pack() {
  const folder = await assemble('wordpress', { source: join(here, 'aukio'), embed: 'embed', versioned: ['aukio.php'] });
  const languages = { en: await words('en'), fi: await words('fi'), sv: await words('sv') };
  /** @type {string[]} */
  const missing = [];
  const blocks = blocksOf(read(join(root, 'custom-elements.json')), languages, (word) => missing.push(word));
  const texts = Object.fromEntries(Object.entries(languages).map(([language, { texts }]) => [language, texts]));
  writeFileSync(join(folder, 'blocks.json'), JSON.stringify({ version, texts, blocks }));
  return { zip: zip(folder), folder, missing };
}

/**
 * The words of the plugin, and those of the builder for what both let an editor set: she reads the same in both.
 * @param {'en' | 'fi' | 'sv'} language
 * @returns {Promise<import('./blocks.mjs').Words>}
 */
async function words(language) {
  const { loadBuilderMessages } = await tsImport('../../builder/words/languages.ts', import.meta.url);
  const builder = Object.entries(await loadBuilderMessages(language));
  const own = read(join(here, 'words', `${language}.json`));
  const after = (/** @type {string} */ prefix) => Object.fromEntries(builder.filter(([key]) => key.startsWith(prefix)).map(([key, word]) => [key.slice(prefix.length), word]));
  return {
    titles: own.titles,
    about: { ...after('about-'), ...own.about },
    labels: { ...after('option-'), ...own.labels },
    help: { ...after('hint-'), ...own.help },
    choices: { ...after('value-'), ...own.choices },
    texts: own.texts,
  };
}

/** @param {string} path */
function read(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { zip, missing } = await pack();
  for (const word of missing) console.warn(`No words yet in ${word}`);
  console.log(`${zip}: ${statSync(zip).size} bytes`);
}
