import * as engines from './engines.mjs';
import { browserTests, PRIVATE } from './suites.mjs';
import { Tally } from './tally.mjs';
import { programs } from './three-engines.mjs';
import { startWebKitDriver } from './webkit-driver.mjs';

/** @import { BrowserLauncher } from '@web/test-runner' */
/** @import { Window } from './engines.mjs' */

/** Runs the browser tests in one of the three engines, `chromium`, `firefox` or `webkit`; its programs are there. */
const { chromium, firefox, miniBrowser } = /** @type {Record<string, string>} */ (programs());
const tally = new Tally();
const engine = String(process.argv[2]);
if (engine === 'chromium') await inWindows((window) => engines.chromium(chromium, window));
else if (engine === 'firefox') await inWindows((window) => engines.firefox(firefox, window));
else {
  const driver = await startWebKitDriver();
  try {
    await inWindows((window) => engines.webkit({ port: driver.port, miniBrowser }, window));
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
