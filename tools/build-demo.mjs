import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './run.mjs';

/** What the pages are written from; a web server holds the pages alone. */
const SOURCES = ['content', 'template', 'dist', 'README.md'];

/**
 * Makes `demo/dist/`: the sample city website as a web server holds it, with the built script tag and the uploaded
 * files copied beside its pages, as a city would copy them. `npx vite preview` serves it.
 */
const code = await build();
if (code === 0) {
  const target = join(root, 'demo/dist');
  rmSync(target, { recursive: true, force: true });
  for (const name of readdirSync(join(root, 'demo'))) {
    if (!SOURCES.includes(name)) cpSync(join(root, 'demo', name), join(target, name), { recursive: true });
  }
  cpSync(join(root, 'dist/embed'), join(target, 'aukio'), { recursive: true });
  cpSync(join(root, 'fixtures'), join(target, 'fixtures'), { recursive: true });
}
process.exitCode = code;
