import { spawn } from 'node:child_process';
import { root } from './run.mjs';
import { FAILED } from './tally.mjs';

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
      done({ passed: 0, failures: [`${script}: ${error.message}`] });
    });
    child.once('close', (code) => {
      const printed = Buffer.concat(pieces).toString().trimEnd();
      console.log(printed);
      const [, passed = 0] = /(?:^|\n)(\d+) passed, \d+ failed$/.exec(printed) ?? [];
      const failures = printed.split('\n').filter((line) => line.startsWith(FAILED)).map((line) => line.slice(FAILED.length));
      done({ passed: Number(passed), failures: code !== 0 && failures.length === 0 ? [`${script} ended with ${code}.`] : failures });
    });
  });
}
