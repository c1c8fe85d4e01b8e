import { setTimeout as wait } from 'node:timers/promises';
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { CHROMIUM_ARGUMENTS } from './launch.mjs';

/** How long WebKit may load a page of tests, in milliseconds: less than the runner waits for its tests to start. */
const PAGE_LOAD = 15_000;

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
  return chromeLauncher({
    launchOptions: { executablePath: path, args: CHROMIUM_ARGUMENTS },
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
      // Its driver would wait for a page for as long as it takes, whatever it is told of time.
      pageLoadStrategy: 'none',
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation', ...(isPrivate ? ['--private'] : [])] },
    }),
  });
  // Otherwise one window holds several tests in frames, and none of them has the focus.
  launch.concurrency = 1;
  openAgain(/** @type {Launcher} */ (/** @type {unknown} */ (launch)));
  return launch;
}

/**
 * @typedef {{ execute: (script: string) => Promise<unknown> }} Driver
 * @typedef {{ startSession: (id: string, url: string) => Promise<void>, isActive: (id: string) => boolean }} Manager
 * @typedef {{ driver: Driver, createDriverManager: () => Promise<Manager> }} Launcher
 */

/**
 * On a busy machine WebKit now and then does not get to the end of loading a page: it is opened once more.
 * @param {Launcher} launch
 */
function openAgain(launch) {
  const create = launch.createDriverManager.bind(launch);
  launch.createDriverManager = async () => {
    const manager = await create();
    const open = manager.startSession.bind(manager);
    manager.startSession = async (id, url) => {
      await open(id, url);
      if (!(await isLoaded(launch.driver, url, () => manager.isActive(id)))) await open(id, url);
    };
    return manager;
  };
}

/**
 * @param {Driver} driver
 * @param {string} url
 * @param {() => boolean} isWanted whether its tests have not ended yet: they may be faster than this
 */
async function isLoaded(driver, url, isWanted) {
  for (const end = Date.now() + PAGE_LOAD; Date.now() < end; await wait(100)) {
    if (!isWanted()) return true;
    // While one page goes and the next one comes there may be none to ask.
    const [address, state] = /** @type {string[]} */ (await driver.execute('return [location.href, document.readyState]').catch(() => []));
    if (address === url && state === 'complete') return true;
  }
  return false;
}
