import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findCommand } from './browser.mjs';

/** The programs that the tests in three engines need, by what each is for; undefined where one is not installed. */
export function programs() {
  return {
    chromium: findCommand('chromium'),
    firefox: findCommand('firefox-esr', 'firefox'),
    driver: findCommand('WebKitWebDriver'),
    screen: findCommand('Xvfb'),
    miniBrowser: findMiniBrowser(),
  };
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
