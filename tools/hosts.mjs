import { existsSync } from 'node:fs';
import { install as installFromDebian, mayInstall } from './debian.mjs';
import { install } from './setup.mjs';

/** Old libraries as Debian packages them, by the addresses at which tests of pages that have them load them. */
export const LIBRARIES = new Map([
  ['/hosts/prototype.js', '/usr/share/javascript/prototype/prototype.js'],
  ['/hosts/mootools.js', '/usr/share/javascript/mootools/mootools-core.min.js'],
]);

/** Installs what stands on real pages beside the widgets: style sheets that npm has, and, where it may, the old libraries. */
export async function ensureHosts() {
  await install('test/hosts');
  if (mayInstall && ![...LIBRARIES.values()].every((path) => existsSync(path))) await installFromDebian(['libjs-prototype', 'libjs-mootools'], { alone: true });
}
