import { BROWSER_MISSING, ensureBrowser } from './browser.mjs';
import { ensureHosts } from './hosts.mjs';
import { runTool } from './run.mjs';
import { setup } from './setup.mjs';
import { Tally } from './tally.mjs';

await setup();
await ensureHosts();
const tally = new Tally();

await tally.check('Types', () => runTool('typescript', ['--noEmit'], { bin: 'tsc' }));
await tally.check('Types of the tools', () => runTool('typescript', ['--noEmit', '--project', 'tsconfig.tools.json'], { bin: 'tsc' }));
await tally.check('Code style', () => runTool('eslint', ['.']));
await tally.check('CSS style', () => runTool('stylelint', ['src/**/*.styles.ts', 'src/styles/*.ts', 'demo/**/*.css', 'service/src/**/*.css', '--allow-empty-input']));
await tally.check('Build', async () => (await import('./build.mjs')).build());

// The suites are loaded here because the packages that they need are installed by now, and may not have been before.
const browser = await ensureBrowser();
if (browser) {
  const { browserTests, nodeTests, PRIVATE } = await import('./suites.mjs');
  const { launcher } = await import('./engines.mjs');
  await tally.tests('Tests in the browser', () => browserTests());
  await tally.tests('Tests in a private window', () => browserTests(launcher(browser, { isPrivate: true }), PRIVATE));
  await tally.tests('Tests of models and tools', () => nodeTests('test/node'));
  await tally.tests('Tests of the package', () => nodeTests('test/package'));
  await tally.tests('Tests of the service', () => nodeTests('service/test', { waiting: true }));
  await tally.tests('Tests end to end', () => nodeTests('test/end-to-end', { waiting: true }));
} else {
  await tally.check(BROWSER_MISSING, () => Promise.resolve(1));
}
tally.end();
