import { setup, install } from '../tools/setup.mjs';

/**
 * Has Lighthouse judge the sample site as a web server would hold it, and writes `results.md`. Fails where a page has less
 * than 100 for accessibility or best practices. Performance is reported, and depends on the machine.
 */
await setup();
await install('lighthouse');

// Loaded here, since they may have been installed a moment ago.
const { judge } = await import('./judge.mjs');
process.exitCode = await judge(process.argv.slice(2));
