import { existsSync } from 'node:fs';
import { findBrowser } from './browser.mjs';
import { LIBRARIES } from './hosts.mjs';

/** What the tests can do without and are then fewer: all of it has to be there before anything lands. */
const missing = [...LIBRARIES.values()].filter((path) => !existsSync(path));
if (findBrowser()?.kind !== 'chromium' && !process.env.CHROME_PATH) missing.unshift('Chromium');
if (missing.length > 0) console.error(`Not here, so tests were left out: ${missing.join(', ')}`);
process.exitCode = missing.length > 0 ? 1 : 0;
