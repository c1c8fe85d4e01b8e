import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/** Whether this process may install Debian packages: root, on Debian, Ubuntu or a relative. */
export const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * Installs Debian packages.
 * @param {readonly string[]} packages
 * @param {{ alone?: boolean }} [how] `alone`: without what Debian recommends beside them
 * @returns {Promise<boolean>} whether apt-get succeeded
 */
export async function install(packages, { alone = false } = {}) {
  console.log(`Installing ${packages.join(', ')} …`);
  /** @type {import('node:child_process').SpawnOptions} */
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  return (await run('apt-get', ['update'], options)) === 0 && (await run('apt-get', ['install', '--yes', ...(alone ? ['--no-install-recommends'] : []), ...packages], options)) === 0;
}
