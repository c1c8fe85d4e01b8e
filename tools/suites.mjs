import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestRunner } from '@web/test-runner';
import config from '../web-test-runner.config.mjs';
import { freePort } from './free-port.mjs';
import { root, run } from './run.mjs';

/** @import { Count } from './tally.mjs' */
/** @import { BrowserLauncher, TestRunnerConfig, TestSession, TestSuiteResult } from '@web/test-runner' */

/** What runs in a private window as well. */
export const PRIVATE = ['test/embed/built/private.test.ts'];

/**
 * Runs the browser tests in one browser.
 * @param {BrowserLauncher} [launcher] the found browser where absent
 * @param {TestRunnerConfig['files']} [files] all where absent
 * @returns {Promise<Count>}
 */
export async function browserTests(launcher, files = config.files) {
  const browsers = launcher ? [launcher] : config.browsers;
  const runner = await startTestRunner({
    // Its own choice of a port is that of another one that starts at the same time.
    config: /** @type {TestRunnerConfig} */ ({ ...config, files, browsers, rootDir: root, port: await freePort() }),
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) return { passed: 0, failed: 1 };
  await new Promise((done) => runner.on('stopped', done));
  return sum([...runner.sessions.all()].map(countSession));
}

/**
 * Runs the tests of a folder in Node.
 * @param {string} folder
 * @param {object} [options]
 * @param {boolean} [options.waiting] they mostly wait for processes of their own: a file on each processor, where Node leaves one for itself
 * @returns {Promise<Count>}
 */
export async function nodeTests(folder, { waiting = false } = {}) {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  const results = mkdtempSync(join(tmpdir(), 'aukio-'));
  const tap = join(results, 'results.tap');
  try {
    const code = await run(process.execPath, [
      '--import', 'tsx', '--test', ...(waiting ? [`--test-concurrency=${availableParallelism()}`] : []), '--test-reporter=spec', '--test-reporter-destination=stdout',
      '--test-reporter=tap', `--test-reporter-destination=${tap}`, ...files.map((file) => join(folder, file)).sort(),
    ]);
    const summary = readFileSync(tap, 'utf8');
    const count = { passed: numberAfter('pass', summary), failed: numberAfter('fail', summary) + numberAfter('cancelled', summary) };
    return code === 0 || count.failed > 0 ? count : { ...count, failed: 1 };
  } finally {
    rmSync(results, { recursive: true });
  }
}

/**
 * A file that did not even load has no test, and must not pass for that.
 * @param {TestSession} session
 * @returns {Count}
 */
function countSession({ testResults, passed }) {
  const count = testResults ? countSuite(testResults) : { passed: 0, failed: 0 };
  return passed || count.failed > 0 ? count : { ...count, failed: 1 };
}

/**
 * @param {TestSuiteResult} suite
 * @returns {Count}
 */
function countSuite({ tests, suites }) {
  const ran = tests.filter((test) => !test.skipped);
  const passed = ran.filter((test) => test.passed).length;
  return sum([{ passed, failed: ran.length - passed }, ...suites.map(countSuite)]);
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
function sum(counts) {
  return counts.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), { passed: 0, failed: 0 });
}

/**
 * @param {string} name
 * @param {string} tap
 */
function numberAfter(name, tap) {
  return Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
}
