import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './run.mjs';

/**
 * Makes `demo/dist/`: the sample city website as a web server would hold it, with the built script tag copied beside
 * its pages, as a city would copy it. Nothing of it is bundled.
 */
const target = join(root, 'demo/dist');

process.exitCode = await build();
rmSync(target, { recursive: true, force: true });
cpSync(join(root, 'demo'), target, { recursive: true, filter: (path) => path !== target });
