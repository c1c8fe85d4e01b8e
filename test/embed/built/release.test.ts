import { expect } from '@open-wc/testing';
import { version } from '../../../src/version.ts';
import type { ChunkList } from '../../../tools/vite/chunk-list.ts';
import { ROWS, tableOf, until } from '../../widgets/pages.ts';
import { leave, opened, shown, type City } from './city.ts';

const REPORT = tableOf(ROWS).replace('<table', '<table class="aukio-goal-status"');
const major = version.split('.')[0]!;
const chunks = (await (await fetch('/aukio/chunks.json')).json()) as ChunkList;
const { integrity } = (await (await fetch(`/released/none/aukio/${version}/integrity.json`)).json()) as { readonly integrity: Readonly<Record<string, string>> };

/** The file that brings a module. */
const fileFor = (module: string): string => Object.entries(chunks).find(([, chunk]) => chunk.for.includes(module))![0];

/** The tag and the map of docs/serving.md, for a copy of the release in which one file has a byte more. */
function pinned(changed: string): string {
  const from = `/released/${changed}`;
  const map = Object.fromEntries(Object.entries(integrity).map(([address, hash]) => [from + address, hash]));
  const own = `/aukio/${version}/aukio.js`;
  return `<script type="importmap">${JSON.stringify({ integrity: map })}</script><script type="module" src="${from}${own}" integrity="${integrity[own]!}"></script>`;
}

const asked = ({ view }: City): string[] => view.performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith('/released/'));
const notLoaded = ({ watched }: City): number => watched.warnings.filter((text) => text.startsWith('aukio: aukio-goal-status could not be loaded')).length;
/** What a reader finds on the page, be it the page's own or the widget's. */
const words = ({ page }: City): string => page.body.innerText + (page.querySelector('aukio-goal-status')?.shadowRoot?.textContent ?? '');

describe('a release in the folder of a site', () => {
  afterEach(leave);

  it('has a channel of one file that leads to the folder of the version', async () => {
    const city = await opened({ loader: `<script type="module" src="/released/none/aukio/${major}/aukio.js"></script>`, body: REPORT });
    await shown(city.page, 'aukio-goal-status', '.result');
    expect(asked(city).filter((path) => !path.startsWith(`/released/none/aukio/${version}/`))).to.deep.equal([`/released/none/aukio/${major}/aukio.js`]);
    expect(asked(city).length).to.be.greaterThan(3);
  });

  it('works with its hashes in an import map, and every script of it has one', async () => {
    const city = await opened({ loader: pinned('none'), body: REPORT });
    await shown(city.page, 'aukio-goal-status', '.result');
    expect(asked(city).filter((path) => integrity[path.replace('/released/none', '')] === undefined)).to.deep.equal([]);
    expect(city.watched).to.deep.equal({ violations: [], errors: [], warnings: [] });
  });

  it('works with its hashes where the page requires Trusted Types as well', async () => {
    const city = await opened({ loader: pinned('none'), body: REPORT, policy: "require-trusted-types-for 'script'; trusted-types lit-html aukio" });
    await shown(city.page, 'aukio-goal-status', '.result');
    expect(city.watched).to.deep.equal({ violations: [], errors: [], warnings: [] });
  });

  for (const module of ['src/embed/placeholder.ts', 'src/widgets/goal-status/beginning.ts', 'src/core/announcer.ts', 'src/define/goal-status.ts']) {
    it(`leaves the page its words where one byte of what brings ${module} has changed, and says so once`, async () => {
      const city = await opened({ loader: pinned(fileFor(module)), body: REPORT });
      await until(() => notLoaded(city) === 1, 'it is said');
      expect(city.watched.warnings).to.have.length(1);
      for (const [goal] of ROWS) expect(words(city)).to.include(goal);
      expect(city.page.querySelector('aukio-goal-status')?.shadowRoot?.querySelector('.result') ?? null).to.equal(null);
    });
  }

  it('leaves the page as it is where one byte of the script tag\'s own file has changed', async () => {
    const city = await opened({ loader: pinned('aukio.js'), body: REPORT });
    expect(asked(city)).to.deep.equal([`/released/aukio.js/aukio/${version}/aukio.js`]);
    expect(city.page.querySelector('aukio-goal-status')).to.equal(null);
    expect(city.page.body.innerText).to.include(ROWS[0][0]);
  });

  it('shows the goals where what is changed is loaded only later, without that part', async () => {
    const changed = fileFor('src/widgets/goal-status/tools.ts');
    const city = await opened({ loader: pinned(changed), body: REPORT });
    const root = await shown(city.page, 'aukio-goal-status', '[part~=item]');
    await until(() => asked(city).some((path) => path.endsWith(changed)), 'the part is asked for');
    await until(() => root.querySelectorAll('[part~=item]').length === ROWS.length, 'every goal');
    expect(root.querySelector('input[type=search]')).to.equal(null);
  });
});
