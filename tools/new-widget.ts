import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { derivedFiles } from './new-widget/derived.ts';
import { namesOf } from './new-widget/names.ts';
import { newFiles } from './new-widget/templates.ts';

/** `npm run new -- <name> [--into DIR]`: writes a working widget to start from, with all that belongs to it. */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { into: { type: 'string' } } });
const project = values.into ? resolve(values.into) : fileURLToPath(new URL('..', import.meta.url));
const [name = ''] = positionals;

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  console.error('Say the widget\'s name in small letters, words joined by hyphens: npm run new -- notice-board');
  process.exit(1);
}
if (existsSync(join(project, 'src/widgets', name))) {
  console.error(`There is a widget ${name} already: src/widgets/${name}/.`);
  process.exit(1);
}

const names = namesOf(name);
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
for (const [path, content] of Object.entries({ ...newFiles(names), ...derivedFiles(names, read) })) {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), content);
  console.log(path);
}
console.log(`
Next:
- src/model/${name}.ts says what one of its items is; the rest follows from there.
- src/i18n/${name}/ has general words in every language: write what a resident of yours would read.
- npm run manifest && npm run schemas, then npm test.`);
