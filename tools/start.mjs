import { setup } from './setup.mjs';

const PORT = 5173;
/** How long the site and the service may take to end, in milliseconds. */
const GRACE = 12_000;

await setup();

// Loaded here, since what they need may have been installed a moment ago.
const { createServer } = await import('vite');
const { startDemoService } = await import('./demo-service.mjs');

const ending = new AbortController();
/** @type {(() => Promise<unknown>)[]} */
const open = [];
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void end(0));

try {
  const service = await startDemoService(ending.signal);
  open.push(service.stop);
  void service.ended.then(() => end(1, 'The service has ended, and the site with it.'));
  // A city's own web server would do the same: the pages and the service have one origin, and nothing needs CORS.
  const proxy = { '/api': { target: service.url, rewrite: (/** @type {string} */ path) => path.replace(/^\/api/, '') } };
  const site = await createServer({ server: { host: '127.0.0.1', port: PORT, proxy }, logLevel: 'warn' });
  const close = site.close.bind(site);
  open.push(close);
  // Vite ends the process by itself on SIGTERM: not before the service has ended, too.
  site.close = () => end(0);
  await site.listen();
  console.log(`The sample city website: ${site.resolvedUrls?.local[0]}`);
  console.log(`The city's side of its service: ${service.url}office/ (token: ${service.token})`);
  console.log(`Codes for the children's and young people's vote: ${service.codes.slice(0, 3).join(', ')}`);
  console.log('Ctrl-C ends both.');
} catch (error) {
  await end(1, error instanceof Error ? error.message : String(error));
}

/**
 * Ends the site and the service, once, and then this process.
 * @param {number} code
 * @param {string} [why]
 * @returns {Promise<void>}
 */
async function end(code, why) {
  if (ending.signal.aborted) return new Promise(() => {});
  ending.abort();
  if (why) console.error(why);
  setTimeout(() => process.exit(1), GRACE).unref();
  await Promise.allSettled(open.map((stop) => stop()));
  process.exit(code);
}
