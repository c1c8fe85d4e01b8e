import { expect } from '@open-wc/testing';
import { until } from '../../until.ts';
import { leave, opened, type CityPage } from './city.ts';
import { blocks, differences, look, mirrored, type Seen } from './look.ts';
import { ALL, allShown, EXAMPLES } from './widgets.ts';

const sheet = (path: string): CityPage => ({ head: `<link rel="stylesheet" href="/test/hosts/node_modules/${path}">` });
const style = (rules: string): CityPage => ({ head: `<style>${rules}</style>` });

const EVERYTHING = `*, *::before, *::after {
  letter-spacing: 5px !important; word-spacing: 9px !important; text-transform: uppercase !important; text-align: right !important;
  line-height: 3 !important; text-indent: 2em !important; white-space: nowrap !important; margin: 7px !important; padding: 7px !important;
  border: 3px solid red !important; border-radius: 20px !important; box-sizing: content-box !important; float: left !important;
  background: pink !important; box-shadow: 0 0 5px red !important; font-style: italic !important; text-decoration: underline !important;
  list-style: square !important; vertical-align: top !important; min-width: 0 !important; max-width: none !important; position: static !important; }
  html, body { margin: 0 !important; padding: 0 !important; border: 0 !important; float: none !important; }`;

/** Pages whose style sheets mean everything on them. Those of others are in test/hosts/. */
const PAGES: Readonly<Record<string, CityPage>> = {
  'has a rule for everything, each of it !important': style(EVERYTHING),
  'has a root of 62.5 %': style('html { font-size: 62.5% }'),
  'has a root of 20 pixels': style('html { font-size: 20px }'),
  'has capitals everywhere': style('body, div, table { text-transform: uppercase; font-variant: small-caps }'),
  'has rules for tables, buttons, fields and headings': style(
    'table, tr, td, th { display: block !important; border: 5px solid red !important } button, input, select { all: unset !important } h1, h2, h3, h4, p, ul, li { font-size: 5em !important; margin: 3em !important }',
  ),
  'floats what it has put into a widget': style('section > div p { float: left !important }'),
  'has Bootstrap 3': sheet('bootstrap-3/dist/css/bootstrap.min.css'),
  'has Bootstrap 5': sheet('bootstrap/dist/css/bootstrap.min.css'),
  'has GOV.UK Frontend': sheet('govuk-frontend/dist/govuk/govuk-frontend.min.css'),
  'has Tailwind\'s preflight': sheet('tailwindcss/preflight.css'),
};

/**
 * What holds on the clean page and on the hostile one: the type and the colours are the page's to say, and so are its column
 * and what it has put into a widget itself.
 */
const COLUMN = `<style>
  body { margin: 0 }
  section, section > div { all: unset; display: block !important; width: 1000px !important; font: 16px/1.5 sans-serif !important; color: #111 !important; }
  section p { all: unset !important; display: block !important; }</style>`;

describe('the widgets look within two pixels as on a clean page where the site', () => {
  let clean: readonly Seen[][];

  const open = async (page: CityPage): Promise<ShadowRoot[]> => allShown(await opened({ ...page, head: `${page.head ?? ''}${COLUMN}`, body: ALL }));

  /** Compares when everything has come: fonts, and what is loaded after the first sight. */
  const same = async (roots: readonly ShadowRoot[], wanted: readonly Seen[][], of: (seen: readonly Seen[]) => readonly Seen[] = (seen) => seen): Promise<void> => {
    const found = (): string[] => EXAMPLES.flatMap(({ tag }, at) => differences(of(wanted[at]!), of(look(roots[at]!))).map((difference) => `${tag}: ${difference}`));
    await until(() => found().length === 0, () => found().join('\n'));
  };

  before(async () => {
    const roots = await open({});
    let last = '';
    const still = (): boolean => {
      clean = roots.map(look);
      return last === (last = JSON.stringify(clean));
    };
    while (!still()) await new Promise((resolve) => setTimeout(resolve, 300));
    for (const [at, { tag }] of EXAMPLES.entries()) expect(clean[at]!.length, tag).to.be.greaterThan(50);
    await leave();
  });
  afterEach(leave);

  for (const [name, page] of Object.entries(PAGES)) {
    it(name, async () => {
      const address = /href="([^"]+)"/.exec(page.head ?? '')?.[1];
      if (address) expect((await fetch(address)).status, 'npm ci in test/hosts, as npm test does it').to.equal(200);
      await same(await open(page), clean);
    });
  }

  it('reads from right to left: all of it is mirrored, and nothing is wider than the page', async () => {
    const roots = await open({ root: 'dir="rtl"' });
    await same(roots, clean.map(mirrored), blocks);
    const { documentElement } = roots[0]!.ownerDocument;
    expect(documentElement.scrollWidth).to.be.at.most(documentElement.clientWidth);
  });
});
