import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { BallotReceipts, BallotResults } from '../../src/model/ballot-results.ts';
import { readBallotResults } from '../../src/model/ballot-results-json.ts';
import { checkPabulib } from '../../src/model/pabulib-check.ts';
import { parsePabulib } from '../../src/model/pabulib.ts';
import { tally } from '../../src/model/tally.ts';
import type { Database } from '../src/database/database.ts';
import { createToken } from '../src/office/tokens.ts';
import { Secrets } from '../src/secrets.ts';
import { makeCodes } from '../src/voting/codes.ts';
import { destroyLink, KeyNeeded } from '../src/voting/rounds.ts';
import { tokenVerifier } from '../src/voting/tokens.ts';
import { problemOf } from './app.ts';
import { onEachDatabase } from './databases.ts';
import { AFTER, ballotFile, codeByHand, CLOSES, device, DURING, OPENS, PollingStation, postOf, voteOn } from './voting.ts';

interface Refusal {
  readonly code: string;
  readonly errors?: readonly { readonly code: string; readonly field: string }[];
}

const refusalOf = async (response: Response, status: number): Promise<Refusal> => {
  assert.equal(response.status, status, await response.clone().text());
  return (await response.json()) as Refusal;
};
const receiptOf = async (response: Response) => {
  assert.equal(response.status, 201, await response.clone().text());
  return (await response.json()) as { readonly id: string; readonly code: string; readonly receivedAt: string };
};

