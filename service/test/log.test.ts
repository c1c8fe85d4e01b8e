import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ContentFolder } from '../src/content/folder.ts';
import { GATES } from '../src/content/gates.ts';
import type { Database } from '../src/database/database.ts';
import { createLog } from '../src/log.ts';
import { appOn, FEEDBACK, postOf } from './app.ts';
import { onEachDatabase } from './databases.ts';
import { temporaryFolder } from './pglite-folder.ts';

/** Everything that identifies a person or opens something, as it may come in. */
const SECRETS = ['salaisuus', '203.0.113.7', 'SecretBrowser', 'E3Q7', 'maija', 'aukio_token'];

await onEachDatabase('the log', (engine) => {
  const logOf = () => {
    const lines: string[] = [];
    return { lines, log: createLog('info', { write: (line) => void lines.push(line) }) };
  };

  test('has a line of JSON for each request, and nothing of a person in it', async () => {
    const { lines, log } = logOf();
    const app = appOn(await engine.openMigrated(), { log });
    const headers = { 'User-Agent': 'SecretBrowser', 'X-Forwarded-For': '203.0.113.7', Authorization: 'Bearer aukio_token', Cookie: 'aukio_office=salaisuus' };
    await app.post({ ...FEEDBACK, message: 'salaisuus', contact: { email: 'maija@example.fi' } }, { headers });
    for (const [path, init] of [
      ['/feedback/status', { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: '{"code":"E3Q7-HTP0-Z8RB-195Q"}' }],
      ['/feedback?salaisuus', postOf('salaisuus', { headers })], ['/goals/salaisuus?maija', { headers }], ['/salaisuus/maija', { headers }],
      ['/office?topic=salaisuus', { headers }], ['/office/messages.csv', { headers }], ['/office/login', { method: 'POST', headers, body: 'token=aukio_token' }],
    ] as const) await app.sendUnchecked(path, init);
    assert.equal(lines.length, 8);
    for (const line of lines) {
      const { level, time, method, route, status, ms } = JSON.parse(line) as Record<string, unknown>;
      assert.equal(level, 'info');
      assert.ok(!Number.isNaN(Date.parse(String(time))));
      assert.ok(method === 'GET' || method === 'POST');
      assert.equal(typeof route, 'string');
      assert.equal(typeof status, 'number');
      assert.equal(typeof ms, 'number');
      for (const secret of SECRETS) assert.ok(!line.toLowerCase().includes(secret.toLowerCase()), `${secret}: ${line}`);
    }
  });

  test('says of a failure where it happened, not what the database says of the values', async () => {
    const { lines, log } = logOf();
    const database = await engine.openMigrated();
    await database.query("ALTER TABLE feedback ADD CONSTRAINT no_secrets CHECK (message <> 'salaisuus')");
    const app = appOn(database, { log });
    const response = await app.sendUnchecked('/feedback', postOf({ ...FEEDBACK, message: 'salaisuus' }));
    assert.equal(response.status, 500);
    const failure = lines.map((line) => JSON.parse(line) as { level: string; fault?: { code: string; frames: string[] } }).find(({ level }) => level === 'error');
    assert.equal(failure?.fault?.code, '23514');
    assert.ok(failure.fault.frames.length);
    assert.ok(!lines.join('').includes('salaisuus'));
  });

  describe('and the health check', () => {
    test('say ok where everything is, and name a file that an editor has to look at', async () => {
      const folder = temporaryFolder();
      const content = new ContentFolder(folder, { gates: GATES, lang: 'fi', onFault: () => {} });
      const app = appOn(await engine.openMigrated(), { content });
      const health = async () => (await (await app.send('/health')).json()) as { status: string; content: { faults: { file: string; place?: object }[] } };
      assert.equal((await health()).status, 'ok');
      mkdirSync(join(folder, 'goals'));
      writeFileSync(join(folder, 'goals', '2026.json'), '{ "goals": [ }');
      const { status, content: { faults } } = await health();
      assert.equal(status, 'degraded');
      assert.deepEqual(faults, [{ file: 'goals/2026.json', code: 'not-json', served: false }]);
    });

    test('say down where nothing can be received', async () => {
      const away: Database = {
        query: () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' })),
        transaction: () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' })),
        close: () => Promise.resolve(),
      };
      const response = await appOn(away).send('/health');
      assert.equal(response.status, 503);
      assert.equal(((await response.json()) as { status: string }).status, 'down');
    });
  });
});
