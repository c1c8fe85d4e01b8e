import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allPages, deadLinks } from '../demo/template/pages.ts';
import { build } from './build.mjs';
import { root } from './run.mjs';

/** What stands beside the pages, as it is. */
const BESIDE = ['assets', 'theme.css'];

/**
 * Makes `demo/dist/`: the sample city website as a web server holds it, with the built script tag and the uploaded
 * files copied beside its pages, as a city would copy them. `npx vite preview` serves it.
 */
const pages = allPages();
const dead = deadLinks(pages);
if (dead.length) console.error(dead.join('\n'));
process.exitCode = dead.length ? 1 : await build();
if (process.exitCode === 0) {
  const target = join(root, 'demo/dist');
  rmSync(target, { recursive: true, force: true });
  for (const [path, html] of pages) {
    mkdirSync(join(target, path), { recursive: true });
    writeFileSync(join(target, path, 'index.html'), html);
  }
  for (const name of BESIDE) cpSync(join(root, 'demo', name), join(target, name), { recursive: true });
  cpSync(join(root, 'dist/embed'), join(target, 'aukio'), { recursive: true });
  cpSync(join(root, 'dist/builder'), join(target, 'builder'), { recursive: true });
  cpSync(join(root, 'fixtures'), join(target, 'fixtures'), { recursive: true });
}
