import { execFile, execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

/**
 * A PostgreSQL for tests: `AUKIO_TEST_POSTGRES` (an address whose user may create databases), or a private cluster in a
 * temporary folder, of the programs that are installed.
 */

const run = promisify(execFile);
const INSTALLED = '/usr/lib/postgresql';

export interface Cluster {
  /** Makes an empty database. @returns its address */
  createDatabase(): Promise<string>;
  stop(): void;
}

/** Why there is none here. */
export class NoPostgres extends Error {}

let made = 0;

/**
 * @param fsync whether what is committed is on the disk, as it is in production and needs not be in tests
 * @throws {NoPostgres}
 */
export async function startCluster({ fsync = false }: { readonly fsync?: boolean } = {}): Promise<Cluster> {
  const given = process.env['AUKIO_TEST_POSTGRES'];
  if (given) return { createDatabase: () => createDatabase(given), stop: () => {} };
  const programs = findPrograms();
  const owner = ownerOf();
  const folder = mkdtempSync(join(tmpdir(), 'aukio-postgres-'));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid!);
  const data = join(folder, 'data');
  const port = await freePort();
  const options = { cwd: folder, ...owner };
  const stopNow = () => {
    try {
      execFileSync(join(programs, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate'], { ...options, stdio: 'ignore' });
    } catch {
      // It was not running.
    }
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stopNow);
  await run(join(programs, 'initdb'), ['-D', data, '-U', 'aukio', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], options);
  await run(join(programs, 'pg_ctl'), ['start', '-D', data, '-w', '-l', join(folder, 'log'), '-o', `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=${fsync ? 'on' : 'off'}`], options);
  return {
    createDatabase: () => createDatabase(`postgres://aukio@127.0.0.1:${port}/postgres`),
    stop: () => {
      process.off('exit', stopNow);
      stopNow();
    },
  };
}

async function createDatabase(server: string): Promise<string> {
  const name = `aukio_${process.pid}_${++made}_${Date.now().toString(36)}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function findPrograms(): string {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(INSTALLED, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
  if (!found) throw new NoPostgres('PostgreSQL is not installed here (Debian: postgresql)');
  return found;
}

/** PostgreSQL refuses to run as root. */
function ownerOf(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  try {
    return { uid: Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' })), gid: Number(execFileSync('id', ['-g', 'postgres'], { encoding: 'utf8' })) };
  } catch {
    throw new NoPostgres('there is no user postgres to run it as');
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
