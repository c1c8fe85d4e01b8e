import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** What Debian's packages bring; `run.mjs` names the packages. */
const WORDPRESS = '/usr/share/wordpress';
/** So that a server ends by itself even where this process was killed. */
const LONGEST = '1800';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const here = fileURLToPath(new URL('.', import.meta.url));

/** What is not there of what the tests need. */
export function missing() {
  const programs = ['php', 'mariadbd', 'mariadb-install-db', 'mariadb-admin', 'timeout'].filter((name) => spawnSync('sh', ['-c', `command -v ${name}`], { env: paths() }).status !== 0);
  return [...programs, ...(existsSync(WORDPRESS) ? [] : [WORDPRESS])];
}

/**
 * A WordPress of its own in a temporary folder, with a database of its own that only a socket reaches, on loopback.
 * @param {{ zip: string, report: string }} files the plugin, and a report that the author has uploaded
 */
export async function startSite({ zip, report }) {
  const folder = mkdtempSync(join(tmpdir(), 'aukio-wordpress-'));
  /** @type {import('node:child_process').ChildProcess[]} */
  const servers = [];
  // Where a person or a job breaks the run off.
  const abandon = () => {
    for (const server of servers) server.kill('SIGTERM');
    // The database writes a last file; nothing can be awaited any more.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
    rmSync(folder, { recursive: true, force: true });
  };
  const leave = () => process.exit(1);
  process.once('exit', abandon);
  for (const signal of SIGNALS) process.once(signal, leave);
  const stop = async () => {
    process.off('exit', abandon);
    for (const signal of SIGNALS) process.off(signal, leave);
    for (const server of servers.reverse()) await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const socket = await startDatabase(folder, servers);
    const site = join(folder, 'site');
    cpSync(WORDPRESS, site, { recursive: true, dereference: true, filter: (path) => existsSync(path) && !/\/(wp-config\.php|\.htaccess|akismet)$/.test(path) });
    cpSync(join(here, 'theme'), join(site, 'wp-content/themes/theme'), { recursive: true });
    cpSync(join(here, 'block-theme'), join(site, 'wp-content/themes/block-theme'), { recursive: true });
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    writeFileSync(join(site, 'wp-config.php'), configuration(socket, address));
    php(site, 'install');
    const { file, strict, version } = JSON.parse(php(site, 'fill', zip, report));
    servers.push(
      spawn('timeout', [LONGEST, 'php', '-d', 'sendmail_path=/bin/true', '-S', `127.0.0.1:${port}`, '-t', site], {
        stdio: 'ignore',
        env: { ...paths(), PHP_CLI_SERVER_WORKERS: '4' },
      }),
    );
    await until(async () => (await fetch(`${address}/readme.html`)).ok, 'PHP does not answer');
    return { address, file, strict, version, stop, run: (/** @type {string} */ code) => evaluate(site, code) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {import('node:child_process').ChildProcess[]} servers
 */
async function startDatabase(folder, servers) {
  const root = process.getuid?.() === 0;
  const data = join(folder, 'database');
  const socket = join(folder, 'database.sock');
  // MariaDB does not run as root; the folder is its own then.
  if (root) must('chown', ['mysql', folder]);
  const user = root ? ['--user=mysql'] : [];
  must('mariadb-install-db', ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...user]);
  servers.push(
    spawn('timeout', [LONGEST, 'mariadbd', '--no-defaults', `--datadir=${data}`, `--socket=${socket}`, `--pid-file=${join(folder, 'database.pid')}`, '--skip-networking', '--innodb-flush-log-at-trx-commit=0', ...user], {
      stdio: 'ignore',
      env: paths(),
    }),
  );
  await until(() => spawnSync('mariadb-admin', ['--no-defaults', '--user=root', `--socket=${socket}`, 'ping'], { env: paths() }).status === 0, 'MariaDB does not answer');
  must('mariadb-admin', ['--no-defaults', '--user=root', `--socket=${socket}`, 'create', 'wordpress']);
  return socket;
}

/**
 * @param {string} socket
 * @param {string} address
 */
function configuration(socket, address) {
  return `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_SITEURL', '${address}' );
define( 'WP_HOME', '${address}' );
define( 'FS_METHOD', 'direct' );
define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {
	define( $name . '_KEY', 'for tests' );
	define( $name . '_SALT', 'for tests' );
}
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;
}

/** @param {string[]} args of `bootstrap.php` */
function php(...args) {
  return must('php', ['-d', 'sendmail_path=/bin/true', join(here, 'bootstrap.php'), ...args]);
}

/**
 * Runs PHP inside the site, and gives what it prints.
 * @param {string} site
 * @param {string} code
 */
function evaluate(site, code) {
  return must('php', ['-r', `$_SERVER['HTTP_HOST'] = '127.0.0.1'; $_SERVER['REQUEST_URI'] = '/'; require '${site}/wp-load.php'; require_once ABSPATH . 'wp-admin/includes/admin.php'; ${code}`]);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function must(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', env: paths() });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? ''}${stderr}${stdout}`);
  return stdout;
}

/** Debian keeps servers where a person's path may not lead. */
function paths() {
  return { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((done) => server.close(done));
  return port;
}

/**
 * @param {() => boolean | Promise<boolean>} holds
 * @param {string} otherwise
 */
async function until(holds, otherwise) {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    if (await Promise.resolve().then(holds).catch(() => false)) return;
    await wait(200);
  }
  throw new Error(`${otherwise} after a minute.`);
}

/** @param {import('node:child_process').ChildProcess} server under `timeout`, which passes the signal on to all that it started */
function ended(server) {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    server.once('exit', () => done(undefined));
    server.kill('SIGTERM');
  });
}
