import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, runTool } from './run.mjs';

/**
 * Makes `dist/`: ES modules and their types for bundlers, `dist/embed/` for the script tag, and what editors and
 * frameworks read of the elements.
 * @returns {Promise<number>} an exit code
 */
export async function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  for (const step of [
    () => runTool('vite', ['build', '--mode', 'library', '--logLevel', 'warn']),
    () => runTool('vite', ['build', '--mode', 'embed', '--logLevel', 'warn']),
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

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await build();
