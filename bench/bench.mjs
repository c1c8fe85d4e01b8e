import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../tools/browser.mjs';
import { root } from '../tools/run.mjs';
import { openBrowser } from './browser.mjs';
import { contestants } from './contestants.mjs';
import { makeReport } from './goals.mjs';
import { measureAll, measureTyping, warmUp } from './measure.mjs';
import { bundlePeers, ensureEmbed } from './prepare.mjs';
import { writeResults } from './results.mjs';
import { serve } from './server.mjs';
import { makeSite } from './site.mjs';

/** How many goals, and how often each is measured. Reports have 10 to 150 goals; 10,000 is the stress case. */
const SIZES = [
  { goals: 30, times: 5 },
  { goals: 300, times: 3 },
  { goals: 3_000, times: 2 },
  { goals: 10_000, times: 2 },
];

/** Into which of them a word is typed with accessibility on, once: the browser builds the tree of 10,000 rows for minutes. */
const TYPED = [300, 10_000];

/** @returns {Promise<number>} an exit code */
export async function bench() {
  const found = findBrowser();
  if (found?.kind !== 'chromium') {
    console.error('The bench needs Chrome, Chromium or Edge: install one, or set CHROME_PATH to its program.');
    return 1;
  }
  const embed = await ensureEmbed();
  if (!embed) console.error('There is no dist/embed/aukio.js, since the build failed: the other tables are measured without the goal report.');

  const present = contestants.filter(({ needs }) => needs !== 'embed' || embed);
  const reports = await Promise.all(SIZES.map(({ goals }) => makeReport(goals)));
  const [load] = loadavg();
  const server = await serve(await makeSite({ contestants: present, reports, peers: await bundlePeers(), embed }));
  try {
    const { origin } = server;
    const { version, measurements } = await openBrowser(found.path, [], async (browser) => {
      await warmUp(browser, origin, present[0], reports[0]);
      return { version: await browser.version(), measurements: await measureAll({ browser, origin, contestants: present, reports, sizes: SIZES, say: console.log }) };
    });
    // Apart, since it is the browser as a whole that keeps the accessibility tree, or does not.
    const typing = await openBrowser(found.path, ['--force-renderer-accessibility'], async (browser) => {
      await warmUp(browser, origin, present[0], reports[0]);
      return measureTyping({ browser, origin, contestants: present, reports: reports.filter(({ count }) => TYPED.includes(count)), say: console.log });
    });
    const results = writeResults({ contestants: present, sizes: SIZES, typed: TYPED, reports, measurements, typing, version, load });
    writeFileSync(join(root, 'bench/results.md'), results);
    console.log(`\n${results}`);
    return 0;
  } finally {
    server.close();
  }
}
