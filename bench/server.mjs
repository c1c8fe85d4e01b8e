import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

/**
 * Serves a site on the loopback address, compressed ahead, so that no request waits for that.
 * @param {ReadonlyMap<string, import('./site.mjs').Resource>} site
 */
export async function serve(site) {
  const ready = new Map(Array.from(site, ([path, { type, body }]) => [path, { type, body: gzipSync(body, { level: 9 }) }]));
  const server = createServer((request, response) => {
    const resource = ready.get(request.url);
    if (!resource) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': resource.type, 'content-encoding': 'gzip', 'content-length': resource.body.length });
    response.end(resource.body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
