import { expect } from '@open-wc/testing';
import { version } from '../../../src/version.ts';
import { ROWS, tableOf, until } from '../../widgets/pages.ts';
import { leave, LOADER, opened, OWN_LOADER, type City, type CityPage } from './city.ts';

const PLAIN = LOADER.replace(' type="module"', '');
const REPORT = tableOf(ROWS).replace('<table', '<table class="aukio-goal-status"');
const [[GOAL]] = ROWS;

/** How many reports show their first goal. */
const reports = (page: Document): number => [...page.querySelectorAll('aukio-goal-status')].filter(({ shadowRoot }) => shadowRoot?.querySelector('[part~=item]')?.textContent.includes(GOAL)).length;
const shows = ({ page, watched }: City, count = 1): Promise<void> =>
  until(() => reports(page) === count, () => `${count} report(s); ${JSON.stringify(watched)} ${page.documentElement.outerHTML} ${page.querySelector('aukio-goal-status')?.shadowRoot?.innerHTML}`);
const quiet = ({ watched }: City): void => expect([watched.errors, watched.warnings]).to.deep.equal([[], []]) as unknown as void;

/** Whether the goal is in the page's own text, in view and outside a shadow root. */
const isFallback = ({ page }: City): boolean => page.body.innerText.includes(GOAL) && !page.querySelector('aukio-goal-status')?.shadowRoot;

afterEach(leave);

describe('the script tag brings the widget', () => {
  const PLACES: Readonly<Record<string, CityPage>> = {
    'in the head as a module': { body: REPORT },
    'in the head as a module with async': { loader: LOADER.replace('src', 'async src'), body: REPORT },
    'in the head as a plain script with defer': { loader: PLAIN.replace('src', 'defer src'), body: REPORT },
    'in the head as a plain script': { loader: PLAIN, body: REPORT },
    'at the end': { loader: '', body: REPORT + LOADER },
    'at the end as a plain script': { loader: '', body: REPORT + PLAIN },
  };
  for (const [place, page] of Object.entries(PLACES)) {
    it(place, async () => {
      const city = await opened(page);
      await shows(city);
      quiet(city);
    });
  }

  const added = (page: Document, attributes: Readonly<Record<string, string>>): HTMLScriptElement => Object.assign(page.createElement('script'), attributes);
  const LATER: Readonly<Record<string, { readonly page: CityPage; readonly start: (page: Document) => void }>> = {
    'when it is added long after the page was loaded': {
      page: { loader: '', body: REPORT },
      start: (page) => page.head.append(added(page, { type: 'module', src: '/aukio/aukio.js' })),
    },
    'when a cookie banner gives its type back after consent': {
      page: { loader: LOADER.replace('type="module"', 'type="text/plain" data-cookieconsent="statistics"'), body: REPORT },
      // As the banners do it: a browser runs a script once, and a new element is another one.
      start: (page) => {
        const blocked = page.querySelector('[data-cookieconsent]')!;
        const allowed = page.createElement('script');
        for (const { name, value } of blocked.attributes) allowed.setAttribute(name, value);
        allowed.type = 'module';
        blocked.replaceWith(allowed);
      },
    },
    'when an optimiser has made it a plain script at the end, run at the first touch': {
      page: { loader: '', body: `${REPORT}<script type="rocketlazyloadscript" data-rocket-type="module" data-rocket-src="/aukio/aukio.js"></script>` },
      start: (page) => {
        const delayed = page.querySelector<HTMLScriptElement>('[data-rocket-src]')!;
        page.body.append(added(page, { src: delayed.dataset['rocketSrc']! }));
        delayed.remove();
        // What such scripts send so that others believe that the page is only now loaded.
        for (const type of ['DOMContentLoaded', 'readystatechange']) page.dispatchEvent(new Event(type));
        page.defaultView!.dispatchEvent(new Event('load'));
      },
    },
    'when an optimiser has put its code into the page': {
      page: { loader: '', body: REPORT },
      // Combined with other scripts and moved: it no longer knows its address.
      start: (page) => void code().then((loader) => page.body.append(added(page, { textContent: `;var other=1;${loader}` }))),
    },
  };
  for (const [when, { page, start }] of Object.entries(LATER)) {
    it(`${when}, and until then the page has its own content`, async () => {
      const city = await opened(page);
      expect(isFallback(city)).to.equal(true);
      start(city.page);
      await shows(city);
      expect(city.frame.contentDocument).to.equal(city.page);
      quiet(city);
    });
  }
});

/** What an optimiser gets of the script tag's file when it moves it: with addresses that hold everywhere. */
async function code(): Promise<string> {
  return (await (await fetch('/aukio/aukio.js')).text()).replaceAll('./', '/aukio/');
}

