import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Database, Transaction } from './database.ts';
import { faultCode } from './faults.ts';

const FOLDER = new URL('../migrations/', import.meta.url);
const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;
/** Two processes that create the same table at once: one of them gets this. */
const CREATED_BY_ANOTHER = ['42710', '23505', '42P07'];

/** A version of the database's tables. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** The database was made by other migrations than these; nothing was changed. */
export class MigrationMismatch extends Error {
  override readonly name = 'MigrationMismatch';
}

/** @throws {MigrationMismatch} where names do not count 1, 2, 3, … */
export async function readMigrations(folder: URL = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name, index) => {
    const version = Number(NAME.exec(name)?.[1]);
    if (version !== index + 1) throw new MigrationMismatch(`The migration ${name} is not named ${String(index + 1).padStart(4, '0')}-….sql.`);
    return { version, name, sql: await readFile(new URL(name, folder), 'utf8') };
  }));
}

/**
 * Brings the tables to the newest version, in one transaction; each migration is run once. Several processes may start at
 * the same time.
 * @throws {MigrationMismatch} where one that was run has changed since, or the database is newer than this program
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<void> {
  try {
    await database.query('CREATE TABLE IF NOT EXISTS migration (version int PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())');
  } catch (error) {
    if (!CREATED_BY_ANOTHER.includes(faultCode(error) ?? '')) throw error;
  }
  await database.transaction(async (tx) => {
    await tx.run('LOCK TABLE migration IN ACCESS EXCLUSIVE MODE');
    const applied = await tx.query<{ version: number; name: string; checksum: string }>('SELECT version, name, checksum FROM migration ORDER BY version');
    for (const { version, name, checksum } of applied) {
      const own = migrations[version - 1];
      if (!own) throw new MigrationMismatch(`The database is newer than this program: it has ${name}.`);
      if (checksumOf(own) !== checksum) throw new MigrationMismatch(`The migration ${name} was changed after it had been run. Write a new one instead.`);
    }
    for (const migration of migrations.slice(applied.length)) await apply(tx, migration);
  });
}

async function apply(tx: Transaction, migration: Migration): Promise<void> {
  await tx.run(migration.sql);
  await tx.query('INSERT INTO migration (version, name, checksum) VALUES ($1, $2, $3)', [migration.version, migration.name, checksumOf(migration)]);
}

/** Line ends do not count: a checkout on Windows may change them. */
function checksumOf({ sql }: Migration): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}
