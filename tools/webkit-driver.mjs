import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.mjs';

const START_TIMEOUT = 30_000;

/**
 * Starts WebKitWebDriver on a screen of its own. Both are started here and ended by pid:
 * ending `xvfb-run` would leave them alive.
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export async function startWebKitDriver() {
  // Xvfb looks for a free display itself and writes its number to the descriptor it is given.
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await firstLine(screen);
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    // No accessibility bus on a screen that nobody sees, and no graphics card either.
    env: { ...process.env, DISPLAY: `:${display}`, NO_AT_BRIDGE: '1', GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const stop = async () => {
    await end(driver);
    await end(screen);
  };
  try {
    await answers(`http://127.0.0.1:${port}/status`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, stop };
}

/** @param {import('node:child_process').ChildProcess} child */
async function firstLine(child) {
  const pipe = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  const failed = once(child, 'exit').then(() => Promise.reject(new Error(`${child.spawnfile} ended before it was ready.`)));
  const [line] = await Promise.race([once(createInterface({ input: pipe }), 'line'), failed]);
  failed.catch(() => undefined);
  return String(line);
}

/** @param {string} url */
async function answers(url) {
  const deadline = Date.now() + START_TIMEOUT;
  while (Date.now() < deadline) {
    if (await fetch(url).then((answer) => answer.ok, () => false)) return;
    await wait(100);
  }
  throw new Error(`Nothing answers at ${url}.`);
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
