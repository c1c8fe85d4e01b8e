import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** A developer's project with the package in it, as it would come from a registry. */
export interface Consumer {
  readonly folder: string;
  readonly tarball: string;
}

/**
 * Packs the built package and unpacks it into a new project. It lies inside this one, where Node and bundlers find
 * Lit and the other dependencies. Removed after the tests of the file.
 */
export function consumer(): Consumer {
  const cache = join(project, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'consumer-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));

  // Else the project around it, which has the package's name, is taken for the package.
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));

  const npm = process.env['npm_execpath'];
  const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
  const name = npm
    ? execFileSync(process.execPath, [npm, ...pack], { cwd: project, encoding: 'utf8' })
    : execFileSync('npm', pack, { cwd: project, encoding: 'utf8', shell: process.platform === 'win32' });
  const tarball = join(folder, name.trim());

  const target = join(folder, 'node_modules/aukio');
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
  return { folder, tarball };
}

/** The script of a tool that the project has installed. */
export function tool(path: string): string {
  return join(project, 'node_modules', path);
}
