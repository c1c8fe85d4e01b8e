import { expect } from '@open-wc/testing';
import { tableOf, until } from '../../widgets/pages.ts';
import { leave, opened, shown, type City, type CityPage } from './city.ts';
import { ALL, allShown, EXAMPLES } from './widgets.ts';

const script = (code: string): CityPage => ({ head: `<script>${code}</script>` });

/** What Prototype 1.6 and older did to every page: a string where JSON wants an array. */
const OLD_JSON = `
  Object.toJSON = function (value) { return value && value.toJSON ? value.toJSON() : typeof value === 'string' ? '"' + value + '"' : String(value); };
  Array.prototype.toJSON = function () { return '[' + this.map(Object.toJSON).join(', ') + ']'; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Number.prototype.toJSON = function () { return String(this); };`;

/** Names that loops over objects and lists come across. */
const POLLUTED = `
  Object.prototype.each = function () {}; Object.prototype.src = '/nowhere.json'; Object.prototype.lang = 'xx';
  Array.prototype.contains = function () {}; Array.prototype.last = function () {}; Function.prototype.bindAll = function () {};`;

const STORAGE = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'BroadcastChannel'];
/** As browsers do where a person has blocked all site data. */
const BLOCKED = `for (const name of ${JSON.stringify(STORAGE)}) Object.defineProperty(window, name, { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });
  Object.defineProperty(document, 'cookie', { get() { throw new DOMException('denied', 'SecurityError'); }, set() { throw new DOMException('denied', 'SecurityError'); } });`;

/** Counts who listens to the page and to its window. */
const COUNTED = `{
  const live = new Map();
  let number = 0;
  const key = (target, type, listener, options) => { if (listener && !listener.listenerId) listener.listenerId = ++number; return [target === window, type, listener?.listenerId, Boolean(options?.capture ?? (options === true))].join(); };
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = function (type, listener, options) {
      if (!options?.once && !options?.signal?.aborted) { live.set(key(target, type, listener, options), type); options?.signal?.addEventListener('abort', () => live.delete(key(target, type, listener, options))); }
      return addEventListener.call(target, type, listener, options);
    };
    target.removeEventListener = function (type, listener, options) {
      live.delete(key(target, type, listener, options));
      return removeEventListener.call(target, type, listener, options);
    };
  }
  window.listening = () => live.size;
}`;

const BANNER = `<script type="module" src="${new URL('banner.js', import.meta.url).pathname}"></script>`;

/** A library that Debian packages, for the tests of pages that have it. */
async function library(name: string, address: string): Promise<Readonly<Record<string, CityPage>>> {
  if ((await fetch(address)).ok) return { [name]: { head: `<script src="${address}"></script>` } };
  console.warn(`No page with ${name} is tested: it is not installed. Debian has it as libjs-${name.toLowerCase()}.`);
  return {};
}

const PAGES: Readonly<Record<string, CityPage>> = {
  'the toJSON of Prototype 1.6': script(OLD_JSON),
  ...(await library('Prototype', '/hosts/prototype.js')),
  ...(await library('MooTools', '/hosts/mootools.js')),
  'a polluted Object.prototype': script(POLLUTED),
  'all storage blocked': script(BLOCKED),
  'a second Lit': { head: BANNER, body: `<city-banner></city-banner>${ALL}` },
  'a template language that leaves its marks': { body: `{{ title }} ${ALL} {% block %}` },
};

afterEach(leave);

describe('on a page with', () => {
  for (const [name, page] of Object.entries(PAGES)) {
    it(`${name} a resident uses every widget, what is sent is what was meant, and nothing fails`, async () => {
      const city = await opened({ body: ALL, ...page });
      const roots = await allShown(city);
      for (const [at, { tag, use, outcome }] of EXAMPLES.entries()) expect(await use(roots[at]!, city), tag).to.deep.equal(outcome);
      expect([city.watched.errors, city.watched.warnings]).to.deep.equal([[], []]);
    });
  }

  it('a base address elsewhere a file is looked for there, and the parts of the script are not', async () => {
    const city = await opened({ head: '<base href="/fixtures/files/">', body: '<div data-aukio="goal-status" data-src="tavoitteet-tammi-heinakuu-2026.csv"><p>Tavoitteet</p></div>' });
    await shown(city.page, 'aukio-goal-status', '.result');
    const asked = city.view.performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    expect(asked.filter((path) => path.startsWith('/fixtures/'))).to.deep.equal(['/fixtures/files/tavoitteet-tammi-heinakuu-2026.csv']);
    expect(city.watched.errors).to.deep.equal([]);
  });

  it('scripts turned off the page\'s own words are there in place of every widget, and nothing else', async () => {
    const { page } = await opened({ body: ALL, frame: { sandbox: 'allow-same-origin' } });
    const words = EXAMPLES.map(({ tag }) => page.getElementById(tag)!.innerText.trim());
    expect(words.slice(1)).to.deep.equal(['Vaihde 06 000 1200', 'palaute@merilehto.example', 'Voit äänestää myös kirjastossa.', 'Päätös on ilmoitustaululla.']);
    expect(page.querySelectorAll('#aukio-goal-status td')).to.have.length(15);
    expect(page.querySelector('[data-aukio] > [data-aukio], aukio-goal-status')).to.equal(null);
  });
});

