import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryData } from './pglite-folder.ts';
import { ballotFile } from './voting.ts';

const SERVICE = fileURLToPath(new URL('..', import.meta.url));

describe('the command for personal codes', () => {
  let data: string;
  before(async () => {
    data = await temporaryData();
    const folder = join(data, 'content', 'ballot');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'puisto.json'), JSON.stringify(ballotFile()));
  });

  function codes(...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly told: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/votes-codes.ts', ...args], { cwd: SERVICE, env: { ...process.env, DATABASE_URL: '', AUKIO_DATA: data }, encoding: 'utf8' });
    return { code: status, out: stdout, told: stderr };
  }

  test('writes as many as are asked for, each once', () => {
    const { code, out } = codes('puisto', '--count', '3', '--area', 'n');
    assert.equal(code, 0);
    const lines = out.trimEnd().split('\n');
    assert.equal(new Set(lines).size, 3);
    for (const line of lines) assert.match(line, /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  });

  test('makes none for a ballot or an area that is not there, and says what there is', () => {
    const ballot = codes('puistot', '--count', '3');
    assert.deepEqual([ballot.code, ballot.out], [1, '']);
    assert.match(ballot.told, /^There is no ballot puistot that can be used in the content folder\.\n$/);
    const area = codes('puisto', '--count', '3', '--area', 'itä');
    assert.deepEqual([area.code, area.out], [1, '']);
    assert.match(area.told, /^The ballot puisto has no area itä, but: n, s\.\n$/);
  });
});
