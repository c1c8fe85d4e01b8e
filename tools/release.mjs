import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from './run.mjs';

/**
 * Writes what was built into the folder that a web server shows, so that it can be kept for good: `aukio/<version>/` with
 * every file, which never changes again, and the channel `aukio/<major>/`, whose files lead there and change with each
 * release. See docs/serving.md.
 * @param {string} site the folder that the server shows as `/`
 * @returns {number} an exit code
 */
export function release(site) {
  const built = join(root, 'dist/embed');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const own = join(site, 'aukio', version);
  const channel = join(site, 'aukio', version.split('.')[0]);
  const changed = filesOf(built).find((file) => existsSync(join(own, file)) && !readFileSync(join(own, file)).equals(readFileSync(join(built, file))));
  if (changed) {
    console.error(`${join(own, changed)} is there already, with other content. A version that was released never changes: raise the version in package.json.`);
    return 1;
  }
  cpSync(built, own, { recursive: true });
  writeFileSync(join(own, 'integrity.json'), `${JSON.stringify(integrityMap(built, `/aukio/${version}/`), undefined, 2)}\n`);

  mkdirSync(channel, { recursive: true });
  cpSync(join(built, 'frame'), join(channel, 'frame'), { recursive: true });
  for (const page of readdirSync(built).filter((file) => file.endsWith('.html'))) {
    writeFileSync(join(channel, page), readFileSync(join(built, page), 'utf8').replaceAll('src="aukio.js"', `src="../${version}/aukio.js"`));
  }
  writeFileSync(join(channel, 'aukio.js'), ledTo(readFileSync(join(built, 'aukio.js'), 'utf8'), `../${version}/`));
  return 0;
}

/**
 * An import map that makes browsers check every script of the folder, whoever imports it.
 * @param {string} folder
 * @param {string} address of the folder, from the site's root
 */
function integrityMap(folder, address) {
  const scripts = filesOf(folder).filter((file) => file.endsWith('.js')).sort();
  const hash = (/** @type {string} */ file) => `sha384-${createHash('sha384').update(readFileSync(join(folder, file))).digest('base64')}`;
  return { integrity: Object.fromEntries(scripts.map((file) => [address + file.replaceAll(sep, '/'), hash(file)])) };
}

/**
 * The loader with its chunks in another folder.
 * @param {string} loader
 * @param {string} folder
 */
function ledTo(loader, folder) {
  return loader.replace(/\bimport\((['"`])\.\//g, `import($1${folder}`);
}

/** @param {string} folder */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
