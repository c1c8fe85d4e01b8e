import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/**
 * Makes a fresh clone ready: the right Node, and the packages that the lock file names.
 * Plain Node alone, since it runs before anything is installed. Ends the process with a sentence where it cannot help.
 */
export async function setup() {
  const { engines } = readJson('package.json');
  if (!satisfies(process.versions.node, engines.node)) {
    console.error(`Aukio needs Node ${engines.node}; this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.`);
    process.exit(1);
  }
  await install();
}

/**
 * Installs what a lock file names, where it is not there yet. Ends the process with a sentence where it cannot.
 * @param {string} [folder] from the root: of what one command alone needs
 */
export async function install(folder = '.') {
  if (installed(folder)) return;
  console.log(`Installing the packages that ${join(folder, 'package-lock.json')} names …`);
  // npm says where its own script is, which works on Windows too, where `npm` is a shell file.
  const npm = process.env.npm_execpath;
  const options = { cwd: join(root, folder) };
  const code = npm ? await run(process.execPath, [npm, 'ci'], options) : await run('npm', ['ci'], { ...options, shell: process.platform === 'win32' });
  if (code !== 0) {
    console.error('npm ci failed; what it printed above says why. Without a network nothing can be installed.');
    process.exit(1);
  }
}

/**
 * Whether every package of the lock file is there in its version; those of other platforms may be missing.
 * @param {string} folder
 */
function installed(folder) {
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(join(root, record))) return false;
  const present = readJson(record).packages;
  return Object.entries(readJson(join(folder, 'package-lock.json')).packages).every(
    ([path, wanted]) => !path.startsWith('node_modules/') || wanted.link || wanted.optional || present[path]?.version === wanted.version,
  );
}

/**
 * Enough of semver for `engines`: alternatives of `^major.minor` and `>=major.minor`.
 * @param {string} version
 * @param {string} range
 */
function satisfies(version, range) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return range.split('||').some((alternative) => {
    const [, sign, wantedMajor, wantedMinor = 0] = /^(\^|>=)(\d+)(?:\.(\d+))?$/.exec(alternative.trim()) ?? [];
    if (major === Number(wantedMajor)) return minor >= Number(wantedMinor);
    return sign === '>=' && major > Number(wantedMajor);
  });
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
