import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { channelsResource } from '../../src/model/channels-resource.ts';
import { goalsResource } from '../../src/model/goals-resource.ts';
import { ContentFolder, type FileFault } from '../src/content/folder.ts';
import { GATES } from '../src/content/gates.ts';
import { contentRoutes } from '../src/content/routes.ts';
import { Problem, problemResponse } from '../src/http/problems.ts';
import { checked, type Send } from './contract.ts';

const GOALS = JSON.stringify({ lang: 'fi', goals: [{ id: 'kirjasto', title: 'Kirjasto on auki sunnuntaisin', forecast: 'on-track' }] });
const CSV = 'Toiminnallinen tavoite;Mittari;Toteuma 2026;Toteutumaennuste 2026\r\nKirjasto on auki sunnuntaisin;Aukiolotunnit viikossa;61 tuntia;Toteutuu\r\n';

describe('The content folder', () => {
  let folder: string;
  let faults: FileFault[];
  let content: ContentFolder;
  const send: Send = async (path, init) => {
    const app = new Hono().route('/', contentRoutes(content));
    app.notFound((c) => problemResponse(c, new Problem('not-found')));
    app.onError((error, c) => {
      if (error instanceof Problem) return problemResponse(c, error);
      throw error;
    });
    return app.request(path, init);
  };
  const get = (path: string, headers: Record<string, string> = {}) => checked(send)(path, { headers });
  const put = (file: string, text: string | Uint8Array) => writeFileSync(join(folder, file), text);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aukio-content-'));
    faults = [];
    content = new ContentFolder(folder, { gates: GATES, lang: 'fi', onFault: (fault) => faults.push(fault) });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('serves a JSON file as it was written', async () => {
    put('goals.json', GOALS);
    const response = await get('/goals');
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
    assert.match(response.headers.get('cache-control') ?? '', /\bmax-age=\d+/);
    assert.equal(await response.text(), GOALS);
  });

  it('serves a CSV file that Excel has saved as JSON that the gate of the browser reads as the same goals', async () => {
    put('goals.csv', Buffer.from(CSV.replaceAll('ä', '\xe4').replace('61 tuntia', '\x95 61 tuntia \x96 5 \x80 viikossa'), 'latin1'));
    const served: unknown = await (await get('/goals')).json();
    const gate = goalsResource.accept(served, { lang: 'sv' });
    let step = await gate.next();
    while (!step.done) step = await gate.next();
    const [goal] = step.value.data.goals;
    assert.deepEqual(goal?.title, { fi: 'Kirjasto on auki sunnuntaisin' });
    assert.deepEqual(goal.measures.map(({ text }) => text), [{ fi: 'Aukiolotunnit viikossa' }]);
    assert.deepEqual(goal.reports[0]?.actuals.map(({ text }) => text), [{ fi: '• 61 tuntia – 5 € viikossa' }]);
    assert.equal(goal.reports[0].forecast?.code, 'on-track');
  });

  it('serves the directory of channels, also from a table that Excel has saved, as the gate of the browser reads it', async () => {
    const readChannels = async (raw: unknown) => {
      const gate = channelsResource.accept(raw, { lang: 'sv' });
      let step = await gate.next();
      while (!step.done) step = await gate.next();
      return step.value;
    };
    put('channels.json', readFileSync(new URL('../../fixtures/channels/directory.json', import.meta.url)));
    const directory = await readChannels(await (await get('/channels')).json());
    assert.ok(directory.count > 0);
    assert.deepEqual(directory.skipped, []);
    rmSync(join(folder, 'channels.json'));
    put('channels.csv', readFileSync(new URL('../../fixtures/files/viestintakanavat.csv', import.meta.url)));
    const table = await content.read('channels');
    const { data, skipped } = await readChannels(await (await get('/channels')).json());
    assert.deepEqual(skipped, []);
    assert.deepEqual(data.channels.map(({ id, links, needs }) => ({ id, links, needs })), (table?.accepted.data as typeof data).channels.map(({ id, links, needs }) => ({ id, links, needs })));
    assert.ok(data.channels.length > 10);
    assert.deepEqual(data.channels[0]?.name, { fi: 'Asiakaspalvelu kaupungintalolla' });
  });

  it('gives one of several documents by its id', async () => {
    mkdirSync(join(folder, 'goals'));
    put('goals/2025.json', GOALS);
    assert.equal((await get('/goals/2025')).status, 200);
    assert.equal((await get('/goals/2024')).status, 404);
  });

  it('never leaves the folder, whatever the id', async () => {
    mkdirSync(join(folder, 'goals'));
    put('secret.json', GOALS);
    for (const id of ['..%2Fsecret', '%2e%2e%2fsecret', '..%5Csecret', '.', '..', '%00']) assert.equal((await get(`/goals/${id}`)).status, 404, id);
    assert.equal((await get('/secret')).status, 404);
    assert.equal(await content.read('goals', '../secret'), undefined);
    assert.equal(await content.read('constructor'), undefined);
  });

  it('answers 304 without a body while the file is the same, and 200 once it has changed', async () => {
    put('goals.json', GOALS);
    const etag = (await get('/goals')).headers.get('etag') ?? '';
    assert.match(etag, /^"[^"]+"$/);
    const again = await get('/goals', { 'If-None-Match': etag });
    assert.equal(again.status, 304);
    assert.equal(again.headers.get('etag'), etag);
    assert.equal(await again.text(), '');
    assert.equal((await get('/goals', { 'If-None-Match': `"other", W/${etag}` })).status, 304);
    put('goals.json', GOALS.replace('sunnuntaisin', 'lauantaisin'));
    const changed = await get('/goals', { 'If-None-Match': etag });
    assert.equal(changed.status, 200);
    assert.match(await changed.text(), /lauantaisin/);
  });

  it('compresses for those who take it, under another tag', async () => {
    put('goals.json', GOALS);
    const plain = await get('/goals', { 'Accept-Encoding': 'gzip;q=0, identity' });
    const zipped = await send('/goals', { headers: { 'Accept-Encoding': 'br, gzip' } });
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.equal(zipped.headers.get('content-encoding'), 'gzip');
    assert.equal(gunzipSync(await zipped.arrayBuffer()).toString(), GOALS);
    assert.notEqual(plain.headers.get('etag'), zipped.headers.get('etag'));
    assert.match(zipped.headers.get('vary') ?? '', /Accept-Encoding/i);
  });

  it('keeps serving the last good copy of a file that breaks, says so once, and takes the next good one', async () => {
    put('goals.json', GOALS);
    await get('/goals');
    put('goals.json', GOALS.slice(0, -20));
    for (let times = 0; times < 3; times++) assert.equal(await (await get('/goals')).text(), GOALS);
    assert.deepEqual(faults, [{ file: 'goals.json', code: 'not-json', served: true }]);
    assert.deepEqual((await content.health()).faults, faults);
    put('goals.json', GOALS.replace('sunnuntaisin', 'lauantaisin'));
    assert.match(await (await get('/goals')).text(), /lauantaisin/);
    assert.deepEqual((await content.health()).faults, []);
  });

  it('keeps the last good copy through a whole series of broken ones', async () => {
    put('goals.json', GOALS);
    await get('/goals');
    for (const broken of ['', '{', '[]x', '{"goals": 3}', '{"goals": [{"id": "ilman-otsikkoa"}]}']) {
      put('goals.json', broken);
      assert.equal(await (await get('/goals')).text(), GOALS, broken);
    }
    assert.deepEqual(faults.map(({ code }) => code), ['not-json', 'not-json', 'not-json', 'field-wrong', 'nothing-accepted']);
  });

  it('has nothing to serve where a file was broken from the start, and says what is wrong with it', async () => {
    put('goals.csv', 'Nimi;Ikä\r\nEi tavoitteita;3\r\n');
    assert.equal((await get('/goals')).status, 503);
    const health = await content.health();
    assert.equal(health.faults[0]?.file, 'goals.csv');
    assert.equal(health.faults[0].served, false);
  });

  it('reports bad rows that were left out while the good ones are served', async () => {
    put('goals.json', JSON.stringify({ goals: [{ id: 'hyva', title: 'Hyvä tavoite' }, { id: 'nimeton' }] }));
    assert.equal((await get('/goals')).status, 200);
    assert.deepEqual((await content.health()).skipped, { 'goals.json': 1 });
  });

  it('names files that it does not read', async () => {
    put('goals.json', GOALS);
    put('goals.csv', CSV);
    put('gaols.json', GOALS);
    assert.deepEqual((await content.health()).unread, [
      { file: 'gaols.json', code: 'name-unknown' },
      { file: 'goals.csv', code: 'other-format-first' },
    ]);
  });

  it('no longer serves a file that was taken away', async () => {
    put('goals.json', GOALS);
    await get('/goals');
    rmSync(join(folder, 'goals.json'));
    assert.equal((await get('/goals')).status, 404);
  });

  it('reads a file once for many who ask at the same time', async () => {
    put('goals.json', GOALS);
    let passed = 0;
    const gates = { goals: (raw: unknown, lang: string) => ((passed += 1), GATES['goals']!(raw, lang)) };
    const counting = new ContentFolder(folder, { gates, lang: 'fi', onFault: () => undefined });
    await Promise.all(Array.from({ length: 50 }, () => counting.read('goals')));
    assert.equal(passed, 1);
  });

  it('reads the sample report of the fixtures', async () => {
    put('goals.json', readFileSync(new URL('../../fixtures/goals/report-2026.json', import.meta.url)));
    const copy = await content.read('goals');
    assert.ok(copy && copy.accepted.count > 0);
    assert.deepEqual(copy.accepted.skipped, []);
  });
});
