import { PGlite, type Transaction as PGliteTransaction } from '@electric-sql/pglite';
import type { Database, Transaction } from './database.ts';
import { holdFolder } from './lock.ts';
import { withRetries } from './transaction.ts';

/**
 * The embedded database: PostgreSQL in the process, kept in a folder, with one session. What was committed survives the end
 * of the process, however sudden; not a power cut, since it is not flushed to the disk.
 * @throws {FolderInUse} where another process has the folder
 */
export async function openPglite(folder: string): Promise<Database> {
  const release = holdFolder(folder);
  try {
    const pglite = await PGlite.create({ dataDir: folder });
    return {
      async query<Result extends object>(sql: string, values: readonly unknown[] = []) {
        return (await pglite.query<Result>(sql, [...values])).rows;
      },
      transaction: (work) => withRetries(() => pglite.transaction((tx) => work(transactionOf(tx)))),
      async close() {
        await pglite.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

function transactionOf(tx: PGliteTransaction): Transaction {
  return {
    async query<Result extends object>(sql: string, values: readonly unknown[] = []) {
      return (await tx.query<Result>(sql, [...values])).rows;
    },
    async run(sql) {
      await tx.exec(sql);
    },
  };
}
