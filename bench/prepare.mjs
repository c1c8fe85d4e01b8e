import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { build } from '../tools/build.mjs';
import { root } from '../tools/run.mjs';

const folder = join(root, 'bench');
const embed = join(root, 'dist/embed');

/**
 * The built script tag, built anew where the source is newer.
 * @returns {Promise<string | undefined>} its folder, or undefined where it cannot be built
 */
export async function ensureEmbed() {
  const loader = join(embed, 'aukio.js');
  if (!existsSync(loader) || statSync(loader).mtimeMs < newest(join(root, 'src'))) {
    console.log('Building dist/embed …');
    await build();
  }
  return existsSync(loader) ? embed : undefined;
}

/**
 * The page script and style of each peer, as a site that cares for size would serve them.
 * @returns {Promise<ReadonlyMap<string, Buffer>>} by file name
 */
export async function bundlePeers() {
  const outdir = mkdtempSync(join(tmpdir(), 'aukio-bench-'));
  try {
    await bundle({
      entryPoints: readdirSync(join(folder, 'peers')).filter((file) => file !== 'goals.js').map((file) => join(folder, 'peers', file)),
      outdir,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      legalComments: 'none',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'warning',
    });
    return new Map(readdirSync(outdir).map((file) => [file, readFileSync(join(outdir, file))]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** When something in a folder was last written. */
function newest(path) {
  return Math.max(...readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => statSync(join(path, file)).mtimeMs));
}
