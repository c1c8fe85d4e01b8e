import { expect } from '@open-wc/testing';
import { ROWS, tableOf, until } from '../../widgets/pages.ts';
import { leave, opened, shown, type City } from './city.ts';
import { differences, look } from './look.ts';
import { ALL, allShown, EXAMPLES } from './widgets.ts';

const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
const REQUIRED = "require-trusted-types-for 'script'";
const REPORT = `<div data-aukio="goal-status"><p>Tavoitteet 2026</p>${tableOf(ROWS)}</div>`;

/** As a module file, since a strict policy lets no inline script run. */
const at = (file: string): string => new URL(file, import.meta.url).pathname;
const BANNER = `<script type="module" src="${at('banner.js')}"></script>`;

afterEach(leave);

describe('on a page with a strict Content-Security-Policy', () => {
  it('a resident uses every widget as on any page, and nothing is refused', async () => {
    const city = await opened({ body: ALL, policy: STRICT });
    const roots = await allShown(city);
    for (const [position, { tag, use, outcome }] of EXAMPLES.entries()) expect(await use(roots[position]!, city), tag).to.deep.equal(outcome);
    expect(city.watched).to.deep.equal({ violations: [], errors: [], warnings: [] });
  });

  it('every widget looks as it does without one', async () => {
    const roots = [await allShown(await opened({ body: ALL })), await allShown(await opened({ body: ALL, policy: STRICT }))] as const;
    const found = (): string[] => EXAMPLES.flatMap(({ tag }, position) => differences(look(roots[0][position]!), look(roots[1][position]!)).map((difference) => `${tag}: ${difference}`));
    await until(() => found().length === 0, `the same look: ${found().slice(0, 5).join('; ')}`);
  });

  it('the script tag works as a plain script as well, and leaves one name on the page, which is a symbol', async () => {
    for (const loader of ['<script type="module" src="/aukio/aukio.js"></script>', '<script defer src="/aukio/aukio.js"></script>']) {
      const city = await opened({ body: REPORT, policy: STRICT, loader });
      await shown(city.page, 'aukio-goal-status', '.result');
      const { globalsBefore } = city.page as Document & { globalsBefore: readonly PropertyKey[] };
      // A frame is a property of its window by its number, and named elements of the page are too.
      expect(Reflect.ownKeys(city.view).filter((key) => !globalsBefore.includes(key)).map(String)).to.deep.equal(['Symbol(aukio/loader/v1)']);
      expect(city.watched.violations).to.deep.equal([]);
    }
  });
});

describe('where a page requires Trusted Types', () => {
  it('and names aukio, a resident uses every widget, and neither a template nor the worker of a letter is refused', async () => {
    const city = await opened({ body: ALL, policy: `${STRICT}; ${REQUIRED}; trusted-types lit-html aukio` });
    const roots = await allShown(city);
    for (const [position, { tag, use, outcome }] of EXAMPLES.entries()) expect(await use(roots[position]!, city), tag).to.deep.equal(outcome);
    expect(city.watched).to.deep.equal({ violations: [], errors: [], warnings: [] });
  });

  for (const list of ['lit-html', 'aukio']) {
    it(`and names ${list} alone, the report is shown`, async () => {
      const city = await opened({ body: REPORT, policy: `${STRICT}; ${REQUIRED}; trusted-types ${list}` });
      await shown(city.page, 'aukio-goal-status', '.result');
      expect(city.watched.errors).to.deep.equal([]);
    });
  }

  it('and names neither, the page stays as it is, and one line says what to add', async () => {
    const city = await opened({ body: REPORT, policy: `${STRICT}; ${REQUIRED}; trusted-types other` });
    await until(() => city.watched.warnings.length > 0, 'a line');
    expect(city.watched.warnings.filter((text) => text.includes('trusted-types lit-html aukio'))).to.have.length(1);
    expect(city.watched.warnings).to.have.length(1);
    expect(city.page.body.innerText).to.include('Tavoitteet 2026').and.to.include(ROWS[0][0]);
    expect(city.view.customElements.get('aukio-goal-status')).to.equal(undefined);
  });

  // Each name may be taken once, and the site's own Lit knows `lit-html` alone.
  const banner = (page: Document): string => page.querySelector('city-banner')?.shadowRoot?.textContent.trim() ?? '';
  const both = async (city: City): Promise<void> => {
    await shown(city.page, 'aukio-goal-status', '.result');
    await until(() => banner(city.page) === 'Banner', 'what the site has made with its own Lit');
    expect(city.watched).to.deep.equal({ violations: [], errors: [], warnings: [] });
  };
  const POLICY = `${STRICT}; ${REQUIRED}; trusted-types lit-html aukio`;

  it('and has a Lit of its own before ours, both work', async () => {
    await both(await opened({ head: BANNER, body: `<city-banner></city-banner>${REPORT}`, policy: POLICY }));
  });

  it('and has a Lit of its own after ours, both work', async () => {
    await both(await opened({ head: `<script type="module" src="${at('banner-after.js')}"></script>`, body: `<city-banner></city-banner>${REPORT}`, policy: POLICY }));
  });
});

describe('where a page requires Trusted Types, a Word file is read', () => {
  const FILE = '<div data-aukio="goal-status" data-src="/fixtures/files/tavoitteet-tammi-heinakuu-2026.docx"><p>Tavoitteet 2026</p></div>';
  const WAYS: Readonly<Record<string, { readonly list: string; readonly head?: string }>> = {
    'and the page names both': { list: 'lit-html aukio' },
    'and it names aukio alone': { list: 'aukio' },
    'and it names lit-html alone': { list: 'lit-html' },
    'and a Lit of its own came first': { list: 'lit-html aukio', head: BANNER },
  };
  for (const [way, { list, head = '' }] of Object.entries(WAYS)) {
    it(way, async () => {
      const city = await opened({ head, body: `<city-banner></city-banner>${FILE}`, policy: `${STRICT}; ${REQUIRED}; trusted-types ${list}` });
      await shown(city.page, 'aukio-goal-status', '.result');
      expect([city.watched.errors, city.watched.warnings]).to.deep.equal([[], []]);
    });
  }
});

describe('where a list of Trusted Types names neither and nothing requires them', () => {
  it('the report is shown', async () => {
    const city = await opened({ body: REPORT, policy: `${STRICT}; trusted-types other` });
    await shown(city.page, 'aukio-goal-status', '.result');
    expect(city.watched.errors).to.deep.equal([]);
  });
});