describe('a script of the site that', () => {
  const READY = ['aukio-ready', 'aukio-error'] as const;

  /** Notes what is read from now on. */
  const reads = ({ page }: City): Event[] => {
    const noted: Event[] = [];
    for (const type of READY) page.addEventListener(type, (event) => noted.push(event));
    return noted;
  };

  it('makes tabs moves the widgets, and what the resident did stays done', async () => {
    const city = await opened({ body: ALL });
    const { page } = city;
    const roots = await allShown(city);
    for (const [at, { tag, use, outcome }] of EXAMPLES.entries()) expect(await use(roots[at]!, city), tag).to.deep.equal(outcome);
    const after = await still(roots);
    const noted = reads(city);
    const asked = (await city.log()).asked.length;

    const panel = page.createElement('section');
    panel.hidden = true;
    page.body.append(panel);
    panel.append(...page.querySelectorAll('body > section[id]'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    panel.hidden = false;
    await until(() => roots.every((root, at) => visible(root) === after[at]), 'the same words');
    expect(EXAMPLES.map(({ tag }) => page.querySelector(tag)?.shadowRoot)).to.deep.equal(roots);
    expect(noted).to.deep.equal([]);
    expect((await city.log()).asked.slice(asked)).to.deep.equal([]);
    expect(city.watched.errors).to.deep.equal([]);
  });

  it('makes an accordion of copies of its markup gets widgets that work', async () => {
    const city = await opened({ body: ALL });
    await allShown(city);
    const { body } = city.page;
    const markup = body.innerHTML;
    body.replaceChildren();
    body.innerHTML = `<details open><summary>Osallistu</summary>${markup}</details>`;
    const roots = await allShown(city);
    for (const [at, { tag, use, outcome }] of EXAMPLES.entries()) expect(await use(roots[at]!, city), tag).to.deep.equal(outcome);
    expect(city.watched.errors).to.deep.equal([]);
  });

  it('takes the widgets off the page and puts others there leaves nothing that goes on listening', async () => {
    const city = await opened({ head: `<script>${COUNTED}</script>`, body: '' });
    const { body } = city.page;
    const listening = (): number => (city.view as Window & { listening?: () => number }).listening!();
    const counts: number[] = [];
    // What all widgets of a page share, the first have brought.
    for (let turn = 0; turn < 3; turn += 1) {
      body.innerHTML = ALL;
      await allShown(city);
      expect(listening()).to.be.greaterThan(counts.at(-1) ?? 0);
      body.replaceChildren();
      await new Promise((resolve) => setTimeout(resolve, 300));
      counts.push(listening());
    }
    expect(counts[2]).to.equal(counts[1]);
    expect(city.watched.errors).to.deep.equal([]);
  });

  it('wraps every table into a box that scrolls does no harm', async () => {
    const city = await opened({ body: ALL });
    const roots = await allShown(city);
    const before = await still(roots);
    const noted = reads(city);
    for (const table of city.page.querySelectorAll('table')) {
      const box = city.page.createElement('div');
      box.className = 'table-responsive';
      table.replaceWith(box);
      box.append(table);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    await until(() => roots.every((root, at) => visible(root) === before[at]), 'the same words');
    expect(noted.filter(({ type }) => type === 'aukio-error')).to.deep.equal([]);
  });

  it('prints before anybody has scrolled prints all of every widget', async () => {
    const many = Array.from({ length: 120 }, (_, row) => [`Tavoite ${row}`, 'Mittari', 'Liikuntapalvelut', 'Käynnissä', 'Toteutuu']);
    const city = await opened({ body: `<div style="height: 5000px"></div><div data-aukio="goal-status">${tableOf(many)}</div>${ALL.replace(/<section id="aukio-goal-status">.*?<\/section>/s, '')}` });
    const roots = await allShown(city);
    await until(() => roots[0]!.querySelectorAll('[part~=title]').length === 120, 'the whole list');
    city.view.dispatchEvent(new Event('beforeprint'));
    // What is drawn only near the view, or folded away, would be empty paper.
    const printed = (at: number, selector: string): number => [...roots[at]!.querySelectorAll(selector)].filter((part) => part.checkVisibility()).length;
    expect([printed(0, '[part~=title]'), printed(1, '.card'), printed(3, '[id^=project-]'), printed(4, '.winner')]).to.deep.equal([120, 18, 6, 4]);
    city.view.dispatchEvent(new Event('afterprint'));
    expect(city.watched.errors).to.deep.equal([]);
  });
});

/** The words of all widgets, when none of them says more than it did a moment ago. */
async function still(roots: readonly ShadowRoot[]): Promise<string[]> {
  for (let last = ''; ; ) {
    const words = roots.map(visible);
    if (last === (last = words.join())) return words;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** The words that a resident sees in a widget. */
function visible(root: ShadowRoot): string {
  return [...root.querySelectorAll<HTMLElement>('.base')].map(({ innerText }) => innerText.replace(/\s+/g, ' ')).join();
}
