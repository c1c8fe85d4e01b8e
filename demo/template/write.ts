/**
 * Writes the sample site's pages: `npx tsx demo/template/write.ts`.
 * With `--check` it writes nothing and fails where a page is not as the template and its content make it.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, PAGES, type Language, type Page } from './site.ts';
import { htmlOf } from './template.ts';

const demo = join(dirname(fileURLToPath(import.meta.url)), '..');
const fixtures = join(demo, '..', 'fixtures');

/** Content as the editor saved it; pasted reports come from `fixtures/`, so that tests read the same ones. */
function contentOf(page: Page, language: Language): string {
  const saved = readFileSync(join(demo, 'content', language, `${page.name}.html`), 'utf8');
  return saved.replace(/^<!-- fixture: (\S+) -->$/gm, (_, path: string) => readFileSync(join(fixtures, path), 'utf8').trimEnd());
}

/** Addresses in the page that lead nowhere. `/fixtures/files/` and `/aukio/` are made elsewhere and not looked at. */
function deadLinks(html: string, pages: ReadonlyMap<string, string>): readonly string[] {
  return [...html.matchAll(/ (?:href|src)="([^"]*)"/g)]
    .map(([, address = '']) => address)
    .filter((address) => {
      if (/^(?:mailto:|tel:|https:|\/aukio\/|\/fixtures\/files\/)/.test(address)) return false;
      const [path = '', fragment = ''] = address.split('#');
      const target = path === '' ? html : pages.get(path);
      if (target === undefined) return !isFile(path.startsWith('/fixtures/') ? join(demo, '..', path) : join(demo, path));
      return fragment !== '' && !fragment.includes('=') && !target.includes(` id="${fragment}"`);
    });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

const pages = new Map(
  PAGES.flatMap((page) => LANGUAGES.map((language): [string, string] => [page.path[language], htmlOf(page, language, contentOf(page, language))])),
);
const checkOnly = process.argv.includes('--check');
const faults: string[] = [];

for (const [path, html] of pages) {
  faults.push(...deadLinks(html, pages).map((address) => `${path} links to ${address}, which does not exist`));
  const file = join(demo, path, 'index.html');
  if (checkOnly) {
    if (!isFile(file) || readFileSync(file, 'utf8') !== html) faults.push(`${path} is out of date: run npx tsx demo/template/write.ts`);
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, html);
  }
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`${pages.size} pages ${checkOnly ? 'are up to date' : 'written'}`);
}
