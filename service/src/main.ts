import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { run } from './command.ts';
import { readConfig, type Config } from './config.ts';
import { ContentFolder } from './content/folder.ts';
import { GATES } from './content/gates.ts';
import type { Database } from './database/database.ts';
import { faultCode } from './database/faults.ts';
import { openDatabase } from './database/open.ts';
import { forgetRepetitions } from './feedback/housekeeping.ts';
import { readTopics } from './feedback/topics.ts';
import { Clients } from './http/clients.ts';
import { createLog, traceOf } from './log.ts';
import { applyRetention, daily } from './office/retention.ts';
import { Secrets } from './secrets.ts';

const HOUR = 3_600_000;
/** How long requests that are under way may take to end when the service is told to stop, in milliseconds. */
const GRACE = 10_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const database = await openDatabase(config, log);
  const content = new ContentFolder(config.content, { gates: GATES, lang: config.contentLanguage, onFault: (fault) => log.error({ fault }, 'content file cannot be used') });
  const app = createApp({
    database,
    log,
    content,
    retention: config.retention,
    voting: config.voting,
    secrets: new Secrets(config.secret),
    clients: new Clients(config.trustedProxies),
    clock: () => new Date(),
    topics: () => readTopics(content),
    proof: config.proof,
    rates: config.rates,
    origins: config.origins,
  });
  const housekeeping = setInterval(() => void keepHouse(database, log), HOUR).unref();
  const stopRetention = daily(() => retain(database, config, log));
  const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, ({ address, port }) => {
    process.stdout.write(`Aukio service: http://${address.includes(':') ? `[${address}]` : address}:${port}/\n`);
  }) as Server;
  let stopping = false;
  const stop = () => {
    // A terminal sends a signal to every process in it, and who started this one may pass it on as well.
    if (stopping) return;
    stopping = true;
    clearInterval(housekeeping);
    stopRetention();
    void close(server, database);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  server.once('error', (error) => {
    process.stderr.write(`${faultCode(error) === 'EADDRINUSE' ? `Port ${config.port} is in use: end what listens there, or name another one in AUKIO_PORT.` : `It cannot listen at ${config.host}:${config.port}: ${error.message}`}\n`);
    process.exitCode = 1;
    stop();
  });
}

async function keepHouse(database: Database, log: Logger): Promise<void> {
  try {
    await forgetRepetitions(database, new Date());
  } catch (error) {
    log.error({ code: faultCode(error) }, 'housekeeping failed');
  }
}

async function retain(database: Database, { retention }: Config, log: Logger): Promise<void> {
  try {
    log.info(await applyRetention(database, new Date(), retention), 'retention');
  } catch (error) {
    log.error({ fault: traceOf(error) }, 'retention failed');
  }
}

/** Takes no new request, ends those under way, then closes the database. */
async function close(server: Server, database: Database): Promise<void> {
  const force = setTimeout(() => server.closeAllConnections(), GRACE);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  clearTimeout(force);
  await database.close();
}

run(main);
