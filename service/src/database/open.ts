import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Database } from './database.ts';
import { faultCode } from './faults.ts';
import { migrate, readMigrations } from './migrations.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/**
 * The database of the settings, with the newest tables.
 * @throws {FolderInUse}
 * @throws {MigrationMismatch}
 */
export async function openDatabase({ databaseUrl, connections, data }: Config, log: Pick<Logger, 'warn'>): Promise<Database> {
  const database = databaseUrl === undefined
    ? await openPglite(join(data, 'database'))
    : openPostgres({ url: databaseUrl, connections, onLost: (error) => log.warn({ code: faultCode(error) }, 'database connection lost') });
  await migrate(database, await readMigrations());
  return database;
}
