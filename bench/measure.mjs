import { probe } from './probe.mjs';
import { pathOf } from './site.mjs';

/** @import { Browser, Page } from 'puppeteer-core' */
/** @import { Contestant } from './contestants.mjs' */
/** @import { Report } from './goals.mjs' */

/**
 * @typedef {object} Measurement times in milliseconds, sizes in bytes
 * @property {string} name
 * @property {number} goals
 * @property {number} firstRows
 * @property {number | undefined} allRows undefined where they never are
 * @property {number} rows in the document in the end
 * @property {number} codeToFirstRows
 * @property {number} code
 * @property {number} longestTask
 * @property {number} longestFrame
 * @property {Filtering | undefined} filter
 * @property {Filtering | undefined} clear
 */

/** @typedef {{ shown: number, longestTask: number, longestFrame: number }} Filtering */

const VIEWPORT = { width: 1280, height: 1200 };
/** Between two letters, in milliseconds: a quick typist. */
const KEYS = 100;

/**
 * Loading, filtering and clearing.
 * @param {object} given
 * @param {Browser} given.browser
 * @param {string} given.origin
 * @param {readonly Contestant[]} given.contestants
 * @param {readonly Report[]} given.reports
 * @param {readonly { goals: number, times: number }[]} given.sizes
 * @param {(line: string) => void} given.say
 * @returns {Promise<Measurement[]>}
 */
export async function measureAll({ browser, origin, contestants, reports, sizes, say }) {
  const measurements = [];
  for (const [index, { goals, times }] of sizes.entries()) {
    const report = reports[index];
    // Not the report itself: its megabytes would be handed to the page while that loads.
    const search = { word: report.word, matches: report.matches, count: report.count };
    say(`${goals} goals …`);
    await inTurns(contestants, times, async (contestant) => {
      const measured = await onPage(browser, origin, contestant, report, (page) => page.evaluate(measureInPage, contestant.eyes.search !== undefined, search));
      if (measured) measurements.push({ name: contestant.name, goals, ...measured });
      return measured !== undefined;
    });
  }
  return measurements;
}

/**
 * Typing letter by letter into a report that is there.
 * @param {object} given
 * @param {Browser} given.browser
 * @param {string} given.origin
 * @param {readonly Contestant[]} given.contestants
 * @param {readonly Report[]} given.reports
 * @param {(line: string) => void} given.say
 * @returns {Promise<(Filtering & { name: string, goals: number, slowestKey: number })[]>}
 */
export async function measureTyping({ browser, origin, contestants, reports, say }) {
  const measurements = [];
  for (const report of reports) {
    say(`${report.count} goals, typing with accessibility on …`);
    for (const contestant of contestants.filter(({ eyes }) => eyes.search !== undefined)) {
      const typed = await onPage(browser, origin, contestant, report, (page) => typeInPage(page, report));
      if (typed) measurements.push({ name: contestant.name, goals: report.count, ...typed });
    }
  }
  return measurements;
}

/** @param {Page} page @param {Report} report */
async function typeInPage(page, { word, matches }) {
  await page.evaluate(() => globalThis.bench.loaded);
  // Waits for the field to have the focus, not yet for what is typed into it.
  await page.evaluate((text, count) => {
    globalThis.typed = globalThis.bench.type(text, count);
  }, word, matches);
  await page.keyboard.type(word, { delay: KEYS });
  return await page.evaluate(() => globalThis.typed);
}

/**
 * Contestants take turns, so that a slower moment of the machine meets all of them. One that fails is not tried again.
 * @param {readonly Contestant[]} contestants
 * @param {number} times
 * @param {(contestant: Contestant) => Promise<boolean>} measure whether it could be measured
 */
async function inTurns(contestants, times, measure) {
  let present = contestants;
  for (let time = 0; time < times; time += 1) {
    const next = [];
    for (const contestant of present) if (await measure(contestant)) next.push(contestant);
    present = next;
  }
}

/**
 * The first page of a browser pays for what all later ones find ready.
 * @param {Browser} browser
 * @param {string} origin
 * @param {Contestant} contestant
 * @param {Report} report
 */
export async function warmUp(browser, origin, contestant, report) {
  await onPage(browser, origin, contestant, report, (page) => page.evaluate(() => globalThis.bench.loaded));
}

/**
 * Opens a contestant's page with an empty cache.
 * @template T
 * @param {Browser} browser
 * @param {string} origin
 * @param {Contestant} contestant
 * @param {Report} report
 * @param {(page: Page) => Promise<T>} use
 * @returns {Promise<T | undefined>} undefined where it fails, as when nothing is on screen within a minute; says why
 */
async function onPage(browser, origin, contestant, report, use) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    page.on('pageerror', (error) => console.error(`${contestant.name}: ${error.message}`));
    await page.setViewport(VIEWPORT);
    await page.evaluateOnNewDocument(probe, { eyes: contestant.eyes, whole: contestant.whole, count: report.count, first: report.first });
    await page.goto(origin + pathOf(contestant, report), { waitUntil: 'domcontentloaded' });
    return await use(page);
  } catch (error) {
    console.error(`${contestant.name} with ${report.count} goals could not be measured: ${error.message}`);
    return undefined;
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
async function measureInPage(searchable, { word, matches, count }) {
  const { bench } = globalThis;
  const loaded = await bench.loaded;
  if (!searchable) return loaded;
  const filter = await bench.search(word, matches);
  const clear = await bench.search('', count);
  return { ...loaded, filter, clear };
}
