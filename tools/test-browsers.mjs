import { beside } from './beside.mjs';
import { install, mayInstall } from './debian.mjs';
import { ensureHosts } from './hosts.mjs';
import { setup } from './setup.mjs';
import { Tally } from './tally.mjs';
import { ENGINES, programs } from './three-engines.mjs';

/** @import { Engine } from './three-engines.mjs' */

/** Runs the browser tests in three engines, or in those that are named: `npm run test:browsers -- firefox webkit`. */
const names = Object.keys(ENGINES);
const unknown = process.argv.slice(2).filter((engine) => !names.includes(engine));
if (unknown.length > 0) {
  console.error(`There is no engine ${unknown.join(', ')}: name some of ${names.join(', ')}, or none for all.`);
  process.exit(1);
}
const wanted = /** @type {Engine[]} */ (process.argv.length > 2 ? process.argv.slice(2) : names);
const packages = wanted.flatMap((engine) => ENGINES[engine]);

await setup();
await ensureHosts();
if (missing().length > 0 && mayInstall) await install(packages);

const tally = new Tally();
if (missing().length > 0) {
  await tally.check(`${wanted.join(', ')} need Debian's packages ${packages.join(', ')}; not found: ${missing().join(', ')}`, () => Promise.resolve(1));
} else {
  // Pages of a city load what was built, and must not load what was built of other sources.
  await tally.check('Build of the script tag', async () => (await import('./build.mjs')).buildScriptTag());
  // Two at the same time: each waits for its browser most of the time.
  const first = wanted.slice(0, 2).map((engine) => beside('test-engine.mjs', [engine]));
  for (const [at, engine] of wanted.entries()) await tally.tests(`The tests in ${engine}`, () => first[at] ?? beside('test-engine.mjs', [engine]));
}
tally.end();

function missing() {
  return wanted.flatMap((engine) => Object.entries(programs(engine)).flatMap(([name, path]) => (path ? [] : [`${name} of ${engine}`])));
}