describe('the script tag twice on a page gives one warning and every widget', () => {
  const TWICE: Readonly<Record<string, string>> = {
    'at one address': PLAIN.replace('src', 'defer src').repeat(2),
    'at two addresses': LOADER + LOADER.replace('/aukio/', '/released/another/aukio/0/'),
    'as a module and as a plain script': LOADER + PLAIN.replace('src', 'defer src'),
    'with a query': LOADER + LOADER.replace('aukio.js"', 'aukio.js?ver=6.8"'),
  };
  const twice = async (city: City, versions: readonly string[]): Promise<void> => {
    await shows(city, 2);
    await until(() => city.watched.warnings.length > 0, 'the warning');
    expect(city.page.querySelectorAll('aukio-goal-status')).to.have.length(2);
    expect(city.watched.warnings).to.have.length(1);
    expect(/version (\S+) does not start: version (\S+) is on this page/.exec(city.watched.warnings[0]!)?.slice(1).toSorted()).to.deep.equal(versions);
    expect(city.watched.errors).to.deep.equal([]);
  };

  for (const [how, loader] of Object.entries(TWICE)) {
    it(how, async () => twice(await opened({ loader, body: REPORT + REPORT }), [version, version]));
  }

  it('in two versions', async () => {
    const old = URL.createObjectURL(new Blob([(await code()).replaceAll(version, '0.0.9').replaceAll('/aukio/', `${location.origin}/aukio/`)], { type: 'text/javascript' }));
    await twice(await opened({ loader: LOADER + LOADER.replace('/aukio/aukio.js', old), body: REPORT + REPORT }), ['0.0.9', version]);
  });
});

describe('whatever part comes last', () => {
  const many = Array.from({ length: 400 }, (_, n) => [`Tavoite ${n}`, 'Mittari', 'Palvelut', `Toteuma ${n}`, 'Toteutuu']);
  const REPORTS = { 'a report': ROWS, 'a long report': [...ROWS, ...many] };
  /** The parts take turns in so many tests: a slow engine takes a minute for all of them. */
  const SHARES = 5;
  for (const [what, rows] of Object.entries(REPORTS)) {
    const page = { loader: OWN_LOADER, body: tableOf(rows).replace('<table', '<table class="aukio-goal-status"') };
    let parts: readonly string[];

    const whole = async (late?: string): Promise<City> => {
      const city = await opened({ ...page, late });
      const root = (): ShadowRoot | null | undefined => city.page.querySelector('aukio-goal-status')?.shadowRoot;
      const goals = (): HTMLElement[] => [...(root()?.querySelectorAll<HTMLElement>('[part~=item]') ?? [])];
      await until(() => goals().length === rows.length && root()?.querySelector('input[type=search]') !== null, () => `all of it without ${late}: ${goals().length} goals`);
      const search = root()!.querySelector<HTMLInputElement>('input[type=search]')!;
      search.value = GOAL;
      search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await until(() => goals().filter((goal) => goal.checkVisibility()).length === 1, () => `one goal without ${late}: ${goals().filter((goal) => goal.checkVisibility()).length}`);
      quiet(city);
      return city;
    };

    before(async () => {
      const { view } = await whole();
      const paths = view.performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.replace(/^\/city\/\d+\//, ''));
      parts = [...new Set(paths.filter((path) => path.startsWith('aukio/')))];
      await leave();
    });

    for (let share = 0; share < SHARES; share += 1) {
      it(`${what} is whole in the end, and is searched: share ${share + 1} of ${SHARES}`, async () => {
        const mine = parts.filter((_, at) => at % SHARES === share);
        expect(mine).not.to.deep.equal([]);
        await Promise.all(mine.map(whole));
      });
    }
  }
});

describe('the script tag', () => {
  it('finds what comes, moves, is cloned and goes later, and asks for nothing twice', async () => {
    const city = await opened({ body: REPORT });
    const { page, view } = city;
    await shows(city);
    const panels = page.createElement('section');
    page.body.append(panels);
    // By a script of the page, some of it as text and some as elements.
    panels.innerHTML = `<div>${REPORT}</div>`;
    const widget = page.querySelector('aukio-goal-status')!;
    panels.append(widget.cloneNode(true));
    panels.prepend(widget);
    panels.remove();
    page.body.append(panels);
    await shows(city, 3);
    const asked = view.performance.getEntriesByType('resource').map(({ name }) => name);
    expect(asked.filter((name, at) => asked.indexOf(name) !== at)).to.deep.equal([]);
    page.querySelector('section')!.remove();
    expect(reports(page)).to.equal(0);
    quiet(city);
  });
});
