import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assemble, zip } from './packing.mjs';
import { pack as packWordPress } from './wordpress/pack.mjs';

/** Writes an archive for each CMS that installs one: `dist/wordpress/aukio.zip`, `dist/drupal/aukio.zip`, `dist/typo3/aukio.zip`. */
export async function packAll() {
  return [
    (await packWordPress()).zip,
    zip(await assemble('drupal', { source: from('drupal/aukio'), embed: 'embed', versioned: ['aukio.libraries.yml'] })),
    zip(await assemble('typo3', { source: from('typo3/aukio'), embed: 'Resources/Public/embed', versioned: ['ext_emconf.php'] })),
  ];
}

/** @param {string} path */
function from(path) {
  return fileURLToPath(new URL(path, import.meta.url));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const archive of await packAll()) console.log(`${archive}: ${statSync(archive).size} bytes`);
}
