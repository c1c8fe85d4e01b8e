import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../run.mjs';
import { describedMain, framePage } from './frame-page.mjs';

/** Adds form E to what was built: a page for each widget, and `frame/` with what such pages and those around them load. */
export async function buildFrames() {
  const target = join(root, 'dist/embed');
  for (const [name, format] of /** @type {const} */ ([['host', 'esm'], ['page', 'iife']])) {
    await build({ entryPoints: [join(root, `src/embed/frame/${name}.ts`)], outdir: join(target, 'frame'), bundle: true, minify: true, format, target: 'es2022', logLevel: 'warning' });
  }
  copyFileSync(join(root, 'tools/frame/page.css'), join(target, 'frame/page.css'));
  for (const file of readdirSync(join(root, 'src/define'))) {
    const widget = file.replace(/\.ts$/, '');
    // A source shows nothing.
    if (widget !== 'source') writeFileSync(join(target, `${widget}.html`), framePage({ aukio: '', lang: 'fi', title: 'Aukio', main: describedMain(widget) }));
  }
}
