import { expect } from '@open-wc/testing';
import { until } from '../until.ts';

const at = (file: string): string => new URL(`integrity/${file}`, import.meta.url).href.replace(/\?.*$/, '');
const PART = at('part.js');
const WHOLE = at('whole.js');

/** What the browser is sent, and what it would be sent with one byte changed. */
let hashes: { readonly right: string; readonly wrong: string };

before(async () => {
  const bytes = new Uint8Array(await (await fetch(PART)).arrayBuffer());
  const sri = async (file: Uint8Array<ArrayBuffer>): Promise<string> => `sha384-${btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-384', file))))}`;
  const right = await sri(bytes);
  bytes[0]! ^= 1;
  hashes = { right, wrong: await sri(bytes) };
});

/** Which of the two modules ran on a page with this head. */
async function ran(head: (hash: string) => string, hash: string): Promise<string> {
  const frame = document.createElement('iframe');
  // The last script waits for those before it, and for what it imports itself.
  frame.srcdoc = `<!doctype html><html><head>${head(hash)}</head><body></body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const { dataset } = frame.contentDocument!.documentElement;
  // An `import()` does not hold the page's `load` back.
  if (head(hash).includes('tried')) await until(() => dataset['tried'] !== undefined, 'an answer to the import');
  const seen = ['part', 'whole'].filter((name) => dataset[name]).join();
  frame.remove();
  return seen;
}

const map = (hash: string): string => `<script type="importmap">${JSON.stringify({ integrity: { [PART]: hash } })}</script>`;
const IMPORT = `<script type="module">import('${WHOLE}').catch(() => {}).then(() => (document.documentElement.dataset.tried = ''));</script>`;

interface Way {
  readonly head: (hash: string) => string;
  /** What runs where the hash is right. */
  readonly runs: string;
  /** WebKit fetches the file anew for who imports it, and checks nothing then. */
  readonly openInWebKit?: true;
}

/** The table of docs/serving.md. */
const WAYS: Readonly<Record<string, Way>> = {
  'its own tag': { head: (hash) => `<script type="module" src="${PART}" integrity="${hash}"></script>`, runs: 'part' },
  'its own tag, before one that imports it': { head: (hash) => `<script type="module" src="${PART}" integrity="${hash}"></script><script type="module" src="${WHOLE}"></script>`, runs: 'part,whole', openInWebKit: true },
  'its own tag, before an import()': { head: (hash) => `<script type="module" src="${PART}" integrity="${hash}"></script>${IMPORT}`, runs: 'part,whole', openInWebKit: true },
  modulepreload: { head: (hash) => `<link rel="modulepreload" href="${PART}" integrity="${hash}"><script type="module" src="${WHOLE}"></script>`, runs: 'part,whole', openInWebKit: true },
  'an import map, before a tag that imports it': { head: (hash) => `${map(hash)}<script type="module" src="${WHOLE}"></script>`, runs: 'part,whole' },
  'an import map, before an import()': { head: (hash) => map(hash) + IMPORT, runs: 'part,whole' },
};
const isWebKit = !CSS.supports('-moz-appearance', 'none') && !navigator.userAgent.includes('Chrome');

describe('the integrity of a file that a module imports, in', () => {
  for (const [way, { head, runs, openInWebKit }] of Object.entries(WAYS)) {
    const open = openInWebKit === true && isWebKit;
    it(`${way}, lets the file through as it is, and ${open ? 'also ' : 'not '}with one byte changed`, async () => {
      expect(await ran(head, hashes.right)).to.equal(runs);
      expect(await ran(head, hashes.wrong)).to.equal(open ? runs : '');
    });
  }
});
