import { BROWSER_MISSING, ensureBrowser } from './browser.mjs';
import { runTool } from './run.mjs';
import { setup } from './setup.mjs';
import { Tally } from './tally.mjs';

await setup();
const tally = new Tally();

await tally.check('Types', () => runTool('typescript', ['--noEmit'], { bin: 'tsc' }));
await tally.check('Types of the tools', () => runTool('typescript', ['--noEmit', '--project', 'tsconfig.tools.json'], { bin: 'tsc' }));
await tally.check('Code style', () => runTool('eslint', ['.']));
await tally.check('CSS style', () => runTool('stylelint', ['src/**/*.styles.ts', 'src/styles/*.ts', 'demo/**/*.css', '--allow-empty-input']));
await tally.check('Build', async () => (await import('./build.mjs')).build());

// The suites are loaded here because the packages that they need are installed by now, and may not have been before.
if (await ensureBrowser()) {
  const { browserTests, nodeTests } = await import('./suites.mjs');
  await tally.tests('Tests in Node', () => nodeTests('test/node'));
  await tally.tests('Tests of the package', () => nodeTests('test/package'));
  await tally.tests('Tests in the browser', () => browserTests());
} else {
  await tally.check(BROWSER_MISSING, () => Promise.resolve(1));
}
tally.end();
