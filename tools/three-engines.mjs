import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findCommand } from './browser.mjs';

/** The engines that the tests run in, with Debian's packages of what each needs. */
export const ENGINES = { chromium: ['chromium'], firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb'] };

/** @typedef {keyof typeof ENGINES} Engine */

/**
 * The programs that the tests in an engine need, by what each is for; undefined where one is not installed.
 * @param {Engine} engine
 * @returns {Readonly<Record<string, string | undefined>>}
 */
export function programs(engine) {
  if (engine === 'chromium') return { browser: findCommand('chromium') };
  if (engine === 'firefox') return { browser: findCommand('firefox-esr', 'firefox') };
  return { driver: findCommand('WebKitWebDriver'), screen: findCommand('Xvfb'), browser: findMiniBrowser() };
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
