import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findCommand } from './browser.mjs';
import { install, mayInstall } from './debian.mjs';
import { setup } from './setup.mjs';
import { Tally } from './tally.mjs';
import { startWebKitDriver } from './webkit-driver.mjs';

const PACKAGES = ['chromium', 'firefox-esr', 'webkit2gtk-driver', 'xvfb'];

await setup();
if (missing().length > 0 && mayInstall) await install(PACKAGES);

const tally = new Tally();
if (missing().length > 0) {
  await tally.check(`Three engines need Debian's packages ${PACKAGES.join(', ')}; not found: ${missing().join(', ')}`, () => Promise.resolve(1));
} else {
  const engines = await import('./engines.mjs');
  const { browserTests } = await import('./suites.mjs');
  const { chromium, firefox, miniBrowser } = /** @type {Record<string, string>} */ (programs());

  await tally.tests('Chromium', () => browserTests(engines.chromium(chromium)));
  await tally.tests('Firefox', () => browserTests(engines.firefox(firefox)));
  const driver = await startWebKitDriver();
  try {
    await tally.tests('WebKitGTK', () => browserTests(engines.webkit({ port: driver.port, miniBrowser })));
  } finally {
    await driver.stop();
  }
}
tally.end();

function programs() {
  return {
    chromium: findCommand('chromium'),
    firefox: findCommand('firefox-esr', 'firefox'),
    driver: findCommand('WebKitWebDriver'),
    screen: findCommand('Xvfb'),
    miniBrowser: findMiniBrowser(),
  };
}

function missing() {
  return Object.entries(programs()).flatMap(([name, path]) => (path ? [] : [name]));
}

/** It lies under `/usr/lib/<machine>/webkit2gtk-<version>/`. */
function findMiniBrowser() {
  if (!existsSync('/usr/lib')) return undefined;
  const folders = readdirSync('/usr/lib').flatMap((machine) => {
    const folder = join('/usr/lib', machine);
    return machine.endsWith('-linux-gnu') ? readdirSync(folder).filter((name) => name.startsWith('webkit2gtk-4')).map((name) => join(folder, name)) : [];
  });
  return folders.map((folder) => join(folder, 'MiniBrowser')).filter((path) => existsSync(path)).at(-1);
}
