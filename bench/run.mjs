import { install, setup } from '../tools/setup.mjs';

/**
 * Measures the goal report beside other tables, in one run of Chromium, and writes `results.md`. Times are worth
 * something only beside each other: the machine is part of every one of them.
 */
await setup();
await install('bench');

// Loaded here, since it may have been installed a moment ago.
const { bench } = await import('./bench.mjs');
process.exitCode = await bench();
