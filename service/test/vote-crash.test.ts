import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BallotReceipts, BallotResults } from '../../src/model/ballot-results.ts';
import type { Vote } from '../../src/model/vote.ts';
import { onEachDatabase } from './databases.ts';
import { temporaryData } from './pglite-folder.ts';
import { freePort } from './postgres.ts';
import { startService, type RunningService } from './running.ts';
import { ballotFile, codeByHand, postOf, voteOn } from './voting.ts';

const VOTERS = 200;
/** Votes that have a receipt when the service is killed; twice. */
const KILLS = [120, 380];
/** Milliseconds until voting closes, and the longest that a voter tries. */
const OPEN_FOR = 600_000;
const PROJECTS = ['a', 'b', 'c', 'd'];

interface Receipt {
  readonly id: string;
  readonly code: string;
}

/** One person: what she sent, in her order, and which receipts she holds. */
interface Voter {
  readonly who: string;
  readonly votes: readonly Vote[];
  readonly codes: Map<string, string>;
}

/** Numbers from 0 up to 1, always the same. */
function random(seed: number): () => number {
  let state = seed;
  return () => ((state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x80000000);
}

function electorate(ballot: string): Voter[] {
  const next = random(7);
  return Array.from({ length: VOTERS }, () => ({
    who: `Device ${randomUUID()}`,
    votes: Array.from({ length: 1 + Math.floor(next() * 4) }, () => voteOn(PROJECTS.filter(() => next() < 0.4).slice(0, 2).concat('d').slice(0, 2).filter((id, n, all) => all.indexOf(id) === n), { ballot })),
    codes: new Map(),
  }));
}

await onEachDatabase('200 voters, and a service that is killed', (engine) => {
  test('nobody is counted twice, nobody is lost, and the voters’ own recount is that of the service', async () => {
    const data = await temporaryData();
    const port = String(await freePort());
    // Rates are for one client; here two hundred people share an address.
    const environment = { ...(await engine.environment()), AUKIO_PORT: port, AUKIO_RATE_VOTE: '1000000/0.001', AUKIO_LOG_LEVEL: 'error' };
    const ballot = 'puisto';
    const closesAt = Date.now() + OPEN_FOR;
    const write = (phase: string, closes: number) => {
      mkdirSync(join(data, 'content', 'ballot'), { recursive: true });
      writeFileSync(join(data, 'content', 'ballot', `${ballot}.json`), JSON.stringify(ballotFile({ phase, opensAt: '2020-01-01T00:00:00Z', closesAt: new Date(closes).toISOString() })));
    };
    write('vote', closesAt);
    let service: RunningService = await startService({ data, environment });
    const { url } = service;
    const voters = electorate(ballot);

    let receipts = 0;
    let changed: (() => void) | undefined;
    /** One attempt as a browser makes it; undefined where it got no answer. */
    const attempt = async ({ who }: Voter, vote: Vote): Promise<Receipt | undefined> => {
      const response = await fetch(`${url}vote`, postOf(vote, { 'Idempotency-Key': vote.id, Authorization: who })).catch(() => undefined);
      if (response?.status !== 201) {
        await response?.body?.cancel().catch(() => {});
        assert.ok(response === undefined || response.status === 409 || response.status >= 500, `${String(response?.status)}`);
        return undefined;
      }
      return (await response.json().catch(() => undefined)) as Receipt | undefined;
    };
    /** Sends until there is a receipt; a double click sends twice at once, and an impatient person more often. */
    const send = async (voter: Voter, vote: Vote, clicks: number): Promise<void> => {
      while (Date.now() < closesAt) {
        const answers = (await Promise.all(Array.from({ length: clicks }, () => attempt(voter, vote)))).filter((answer) => answer !== undefined);
        for (const { id, code } of answers) {
          assert.equal(id, vote.id);
          assert.equal(voter.codes.get(vote.id) ?? code, code);
          voter.codes.set(vote.id, code);
        }
        if (answers.length) break;
        await sleep(50);
      }
      receipts++;
      changed?.();
    };
    const next = random(11);
    const all = Promise.all(voters.map(async (voter) => {
      const late: Promise<unknown>[] = [];
      for (const vote of voter.votes) {
        await send(voter, vote, 1 + Math.floor(next() * 3));
        // Another tab sends the first vote once more, beside the next one: it may not come back.
        if (next() < 0.3) late.push(attempt(voter, voter.votes[0]!));
      }
      await Promise.all(late);
    }));

    let kills = 0;
    for (const after of KILLS) {
      await new Promise<void>((resolve) => {
        changed = () => void (receipts >= after && resolve());
        changed();
      });
      assert.equal(await service.stop('SIGKILL'), null);
      kills++;
      service = await startService({ data, environment });
    }
    await all;
    assert.equal(kills, KILLS.length);
    assert.ok(voters.every(({ votes, codes }) => votes.every(({ id }) => codes.has(id))), 'everybody has a receipt of every vote');

    // Closing is by the clock: the city looks at the votes with a clock past closing.
    await service.stop();
    const later = await startService({ data, environment: { ...environment, AUKIO_TEST_LATER: String(OPEN_FOR) }, preload: new URL('later.ts', import.meta.url) });
    write('results', closesAt);
    const { salt, receipts: listed } = (await (await fetch(`${url}ballot-receipts/${ballot}`)).json()) as BallotReceipts;
    const results = (await (await fetch(`${url}ballot-results/${ballot}`)).json()) as BallotResults;
    await later.stop();

    const last = voters.map(({ votes }) => votes.at(-1)!);
    assert.deepEqual(listed, voters.map(({ votes, codes }) => codes.get(votes.at(-1)!.id)!).sort());
    assert.deepEqual(listed, last.map((vote) => codeByHand(vote, salt)).sort());
    assert.equal(results.votes, VOTERS);
    const support = (id: string) => last.filter(({ choices }) => choices.some(({ project }) => project === id)).length;
    assert.deepEqual(Object.fromEntries(results.projects.map(({ project, supporters }) => [project, supporters])), Object.fromEntries(PROJECTS.map((id) => [id, support(id)])));
    // Votes of every kind, each as often as the voters hold it.
    const groups = new Map<string, number>();
    for (const { choices } of last) {
      const key = choices.map(({ project }) => PROJECTS.indexOf(project)).sort((a, b) => a - b).join();
      groups.set(key, (groups.get(key) ?? 0) + 1);
    }
    assert.deepEqual(new Map(results.election.groups!.map(({ choices, voters: count }) => [choices.join(), count])), groups);
  });
});
