import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, PAGES, type Language, type Page } from './site.ts';
import { htmlOf } from './template.ts';

const demo = fileURLToPath(new URL('..', import.meta.url));
const fixtures = join(demo, '../fixtures');

/** The page at an address of the site, made from its content as it is now; undefined where there is none. */
export function pageAt(path: string): string | undefined {
  for (const page of PAGES) {
    const language = LANGUAGES.find((candidate) => page.path[candidate] === path);
    if (language) return htmlOf(page, language, contentOf(page, language));
  }
  return undefined;
}

/** Every page of the site by its address, which begins and ends with a slash. */
export function allPages(): ReadonlyMap<string, string> {
  return new Map(PAGES.flatMap(({ path }) => LANGUAGES.map((language): [string, string] => [path[language], pageAt(path[language])!])));
}

/** What leads nowhere, in words. Files that were uploaded, the loader and the builder are made elsewhere and not looked at. */
export function deadLinks(pages: ReadonlyMap<string, string>): readonly string[] {
  return [...pages].flatMap(([path, html]) =>
    [...html.matchAll(/ (?:href|src)="([^"]*)"/g)]
      .map(([, address = '']) => address)
      .filter((address) => leadsNowhere(address, html, pages))
      .map((address) => `${path} links to ${address}, which does not exist`),
  );
}

/** Content as the editor saved it; pasted reports come from `fixtures/`, so that tests read the same ones. */
function contentOf(page: Page, language: Language): string {
  const saved = readFileSync(join(demo, 'content', language, `${page.name}.html`), 'utf8');
  return saved.replace(/^<!-- fixture: (\S+) -->$/gm, (_, path: string) => readFileSync(join(fixtures, path), 'utf8').trimEnd());
}

function leadsNowhere(address: string, html: string, pages: ReadonlyMap<string, string>): boolean {
  if (/^(?:mailto:|tel:|https:|\/aukio\/|\/builder\/|\/api\/|\/fixtures\/files\/)/.test(address)) return false;
  const [path = '', fragment = ''] = address.split('#');
  const target = path === '' ? html : pages.get(path.split('?')[0]!);
  if (target === undefined) return !isFile(path.startsWith('/fixtures/') ? join(demo, '..', path) : join(demo, path));
  return fragment !== '' && !fragment.includes('=') && !target.includes(` id="${fragment}"`);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
