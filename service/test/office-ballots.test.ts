import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import type { BallotResults } from '../../src/model/ballot-results.ts';
import type { Database } from '../src/database/database.ts';
import { readLog } from '../src/office/audit.ts';
import { createToken } from '../src/office/tokens.ts';
import { Secrets } from '../src/secrets.ts';
import { readBatches } from '../src/voting/batch.ts';
import { makeCodes } from '../src/voting/codes.ts';
import { onEachDatabase } from './databases.ts';
import { signedIn, textOf, Visitor } from './office-visitor.ts';
import { AFTER, ballotFile, PollingStation, voteOn } from './voting.ts';

const secrets = new Secrets('a secret of the tests');
const PUISTO = '/office/ballots/puisto';
const TOTALS = `${PUISTO}/enter/totals`;
const VOTES = `${PUISTO}/enter/votes`;

await onEachDatabase('the city\'s side of ballots', (engine) => {
  let database: Database;
  let station: PollingStation;
  let clerk: Visitor;
  beforeEach(async () => {
    database = await engine.openMigrated();
    station = new PollingStation(database, { secrets });
    station.write(ballotFile());
    clerk = await signedIn(database, station.app.sendUnchecked, ['votes:enter', 'log:read']);
  });

  const batches = async (ballot = 'puisto') => (await readBatches(database, ballot)).map(({ place, channel, voters, votes, totals, withdrawnBy, reason }) => ({ place, channel, voters, votes, totals, withdrawnBy, reason }));
  const deeds = async () => (await readLog(database, { limit: 100 })).filter(({ action }) => action.startsWith('batch-')).map(({ actor, action, detail }) => ({ actor, action, detail }));
  /** Opens a form and sends it with the number that it carries. */
  const fill = async (path: string, fields: Readonly<Record<string, string>>) => {
    await clerk.get(path);
    return clerk.post(path, { batch: /name="batch" value="([^"]+)"/.exec(clerk.html)?.[1] ?? '', ...fields });
  };
  const linkTo = (word: string) => new RegExp(`href="([^"]+/${word})"`).exec(clerk.html)?.[1] ?? assert.fail(`no link to ${word}`);

  test('lets in who has the right, and shows it first to who has no other', async () => {
    const visitor = new Visitor(station.app.sendUnchecked);
    for (const path of ['/office/ballots', PUISTO, TOTALS]) assert.equal((await visitor.get(path)).headers.get('location'), '/office/login');
    const other = await signedIn(database, station.app.sendUnchecked, ['feedback:read']);
    for (const path of ['/office/ballots', PUISTO, VOTES]) assert.equal((await other.get(path)).status, 403);
    const counter = await signedIn(database, station.app.sendUnchecked, ['votes:enter']);
    assert.match(counter.html, /<h1>Ballots<\/h1>/);
  });

  test('tells how a ballot stands, in numbers, and nothing of what anybody chose before it is closed', async () => {
    station.write(ballotFile({ identification: ['code'] }));
    const codes = await makeCodes(database, secrets, 'puisto', 3, undefined);
    for (const code of [codes[0]!, codes[1]!, codes[1]!]) assert.equal((await station.vote(voteOn(['b']), `Code ${code}`)).status, 201);
    const list = textOf(await clerk.visit('/office/ballots'));
    assert.match(list, /Lähipuisto Phase Voting is open .* Votes received 2 Personal codes 3 made, 2 used/);
    const page = textOf(await clerk.visit(PUISTO));
    assert.match(page, /Votes received 2 \(On the web: 2, On paper: 0, With help: 0\) Personal codes 3 made, 2 used Rules frozen by the first vote 10 Sept? 2026/);
    assert.doesNotMatch(page, /Penkit|Keinut/);
  });

  test('does not tell votes with a code from others where there are others', async () => {
    station.write(ballotFile({ identification: ['code', 'token'], identificationFor: { code: 'Koululaiset', token: 'Aikuiset' } }));
    await makeCodes(database, secrets, 'puisto', 3, undefined);
    assert.match(textOf(await clerk.visit(PUISTO)), /3 made; how many were used is not told apart/);
  });

  describe('a batch', () => {
    test('of single votes is entered once, however often the form is sent, with a line of the log', async () => {
      const key = randomUUID();
      for (let n = 0; n < 2; n++) {
        const response = await fill(VOTES, { batch: key, channel: 'paper', place: ' Pääkirjasto ', area: 'n', spoiled: '1', votes: '1 3\n\n 4, 3\r\n2' });
        assert.equal(response.headers.get('location'), `${PUISTO}?done=entered`, textOf(clerk.html));
      }
      const ids = (...projects: string[]) => projects.map((project) => ({ project }));
      assert.deepEqual(await batches(), [{ place: 'Pääkirjasto', channel: 'paper', voters: 3, votes: [ids('a', 'c'), ids('d', 'c'), ids('b')], totals: null, withdrawnBy: null, reason: null }]);
      const [deed] = await deeds();
      assert.deepEqual([(await deeds()).length, deed?.action, deed?.detail], [1, 'batch-enter', { ballot: 'puisto', batch: key, voters: 3 }]);
      const page = textOf(await clerk.visit(`${PUISTO}?done=entered`));
      assert.match(page, /Saved\. .* On paper: 3, .* Pääkirjasto How they voted On paper Voters 3 Spoiled 1 Entered .* By Token \d+ State Counts/);
      assert.match(textOf(await clerk.visit('/office/log')), /Entered votes from paper .* puisto; .*; votes: 3/);
    });

    test('of totals counts with the rest', async () => {
      assert.equal((await fill(TOTALS, { channel: 'assisted', place: 'Palvelutalo', voters: '1 200', 'supporters-1': '900', 'supporters-4': '12' })).status, 303);
      station.now = AFTER;
      station.write(ballotFile({ phase: 'results' }));
      const { votes, projects } = await station.read<BallotResults>('/ballot-results/puisto');
      assert.deepEqual([votes, projects.map(({ supporters }) => supporters)], [1200, [900, 0, 0, 12]]);
    });

    test('that has faults is not entered: each is told at its field, and what was written stays', async () => {
      assert.equal((await fill(VOTES, { place: '', votes: '1 2 3\n9\n1 1', spoiled: 'x' })).status, 422);
      const text = textOf(clerk.html);
      for (const sentence of ['Choose how they voted', 'Write the place', 'Write a whole number', 'Line 2: “9” is no number of a project']) assert.ok(text.includes(sentence), sentence);
      assert.match(clerk.html, /<textarea[^>]* aria-invalid="true">\n1 2 3\n9\n1 1<\/textarea>/);
      assert.equal((await fill(VOTES, { channel: 'paper', place: 'Koulu', votes: '1\n1 2 3\n\n1 1' })).status, 422);
      assert.match(textOf(clerk.html), /Line 2: too many choices .*Line 4: the same project twice/);
      assert.equal((await fill(TOTALS, { channel: 'paper', place: 'Koulu', voters: '3', 'supporters-2': '4' })).status, 422);
      assert.match(textOf(clerk.html), /Penkit: more voters than the 3 who voted/);
      assert.equal((await fill(TOTALS, { channel: 'paper', place: 'Koulu', voters: '', 'supporters-2': '4' })).status, 422);
      assert.deepEqual([await batches(), await deeds()], [[], []]);
    });

    test('of totals that the rules do not allow is told in a sentence, and not entered', async () => {
      assert.equal((await fill(TOTALS, { channel: 'paper', place: 'Koulu', voters: '3', 'supporters-1': '3', 'supporters-2': '3', 'supporters-3': '1' })).status, 422);
      assert.match(textOf(clerk.html), /More than 3 voters can have given under the rules of this ballot: too many choices/);
      for (const count of ['-1', '1,5', '99999999999']) assert.equal((await fill(TOTALS, { channel: 'paper', place: 'Koulu', voters: '3', 'supporters-1': count })).status, 422);
      station.write(ballotFile({ id: 'nuoret', rules: { method: 'points', points: 5, pointsPerProject: 3 } }));
      const points = (fields: Readonly<Record<string, string>>) => fill('/office/ballots/nuoret/enter/totals', { channel: 'paper', place: 'Koulu', voters: '2', ...fields });
      assert.equal((await points({ 'supporters-1': '1', 'score-1': '4' })).status, 422);
      assert.match(textOf(clerk.html), /Keinut: wrong points for a project/);
      assert.equal((await points({ 'supporters-1': '2', 'score-1': '6', 'supporters-2': '2', 'score-2': '5' })).status, 422);
      assert.match(textOf(clerk.html), /rules of this ballot: too many points/);
      assert.deepEqual([await batches(), await batches('nuoret'), await deeds()], [[], [], []]);
      assert.equal((await points({ 'supporters-1': '2', 'score-1': '6', 'supporters-2': '2', 'score-2': '4' })).status, 303);
    });

    test('of points, and of ranks, is read as the page says', async () => {
      station.write(ballotFile({ id: 'nuoret', rules: { method: 'points', points: 5 } }));
      await fill('/office/ballots/nuoret/enter/votes', { channel: 'paper', place: 'Koulu', votes: '1:3 2:2\n4=5' });
      assert.deepEqual((await batches('nuoret')).map(({ votes }) => votes), [[[{ project: 'a', points: 3 }, { project: 'b', points: 2 }], [{ project: 'd', points: 5 }]]]);
      assert.equal((await fill('/office/ballots/nuoret/enter/votes', { channel: 'paper', place: 'Koulu', votes: '1 2' })).status, 422);
      assert.match(textOf(clerk.html), /Line 1: write points after a colon/);
      station.write(ballotFile({ id: 'kirjasto', rules: { method: 'ranking', max: 3 } }));
      await fill('/office/ballots/kirjasto/enter/votes', { channel: 'paper', place: 'Kirjasto', votes: '3 1' });
      assert.deepEqual((await batches('kirjasto')).map(({ votes }) => votes), [[[{ project: 'c', rank: 1 }, { project: 'a', rank: 2 }]]]);
      await clerk.visit('/office/ballots/kirjasto');
      await clerk.get(linkTo('correct'));
      assert.match(clerk.html, />\n3 1<\/textarea>/);
    });

    test('is corrected by another in its place, with a reason, and both are logged', async () => {
      await fill(VOTES, { channel: 'paper', place: 'Pääkirjasto', votes: '1\n2' });
      await clerk.visit(PUISTO);
      const path = linkTo('correct');
      await clerk.get(path);
      assert.match(clerk.html, />\n1\n2<\/textarea>/);
      const fields = { channel: 'paper', place: 'Pääkirjasto', votes: '1\n2\n3' };
      assert.equal((await fill(path, fields)).status, 422);
      assert.match(textOf(clerk.html), /Write the reason/);
      const key = randomUUID();
      assert.equal((await fill(path, { ...fields, batch: key, reason: 'Yksi jäi laskematta' })).status, 303);
      // A second press of the button leads to the same place.
      assert.equal((await clerk.post(path, { ...fields, batch: key, reason: 'Yksi jäi laskematta' })).headers.get('location'), `${PUISTO}?done=corrected`);
      assert.deepEqual((await batches()).map(({ voters, withdrawnBy, reason }) => [voters, withdrawnBy !== null, reason]).sort(), [[2, true, 'Yksi jäi laskematta'], [3, false, null]]);
      assert.deepEqual((await deeds()).map(({ action }) => action), ['batch-enter', 'batch-withdraw', 'batch-enter']);
    });

    test('is withdrawn with a reason, and stays in the list', async () => {
      await fill(VOTES, { channel: 'paper', place: 'Pääkirjasto', votes: '1\n2' });
      await clerk.visit(PUISTO);
      const path = linkTo('withdraw');
      await clerk.get(path);
      assert.match(textOf(clerk.html), /Withdraw the batch of Pääkirjasto\? .*2 votes/);
      assert.equal((await clerk.post(path, { reason: ' ' })).status, 422);
      assert.equal((await clerk.post(path, { reason: 'Syötetty kahdesti' })).headers.get('location'), `${PUISTO}?done=withdrawn`);
      assert.match(textOf(await clerk.visit(PUISTO)), /On paper: 0, .*Withdrawn .* Token \d+: Syötetty kahdesti/);
      assert.equal((await clerk.get(path)).status, 404);
      assert.deepEqual((await deeds()).map(({ action }) => action), ['batch-withdraw', 'batch-enter']);
    });

    test('is not entered before voting has begun, nor once the results are public', async () => {
      const fields = { channel: 'paper', place: 'Koulu', votes: '1' };
      station.now = new Date('2026-08-01T12:00:00Z');
      assert.match(textOf(await clerk.visit(PUISTO)), /Voting has not begun/);
      assert.equal((await fill(VOTES, fields)).status, 409);
      station.now = AFTER;
      station.write(ballotFile({ phase: 'results' }));
      clerk = await signedIn(database, station.app.sendUnchecked, ['votes:enter']);
      assert.match(textOf(await clerk.visit(PUISTO)), /The results are public/);
      assert.equal((await fill(VOTES, fields)).status, 409);
      assert.deepEqual(await batches(), []);
    });

    test('is not lost when the session ends while it is written', async () => {
      await clerk.get(VOTES);
      const batch = /name="batch" value="([^"]+)"/.exec(clerk.html)![1]!;
      clerk.cookies.clear();
      assert.equal((await clerk.post(VOTES, { batch, channel: 'paper', place: 'Koulu <b>', votes: '1\n2' })).status, 401);
      const kept = Object.fromEntries(Array.from(clerk.html.matchAll(/name="(kept-[^"]+)" value="([^"]*)"/g), ([, name = '', value = '']) => [name, value.replaceAll('&lt;', '<').replaceAll('&gt;', '>')]));
      assert.equal((await clerk.signIn(await createToken(database, station.now, randomUUID(), ['votes:enter']), kept)).status, 200);
      assert.match(clerk.html, /value="Koulu &lt;b&gt;"/);
      assert.match(clerk.html, />\n1\n2<\/textarea>/);
      assert.deepEqual(await batches(), []);
      assert.equal((await clerk.post(VOTES, { batch, channel: 'paper', place: 'Koulu', votes: '1\n2' })).status, 303);
      assert.equal((await batches()).length, 1);
    });

    test('from another site\'s page, or of another session, is refused', async () => {
      await clerk.get(VOTES);
      assert.equal((await clerk.post(VOTES, { batch: randomUUID(), channel: 'paper', place: 'Koulu', votes: '1' }, 'another key')).status, 403);
      assert.deepEqual(await batches(), []);
    });
  });
});
