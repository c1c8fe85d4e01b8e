import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.html': 'text/html',
  '.json': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * What a city's server does for the demo site: the loader under `/aukio/`, here straight from its source, and the
 * files that an editor uploaded under `/fixtures/`.
 */
export function demoSite(project: string): Plugin {
  const fixtures = join(project, 'fixtures');
  return {
    name: 'aukio:demo-site',
    config: () => ({
      server: { fs: { allow: [project] } },
      optimizeDeps: { entries: [join(project, 'src/{embed,define/*}.ts')] },
    }),
    resolveId: (source) => (source === '/aukio/aukio.js' ? join(project, 'src/embed.ts') : null),
    configureServer({ middlewares }) {
      middlewares.use('/fixtures', (request, response, next) => {
        const file = resolve(fixtures, `.${decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)}`);
        if (!file.startsWith(fixtures + sep) || !existsSync(file) || !statSync(file).isFile()) return next();
        // Never a charset: a city's server does not know it either, and the readers have to find out.
        response.setHeader('Content-Type', MEDIA_TYPES[extname(file)] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      });
    },
  };
}
