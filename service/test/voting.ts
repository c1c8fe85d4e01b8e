import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Choice, Vote } from '../../src/model/vote.ts';
import type { AppOptions } from '../src/app.ts';
import { ContentFolder, type FileFault } from '../src/content/folder.ts';
import { GATES } from '../src/content/gates.ts';
import type { Database } from '../src/database/database.ts';
import { VoteKeys } from '../src/voting/keys.ts';
import { appOn, type TestedApp } from './app.ts';
import { temporaryFolder } from './pglite-folder.ts';

export const OPENS = '2026-09-01T08:00:00+03:00';
export const CLOSES = '2026-09-30T20:00:00+03:00';
export const DURING = new Date('2026-09-10T12:00:00Z');
export const AFTER = new Date('2026-09-30T17:00:00Z');

/** A ballot as an editor writes it. */
export function ballotFile(fields: object = {}): Record<string, unknown> {
  return {
    lang: 'fi', id: 'puisto', title: 'Lähipuisto', phase: 'vote', opensAt: OPENS, closesAt: CLOSES, budget: 1_000_000,
    binding: { kind: 'binding' }, rule: 'greedy', ties: { order: ['lower-cost', 'lot'], seed: '118' }, rulesVersion: 'v1', rules: { method: 'approval', max: 2 },
    areas: [{ id: 'n', name: 'Pohjoinen' }, { id: 's', name: 'Eteläinen' }],
    projects: [
      { id: 'a', title: 'Keinut', cost: 600_000, area: 'n' }, { id: 'b', title: 'Penkit', cost: 500_000, area: 's' },
      { id: 'c', title: 'Laituri', cost: 300_000 }, { id: 'd', title: 'Valot', cost: 200_000 },
    ],
    ...fields,
  };
}

export function voteOn(projects: readonly (string | Choice)[], fields: Partial<Vote> = {}): Vote {
  return { id: randomUUID(), ballot: 'puisto', rulesVersion: 'v1', channel: 'web', choices: projects.map((project) => (typeof project === 'string' ? { project } : project)), ...fields };
}

export const device = () => `Device ${randomUUID()}`;

const FOLDERS = temporaryFolder();

/** A service with a folder of ballots, at a time of the test's own. */
export class PollingStation {
  now = DURING;
  readonly app: TestedApp;
  readonly keys: VoteKeys;
  readonly keyFolder = mkdtempSync(join(FOLDERS, 'keys-'));
  readonly #folder = mkdtempSync(join(FOLDERS, 'content-'));

  constructor(database: Database, { verifyToken, ...options }: Partial<AppOptions> & Pick<AppOptions['voting'], 'verifyToken'> = {}) {
    this.keys = new VoteKeys(this.keyFolder);
    this.app = appOn(database, {
      clock: () => this.now,
      content: new ContentFolder(this.#folder, { gates: GATES, lang: 'fi', onFault: () => {} }),
      voting: { keys: this.keys, rate: { burst: 1_000_000, every: 0.001 }, city: 'Merilehto', lang: 'fi', verifyToken },
      ...options,
    });
    mkdirSync(join(this.#folder, 'ballot'));
  }

  write(ballot: Record<string, unknown>, file = String(ballot['id'])): void {
    writeFileSync(join(this.#folder, 'ballot', `${file}.json`), JSON.stringify(ballot));
  }

  vote(vote: Vote, authorization: string | undefined = device(), key = vote.id): Promise<Response> {
    return this.app.send('/vote', postOf(vote, { 'Idempotency-Key': key, ...(authorization && { Authorization: authorization }) }));
  }

  enter(batch: unknown, token: string, { ballot = 'puisto', key = randomUUID() } = {}): Promise<Response> {
    return this.app.send(`/ballot/${ballot}/batches`, postOf(batch, { 'Idempotency-Key': key, Authorization: `Bearer ${token}` }));
  }

  /** What the health check tells of files. */
  async faults(): Promise<readonly FileFault[]> {
    return (await this.read<{ content: { faults: readonly FileFault[] } }>('/health')).content.faults;
  }

  async read<Body>(path: string): Promise<Body> {
    const response = await this.app.send(path);
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Body;
  }
}

export function postOf(body: unknown, headers: Readonly<Record<string, string>>): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** A receipt code as the contract says it is made, written anew. */
export function codeByHand({ id, ballot, rulesVersion, choices }: Vote, salt = ''): string {
  const lines = choices.map(({ project, points, rank }) => ({ project, line: JSON.stringify([project, points ?? '', rank ?? '']), rank: rank ?? 0 }));
  lines.sort((x, y) => x.rank - y.rank || (x.project < y.project ? -1 : 1));
  const digest = createHash('sha256').update([id, JSON.stringify([ballot, rulesVersion]), ...lines.map(({ line }) => line), salt].join('\n')).digest();
  const letters = Array.from({ length: 10 }, (_, n) => {
    const bits = (BigInt(`0x${digest.toString('hex')}`) >> BigInt(256 - 5 * (n + 1))) & 31n;
    return '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number(bits)]!;
  }).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}
