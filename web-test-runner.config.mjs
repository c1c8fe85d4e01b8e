import { existsSync, readFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { BROWSER_MISSING, findBrowser } from './tools/browser.mjs';
import { cityPages } from './tools/city-pages.mjs';
import { launcher } from './tools/engines.mjs';
import { LIBRARIES } from './tools/hosts.mjs';

const browser = findBrowser();
if (!browser) throw new Error(BROWSER_MISSING);

/**
 * Papaparse is published as UMD alone, which bundlers understand and browsers do not.
 * @type {import('@web/test-runner').TestRunnerPlugin}
 */
const umd = {
  name: 'umd',
  transform({ path, body }) {
    if (!/papaparse[^?]*\.js/.test(path)) return undefined;
    return `const module = { exports: {} }, exports = module.exports; (function () {${body}\n}).call(globalThis); export default module.exports;`;
  },
};

/**
 * JSON that is imported, as bundlers give it; JSON that is fetched stays what it is.
 * @type {import('@web/test-runner').TestRunnerPlugin}
 */
const json = {
  name: 'json',
  resolveImport: ({ source }) => (source.endsWith('.json') ? `${source}?module` : undefined),
  resolveMimeType: ({ path, querystring }) => (path.endsWith('.json') && querystring === 'module' ? 'js' : undefined),
  transform: ({ path, querystring, body }) => (path.endsWith('.json') && querystring === 'module' ? `export default ${body};` : undefined),
};

/** @type {import('@web/test-runner').TestRunnerConfig['middleware']} */
const middleware = [
  cityPages,
  (context, next) => {
    const file = LIBRARIES.get(context.path);
    if (file === undefined || !existsSync(file)) return next();
    context.type = 'text/javascript';
    context.body = readFileSync(file);
    return undefined;
  },
];

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.test.ts', '!test/node/**', '!test/package/**', '!test/end-to-end/**'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  concurrency: 1,
  // Of a file, not of a test: an engine without a graphics card, on a machine with other work, takes a minute for the longest,
  // and now and then has to be told twice to open one.
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  middleware,
  plugins: [umd, json, esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  browsers: [launcher(browser)],
  testFramework: { config: { ui: 'bdd', timeout: '120000' } },
};
