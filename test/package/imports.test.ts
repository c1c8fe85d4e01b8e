import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { consumer, tool } from './packed.ts';

const { folder, tarball } = consumer();
const root = join(folder, 'node_modules/aukio');
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, unknown> };

/** Every address that a developer can import, with the files that a pattern stands for. */
const addresses = Object.entries(exports).flatMap(([address, target]) => {
  if (!address.includes('*')) return [address];
  const pattern = typeof target === 'string' ? target : (target as { default: string }).default;
  const [before = '', after = ''] = pattern.split('*');
  const files = readdirSync(join(root, before)).filter((file) => file.endsWith(after));
  return files.map((file) => address.replace('*', file.slice(0, file.length - after.length)));
});
const modules = addresses.filter((address) => address === '.' || address.startsWith('./define/'));

for (const address of modules) {
  test(`${join('aukio', address)} is imported in plain Node`, () => {
    const script = `const module = await import(${JSON.stringify(join('aukio', address))}); console.log(Object.keys(module).join());`;
    const names = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder, encoding: 'utf8' });
    if (address === '.') assert.match(names, /\bAukioGoalStatus\b/);
    else assert.equal(names.trim(), '', 'a define module exports nothing');
  });
}

test('every file that the package promises is in it', () => {
  for (const address of addresses) {
    if (address.startsWith('./types/') || address.endsWith('.d.ts')) continue;
    assert.ok(import.meta.resolve(join('aukio', address), `file://${folder}/index.js`), address);
  }
  assert.ok(addresses.includes('./embed/aukio.js'));
  assert.ok(addresses.includes('./schemas/goals.schema.json'));
});

for (const page of ['README.md', 'CHANGELOG.md', 'SECURITY.md']) {
  test(`every link of ${page} that stays in the package leads to something in it`, () => {
    const targets = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#\s]+)/g)].map(([, target]) => target!);
    const broken = targets.filter((target) => !target.includes(':') && !existsSync(join(root, target)));
    assert.deepEqual(broken, []);
  });
}

test('what the guides name of the documentation is in the package', () => {
  const guides = readdirSync(join(root, 'stories/guides')).map((file) => readFileSync(join(root, 'stories/guides', file), 'utf8'));
  const named = guides.flatMap((guide) => guide.match(/\bdocs\/[\w-]+\.md\b/g) ?? []);
  assert.ok(named.includes('docs/requests-and-storage.md'));
  for (const file of named) assert.ok(existsSync(join(root, file)) || existsSync(join(root, 'service', file)), file);
});

test('a strict TypeScript project compiles against the package, with bundlers and with Node', () => {
  writeFileSync(
    join(folder, 'page.ts'),
    `import 'aukio/define/goal-status.js';
import { AukioGoalStatus, SourceError, type DataSource } from 'aukio';

const report = document.createElement('aukio-goal-status');
const same: AukioGoalStatus = report;
const source: DataSource = { read: async (resource) => { throw new SourceError('not-found', { url: resource }); } };
report.source = source;
report.addEventListener('aukio-ready', ({ detail }) => console.log(detail.count.toFixed(), same.data?.goals[0]?.title));
// @ts-expect-error an error's kind is one of a few
new SourceError('nothing');
`,
  );
  for (const [module, moduleResolution] of [['esnext', 'bundler'], ['nodenext', 'nodenext']] as const) {
    const options = { strict: true, noEmit: true, module, moduleResolution, target: 'es2022', lib: ['es2022', 'dom'], types: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['page.ts'] }));
    execFileSync(process.execPath, [tool('typescript/bin/tsc'), '--project', folder], { stdio: ['ignore', 'inherit', 'inherit'] });
  }
});

test('publint finds nothing to say', () => {
  execFileSync(process.execPath, [tool('publint/src/cli.js'), 'run', tarball, '--strict'], { stdio: ['ignore', 'inherit', 'inherit'] });
});

test('the types resolve as the modules do', () => {
  const attw = [tool('@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only', '--no-color'];
  execFileSync(process.execPath, attw, { stdio: ['ignore', 'inherit', 'inherit'] });
});
