import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { install, mayInstall } from './debian.mjs';

/**
 * @typedef {object} Browser
 * @property {'chromium' | 'firefox'} kind
 * @property {string} path
 */

/** In order of preference. */
const COMMANDS = [
  'chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge', 'firefox-esr', 'firefox',
];
const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Firefox'];
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe', 'Mozilla Firefox\\firefox.exe',
];

/** What a person does where no browser is found. */
export const BROWSER_MISSING =
  'No browser found for the tests: install Chrome, Chromium, Edge or Firefox, or set CHROME_PATH to the program of one.';

/**
 * The browser that the tests run in: `CHROME_PATH`, else an installed one.
 * @returns {Browser | undefined}
 * @throws {Error} where `CHROME_PATH` names nothing
 */
export function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names ${named}, and there is no such file.`);
  const path = named || candidates().find(runs);
  return path ? { kind: /firefox/i.test(path) ? 'firefox' : 'chromium', path } : undefined;
}

/**
 * Like `findBrowser`, and installs Debian's Chromium where there is none and this process may.
 * @returns {Promise<Browser | undefined>}
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found || !mayInstall) return found;
  return (await install(['chromium'])) ? findBrowser() : undefined;
}

/**
 * The first of these commands that is on the path.
 * @param {...string} names
 */
export function findCommand(...names) {
  return names.flatMap(onPath).find((path) => existsSync(path));
}

/** @returns {string[]} */
function candidates() {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      MAC_APPLICATIONS.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name === 'Firefox' ? 'firefox' : name)),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => process.env[name] ?? []);
    return WINDOWS_PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  return COMMANDS.flatMap(onPath);
}

/** @param {string} command */
function onPath(command) {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, command));
}

/**
 * Whether the program is there and starts. Ubuntu's `chromium-browser` may be a script that only asks for a snap,
 * so Linux is asked for a version; Windows is not, since Chrome opens a window there.
 * @param {string} path
 */
function runs(path) {
  if (!existsSync(path)) return false;
  return process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}
