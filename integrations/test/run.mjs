import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSER_MISSING, ensureBrowser, findCommand } from '../../tools/browser.mjs';
import { install, mayInstall } from '../../tools/debian.mjs';
import { run } from '../../tools/run.mjs';
import { setup } from '../../tools/setup.mjs';
import { Tally } from '../../tools/tally.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

await setup();
if (!findCommand('php') && mayInstall) await install(['php-cli']);
const browser = await ensureBrowser();

const tally = new Tally();
if (!findCommand('php')) {
  await tally.check('The packs for Drupal and TYPO3 need PHP: Debian’s package php-cli', () => Promise.resolve(1));
} else if (!(await installed())) {
  await tally.check('The editors need their packages, which npm ci in integrations/test installs', () => Promise.resolve(1));
} else if (browser?.kind !== 'chromium') {
  await tally.check(BROWSER_MISSING, () => Promise.resolve(1));
} else {
  const { configurationTests } = await import('./configuration.mjs');
  const { editorTests } = await import('./editors.mjs');
  await tally.tests('Configuration of each CMS', configurationTests);
  await tally.tests('Editors with this configuration', () => editorTests(browser.path));
}
tally.end();

/** The editors, where they are not there yet. */
async function installed() {
  if (existsSync(join(here, 'node_modules'))) return true;
  const npm = process.env.npm_execpath;
  return (await (npm ? run(process.execPath, [npm, 'ci'], { cwd: here }) : run('npm', ['ci'], { cwd: here }))) === 0;
}
