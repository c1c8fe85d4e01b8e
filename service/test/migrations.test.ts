import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nextNumber } from '../src/feedback/number.ts';
import { migrate, MigrationMismatch, readMigrations, type Migration } from '../src/database/migrations.ts';
import { onEachDatabase } from './databases.ts';
import { temporaryFolder } from './pglite-folder.ts';

const migration = (version: number, sql: string): Migration => ({ version, name: `000${version}-test.sql`, sql });
const FIRST = migration(1, 'CREATE TABLE one (n int); INSERT INTO one VALUES (1);');
const SECOND = migration(2, "INSERT INTO one VALUES (2); CREATE TABLE two (t text DEFAULT 'a;b');");

await onEachDatabase('the tables', (engine) => {
  test('are brought to the newest version, each step once', async () => {
    const database = await engine.open();
    await migrate(database, [FIRST]);
    await migrate(database, [FIRST]);
    await migrate(database, [FIRST, SECOND]);
    await migrate(database, [FIRST, SECOND]);
    assert.deepEqual(await database.query('SELECT n FROM one ORDER BY n'), [{ n: 1 }, { n: 2 }]);
    assert.deepEqual(await database.query('SELECT version, name FROM migration ORDER BY version'), [{ version: 1, name: '0001-test.sql' }, { version: 2, name: '0002-test.sql' }]);
  });

  test('are brought there once where several processes start at the same time', async () => {
    const database = await engine.open();
    await Promise.all(Array.from({ length: 6 }, () => migrate(database, [FIRST, SECOND])));
    assert.deepEqual(await database.query('SELECT count(*)::int AS n FROM one'), [{ n: 2 }]);
  });

  test('stay as they were where a step fails', async () => {
    const database = await engine.open();
    await migrate(database, [FIRST]);
    await assert.rejects(migrate(database, [FIRST, SECOND, migration(3, 'CREATE TABLE three (n int); INSERT INTO nothing VALUES (1);')]), { code: '42P01' });
    assert.deepEqual(await database.query('SELECT n FROM one'), [{ n: 1 }]);
    assert.deepEqual(await database.query("SELECT to_regclass('two')::text AS two, to_regclass('three')::text AS three"), [{ two: null, three: null }]);
    await migrate(database, [FIRST, SECOND]);
  });

  test('are not touched by a step that was changed since, nor by a program that is older than they are', async () => {
    const database = await engine.open();
    await migrate(database, [FIRST, SECOND]);
    await assert.rejects(migrate(database, [{ ...FIRST, sql: `${FIRST.sql} -- changed` }, SECOND]), MigrationMismatch);
    await assert.rejects(migrate(database, [FIRST]), MigrationMismatch);
    await migrate(database, [{ ...FIRST, sql: FIRST.sql.replaceAll('\n', '\r\n') }, SECOND]);
  });

  test('give a number to each feedback that was there before there were numbers, in the order in which they came', async () => {
    const database = await engine.open();
    const steps = await readMigrations();
    await migrate(database, steps.slice(0, 3));
    const insert = (id: number, receivedAt: string) => database.query(
      `INSERT INTO feedback (id, code_hash, received_at, changed_at, topic, topic_name, answer_by, may_publish, language)
       VALUES ($1, $2, $3, $3, 'muu', '"Muu"', 'none', false, 'fi')`,
      [`00000000-0000-4000-8000-00000000000${id}`, new Uint8Array([id]), receivedAt],
    );
    await insert(1, '2026-12-31T23:30:00Z');
    await insert(2, '2026-05-01T10:00:00Z');
    await migrate(database, steps);
    assert.deepEqual(await database.query('SELECT number FROM feedback ORDER BY id'), [{ number: '2027-2' }, { number: '2026-1' }]);
    assert.equal(await nextNumber(database, new Date('2027-02-01T10:00:00Z')), '2027-3');
  });

  test('lose what tells when somebody voted, of votes that came before it was sealed', async () => {
    const database = await engine.open();
    const steps = await readMigrations();
    await migrate(database, steps.slice(0, 4));
    const keep = (key: string, receipt: object) => database.query("INSERT INTO idempotency VALUES ($1, '', $2::jsonb, '2026-09-10T10:11:12Z')", [key, JSON.stringify(receipt)]);
    await keep('11111111-1111-4111-8111-111111111111', { id: '11111111-1111-4111-8111-111111111111', ballot: 'puisto', receivedAt: '2026-09-10T10:11:12Z' });
    await keep('22222222-2222-4222-8222-222222222222', { id: '33333333-3333-4333-8333-333333333333', receivedAt: '2026-09-10T10:11:12Z' });
    await database.query("INSERT INTO voting_round (ballot, rules_version, rules, document, closes_at, frozen_at, key_check) VALUES ('puisto', 'v1', '', '', now(), '2026-09-09T22:11:12Z', '')");
    await migrate(database, steps);
    assert.deepEqual(await database.query('SELECT key FROM idempotency'), [{ key: '22222222-2222-4222-8222-222222222222' }]);
    assert.deepEqual(await database.query('SELECT frozen_at AS at FROM voting_round'), [{ at: new Date('2026-09-10T00:00:00Z') }]);
  });

  test('roll back what fails in a transaction, and go on', async () => {
    const database = await engine.open();
    await migrate(database, [FIRST]);
    await assert.rejects(database.transaction(async (tx) => {
      await tx.query('INSERT INTO one VALUES (9)');
      throw new Error('no');
    }), /no/);
    await assert.rejects(database.transaction((tx) => tx.query('SELECT nothing')), { code: '42703' });
    assert.deepEqual(await database.query('SELECT n FROM one'), [{ n: 1 }]);
  });
});

test('the steps are files that count from one', async () => {
  const own = await readMigrations();
  assert.deepEqual(own.map(({ version }) => version), own.map((_, index) => index + 1));
  const folder = temporaryFolder();
  for (const name of ['0001-one.sql', '0003-three.sql']) writeFileSync(join(folder, name), 'SELECT 1;');
  await assert.rejects(readMigrations(pathToFileURL(`${folder}/`)), MigrationMismatch);
});
