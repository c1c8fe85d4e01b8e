import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { runFilters } from '../../tools/cms/run.ts';

/** The snippet as other filters of the same kinds returned it, in other words; where it lies beside the project. */
const beside = new URL('../../../shared/cms-output/', import.meta.url);
const ours = new URL('../../fixtures/cms/', import.meta.url);

const names = (folder: URL): string[] => readdirSync(folder).filter((file) => file.endsWith('.html'));
const read = (folder: URL, file: string): string => readFileSync(new URL(file, folder), 'utf8');

describe('the built script tag behind filters', () => {
  test('does with the samples beside the project what it does with our own', { timeout: 120_000 }, async (context) => {
    if (!existsSync(beside)) return context.diagnostic('There are no samples beside the project (../shared/cms-output).');
    const theirs = names(beside);
    assert.deepEqual(theirs.map((file) => file.replace('_pasted', 'pasted')).toSorted(), names(ours).toSorted());
    const local = (html: string): string => html.replaceAll('https://kunta.example/tavoitteet.csv', 'https://www.merilehto.example/fixtures/files/tavoitteet-tammi-heinakuu-2026.csv');
    const found = await runFilters(new Map(theirs.flatMap((file) => [[file, local(read(beside, file))], [`ours/${file}`, read(ours, file.replace('_pasted', 'pasted'))]])));
    for (const file of theirs) assert.deepEqual(found.get(file), found.get(`ours/${file}`), file);
  });

  test('is tried on every sample of ours by the table in docs/', () => {
    const rows = read(new URL('../../docs/', import.meta.url), 'cms-forms.md').split('\n').filter((line) => line.startsWith('| ')).length - 1;
    assert.equal(rows, names(ours).length);
  });
});
