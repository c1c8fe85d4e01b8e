import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { migrate, readMigrations } from '../src/database/migrations.ts';
import { openPglite } from '../src/database/pglite.ts';

/** PGlite takes seconds to make a database and little to open one: what tests begin with is made once per version, and copied. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/aukio-service/', import.meta.url));

const made: string[] = [];
process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder for tests that is removed at the end of the process. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aukio-service-'));
  made.push(folder);
  return folder;
}

/**
 * The folder of a service's data, with an empty database in `database`.
 * @param tables whether it has its tables, as after a first start
 */
export async function temporaryData({ tables = true }: { readonly tables?: boolean } = {}): Promise<string> {
  const template = tables ? await migratedDatabase() : await emptyDatabase();
  const folder = temporaryFolder();
  cpSync(template, join(folder, 'database'), { recursive: true });
  return folder;
}

async function emptyDatabase(): Promise<string> {
  const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { dependencies: Record<string, string> };
  return template(`pglite-${dependencies['@electric-sql/pglite']}`, async (draft) => (await PGlite.create({ dataDir: draft })).close());
}

async function migratedDatabase(): Promise<string> {
  const empty = await emptyDatabase();
  const migrations = await readMigrations();
  const version = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16);
  return template(`${basename(empty)}-${version}`, async (draft) => {
    cpSync(empty, draft, { recursive: true });
    const database = await openPglite(draft);
    await migrate(database, migrations);
    await database.close();
  });
}

/** A folder of the cache, made where it is not there. @param fill an empty one */
async function template(name: string, fill: (draft: string) => Promise<void>): Promise<string> {
  const made = join(CACHE, name);
  if (existsSync(made)) return made;
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(join(CACHE, 'draft-'));
  await fill(draft);
  try {
    renameSync(draft, made);
  } catch {
    // Another process of the tests was quicker.
    rmSync(draft, { recursive: true, force: true });
  }
  return made;
}
