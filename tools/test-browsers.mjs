import { beside } from './beside.mjs';
import { install, mayInstall } from './debian.mjs';
import { ensureHosts } from './hosts.mjs';
import { setup } from './setup.mjs';
import { Tally } from './tally.mjs';
import { programs } from './three-engines.mjs';

/** Runs the browser tests in three engines, or in those that are named: `npm run test:browsers -- firefox webkit`. */
const ENGINES = ['chromium', 'firefox', 'webkit'];
const PACKAGES = ['chromium', 'firefox-esr', 'webkit2gtk-driver', 'xvfb'];
const unknown = process.argv.slice(2).filter((engine) => !ENGINES.includes(engine));
if (unknown.length > 0) {
  console.error(`There is no engine ${unknown.join(', ')}: name some of ${ENGINES.join(', ')}, or none for all.`);
  process.exit(1);
}
const wanted = process.argv.length > 2 ? process.argv.slice(2) : ENGINES;

await setup();
await ensureHosts();
if (missing().length > 0 && mayInstall) await install(PACKAGES);

const tally = new Tally();
if (missing().length > 0) {
  await tally.check(`Three engines need Debian's packages ${PACKAGES.join(', ')}; not found: ${missing().join(', ')}`, () => Promise.resolve(1));
} else {
  // Pages of a city load what was built, and must not load what was built of other sources.
  await tally.check('Build of the script tag', async () => (await import('./build.mjs')).buildScriptTag());
  // Two at the same time: each waits for its browser most of the time.
  const first = wanted.slice(0, 2).map((engine) => beside('test-engine.mjs', [engine]));
  for (const [at, engine] of wanted.entries()) await tally.tests(`The tests in ${engine}`, () => first[at] ?? beside('test-engine.mjs', [engine]));
}
tally.end();

function missing() {
  return Object.entries(programs()).flatMap(([name, path]) => (path ? [] : [name]));
}
