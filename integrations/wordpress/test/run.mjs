import { ensureBrowser, BROWSER_MISSING } from '../../../tools/browser.mjs';
import { install, mayInstall } from '../../../tools/debian.mjs';
import { setup } from '../../../tools/setup.mjs';
import { Tally } from '../../../tools/tally.mjs';
import { missing } from './site.mjs';

/** A WordPress as Debian packs it, and what it runs on. */
const PACKAGES = ['wordpress', 'php-cli', 'php-mysql', 'php-xml', 'php-mbstring', 'mariadb-server'];

await setup();
if (missing().length > 0 && mayInstall) await install(PACKAGES, { alone: true });
const browser = await ensureBrowser();

const tally = new Tally();
if (missing().length > 0) {
  await tally.check(`A WordPress to test in needs Debian's packages ${PACKAGES.join(', ')}; not found: ${missing().join(', ')}`, () => Promise.resolve(1));
} else if (browser?.kind !== 'chromium') {
  await tally.check(BROWSER_MISSING, () => Promise.resolve(1));
} else {
  const { wordpressTests } = await import('./wordpress.mjs');
  await tally.tests('WordPress', () => wordpressTests(browser.path));
}
tally.end();
