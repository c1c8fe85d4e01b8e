import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { votesFor } from '../fixtures/ballots/make-votes.ts';
import { readBallot } from '../src/model/ballot-json.ts';
import type { Ballot } from '../src/model/ballot.ts';
import type { Vote } from '../src/model/vote.ts';
import { createApp } from '../service/src/app.ts';
import { run, WrongCommand } from '../service/src/command.ts';
import { readConfig, type Config } from '../service/src/config.ts';
import { ContentFolder } from '../service/src/content/folder.ts';
import { GATES } from '../service/src/content/gates.ts';
import type { Database } from '../service/src/database/database.ts';
import { FolderInUse, holdFolder } from '../service/src/database/lock.ts';
import { openDatabase } from '../service/src/database/open.ts';
import { Clients } from '../service/src/http/clients.ts';
import { SCOPES } from '../service/src/office/scopes.ts';
import { createToken } from '../service/src/office/tokens.ts';
import { Secrets } from '../service/src/secrets.ts';
import { makeCodes } from '../service/src/voting/codes.ts';
import { root } from './run.mjs';

/**
 * Makes the sample city's data ready, in the folders that the service's own settings name: content, a token, two ballots that are
 * open around today, and one that has ended, with votes. What visitors did stays from one start to the next, until the ballots
 * are about to close: then the sample begins anew. Prints what a visitor needs as JSON.
 */

/** What the sample city's editors maintain, by the name under which the service serves it. */
const FILES = { 'feedback-services.json': 'feedback/feedback-services.json', 'channels.json': 'channels/directory.json', 'goals.json': 'goals/report-2026.json' };
/** What is made anew in the data folder; nothing else there is ever removed. */
const MADE = ['database', 'content', 'vote-keys', 'demo-token.txt', 'demo.json'];
const DAY = 86_400_000;
/** Days from the first start on which the open ballots opened and will close, and the day on which all begins anew. */
const OPEN = [-10, 18, 17] as const;
/** The same of the ballot that has ended. */
const ENDED = [-40, -12] as const;
const CODES = 20;
const VOTES = 240;

/** What is written down of a sample, unlike in a real city: nothing is behind it. */
interface Sample {
  readonly token: string;
  /** Personal codes of the ballot that takes them. */
  readonly codes: readonly string[];
  /** ISO instant at which the sample is made anew. */
  readonly until: string;
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const now = new Date();
  const file = join(config.data, 'demo.json');
  let sample = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Sample) : undefined;
  if (!sample || now >= new Date(sample.until)) {
    empty(config.data);
    sample = await make(config, now);
    // Last of all: a start that was cut off is made anew.
    writeFileSync(file, JSON.stringify(sample), { mode: 0o600 });
  } else holdFolder(join(config.data, 'database'))();
  for (const [name, fixture] of Object.entries(FILES)) cpSync(join(root, 'fixtures', fixture), join(config.content, name));
  process.stdout.write(JSON.stringify(sample));
}

/** @throws {FolderInUse} */
function empty(data: string): void {
  const release = holdFolder(join(data, 'database'));
  for (const name of MADE) rmSync(join(data, name), { recursive: true, force: true });
  release();
}

async function make(config: Config, now: Date): Promise<Sample> {
  mkdirSync(join(config.content, 'ballot'), { recursive: true });
  const database = await openDatabase(config, console);
  try {
    const token = await createToken(database, now, 'demo', SCOPES);
    writeBallot(config, 'large-city', now, OPEN);
    const youth = writeBallot(config, 'single-choice', now, OPEN, { identification: ['code'] });
    const codes = await makeCodes(database, new Secrets(config.secret), youth.id, CODES, undefined);
    await holdVote(config, database, writeBallot(config, 'advisory', now, ENDED), token);
    writeBallot(config, 'advisory', now, ENDED, { phase: 'results' });
    return { token, codes, until: dayAt(now, OPEN[2], '00:00').toISOString() };
  } finally {
    await database.close();
  }
}

/** Writes a ballot of the fixtures into the content folder, with days around today. */
function writeBallot({ content }: Config, fixture: string, now: Date, [opens, closes]: readonly number[], more: object = {}): Ballot {
  const given = JSON.parse(readFileSync(join(root, 'fixtures/ballots', `${fixture}.json`), 'utf8')) as { ties: { seed: string } };
  const closesAt = dayAt(now, closes!, '18:00');
  const seed = given.ties.seed.replace(/\d+\.\d+\.\d{4}/, closesAt.toLocaleDateString('fi-FI', { timeZone: 'Europe/Helsinki' }));
  const raw = { ...given, $schema: undefined, opensAt: dayAt(now, opens!, '06:00').toISOString(), closesAt: closesAt.toISOString(), ties: { ...given.ties, seed }, ...more };
  const ballot = accepted(raw);
  writeFileSync(join(content, 'ballot', `${ballot.id}.json`), JSON.stringify(raw));
  return ballot;
}

function accepted(raw: unknown): Ballot {
  const reading = readBallot(raw, { lang: 'fi' });
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value.data;
  }
}

/** Lets people vote on a day while the ballot was open, by the service's own rules: from their phones, on paper and with help. */
async function holdVote(config: Config, database: Database, ballot: Ballot, token: string): Promise<void> {
  const rate = { burst: VOTES, every: 1 };
  const app = createApp({
    ...config, database, log: { error: console.error, info: () => {} }, content: new ContentFolder(config.content, { gates: GATES, lang: 'fi', onFault: console.error }),
    secrets: new Secrets(config.secret), clients: new Clients(0), topics: () => Promise.resolve([]),
    clock: () => new Date(Date.parse(ballot.opensAt) + DAY), voting: { ...config.voting, rate },
  });
  const post = async (path: string, body: object, headers: Readonly<Record<string, string>>): Promise<void> => {
    const response = await app.request(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
    if (response.status !== 201) throw new Error(`${path}: ${await response.text()}`);
  };
  const votes = votesFor(ballot, VOTES);
  for (const vote of votes) if (vote.channel === 'web') await post('/vote', vote, { 'Idempotency-Key': vote.id, Authorization: `Device ${randomUUID()}` });
  for (const [channel, place] of [['paper', 'Pääkirjasto'], ['assisted', 'Kaupungintalon neuvonta']] as const) {
    const batch = { channel, place, votes: votes.filter((vote: Vote) => vote.channel === channel).map(({ choices }) => choices) };
    await post(`/ballot/${ballot.id}/batches`, batch, { 'Idempotency-Key': randomUUID(), Authorization: `Bearer ${token}` });
  }
}

/** @param time of day by UTC */
function dayAt(now: Date, days: number, time: string): Date {
  return new Date(`${new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)}T${time}:00Z`);
}

run(() => main().catch((error: unknown): never => {
  throw error instanceof FolderInUse ? new WrongCommand('The sample city website is running already, perhaps in another window: use that one, or end it there with Ctrl-C and start again.') : error;
}));
