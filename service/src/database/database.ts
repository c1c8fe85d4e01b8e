/** A row as the driver gives it. Counts are asked for as `::int`, dates without a time as `::text`: there the two drivers agree. */
export type Row = Readonly<Record<string, unknown>>;

export interface Queryable {
  /** One statement with its values; JSON goes in as `JSON.stringify(x)` with `::jsonb`, bytes as `Uint8Array`. */
  query<Result extends object = Row>(sql: string, values?: readonly unknown[]): Promise<Result[]>;
}

/** A transaction under way. Nothing but it may be asked while it runs: the embedded database has one session. */
export interface Transaction extends Queryable {
  /** Several statements without values. */
  run(sql: string): Promise<void>;
}

/**
 * PostgreSQL, embedded or not. SQL stays within PostgreSQL 15.
 * @throws errors with the SQLSTATE as `code`
 */
export interface Database extends Queryable {
  /**
   * Runs `work` in one transaction: all of it is stored, or nothing. It is run again where the database gave up to resolve
   * a conflict between two transactions, so it may have no effect outside the transaction.
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
