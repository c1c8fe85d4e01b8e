import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Visitor, parseSync } from 'vite';
import type { ChunkList } from '../../tools/vite/chunk-list.ts';
import { LOAD } from '../../tools/vite/standalone-loader.ts';

const folder = new URL('../../dist/embed/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
const chunks = JSON.parse(read('chunks.json')) as ChunkList;

const HASH = /-[\w-]{4}\.js$/;

/** What an `import()` asks for. The loader has one for all that it loads, and gives it the names of several at a time. */
function addressesIn(file: string, address: string): string[] {
  if (file !== 'aukio.js') return [address];
  const names: string[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type === 'Identifier' && callee.name === LOAD && first?.type === 'Literal') names.push(...String(first.value).split(' '));
    },
  }).visit(parseSync(file, read(file)).program);
  return names.map((name) => address.replace('${n}', name));
}

describe('the script tag\'s folder', () => {
  test('is whole: every file is listed with what it needs, and nothing else is there', () => {
    assert.deepEqual(files.toSorted(), Object.keys(chunks).toSorted());
    for (const { imports, loads } of Object.values(chunks)) for (const file of [...imports, ...loads]) assert.ok(chunks[file], file);
  });

  test('says which version it is, in the first line', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    assert.ok(read('aukio.js').startsWith(`/* Aukio ${version} `));
  });

  for (const file of files) {
    test(`${file.replace(HASH, '')} asks for its own neighbours alone, by their addresses`, () => {
      const { module } = parseSync(file, read(file));
      const asked = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
      for (const { moduleRequest: { start, end } } of module.dynamicImports) asked.push(...addressesIn(file, read(file).slice(start + 1, end - 1)));
      assert.deepEqual([...new Set(asked)].map((address) => address.replace(/^\.\//, '')).toSorted(), [...(chunks[file]?.imports ?? []), ...(chunks[file]?.loads ?? [])].toSorted());
      for (const address of asked) assert.match(address, /^\.\/[\w.-]+\.js$/);
    });

    test(`${file.replace(HASH, '')} runs under a strict policy and leaves no global name`, () => {
      const code = read(file);
      assert.doesNotMatch(code, /importmap|modulepreload/);
      new Visitor({
        CallExpression({ callee }) {
          if (callee.type === 'Identifier') assert.notEqual(callee.name, 'eval');
        },
        NewExpression({ callee }) {
          if (callee.type === 'Identifier') assert.notEqual(callee.name, 'Function');
        },
        AssignmentExpression({ left }) {
          const target = left.type === 'MemberExpression' && left.object.type === 'Identifier' ? left.object.name : '';
          assert.ok(!['window', 'self', 'globalThis'].includes(target), `assigns to ${target}`);
        },
      }).visit(parseSync(file, code).program);
    });
  }
});
