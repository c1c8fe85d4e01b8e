import { nodeTests } from './suites.mjs';
import { Tally } from './tally.mjs';

/** Runs all tests that Node runs, on what the build has made. */
const tally = new Tally();
await tally.tests('Of models and tools', () => nodeTests('test/node'));
await tally.tests('Of the package', () => nodeTests('test/package'));
await tally.tests('Of the service', () => nodeTests('service/test', { waiting: true }));
await tally.tests('End to end', () => nodeTests('test/end-to-end', { waiting: true }));
tally.end();
