import { setup } from './setup.mjs';

await setup();

// Loaded here, since it may have been installed a moment ago.
const { createServer } = await import('vite');
const server = await createServer({ server: { host: '127.0.0.1', port: 5173 }, logLevel: 'warn' });
await server.listen();
console.log(`The sample city website: ${server.resolvedUrls?.local[0]}`);
