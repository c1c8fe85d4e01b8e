import { warnOnce } from './warn.ts';

/** What names no host resolves to this origin, which no page has. */
const NOWHERE = 'https://nowhere.invalid';

/** The loader's own script, whose tag may carry `data-allow`. */
const LOADER = /\/aukio\.js(?:[?#]|$)/;

/**
 * Whether every address among `values` is on the page's own origin or on one that the page allows. A value counts as an
 * address when it names a host, under whatever key: a link survives filters that no other markup does, so a stranger's
 * comment must not make the page load from, or send to, a host of their choice. Says which one was refused.
 */
export function mayUse(values: Iterable<string>): boolean {
  const allowed = [NOWHERE, location.origin, ...allowedByPage().map(originOf)];
  const foreign = [...values].map(originOf).find((asked) => !allowed.includes(asked));
  if (foreign === undefined) return true;
  warnOnce(`a link that names ${foreign} stays a link. To load from there, add <meta name="aukio-allow" content="${foreign}"> to the head of the page.`);
  return false;
}

/** The origin of the host that a value names, by the same parser that a request will use. */
function originOf(value: string): string {
  try {
    const url = new URL(value, NOWHERE);
    return /^https?:$/.test(url.protocol) ? url.origin : NOWHERE;
  } catch {
    return NOWHERE;
  }
}

function allowedByPage(): string[] {
  // By its name: `document.currentScript` is null in a module, and `import.meta` is an error where it is none.
  const own = [...document.scripts].filter((tag) => LOADER.test(tag.src)).map((tag) => tag.dataset.allow ?? '');
  // In the head alone: what an editor or a visitor writes ends up in the body.
  const metas = [...document.head.querySelectorAll<HTMLMetaElement>('meta[name=aukio-allow]')].map((tag) => tag.content);
  return [...own, ...metas].flatMap((list) => list.split(/\s+/));
}
