import { esbuildPlugin } from '@web/dev-server-esbuild';
import { BROWSER_MISSING, findBrowser } from './tools/browser.mjs';
import { launcher } from './tools/engines.mjs';

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

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.test.ts', '!test/node/**', '!test/package/**'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  concurrency: 1,
  plugins: [umd, esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  browsers: [launcher(browser)],
  testFramework: { config: { ui: 'bdd', timeout: '20000' } },
};
