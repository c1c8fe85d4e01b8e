import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';

/** Without these Chromium looks up its maker's hosts, and every look-up that a closed network refuses takes time. */
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/**
 * @typedef {object} Window
 * @property {boolean} [isPrivate] as a person opens who wants nothing to be kept
 */

/**
 * A Web Test Runner launcher for a found browser.
 * @param {import('./browser.mjs').Browser} browser
 * @param {Window} [window]
 */
export function launcher({ kind, path }, window) {
  return kind === 'firefox' ? firefox(path, window) : chromium(path, window);
}

/**
 * @param {string} path
 * @param {Window} [window]
 */
export function chromium(path, { isPrivate = false } = {}) {
  // Containers seldom allow Chromium's sandbox, and the only pages it opens here are our own.
  const args = process.platform === 'linux' ? ['--no-sandbox', ...QUIET] : QUIET;
  return chromeLauncher({
    launchOptions: { executablePath: path, args },
    ...(isPrivate && { createBrowserContext: ({ browser }) => browser.createBrowserContext() }),
  });
}

/**
 * @param {string} path
 * @param {Window} [window]
 */
export function firefox(path, { isPrivate = false } = {}) {
  // The list of downloads opens with each one, and takes the keyboard away from the tests that follow.
  const extraPrefsFirefox = { 'browser.download.alwaysOpenPanel': false, 'browser.privatebrowsing.autostart': isPrivate };
  return puppeteerLauncher({ launchOptions: { browser: 'firefox', executablePath: path, extraPrefsFirefox }, concurrency: 1 });
}

/**
 * @param {object} driver
 * @param {number} driver.port where WebKitWebDriver listens
 * @param {string} driver.miniBrowser the path of WebKitGTK's MiniBrowser
 * @param {Window} [window]
 */
export function webkit({ port, miniBrowser }, { isPrivate = false } = {}) {
  /** @type {import('@web/test-runner').BrowserLauncher} */
  const launch = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    capabilities: /** @type {WebdriverIO.Capabilities} */ ({
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation', ...(isPrivate ? ['--private'] : [])] },
    }),
  });
  // Otherwise one window holds several tests in frames, and none of them has the focus.
  launch.concurrency = 1;
  return launch;
}
