import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
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
  if (!runner) return { passed: 0, failures: ['The runner of the tests did not start.'] };
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
  const report = join(results, 'report.json');
  try {
    const code = await run(process.execPath, [
      '--import', 'tsx', '--test', ...(waiting ? [`--test-concurrency=${availableParallelism()}`] : []), '--test-reporter=spec', '--test-reporter-destination=stdout',
      '--test-reporter=./tools/node-reporter.mjs', `--test-reporter-destination=${report}`, ...files.map((file) => join(folder, file)).sort(),
    ]);
    const count = /** @type {Count} */ (JSON.parse(readFileSync(report, 'utf8')));
    return code === 0 || count.failures.length > 0 ? count : { ...count, failures: [`Node ended with ${code}.`] };
  } finally {
    rmSync(results, { recursive: true });
  }
}

/**
 * A file that did not even load has no test, and must not pass for that.
 * @param {TestSession} session
 * @returns {Count}
 */
function countSession({ testFile = '', testResults, passed, errors }) {
  const file = relative(root, testFile);
  const count = testResults ? countSuite(testResults, file) : { passed: 0, failures: [] };
  return passed || count.failures.length > 0 ? count : { ...count, failures: [`${file}: ${errors.map(({ message }) => message).join(' ') || 'not loaded'}`] };
}

/**
 * @param {TestSuiteResult} suite
 * @param {string} place
 * @returns {Count}
 */
function countSuite({ tests, suites }, place) {
  const ran = tests.filter((test) => !test.skipped);
  const failures = ran.filter((test) => !test.passed).map(({ name, error }) => `${place}: ${name}: ${error?.message ?? ''}`);
  return sum([{ passed: ran.length - failures.length, failures }, ...suites.map((suite) => countSuite(suite, `${place} > ${suite.name}`))]);
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
function sum(counts) {
  return { passed: counts.reduce((all, { passed }) => all + passed, 0), failures: counts.flatMap(({ failures }) => failures) };
}
