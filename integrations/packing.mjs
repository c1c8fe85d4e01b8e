import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { build } from '../tools/build.mjs';
import { root } from '../tools/run.mjs';

/** A pack's files carry this version until they are packed. */
const UNVERSIONED = '0.0.0';

export const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * Makes `dist/<cms>/aukio/` of a pack's source and the script tag's folder.
 * @param {string} cms
 * @param {{ source: string, embed: string, versioned: readonly string[] }} parts the pack's source; where in it the script tag's folder goes; the files that name the version
 * @returns {Promise<string>} the folder
 */
export async function assemble(cms, { source, embed, versioned }) {
  if (!existsSync(join(root, 'dist/embed/aukio.js')) && (await build()) !== 0) throw new Error('dist/embed could not be built; what is printed above says why.');
  const folder = join(root, 'dist', cms, 'aukio');
  rmSync(join(root, 'dist', cms), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(source, folder, { recursive: true });
  cpSync(join(root, 'dist/embed'), join(folder, embed), { recursive: true });
  for (const file of versioned) writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replaceAll(UNVERSIONED, version));
  return folder;
}

/**
 * Writes a folder as an archive beside it. The same files make the same archive, whenever it is made.
 * @param {string} folder
 * @returns {string} where it is
 */
export function zip(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile());
  const archive = `${folder}.zip`;
  const entries = files.sort().map((file) => [`aukio/${file.replaceAll('\\', '/')}`, readFileSync(join(folder, file))]);
  writeFileSync(archive, zipSync(Object.fromEntries(entries), { level: 9, mtime: '2000-01-01' }));
  return archive;
}
