import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from './run.mjs';

/** Kept from one start to the next, like a city's. Delete it to begin anew. */
const DATA = process.env.AUKIO_DEMO_DATA || join(root, '.cache/service');
const HOST = '127.0.0.1';

/** The settings of the sample city. Nothing of another service that this machine may run goes into it. */
const SETTINGS = {
  DATABASE_URL: '', AUKIO_HOST: HOST, AUKIO_DATA: DATA, AUKIO_CONTENT: join(DATA, 'content'), AUKIO_VOTE_KEYS: join(DATA, 'vote-keys'),
  AUKIO_CONTACT_DAYS: '90', AUKIO_CITY: 'Merilehto', AUKIO_LOG_LEVEL: 'warn',
};

/**
 * @typedef {object} DemoService
 * @property {string} url its base address, with a slash at the end
 * @property {string} token for the city's side
 * @property {readonly string[]} codes personal codes of the ballot that takes them
 * @property {Promise<void>} ended is kept when the service has ended, for whatever reason
 * @property {() => Promise<void>} stop lets it end what is under way, and waits for its end
 */

/**
 * Starts the sample city's service on its embedded database, as a process of its own, that ends with this one.
 * @param {AbortSignal} signal ends it while it starts
 * @returns {Promise<DemoService>}
 */
export async function startDemoService(signal) {
  const port = await freePort(Number(process.env.AUKIO_PORT || 8787));
  const env = { ...process.env, ...SETTINGS, AUKIO_PORT: String(port) };
  /** @type {{ token: string, codes: string[] }} */
  const { token, codes } = JSON.parse(await printed(node(['tools/demo-data.ts'], env, signal, 'pipe')));
  const child = node(['service/src/main.ts'], env, signal, 'inherit');
  const ended = once(child, 'exit').then(() => {});
  const stop = () => {
    child.kill();
    return ended;
  };
  const url = await new Promise((found, failed) => {
    let said = '';
    child.stdout?.on('data', (piece) => {
      said += piece;
      const address = /Aukio service: (\S+)/.exec(said)?.[1];
      if (address) found(address);
    });
    child.once('exit', () => failed(new Error('The service did not start; what is printed above says why.')));
  });
  return { url, token, codes, ended, stop };
}

/**
 * A program of this project, that ends with this process, however that ends.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @param {'pipe' | 'inherit'} faults where what it says of faults goes
 */
function node(args, env, signal, faults) {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { cwd: root, env, stdio: ['ignore', 'pipe', faults] });
  const kill = () => void child.kill();
  process.once('exit', kill);
  signal.addEventListener('abort', kill);
  child.once('exit', () => {
    process.off('exit', kill);
    signal.removeEventListener('abort', kill);
  });
  return child;
}

/**
 * What a program printed. Where it failed, what it said of that is the error's message.
 * @param {import('node:child_process').ChildProcess} child
 */
async function printed(child) {
  let [said, faults] = ['', ''];
  child.stdout?.on('data', (piece) => (said += piece));
  child.stderr?.on('data', (piece) => (faults += piece));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(faults.trim());
  process.stderr.write(faults);
  return said;
}

/**
 * This port, or the next one that nobody listens on.
 * @param {number} wanted
 * @returns {Promise<number>}
 */
async function freePort(wanted) {
  for (let port = wanted; ; port += 1) {
    const server = createServer();
    const free = await new Promise((told, failed) => {
      server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => (error.code === 'EADDRINUSE' ? told(false) : failed(error)));
      server.listen(port, HOST, () => server.close(() => told(true)));
    });
    if (free) return port;
  }
}
