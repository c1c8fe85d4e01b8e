import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { Choice } from '../../src/model/vote.ts';
import type { Database } from '../../service/src/database/database.ts';
import { migrate, readMigrations } from '../../service/src/database/migrations.ts';
import { openPglite } from '../../service/src/database/pglite.ts';
import { SCOPES } from '../../service/src/office/scopes.ts';
import { createToken } from '../../service/src/office/tokens.ts';
import { ownSecret, Secrets } from '../../service/src/secrets.ts';
import { makeCodes } from '../../service/src/voting/codes.ts';
import { Visitor } from '../../service/test/office-visitor.ts';
import { temporaryData } from '../../service/test/pglite-folder.ts';
import { startService, type RunningOptions, type RunningService } from '../../service/test/running.ts';

const TOPICS = [{ code: 'muu', name: 'Muu asia', questions: [] }];

/** Every feedback has to bring a solved challenge, or it is one for the suspicious; none of so many tests is too often. */
const ENVIRONMENT = {
  AUKIO_PROOF_REQUIRED: '1', AUKIO_PROOF_COST: '10', AUKIO_RATE_FEEDBACK: '100000/0', AUKIO_RATE_STATUS: '100000/0', AUKIO_RATE_CHALLENGE: '100000/0',
};

export interface StoredFeedback {
  readonly message: string;
  readonly suspicion: readonly string[];
  readonly photos: number;
}

export interface StoredVote {
  readonly choices: readonly Choice[];
  readonly receipt: string;
}

/** The city: its service as a process of its own on a database of its own, and the token of who handles feedback. */
export class City {
  private constructor(public service: RunningService, private readonly token: string) {}

  static async open(options: RunningOptions = {}): Promise<City> {
    const data = await temporaryData();
    const token = await inDatabase(data, async (database) => {
      await migrate(database, await readMigrations());
      return createToken(database, new Date(), 'Viestintä', SCOPES);
    });
    return new City(await startService({ topics: TOPICS, ...options, data, environment: { ...ENVIRONMENT, ...options.environment } }), token);
  }

  /** Another process goes on where the first one ended. @param milliseconds later than now by its clock; earlier where negative */
  async restart(milliseconds = 0): Promise<void> {
    await this.service.stop();
    const environment = { ...ENVIRONMENT, AUKIO_TEST_LATER: String(milliseconds) };
    this.service = await startService({ topics: TOPICS, data: this.service.data, environment, preload: new URL('../../service/test/later.ts', import.meta.url) });
  }

  /** Writes a ballot as an editor does. */
  writeBallot(ballot: { readonly id: string }): void {
    const folder = join(this.service.data, 'content', 'ballot');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${ballot.id}.json`), JSON.stringify(ballot));
  }

  /** Personal codes of a ballot, as the command makes them; stops the service. */
  async makeCodes(ballot: string, count: number): Promise<readonly string[]> {
    await this.service.stop();
    const { data } = this.service;
    return inDatabase(data, (database) => makeCodes(database, new Secrets(ownSecret(data)), ballot, count, undefined));
  }

  /** How many messages of these words the city's side lists. */
  async count(message: string): Promise<number> {
    const response = await fetch(new URL('/office/messages.csv?state=&topic=', this.service.url), { headers: { Authorization: `Bearer ${this.token}` } });
    assert.equal(response.status, 200);
    return (await response.text()).split(message).length - 1;
  }

  /** Somebody of the city, signed in. */
  async clerk(): Promise<Visitor> {
    const visitor = new Visitor((address, init) => fetch(address, { ...init, redirect: 'manual' }), new URL(this.service.url).origin);
    assert.equal((await visitor.signIn(this.token)).status, 303);
    return visitor;
  }

  /** Ends the service and reads what it has stored, from the database itself. */
  async close(): Promise<readonly StoredFeedback[]> {
    return this.#left<StoredFeedback>('SELECT message, suspicion, (SELECT count(*)::int FROM feedback_photo WHERE feedback_id = feedback.id) AS photos FROM feedback ORDER BY received_at');
  }

  /** The same of votes. */
  async closeVotes(): Promise<readonly StoredVote[]> {
    return this.#left<StoredVote>('SELECT choices, receipt FROM vote');
  }

  async #left<Row extends object>(query: string): Promise<readonly Row[]> {
    assert.equal(await this.service.stop(), 0);
    return inDatabase(this.service.data, (database) => database.query<Row>(query));
  }
}

/** A city that is open as long as the tests of a group run. */
export function cityOf(options?: RunningOptions): () => City {
  let city: City | undefined;
  before(async () => {
    city = await City.open(options);
  });
  after(() => city?.service.stop('SIGKILL'));
  return () => {
    if (!city) throw new Error('The city is open while a test runs, and not before.');
    return city;
  };
}

async function inDatabase<Result>(data: string, work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openPglite(join(data, 'database'));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
