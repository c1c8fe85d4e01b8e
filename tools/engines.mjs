import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';

/** Without these Chromium looks up its maker's hosts, and every look-up that a closed network refuses takes time. */
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/**
 * A Web Test Runner launcher for a found browser.
 * @param {import('./browser.mjs').Browser} browser
 */
export function launcher({ kind, path }) {
  return kind === 'firefox' ? firefox(path) : chromium(path);
}

/** @param {string} path */
export function chromium(path) {
  // Containers seldom allow Chromium's sandbox, and the only pages it opens here are our own.
  const args = process.platform === 'linux' ? ['--no-sandbox', ...QUIET] : QUIET;
  return chromeLauncher({ launchOptions: { executablePath: path, args } });
}

/** @param {string} path */
export function firefox(path) {
  return puppeteerLauncher({ launchOptions: { browser: 'firefox', executablePath: path }, concurrency: 1 });
}

/**
 * @param {object} driver
 * @param {number} driver.port where WebKitWebDriver listens
 * @param {string} driver.miniBrowser the path of WebKitGTK's MiniBrowser
 */
export function webkit({ port, miniBrowser }) {
  /** @type {import('@web/test-runner').BrowserLauncher} */
  const launch = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    capabilities: /** @type {WebdriverIO.Capabilities} */ ({
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
    }),
  });
  // Otherwise one window holds several tests in frames, and none of them has the focus.
  launch.concurrency = 1;
  return launch;
}
