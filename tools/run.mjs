import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a command in the project's folder and shows what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 where a signal ended it or it could not be started
 */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      done(1);
    });
    child.once('exit', (code) => done(code ?? 1));
  });
}

/**
 * Runs a tool that is installed in `node_modules` by its script, since `.bin` holds shell files that Windows cannot spawn.
 * @param {string} name the package
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { bin?: string }} [options] `bin`: the command's name where it is not the package's
 */
export function runTool(name, args, { bin = name, ...options } = {}) {
  return run(process.execPath, [toolPath(name, bin), ...args], options);
}

/**
 * The script behind an installed tool.
 * @param {string} name the package
 * @param {string} bin the command
 */
function toolPath(name, bin) {
  const folder = join(root, 'node_modules', name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin]);
}
