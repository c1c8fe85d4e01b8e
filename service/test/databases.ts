import { join } from 'node:path';
import { after, describe } from 'node:test';
import type { Database } from '../src/database/database.ts';
import { migrate, readMigrations } from '../src/database/migrations.ts';
import { openPglite } from '../src/database/pglite.ts';
import { openPostgres } from '../src/database/postgres.ts';
import { temporaryData } from './pglite-folder.ts';
import { NoPostgres, startCluster, type Cluster } from './postgres.ts';

/** Opens databases of one kind; all are closed and removed after the tests. */
export interface Engine {
  readonly name: 'PGlite' | 'PostgreSQL';
  /** An empty database. */
  open(): Promise<Database>;
  /** One with its tables. */
  openMigrated(): Promise<Database>;
  /** What a process that is started needs to use a database of its own. */
  environment(): Promise<Readonly<Record<string, string>>>;
}

/** Runs the same tests on the embedded database, and on PostgreSQL where one can be started. */
export async function onEachDatabase(title: string, tests: (engine: Engine) => void): Promise<void> {
  describe(`${title}, on PGlite`, () => tests(engineOf('PGlite', async (tables) => openPglite(join(await temporaryData({ tables }), 'database')), () => Promise.resolve({}))));
  let cluster: Cluster;
  try {
    cluster = await startCluster();
  } catch (error) {
    if (!(error instanceof NoPostgres)) throw error;
    console.log(`# NOT on PostgreSQL: ${error.message}.`);
    return;
  }
  describe(`${title}, on PostgreSQL`, () => {
    tests(engineOf('PostgreSQL', async () => openPostgres({ url: await cluster.createDatabase(), connections: 10, onLost: () => {} }), async () => ({
      DATABASE_URL: await cluster.createDatabase(), AUKIO_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
    })));
    after(() => cluster.stop());
  });
}

/** @param open may give a database with tables where these are wanted */
function engineOf(name: Engine['name'], open: (tables: boolean) => Promise<Database>, environment: Engine['environment']): Engine {
  const opened: Database[] = [];
  after(() => Promise.all(opened.map((database) => database.close())));
  const openOne = async (tables: boolean) => {
    const database = await open(tables);
    opened.push(database);
    return database;
  };
  return {
    name,
    open: () => openOne(false),
    environment,
    async openMigrated() {
      const database = await openOne(true);
      await migrate(database, await readMigrations());
      return database;
    },
  };
}
