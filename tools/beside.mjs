import { spawn } from 'node:child_process';
import { root } from './run.mjs';

/** @import { Count } from './tally.mjs' */

/**
 * Runs a script of `tools/` beside whatever else is running, and shows what it printed when it has ended: two at the same
 * time would speak into each other. Its last line is `N passed, N failed`.
 * @param {string} script
 * @param {readonly string[]} [args]
 * @returns {Promise<Count>}
 */
export function beside(script, args = []) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [`tools/${script}`, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const pieces = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (/** @type {Buffer} */ piece) => pieces.push(piece));
    child.once('error', (error) => {
      console.error(`${script}: ${error.message}`);
      done({ passed: 0, failed: 1 });
    });
    child.once('close', (code) => {
      const printed = Buffer.concat(pieces).toString().trimEnd();
      console.log(printed);
      const [, passed = 0, failed = 1] = /(?:^|\n)(\d+) passed, (\d+) failed$/.exec(printed) ?? [];
      done({ passed: Number(passed), failed: code !== 0 && Number(failed) === 0 ? 1 : Number(failed) });
    });
  });
}
