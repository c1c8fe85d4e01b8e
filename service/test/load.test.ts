import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { load } from '../load/run.ts';
import { openPglite } from '../src/database/pglite.ts';
import { openPostgres } from '../src/database/postgres.ts';
import { onEachDatabase } from './databases.ts';

await onEachDatabase('many at once', (engine) => {
  describe('while the service is killed in the middle', () => {
    test('each receipt has its message in the database, and no message is there twice', async () => {
      const environment = await engine.environment();
      const url = environment['DATABASE_URL'];
      const open = (data: string) => (url ? Promise.resolve(openPostgres({ url, connections: 1, onLost: () => {} })) : openPglite(join(data, 'database')));
      const { acknowledged, cut, lost, twice, perSecond } = await load({ environment, open, clients: 8, seconds: 4 });
      console.log(`# ${engine.name}: ${acknowledged} receipts, ${Math.round(perSecond)} per second; ${cut} cut off by the kill; ${lost} lost, ${twice} twice.`);
      assert.ok(acknowledged > 0);
      assert.ok(cut > 0, 'the kill met requests');
      assert.equal(lost, 0);
      assert.equal(twice, 0);
    });
  });
});
