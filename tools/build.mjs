import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { release } from './release.mjs';
import { root, runTool } from './run.mjs';
import { setup } from './setup.mjs';

/**
 * Makes `dist/`: ES modules and their types for bundlers, `dist/embed/` for the script tag, `dist/builder/` for editors, and
 * what editors and frameworks read of the elements.
 * @returns {Promise<number>} an exit code
 */
export async function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  for (const step of [
    () => runTool('vite', ['build', '--mode', 'library', '--logLevel', 'warn']),
    buildScriptTag,
    () => runTool('vite', ['build', '--mode', 'builder', '--logLevel', 'warn']),
    () => runTool('typescript', ['--project', 'tsconfig.build.json'], { bin: 'tsc' }),
    () => runTool('@custom-elements-manifest/analyzer', ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'], { bin: 'cem' }),
  ]) {
    const code = await step();
    if (code !== 0) return code;
  }
  nameBuiltFiles();
  return 0;
}

/**
 * Makes `dist/embed/` alone: the script tag and the pages for frames.
 * @returns {Promise<number>} an exit code
 */
export async function buildScriptTag() {
  const code = await runTool('vite', ['build', '--mode', 'embed', '--logLevel', 'warn']);
  // Its packages may have been installed a moment ago.
  if (code === 0) await (await import('./frame/build-frames.mjs')).buildFrames();
  return code;
}

/**
 * TypeScript rewrites `./text.ts` to `./text.js` in code but leaves it in declarations, where newer compilers alone
 * take it for `./text.d.ts`.
 */
function nameBuiltFiles() {
  for (const file of readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue;
    const path = join(root, 'dist', file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(\b(?:from|import|module)\b ?\(?'\.[^']*)\.ts'/g, "$1.js'"));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await setup();
  const { site } = parseArgs({ options: { site: { type: 'string' } } }).values;
  process.exitCode = (await build()) || (site === undefined ? 0 : release(resolve(site)));
}
