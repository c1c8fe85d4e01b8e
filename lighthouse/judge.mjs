import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import lighthouse from 'lighthouse';
import { preview } from 'vite';
import { findBrowser } from '../tools/browser.mjs';
import { startDemoService } from '../tools/demo-service.mjs';
import { launchFound } from '../tools/launch.mjs';
import { root, runTool } from '../tools/run.mjs';

const CATEGORIES = ['accessibility', 'best-practices', 'performance'];
/** What must be 100. */
const WHOLE = ['accessibility', 'best-practices'];

/**
 * @param {readonly string[]} wanted parts of the paths of the pages to judge; all in Finnish where there are none
 * @returns {Promise<number>} an exit code
 */
export async function judge(wanted) {
  if (findBrowser()?.kind !== 'chromium') {
    console.error('Lighthouse needs Chrome, Chromium or Edge: install one, or set CHROME_PATH to its program.');
    return 1;
  }
  if ((await runTool('tsx', ['tools/build-demo.ts'])) !== 0) return 1;
  const service = await startDemoService(new AbortController().signal);
  const site = await preview({
    configFile: false,
    root: join(root, 'demo'),
    appType: 'mpa',
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: 0, proxy: { '/api': { target: service.url, rewrite: (path) => path.replace(/^\/api/, '') } } },
  });
  const origin = `http://127.0.0.1:${site.httpServer.address().port}`;
  const profile = mkdtempSync(join(tmpdir(), 'aukio-lighthouse-'));
  const browser = await launchFound({ userDataDir: profile });
  try {
    const rows = [];
    for (const path of pages(wanted)) rows.push({ path, ...(await judged(`${origin}${path}`, Number(new URL(browser.wsEndpoint()).port))) });
    const faulty = rows.filter(({ scores }) => WHOLE.some((category) => scores[category] !== 100));
    for (const { path, faults } of faulty) console.error(`✗ ${path}\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    if (!wanted.length) writeFileSync(join(root, 'lighthouse/results.md'), report(rows, await browser.version()));
    console.log(`\n${rows.length - faulty.length} passed, ${faulty.length} failed`);
    return faulty.length ? 1 : 0;
  } finally {
    await browser.close();
    await site.close();
    await service.stop();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The addresses of the built pages. */
function pages(wanted) {
  const built = join(root, 'demo/dist');
  const all = readdirSync(built, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(`index.html`) && !/^(?:aukio|fixtures)\b/.test(file))
    .map((file) => `/${relative('', dirname(file)).split(sep).join('/')}/`.replace(/^\/\/?$/, '/'))
    .sort();
  return wanted.length ? all.filter((path) => wanted.some((part) => path.includes(part))) : all.filter((path) => !/^\/(?:sv|en)\//.test(path));
}

async function judged(url, port) {
  const { lhr } = await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: 'error' });
  const scores = Object.fromEntries(CATEGORIES.map((category) => [category, Math.round((lhr.categories[category].score ?? 0) * 100)]));
  const faults = WHOLE.flatMap((category) => lhr.categories[category].auditRefs)
    .map(({ id }) => lhr.audits[id])
    .filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== 'informative')
    .map(({ id, title, details }) => `${id}: ${title} ${(details?.items ?? []).map(({ node, url: address }) => node?.snippet ?? address ?? '').join(' ')}`);
  console.log(`${new URL(url).pathname}  ${CATEGORIES.map((category) => `${category} ${scores[category]}`).join('  ')}`);
  return { scores, faults };
}

function report(rows, browser) {
  return `# Lighthouse

The pages of the sample site, built for production, on a phone as Lighthouse imitates it; ${browser}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}. \`npm run lighthouse\` writes this page. Nothing is tuned to it.

| page | ${CATEGORIES.join(' | ')} |
|---|${CATEGORIES.map(() => '---:').join('|')}|
${rows.map(({ path, scores }) => `| \`${path}\` | ${CATEGORIES.map((category) => scores[category]).join(' | ')} |`).join('\n')}
`;
}
