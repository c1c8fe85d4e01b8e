import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openPglite } from '../src/database/pglite.ts';
import { openPostgres } from '../src/database/postgres.ts';
import { NoPostgres, startCluster } from '../test/postgres.ts';
import { reads } from './reads.ts';
import { load, type LoadResult } from './run.ts';

const { values } = parseArgs({ options: { clients: { type: 'string', default: '16' }, seconds: { type: 'string', default: '20' } } });
const size = { clients: Number(values.clients), seconds: Number(values.seconds) };
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** Prints the figures. Anything lost or twice is a failure. */
function show(name: string, { acknowledged, perSecond, median, slow, cut, replayed, down, lost, twice }: LoadResult): void {
  if (lost || twice) process.exitCode = 1;
  console.log(`${name}: ${number.format(acknowledged)} receipts, ${number.format(perSecond)} per second; ${number.format(median)} ms in the middle, ${number.format(slow)} ms for 95 of 100.`);
  console.log(`  Killed in the middle (kill -9), back after ${number.format(down)} s: ${cut} messages had no answer, ${replayed} of them had been stored and got their receipt anew.`);
  console.log(`  Receipts without a message: ${lost}. Messages stored twice: ${twice}.`);
}

console.log(`${size.clients} clients, ${size.seconds} seconds, on this machine of ${availableParallelism()} processors, which runs the clients and the database as well.`);
show('PGlite', await load({ ...size, environment: {}, open: (data) => openPglite(join(data, 'database')) }));
try {
  const cluster = await startCluster({ fsync: true });
  try {
    const url = await cluster.createDatabase();
    show('PostgreSQL', await load({
      ...size,
      environment: { DATABASE_URL: url, AUKIO_SECRET: 'a-secret-of-the-load-run-that-is-long-enough' },
      open: () => Promise.resolve(openPostgres({ url, connections: 1, onLost: () => {} })),
    }));
  } finally {
    cluster.stop();
  }
} catch (error) {
  if (!(error instanceof NoPostgres)) throw error;
  console.log(`PostgreSQL: NOT run, ${error.message}.`);
}
for (const [name, perSecond] of Object.entries(await reads({ clients: size.clients, seconds: Math.min(5, size.seconds) }))) console.log(`${name}: ${number.format(perSecond)} per second.`);
