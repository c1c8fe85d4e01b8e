import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createChallenge, verifySolution, type Solution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { ChunkList } from '../../tools/vite/chunk-list.ts';
import { inBrowser, serve } from './page.ts';

const chunks = JSON.parse(readFileSync(new URL('../../dist/embed/chunks.json', import.meta.url), 'utf8')) as ChunkList;
const [file = '', chunk] = Object.entries(chunks).find(([, { for: modules }]) => modules.includes('src/core/proof/solve.ts')) ?? [];

describe('the worker that solves challenges', () => {
  const browser = inBrowser();

  it('is a file of the script tag\'s folder that needs no other', () => {
    assert.deepEqual([chunk?.imports, chunk?.loads], [[], []]);
  });

  it('runs from there on a page whose policy allows its own scripts alone', async () => {
    const origin = await serve({ '/': { html: '<!doctype html><title>Merilehto</title>', headers: { 'Content-Security-Policy': "default-src 'none'; script-src 'self'" } } });
    const tab = await browser().newPage();
    await tab.goto(origin);
    const challenge = await createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 100, deriveKey, hmacSignatureSecret: 'salaisuus', keyPrefix: '0' });
    const solution = await tab.evaluate(
      (address, asked) =>
        new Promise<unknown>((resolve, reject) => {
          const worker = new Worker(address, { type: 'module' });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = () => reject(new Error('blocked'));
          worker.postMessage(asked);
        }),
      `/aukio/${file}`,
      challenge,
    );
    assert.equal((await verifySolution({ challenge, solution: solution as Solution, deriveKey, hmacSignatureSecret: 'salaisuus' })).verified, true);
    await tab.close();
  });
});