await onEachDatabase('voting', (engine) => {
  let database: Database;
  before(async () => {
    database = await engine.openMigrated();
  });

  /** A service of its own with one ballot, on an empty database. */
  async function open(fields: object = {}, options: ConstructorParameters<typeof PollingStation>[1] = {}): Promise<{ database: Database; station: PollingStation }> {
    for (const table of ['vote', 'vote_batch', 'vote_code', 'voting_round', 'idempotency', 'office_token']) await database.query(`DELETE FROM ${table}`);
    const station = new PollingStation(database, options);
    station.write(ballotFile(fields));
    return { database, station };
  }
  const votesIn = async (database: Database) => (await database.query<{ choices: unknown }>('SELECT choices FROM vote ORDER BY receipt')).map(({ choices }) => choices);

  describe('ballots', () => {
    let station: PollingStation;
    before(async () => ({ station } = await open()));

    test('are read as the editor wrote them, alone, by id and all together', async () => {
      assert.deepEqual(await station.read('/ballot/puisto'), ballotFile());
      assert.deepEqual(await station.read('/ballot'), ballotFile());
      station.write(ballotFile({ id: 'ranta' }));
      assert.deepEqual(await station.read('/ballots'), { ballots: [ballotFile(), ballotFile({ id: 'ranta' })] });
      assert.equal((await station.app.send('/ballot')).status, 404);
      assert.equal((await station.app.send('/ballot/muu')).status, 404);
    });

    test('come from a cache while the clock does not', async () => {
      const first = await station.app.send('/ballot/puisto');
      const again = await station.app.send('/ballot/puisto', { headers: { 'If-None-Match': first.headers.get('etag')! } });
      assert.equal(again.status, 304);
      const clock = await station.app.send('/time');
      assert.equal(clock.headers.get('cache-control'), 'no-store');
      assert.deepEqual(await clock.json(), { now: DURING.toISOString() });
    });

    test('are not served under another name than their id', async () => {
      station.write(ballotFile({ id: 'yksi' }), 'toinen');
      assert.equal((await station.app.send('/ballot/toinen')).status, 404);
      assert.match(JSON.stringify(station.app.logged), /id-not-file-name/);
      assert.deepEqual(await station.faults(), [{ file: 'ballot/toinen.json', code: 'id-not-file-name', served: false }]);
    });

    test('are read together without those that cannot be used', async () => {
      const before = await station.read('/ballots');
      station.write({ id: 'rikki' });
      assert.equal((await station.app.send('/ballot/rikki')).status, 503);
      assert.deepEqual(await station.read('/ballots'), before);
      assert.ok((await station.faults()).some(({ file, served }) => file === 'ballot/rikki.json' && !served));
    });
  });

  describe('a vote', () => {
    test('counts once however often it is sent, and gets one receipt', async () => {
      const { station } = await open();
      const [vote, who] = [voteOn(['a', 'c']), device()];
      const answers = await Promise.all(Array.from({ length: 8 }, () => station.vote(vote, who)));
      const receipts = await Promise.all(answers.map(receiptOf));
      assert.equal(new Set(receipts.map(({ code }) => code)).size, 1);
      assert.equal(receipts[0]!.id, vote.id);
      assert.equal(answers.filter((answer) => answer.headers.has('idempotency-replayed')).length, 7);
      assert.deepEqual(await votesIn(database), [vote.choices]);
    });

    test('takes the place of the earlier one of the same person', async () => {
      const { station } = await open();
      const [first, second, who] = [voteOn(['a']), voteOn(['b']), device()];
      await receiptOf(await station.vote(first, who));
      await receiptOf(await station.vote(second, who));
      await receiptOf(await station.vote(voteOn(['d']), device()));
      assert.deepEqual(new Set(await votesIn(database)), new Set([second.choices, [{ project: 'd' }]]));
      // A late repetition of the first is answered, and changes nothing.
      await receiptOf(await station.vote(first, who));
      assert.equal((await votesIn(database)).length, 2);
      assert.ok(!JSON.stringify(await votesIn(database)).includes('"a"'));
    });

    test('is kept as the ballot knows it, without what its rules do not ask for', async () => {
      const { station } = await open();
      await receiptOf(await station.vote(voteOn([{ project: 'a', points: 7, rank: 3 }])));
      assert.deepEqual(await votesIn(database), [[{ project: 'a' }]]);
      for (const text of ['a\0', '\uD800']) {
        for (const vote of [voteOn([{ project: 'a' }, { project: text, points: 0 }]), voteOn(['a'], { rulesVersion: text })]) {
          const response = await station.vote(vote);
          assert.equal(response.status, 400);
          assert.match(await response.text(), /NUL or half a character/);
        }
      }
    });

    test('that is refused leaves the earlier one standing', async () => {
      const { station } = await open();
      const [vote, who] = [voteOn(['a']), device()];
      await receiptOf(await station.vote(vote, who));
      const refusal = await refusalOf(await station.vote(voteOn(['a', 'b', 'c']), who), 422);
      assert.equal(refusal.code, 'vote-invalid');
      assert.deepEqual(refusal.errors, [{ code: 'too-many', values: { count: 3, max: 2 }, field: 'choices' }]);
      assert.deepEqual(await votesIn(database), [vote.choices]);
    });

    test('is taken up to the closing instant by the server’s clock, and not at it', async () => {
      const { station } = await open();
      station.now = new Date(Date.parse(OPENS) - 1);
      assert.deepEqual((await refusalOf(await station.vote(voteOn(['a'])), 422)).errors, [{ code: 'voting-not-open', field: 'ballot' }]);
      station.now = new Date(OPENS);
      await receiptOf(await station.vote(voteOn(['a'])));
      station.now = new Date(Date.parse(CLOSES) - 1);
      await receiptOf(await station.vote(voteOn(['a'])));
      station.now = new Date(CLOSES);
      const refusal = await refusalOf(await station.vote(voteOn(['a'])), 409);
      assert.equal(refusal.code, 'closed');
      assert.deepEqual(refusal.errors, [{ code: 'voting-closed', field: 'ballot' }]);
    });

    test('that was received before closing is answered after it with the same receipt', async () => {
      const { station } = await open();
      const [vote, who] = [voteOn(['a']), device()];
      const receipt = await receiptOf(await station.vote(vote, who));
      station.now = AFTER;
      assert.deepEqual(await receiptOf(await station.vote(vote, who)), receipt);
    });

    test('is refused once the votes have been looked at, whatever the clock of another process says', async () => {
      const { station } = await open();
      await receiptOf(await station.vote(voteOn(['a'])));
      station.now = AFTER;
      await station.read('/ballot/puisto/receipts');
      station.now = new Date(AFTER.getTime() - 1);
      assert.equal((await refusalOf(await station.vote(voteOn(['a'])), 409)).code, 'closed');
    });

    test('is refused where its id was used for other choices, or by somebody else', async () => {
      const { station } = await open();
      const [vote, who] = [voteOn(['a']), device()];
      await receiptOf(await station.vote(vote, who));
      assert.equal(await problemOf(await station.vote({ ...vote, choices: [{ project: 'b' }] }, who)), 'idempotency-mismatch');
      assert.equal(await problemOf(await station.vote(vote, device())), 'idempotency-mismatch');
    });

    test('is refused where it is none, is of paper, has another key or a ballot that is not there', async () => {
      const { station } = await open();
      assert.equal(await problemOf(await station.vote(voteOn(['a'], { channel: 'paper' }))), 'malformed');
      assert.equal(await problemOf(await station.vote(voteOn(['a']), device(), randomUUID())), 'malformed');
      assert.equal(await problemOf(await station.vote(voteOn(['a'], { ballot: 'muu' }))), 'not-found');
      assert.equal(await problemOf(await station.app.send('/vote', postOf({ ballot: 'puisto' }, { 'Idempotency-Key': randomUUID() }))), 'malformed');
    });

    test('and another at the same moment by the same person: one of them stands', async () => {
      const { station } = await open();
      const who = device();
      const votes = Array.from({ length: 12 }, (_, n) => voteOn([['a', 'b', 'c', 'd'][n % 4]!]));
      const codes = await Promise.all(votes.map(async (vote) => (await receiptOf(await station.vote(vote, who))).code));
      const kept = await database.query<{ receipt: string }>('SELECT receipt FROM vote');
      assert.equal(kept.length, 1);
      assert.ok(codes.includes(kept[0]!.receipt));
    });
  });

  describe('the rules', () => {
    test('are served as they were at the first vote where a service starts on a file that an editor has broken', async () => {
      const { station } = await open();
      await receiptOf(await station.vote(voteOn(['a'])));
      const restarted = new PollingStation(database);
      restarted.write({ ...ballotFile(), projects: 'kaksi' });
      assert.deepEqual(await restarted.read('/ballot/puisto'), ballotFile());
      assert.deepEqual((await restarted.faults()).map(({ file }) => file), ['ballot/puisto.json']);
      restarted.write({ ...ballotFile({ id: 'ranta' }), projects: 'kaksi' });
      assert.equal((await restarted.app.send('/ballot/ranta')).status, 503, 'nobody has voted there');
    });

    test('are those of the first vote: a file with others is told and not used, and votes under them are refused', async () => {
      const { station } = await open();
      await receiptOf(await station.vote(voteOn(['a', 'b'])));
      station.write(ballotFile({ rulesVersion: 'v2', rules: { method: 'approval', max: 3 } }));
      assert.deepEqual(await station.read('/ballot/puisto'), ballotFile());
      assert.equal(JSON.stringify(station.app.logged).split('rules-frozen').length, 2, 'it is logged once');
      const fault = { file: 'ballot/puisto.json', code: 'rules-frozen', served: true };
      assert.deepEqual(await station.faults(), [fault]);
      assert.equal((await refusalOf(await station.vote(voteOn(['a'], { rulesVersion: 'v2' })), 409)).code, 'stale-rules');
      assert.equal((await refusalOf(await station.vote(voteOn(['a', 'b', 'c'])), 422)).code, 'vote-invalid');
      await receiptOf(await station.vote(voteOn(['a'])));
      assert.deepEqual(await station.faults(), [fault]);
      station.write(ballotFile());
      assert.deepEqual(await station.faults(), []);
    });

    for (const [what, fields] of Object.entries({
      'closing time': { closesAt: '2026-10-30T20:00:00+03:00' },
      'budget': { budget: 2_000_000 },
      'rule of the count': { rule: 'equalshares' },
      'seed of the lot': { ties: { order: ['lower-cost', 'lot'], seed: '119' } },
      'cost of a project': { projects: [{ id: 'a', title: 'Keinut', cost: 1 }] },
      'way of telling voters apart': { identification: ['code'] },
    })) {
      test(`do not change in the ${what} either, even where the version stays the same`, async () => {
        const { station } = await open();
        await receiptOf(await station.vote(voteOn(['a'])));
        station.write(ballotFile(fields));
        assert.deepEqual(await station.read('/ballot/puisto'), ballotFile());
      });
    }

    test('let words change, and a project be withdrawn: votes that have it stay valid without it', async () => {
      const { station } = await open();
      await receiptOf(await station.vote(voteOn(['a', 'b'])));
      const [first, ...others] = ballotFile()['projects'] as object[];
      station.write(ballotFile({ title: 'Lähipuistot', projects: [{ ...first, withdrawn: { reason: 'Kaivo löytyi' } }, ...others] }));
      assert.equal((await station.read<{ title: string }>('/ballot/puisto')).title, 'Lähipuistot');
      assert.deepEqual((await refusalOf(await station.vote(voteOn(['a'])), 422)).errors?.map(({ code }) => code), ['withdrawn-project', 'too-few']);
      assert.equal((await votesIn(database)).length, 1);
    });

    test('may change until the first vote', async () => {
      const { station } = await open();
      station.write(ballotFile({ rulesVersion: 'v2', rules: { method: 'approval', max: 3 } }));
      assert.equal((await refusalOf(await station.vote(voteOn(['a'])), 409)).code, 'stale-rules');
      await receiptOf(await station.vote(voteOn(['a', 'b', 'c'], { rulesVersion: 'v2' })));
    });
  });

  describe('who votes', () => {
    test('has to be shown in a way that the ballot takes', async () => {
      const { station } = await open({ identification: ['code', 'token'], identificationFor: { code: 'Koululaiset', token: 'Aikuiset' } });
      for (const authorization of ['', device(), 'Basic x', 'Code']) {
        const response = await station.vote(voteOn(['a']), authorization);
        assert.equal(response.headers.get('www-authenticate'), 'Code, Bearer');
        assert.equal(await problemOf(response), 'identification-missing');
      }
      assert.equal(await problemOf(await station.vote(voteOn(['a']), 'Bearer x')), 'identification-wrong');
    });

    test('cannot be somebody who counts twice: such a ballot is told and not used', async () => {
      for (const [identification, code] of [[['code', 'open'], 'open-beside-others'], [['code', 'token'], 'ways-overlap']] as const) {
        const { station } = await open({ identification });
        assert.equal((await station.vote(voteOn(['a']))).status, 503);
        assert.ok((await station.faults()).some((fault) => fault.code === code && !fault.served), code);
      }
    });

    test('is told by a number of her device where the ballot is open, in the header or else in the vote', async () => {
      const { station } = await open();
      const number = randomUUID();
      await receiptOf(await station.vote(voteOn(['a'], { device: number }), ''));
      await receiptOf(await station.vote(voteOn(['b'], { device: number.toUpperCase() }), ''));
      assert.deepEqual(await votesIn(database), [[{ project: 'b' }]]);
      await receiptOf(await station.vote(voteOn(['d']), `Device ${number}`));
      assert.deepEqual(await votesIn(database), [[{ project: 'd' }]]);
      await receiptOf(await station.vote(voteOn(['a'], { device: number }), device()));
      assert.equal((await votesIn(database)).length, 2, 'the header says who votes where there is one');
      assert.equal(await problemOf(await station.vote(voteOn(['a'], { device: 'puhelin' }), '')), 'malformed');
      assert.equal(await problemOf(await station.vote(voteOn(['a']), '')), 'identification-missing');
      assert.ok(!JSON.stringify(await database.query('SELECT * FROM vote, idempotency')).includes(number), 'the number is stored nowhere');
    });

    test('is not told by a number of her device where the ballot asks for a code', async () => {
      const { station } = await open({ identification: ['code'] });
      assert.equal(await problemOf(await station.vote(voteOn(['a'], { device: randomUUID() }), '')), 'identification-missing');
      assert.deepEqual(await votesIn(database), []);
    });

    test('is told by a code, however it is typed', async () => {
      const { station } = await open({ identification: ['code'] });
      const [code, other] = await makeCodes(database, new Secrets('a secret of the tests'), 'puisto', 2, 's');
      const [ofAnother] = await makeCodes(database, new Secrets('a secret of the tests'), 'ranta', 1, undefined);
      await receiptOf(await station.vote(voteOn(['a']), `Code ${code!}`));
      await receiptOf(await station.vote(voteOn(['b']), `Code ${code!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`));
      assert.deepEqual(await votesIn(database), [[{ project: 'b' }]]);
      await receiptOf(await station.vote(voteOn(['b']), `Code ${other!}`));
      assert.equal((await votesIn(database)).length, 2);
      for (const wrong of [ofAnother!, '0000-0000-0000-0000', 'x']) assert.equal(await problemOf(await station.vote(voteOn(['a']), `Code ${wrong}`)), 'identification-wrong');
      const stored = JSON.stringify(await database.query("SELECT encode(hash, 'escape') AS hash FROM vote_code"));
      assert.ok(!stored.includes(code!) && !stored.includes(code!.replaceAll('-', '')));
    });

    test('chooses in her own area and in so many others: her code says which is hers, and a batch says it of paper', async () => {
      const { station } = await open({ identification: ['code'], rules: { method: 'approval', maxOtherAreas: 0 } });
      const secrets = new Secrets('a secret of the tests');
      const [code] = await makeCodes(database, secrets, 'puisto', 1, 's');
      const [anywhere] = await makeCodes(database, secrets, 'puisto', 1, undefined);
      const refusal = await refusalOf(await station.vote(voteOn(['a', 'b']), `Code ${code!}`), 422);
      assert.deepEqual(refusal.errors, [{ code: 'area-limit', field: 'choices', group: 's', values: { count: 1, max: 0, unit: 'other-areas' } }]);
      await receiptOf(await station.vote(voteOn(['b', 'c']), `Code ${code!}`));
      await receiptOf(await station.vote(voteOn(['a', 'b']), `Code ${anywhere!}`));
      const token = await createToken(database, DURING, 'Kirjasto', ['votes:enter']);
      const paper = { channel: 'paper', place: 'Kirjasto', area: 's', votes: [[{ project: 'b' }], [{ project: 'a' }]] };
      assert.deepEqual((await refusalOf(await station.enter(paper, token), 422)).errors?.map(({ code: error, field }) => [error, field]), [['area-limit', 'votes.2']]);
    });

    test('has her own area for as long as people vote, also where it has no project', async () => {
      const fields = { identification: ['code'], rules: { method: 'approval', maxOtherAreas: 1 } };
      const areas = [...(ballotFile()['areas'] as object[]), { id: 'e', name: 'Itäinen' }];
      const { station } = await open({ ...fields, areas });
      const [code] = await makeCodes(database, new Secrets('a secret of the tests'), 'puisto', 1, 'e');
      await receiptOf(await station.vote(voteOn(['a']), `Code ${code!}`));
      station.write(ballotFile(fields));
      assert.deepEqual((await station.faults()).map(({ code: fault }) => fault), ['rules-frozen']);
      assert.equal((await refusalOf(await station.vote(voteOn(['a', 'b']), `Code ${code!}`), 422)).code, 'vote-invalid');
    });

    describe('is told by a token of the city’s login', () => {
      let issue: (claims?: Record<string, unknown>, more?: { issuer?: string; audience?: string; expires?: string | null; subject?: string }) => Promise<string>;
      let station: PollingStation;
      before(async () => {
        const { privateKey, publicKey } = await generateKeyPair('ES256');
        const jwk = await exportJWK(publicKey);
        issue = (claims = {}, { issuer = 'https://login.merilehto.example', audience = 'aukio', expires = '5m', subject = 'maija' } = {}) => {
          const token = new SignJWT({ municipality: '091', district: 'n', ...claims }).setProtectedHeader({ alg: 'ES256' }).setSubject(subject).setIssuer(issuer).setAudience(audience);
          const at = Math.floor(DURING.getTime() / 1000);
          return (expires === null ? token : token.setExpirationTime(at + (expires === 'past' ? -60 : 300))).sign(privateKey);
        };
        const { importJWK } = await import('jose');
        const policy = { issuer: 'https://login.merilehto.example', audience: 'aukio', eligible: { claim: 'municipality', values: ['091', '049'] }, areaClaim: 'district' };
        const verifyToken = tokenVerifier(policy, async () => (await importJWK(jwk, 'ES256')), () => DURING);
        ({ station } = await open({ identification: ['token'] }, { verifyToken }));
      });

      test('once, with whichever of her tokens', async () => {
        await receiptOf(await station.vote(voteOn(['a']), `Bearer ${await issue()}`));
        await receiptOf(await station.vote(voteOn(['b']), `Bearer ${await issue({ jti: '2' })}`));
        await receiptOf(await station.vote(voteOn(['c']), `Bearer ${await issue({}, { subject: 'matti' })}`));
        assert.deepEqual((await database.query('SELECT area, choices FROM vote ORDER BY choices::text')), [{ area: 'n', choices: [{ project: 'b' }] }, { area: 'n', choices: [{ project: 'c' }] }]);
        assert.ok(!JSON.stringify(await database.query('SELECT * FROM vote')).includes('maija'));
      });

      test('and is refused where a claim says that she has no right to vote', async () => {
        const refusal = await refusalOf(await station.vote(voteOn(['a', 'b', 'c']), `Bearer ${await issue({ municipality: '092' })}`), 403);
        assert.equal(refusal.code, 'not-eligible');
        assert.deepEqual(refusal.errors?.map(({ code }) => code), ['not-eligible', 'too-many']);
      });

      test('not by one of another login, for another service, out of date, without an end, or changed', async () => {
        const good = await issue();
        const wrong = [
          await issue({}, { issuer: 'https://login.muu.example' }), await issue({}, { audience: 'muu' }), await issue({}, { expires: 'past' }), await issue({}, { expires: null }),
          `${good.slice(0, -4)}AAAA`, good.split('.').map((part, n) => (n === 0 ? Buffer.from('{"alg":"none"}').toString('base64url') : part)).join('.'),
        ];
        for (const token of wrong) assert.equal(await problemOf(await station.vote(voteOn(['a']), `Bearer ${token}`)), 'identification-wrong');
      });
    });
  });

  describe('the link between voter and vote', () => {
    test('is in the database under a key alone that is elsewhere', async () => {
      const { station } = await open();
      const [vote, who] = [voteOn(['a']), device()];
      const { id, code, receivedAt } = await receiptOf(await station.vote(vote, who));
      assert.deepEqual([id, receivedAt], [vote.id, DURING.toISOString()]);
      const [row] = await database.query<{ voter: Uint8Array }>('SELECT voter FROM vote');
      const key = (await station.keys.read('puisto'))!;
      assert.ok(!Buffer.compare(row!.voter, key.voter('puisto', `device ${who.slice('Device '.length)}`)));
      const dump = JSON.stringify([await database.query('SELECT * FROM vote'), await database.query('SELECT * FROM voting_round'), await database.query('SELECT * FROM idempotency')]);
      assert.ok(!dump.includes(who.slice('Device '.length)));
      // Nor is the id that its device made anywhere, or when it came, but for the day.
      assert.ok(!dump.includes(vote.id));
      assert.ok(!dump.includes(receivedAt));
      const times = await database.query<{ at: Date }>('SELECT stored_at AS at FROM idempotency UNION ALL SELECT frozen_at FROM voting_round');
      assert.deepEqual(times.map(({ at }) => at.toISOString()), ['2026-09-10T00:00:00.000Z', '2026-09-10T00:00:00.000Z']);
      station.now = new Date('2026-09-12T09:00:00Z');
      assert.deepEqual(await receiptOf(await station.vote(vote, who)), { id, code, receivedAt });
      assert.equal((await votesIn(database)).length, 1);
    });

    test('ends when the key is destroyed, after closing; what was voted still counts', async () => {
      const { station } = await open();
      for (const project of ['a', 'b', 'c', 'd', 'a', 'b']) await receiptOf(await station.vote(voteOn([project]), device()));
      await assert.rejects(destroyLink(database, station.keys, 'puisto', DURING), KeyNeeded);
      await assert.rejects(destroyLink(database, station.keys, 'muu', AFTER), KeyNeeded);
      station.now = AFTER;
      const earlier = await station.read<BallotReceipts>('/ballot-receipts/puisto');
      assert.equal(await destroyLink(database, station.keys, 'puisto', AFTER), true);
      assert.equal(await destroyLink(database, station.keys, 'puisto', AFTER), false, 'there is none any more');
      assert.deepEqual(readdirSync(station.keyFolder), []);
      // Nor does the place of a row say in which order people voted.
      const left = await database.query<{ voter: unknown; receipt: string }>('SELECT voter, receipt FROM vote ORDER BY ctid');
      assert.deepEqual(left.map(({ voter, receipt }) => [voter, receipt]), earlier.receipts.map((receipt) => [null, receipt]));
      assert.deepEqual(await database.query('SELECT key FROM idempotency'), []);
      assert.deepEqual(await station.read('/ballot-receipts/puisto'), earlier);
      assert.equal(await problemOf(await station.vote(voteOn(['a']))), 'closed');
    });

    test('cannot be made anew where the key is lost: nobody votes twice because of it', async () => {
      const { station } = await open();
      const who = device();
      await receiptOf(await station.vote(voteOn(['a']), who));
      rmSync(join(station.keyFolder, 'puisto.key'));
      assert.equal(await problemOf(await station.vote(voteOn(['b']), who)), 'unavailable');
      station.keys.make('puisto');
      assert.equal(await problemOf(await station.vote(voteOn(['b']), who)), 'unavailable');
    });
  });

  describe('the result', () => {
    const RESULTS = { phase: 'results' };

    test('is hidden until voting has closed and the city shows it, and receipts until voting has closed', async () => {
      const { station } = await open(RESULTS);
      const codes = async () => Promise.all(['/ballot-results/puisto', '/ballot/puisto/results', '/ballot/puisto/receipts'].map(async (path) => (await station.app.send(path)).status));
      station.now = new Date(Date.parse(CLOSES) - 1);
      assert.deepEqual(await codes(), [403, 403, 403]);
      const file = await station.app.send('/ballot/puisto/votes.pb');
      assert.equal(file.headers.get('content-disposition'), null);
      assert.equal(await problemOf(file), 'results-hidden');
      station.now = AFTER;
      assert.deepEqual(await codes(), [200, 200, 200]);
      station.write(ballotFile({ phase: 'counting' }));
      assert.deepEqual(await codes(), [403, 403, 200]);
    });

    test('is counted from every channel, and a reader counts the same', async () => {
      const { station } = await open();
      for (const projects of [['a', 'b'], ['a', 'b'], ['a', 'b'], ['a', 'c'], ['c', 'd'], ['c', 'd'], ['d']]) await receiptOf(await station.vote(voteOn(projects)));
      const token = await createToken(database, DURING, 'Kirjasto', ['votes:enter']);
      const batch = { channel: 'paper', place: 'Pääkirjasto', area: 'n', spoiled: 2, votes: [['a', 'b'], ['a', 'c'], ['c', 'd']].map((ids) => ids.map((project) => ({ project }))) };
      const key = randomUUID();
      assert.equal((await station.enter(batch, token, { key })).status, 201);
      assert.equal((await station.enter(batch, token, { key })).status, 201);
      station.now = AFTER;
      station.write(ballotFile({ phase: 'results', projects: (ballotFile()['projects'] as object[]).map((project, n) => (n ? project : { ...project, implementation: { state: 'in-progress' } })) }));
      const results = await station.read<BallotResults>('/ballot-results/puisto');
      assert.deepEqual(results.funded, ['a', 'c']);
      assert.deepEqual([results.votes, results.spoiled], [10, 2]);
      // Paper came in while voting was open; what is counted was complete when it had closed.
      assert.equal(results.countedAt, AFTER.toISOString());
      assert.deepEqual(results.projects.map(({ project, supporters }) => [project, supporters]), [['a', 6], ['b', 4], ['c', 5], ['d', 4]]);
      assert.deepEqual(results.projects[0]!.implementation, { state: 'in-progress' });
      const recount = tally(results.election, results.rule);
      assert.deepEqual(recount.refused === undefined && recount.funded, results.funded);
      // Three people on paper would be shown by the sum and the seven receipt codes if the others were told.
      assert.deepEqual(results.channels, [{ of: 'web', votes: 7 }, { of: 'paper' }, { of: 'assisted' }]);
      const reading = readBallotResults(results);
      let step = reading.next();
      while (!step.done) step = reading.next();
      assert.deepEqual(step.value.data, results);
    });

    test('tells which project gets what was left, and which got money later', async () => {
      // 10 000 € less the 6 000 € of the first project are 80 % of the second one's 5 000 €.
      const ballot = (fields: object = {}) => ballotFile({ rule: 'greedy-no-skip', partFundingPercent: 80, ...fields });
      const { station } = await open({ rule: 'greedy-no-skip', partFundingPercent: 80 });
      for (const projects of [['a', 'b'], ['a', 'b'], ['a', 'b'], ['a'], ['d']]) await receiptOf(await station.vote(voteOn(projects)));
      station.write(ballot({ partFundingPercent: 50 }));
      assert.ok((await station.faults()).some(({ code }) => code === 'rules-frozen'), 'a rule that changes after the first vote');
      station.now = AFTER;
      const funding = { kind: 'reserve', granted: 150_000, note: { fi: 'Lahjoitus' } };
      station.write(ballot({ phase: 'results', projects: (ballotFile()['projects'] as { id: string }[]).map((project) => ({ ...project, ...(project.id === 'd' && { funding }) })) }));
      const results = await station.read<BallotResults>('/ballot-results/puisto');
      assert.deepEqual([results.funded, results.partFunded], [['a'], { project: 'b', granted: 400_000 }]);
      assert.deepEqual(results.projects.map(({ funding: given }) => given), [undefined, { kind: 'part', granted: 400_000 }, undefined, funding]);
      const reading = readBallotResults(results);
      let step = reading.next();
      while (!step.done) step = reading.next();
      assert.deepEqual(step.value.data, results);
      const { file, errors } = parsePabulib(await (await station.app.sendUnchecked('/ballot/puisto/votes.pb')).text());
      assert.deepEqual(errors, []);
      assert.deepEqual(file.projects.map(({ fields }) => fields.selected), ['1', '2', '0', '3']);
    });

    test('has a file of votes that pabulib.org’s rules find right, with nobody in a small cell', async () => {
      const { station } = await open({ phase: 'results' });
      const token = await createToken(database, DURING, 'Kirjasto', ['votes:enter']);
      station.write(ballotFile());
      for (const projects of [['a', 'b'], ['a', 'b'], ['a', 'b'], ['a', 'c'], ['a', 'c'], ['c', 'd'], ['c', 'd'], ['c', 'd'], ['d'], ['a', 'b']]) await receiptOf(await station.vote(voteOn(projects)));
      await station.enter({ channel: 'paper', place: 'Kirjasto', area: 'n', votes: [[{ project: 'a' }]] }, token);
      station.now = AFTER;
      station.write(ballotFile({ phase: 'results' }));
      const response = await station.app.sendUnchecked('/ballot/puisto/votes.pb');
      assert.match(response.headers.get('content-disposition')!, /puisto\.pb/);
      const { file, errors, warnings } = parsePabulib(await response.text());
      assert.deepEqual([errors, warnings], [[], []]);
      assert.deepEqual(checkPabulib(file).errors, []);
      assert.equal(file.votes!.length, 11);
      assert.deepEqual(new Set(file.votes!.map(({ fields }) => JSON.stringify(fields))), new Set(['{}']));
    });

    test('refuses equal shares where only the totals of paper are known', async () => {
      const { station } = await open({ rule: 'equalshares' });
      await receiptOf(await station.vote(voteOn(['a'])));
      const token = await createToken(database, DURING, 'Kirjasto', ['votes:enter']);
      assert.equal((await station.enter({ channel: 'paper', place: 'Uimahalli', voters: 7, totals: [{ project: 'b', supporters: 7 }, { project: 'a', supporters: 3 }] }, token)).status, 201);
      station.now = AFTER;
      station.write(ballotFile({ rule: 'equalshares', phase: 'results' }));
      const { refused, funded, votes, projects, election } = await station.read<BallotResults>('/ballot-results/puisto');
      assert.deepEqual([refused, funded, votes], ['totals-only', [], 8]);
      assert.deepEqual(projects.map(({ supporters }) => supporters), [4, 7, 0, 0]);
      assert.equal(election.groups, undefined);
    });

    test('has the codes of the votes that count, which a voter works out from what her device kept', async () => {
      const { station } = await open();
      const [first, second, who] = [voteOn(['b', 'a']), voteOn(['c']), device()];
      await receiptOf(await station.vote(first, who));
      const { code } = await receiptOf(await station.vote(second, who));
      const equal = await receiptOf(await station.vote(voteOn(['c'])));
      station.now = AFTER;
      const { salt, receipts } = await station.read<BallotReceipts>('/ballot-receipts/puisto');
      assert.deepEqual(receipts, [code, equal.code].sort());
      assert.notEqual(code, equal.code);
      assert.equal(codeByHand(second, salt), code);
      assert.ok(!receipts.includes(codeByHand(first, salt)));
    });

    test('of a ballot in which nobody voted is nothing', async () => {
      const { station } = await open(RESULTS);
      station.now = AFTER;
      const { votes, funded, countedAt } = await station.read<BallotResults>('/ballot-results/puisto');
      assert.deepEqual([votes, funded, countedAt], [0, [], new Date(CLOSES).toISOString()]);
    });
  });

  describe('votes from paper', () => {
    let station: PollingStation;
    let token: string;
    before(async () => {
      ({ station } = await open());
      token = await createToken(database, DURING, 'Kirjasto', ['votes:enter']);
    });
    const votes = (...all: readonly string[][]) => all.map((ids) => ids.map((project) => ({ project })));

    test('are entered by who may, and by nobody else', async () => {
      const other = await createToken(database, DURING, 'Palaute', ['feedback:read']);
      const batch = { channel: 'paper', place: 'Kirjasto', votes: votes(['a']) };
      assert.equal(await problemOf(await station.enter(batch, 'x')), 'token-wrong');
      assert.equal(await problemOf(await station.enter(batch, other)), 'scope-missing');
      assert.equal((await station.app.send('/ballot/puisto/batches')).status, 401);
    });

    test('are refused as a whole where one breaks a rule, with its place', async () => {
      const { code, errors } = await refusalOf(await station.enter({ channel: 'paper', place: 'Kirjasto', votes: votes(['a'], ['a', 'b', 'c'], ['x']) }, token), 422);
      assert.equal(code, 'batch-invalid');
      assert.deepEqual(errors?.map((error) => [error.field, error.code]), [['votes.2', 'too-many'], ['votes.3', 'unknown-project'], ['votes.3', 'too-few']]);
      const totals = await refusalOf(await station.enter({ channel: 'paper', place: 'Kirjasto', voters: 2, totals: [{ project: 'a', supporters: 3 }, { project: 'a', supporters: 1 }, { project: 'x', supporters: 1 }] }, token), 422);
      assert.deepEqual(totals.errors?.map((error) => [error.field, error.code]), [['totals.1', 'too-many'], ['totals.2', 'duplicate-project'], ['totals.3', 'unknown-project']]);
      assert.deepEqual(await database.query('SELECT id FROM vote_batch'), []);
    });

    test('have place, number and who entered them, and stay in the list when they are taken out', async () => {
      const receipt = (await (await station.enter({ channel: 'assisted', place: 'Palvelutalo', votes: votes(['a'], ['b']) }, token)).json()) as { id: string };
      const headers = { Authorization: `Bearer ${token}` };
      const withdraw = () => station.app.send(`/ballot/puisto/batches/${receipt.id}/withdraw`, postOf({ reason: 'Syötetty kahdesti' }, headers));
      assert.equal((await withdraw()).status, 204);
      assert.equal((await withdraw()).status, 404);
      const { batches } = (await (await station.app.send('/ballot/puisto/batches', { headers })).json()) as { batches: readonly Record<string, unknown>[] };
      assert.deepEqual(batches.map(({ place, voters, enteredBy, withdrawnBy, reason, kind }) => ({ place, voters, enteredBy, withdrawnBy, reason, kind })), [
        { place: 'Palvelutalo', voters: 2, enteredBy: 'Kirjasto', withdrawnBy: 'Kirjasto', reason: 'Syötetty kahdesti', kind: 'votes' },
      ]);
    });

    test('come after closing too, and not any more once the results are public', async () => {
      station.now = AFTER;
      station.write(ballotFile({ phase: 'counting' }));
      const batch = { channel: 'paper', place: 'Kirjasto', votes: votes(['d']) };
      const key = randomUUID();
      const entered = await station.enter(batch, token, { key });
      assert.equal(entered.status, 201);
      station.write(ballotFile({ phase: 'results' }));
      assert.equal((await station.read<BallotResults>('/ballot-results/puisto')).votes, 1);
      assert.equal(await problemOf(await station.enter(batch, token)), 'closed');
      // One whose first answer was lost is told that it is there.
      assert.deepEqual(await (await station.enter(batch, token, { key })).json(), await entered.json());
      station.write(ballotFile({ phase: 'counting' }));
      assert.equal((await station.enter(batch, token)).status, 201);
      station.write(ballotFile({ phase: 'results' }));
      assert.equal((await station.read<BallotResults>('/ballot-results/puisto')).votes, 2);
    });

    test('are refused where so many people cannot have chosen that much of an area or a category', async () => {
      const limits = [{ of: 'area', max: 1 }, { of: 'category', id: 'luonto', maxSpend: 250_000 }];
      const { station: other } = await open({
        rules: { method: 'approval', limits }, categories: [{ id: 'luonto', name: 'Luonto' }],
        projects: [{ id: 'a', title: 'Keinut', cost: 600_000, area: 'n' }, { id: 'b', title: 'Penkit', cost: 500_000, area: 'n' }, { id: 'c', title: 'Laituri', cost: 300_000, category: 'luonto' }],
      });
      const own = await createToken(database, DURING, 'Kirjasto', ['votes:enter']);
      const enter = (...supporters: readonly number[]) => other.enter({ channel: 'paper', place: 'Kirjasto', voters: 6, totals: ['a', 'b', 'c'].map((project, n) => ({ project, supporters: supporters[n]! })) }, own);
      assert.deepEqual((await refusalOf(await enter(4, 3, 6), 422)).errors, [
        { code: 'area-limit', field: 'voters', group: 'n', values: { count: 7, max: 6 } },
        { code: 'category-limit', field: 'voters', group: 'luonto', values: { spent: 1_800_000, limit: 1_500_000 } },
      ]);
      assert.equal((await enter(3, 3, 5)).status, 201);
    });
  });
});
