import * as engines from './engines.mjs';
import { browserTests, PRIVATE } from './suites.mjs';
import { Tally } from './tally.mjs';
import { programs } from './three-engines.mjs';
import { startWebKitDriver } from './webkit-driver.mjs';

/** @import { BrowserLauncher } from '@web/test-runner' */
/** @import { Window } from './engines.mjs' */
/** @import { Engine } from './three-engines.mjs' */

/** Runs the browser tests in one of the three engines, whose programs are there. */
const engine = /** @type {Engine} */ (process.argv[2]);
const browser = String(programs(engine).browser);
const tally = new Tally();
if (engine === 'chromium') await inWindows((window) => engines.chromium(browser, window));
else if (engine === 'firefox') await inWindows((window) => engines.firefox(browser, window));
else {
  const driver = await startWebKitDriver();
  try {
    await inWindows((window) => engines.webkit({ port: driver.port, miniBrowser: browser }, window));
  } finally {
    await driver.stop();
  }
}
tally.end();

/** @param {(window: Window) => BrowserLauncher} open */
async function inWindows(open) {
  await tally.tests(engine, () => browserTests(open({})));
  await tally.tests(`${engine}, a private window`, () => browserTests(open({ isPrivate: true }), PRIVATE));
}
