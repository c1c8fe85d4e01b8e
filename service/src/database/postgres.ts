import { Pool, type PoolClient } from 'pg';
import type { Database, Transaction } from './database.ts';
import { faultCode } from './faults.ts';
import { withRetries } from './transaction.ts';

/** No statement of ours takes long; one that does is stuck, and would hold its connection. Milliseconds. */
const STATEMENT_TIMEOUT = 15_000;

/** What the driver says, without a code, when a connection is lost or not to be had. */
const LOST = /^(?:Connection terminated|timeout exceeded|Client has encountered a connection error|Query read timeout)/;
const CONNECTION_FAILURE = '08006';

export interface PostgresOptions {
  /** As `postgres://user:password@host/database`. */
  readonly url: string;
  /** Connections of this process. */
  readonly connections: number;
  /** Told when an idle connection breaks; the next request gets another. */
  readonly onLost: (error: Error) => void;
}

export function openPostgres({ url, connections, onLost }: PostgresOptions): Database {
  const pool = new Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 5_000, statement_timeout: STATEMENT_TIMEOUT, application_name: 'aukio-service' });
  pool.on('error', onLost);
  return {
    query: <Result extends object>(sql: string, values: readonly unknown[] = []) =>
      coded(async () => (await pool.query(sql, [...values])).rows as Result[]),
    transaction: (work) => withRetries(() => coded(() => inTransaction(pool, work))),
    close: () => pool.end(),
  };
}

async function inTransaction<Result>(pool: Pool, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  // Without a listener a connection that breaks in the middle would end the process; the query that waits for it fails anyway.
  const ignore = () => {};
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(transactionOf(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

function transactionOf(client: PoolClient): Transaction {
  return {
    async query<Result extends object>(sql: string, values: readonly unknown[] = []) {
      return (await client.query(sql, [...values])).rows as Result[];
    },
    async run(sql) {
      await client.query(sql);
    },
  };
}

/** Gives the driver's own failures the SQLSTATE that they lack. */
async function coded<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Error && faultCode(error) === undefined && LOST.test(error.message)) throw Object.assign(error, { code: CONNECTION_FAILURE });
    throw error;
  }
}
