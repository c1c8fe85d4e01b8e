import { launch } from 'puppeteer-core';

/** Without these Chromium looks up its maker's hosts, and that takes a share of the time. */
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** After how many milliseconds a page that does not answer is given up. */
const PATIENCE = 60_000;

/**
 * Starts Chromium, and ends it whatever happens.
 * @template T
 * @param {string} path
 * @param {readonly string[]} args
 * @param {(browser: import('puppeteer-core').Browser) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function openBrowser(path, args, use) {
  // Containers seldom allow Chromium's sandbox, and the only pages it opens here are our own.
  const sandbox = process.platform === 'linux' ? ['--no-sandbox'] : [];
  const browser = await launch({ executablePath: path, args: [...sandbox, ...QUIET, ...args], protocolTimeout: PATIENCE });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
