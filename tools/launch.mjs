import { launch } from 'puppeteer-core';
import { BROWSER_MISSING, findBrowser } from './browser.mjs';

/** Without these Chromium looks up its maker's hosts, and every look-up that a closed network refuses takes time. */
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** Containers seldom allow Chromium's sandbox, and the only pages it opens here are our own. */
export const CHROMIUM_ARGUMENTS = process.platform === 'linux' ? ['--no-sandbox', ...QUIET] : QUIET;

/** How long a browser may take to start, in milliseconds: on a busy machine a start in vain says nothing. */
const START = 120_000;

/**
 * Starts the found browser.
 * @param {Pick<import('puppeteer-core').LaunchOptions, 'userDataDir'>} [options]
 * @param {readonly string[]} [more] further arguments for Chromium
 * @throws {Error} where there is none
 */
export async function launchFound(options = {}, more = []) {
  const found = findBrowser();
  if (!found) throw new Error(BROWSER_MISSING);
  const isFirefox = found.kind === 'firefox';
  return launch({ ...options, browser: isFirefox ? 'firefox' : 'chrome', executablePath: found.path, timeout: START, args: isFirefox ? [] : [...CHROMIUM_ARGUMENTS, ...more] });
}
