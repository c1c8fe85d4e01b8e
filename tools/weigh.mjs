import { gzipSync } from 'node:zlib';
import { build, loadConfigFromFile, mergeConfig, minifySync } from 'vite';
import { root } from './run.mjs';

/**
 * Shows what weighs in each chunk of the script tag, module by module: bytes after gzip, each compressed by itself, so
 * that they add up to somewhat more than the chunk. The budgets are checked by `npm run size`.
 */
const loaded = await loadConfigFromFile({ command: 'build', mode: 'embed' }, undefined, root);
if (!loaded) throw new Error('There is no vite.config.ts.');

/** @type {import('vite').Plugin} */
const scales = {
  name: 'aukio:scales',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      console.log(`\n${weight(chunk.code).toString().padStart(6)} ${chunk.fileName}`);
      const rows = Object.entries(chunk.modules).map(([id, { code }]) => ({ name: nameOf(id), bytes: weight(minified(code ?? '')) }));
      for (const { name, bytes } of rows.sort((a, b) => b.bytes - a.bytes)) console.log(`${bytes.toString().padStart(12)} ${name}`);
    }
  },
};
await build(mergeConfig(loaded.config, { configFile: false, logLevel: 'error', build: { write: false }, plugins: [scales] }));

/** @param {string} code */
function weight(code) {
  return gzipSync(code, { level: 9 }).length;
}

/**
 * Without removing anything: to the minifier alone, a module that exports nothing is dead.
 * @param {string} code
 */
function minified(code) {
  return minifySync('module.js', code, { module: true, compress: false, mangle: { toplevel: false } }).code;
}

/** @param {string} id */
function nameOf(id) {
  return id.replace(/^.*node_modules\//, '').replace(root, '').replace(/\?.*$/, '');
}
