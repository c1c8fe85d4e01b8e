import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { pageAt } from '../../demo/template/pages.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.html': 'text/html',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * What a city's server does for the demo site: the pages as its CMS makes them, the loader under `/aukio/`, here straight
 * from its source, the builder under `/builder/`, and the files that an editor uploaded under `/fixtures/`.
 */
export function demoSite(project: string): Plugin {
  const fixtures = join(project, 'fixtures');
  return {
    name: 'aukio:demo-site',
    config: () => ({
      server: { fs: { allow: [project] } },
      optimizeDeps: { entries: [join(project, 'src/{embed,define/*}.ts'), join(project, 'builder/main.ts')] },
    }),
    resolveId: (source) => (source === '/aukio/aukio.js' ? join(project, 'src/embed.ts') : source === '/builder/main.ts' ? join(project, source) : null),
    configureServer(server) {
      server.middlewares.use('/fixtures', (request, response, next) => {
        const file = resolve(fixtures, `.${decodeURIComponent(pathOf(request.url))}`);
        if (!file.startsWith(fixtures + sep) || !existsSync(file) || !statSync(file).isFile()) return next();
        // Never a charset: a city's server does not know it either, and the readers have to find out.
        response.setHeader('Content-Type', MEDIA_TYPES[extname(file)] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      });
      server.middlewares.use((request, response, next) => {
        const path = pathOf(request.url);
        if (path === '/builder/') {
          const page = readFileSync(join(project, 'builder/index.html'), 'utf8');
          server.transformIndexHtml(path, page).then((html) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html), next);
          return;
        }
        // Its parts lie beside the site, where the server finds them under their whole names.
        if (path.startsWith('/builder/')) request.url = `/@fs${project}${request.url}`;
        next();
      });
      server.middlewares.use((request, response, next) => {
        const path = pathOf(request.url);
        const page = pageAt(path);
        if (page === undefined) return next();
        server.transformIndexHtml(path, page).then((html) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html), next);
      });
    },
  };
}

function pathOf(url = '/'): string {
  return new URL(url, 'http://localhost').pathname;
}
