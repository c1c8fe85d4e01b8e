import { expect } from '@open-wc/testing';
import { read } from '../../../tools/frame/read-file.ts';
import { prerenderedPage } from '../../../tools/frame/prerendered-page.ts';
import { until } from '../../widgets/pages.ts';
import { documentOf, framed, leave, shown, site } from './city.ts';

const FILE = '/fixtures/files/tavoitteet-tammi-heinakuu-2026.docx';
const settings = { heading: 'Tavoitteet 2026' };
// Its own host by name: to WebKit, 'self' is nobody in a frame of no origin.
const POLICY = { 'Content-Security-Policy': `default-src 'none'; script-src ${origin}; style-src ${origin}; connect-src ${origin}; frame-src ${origin}` };

describe('a frame with the content of a Word file in it', () => {
  let html: string;
  before(async () => {
    const { html: content, title, count } = await read(FILE, 'goal-status', 'fi', settings);
    expect([title, count]).to.deep.equal(['Toiminnalliset tavoitteet 2026', 13]);
    html = prerenderedPage({ widget: 'goal-status', lang: 'fi', aukio: 'aukio/', settings, title: settings.heading, html: content! });
  });
  afterEach(leave);

  /** Opens the page in a frame of a city's page, which has the script for heights. */
  async function inside(attributes: string): Promise<{ readonly outer: Document; readonly frame: HTMLIFrameElement; readonly asked: () => Promise<readonly string[]> }> {
    const body = `<iframe data-aukio-frame ${attributes} width="900" title="Tavoitteet 2026" src="report.html"></iframe>`;
    const address = await site({ 'report.html': { html, headers: POLICY }, '': { html: documentOf({ loader: '<script type="module" src="/aukio/frame/host.js"></script>', body }), headers: POLICY } });
    const outer = (await framed(address)).contentDocument!;
    const asked = async (): Promise<readonly string[]> => ((await (await fetch(`${address}log`)).json()) as { asked: readonly string[] }).asked;
    return { outer, frame: outer.querySelector('iframe')!, asked };
  }

  it('runs nothing under sandbox=""', async () => {
    const { frame, asked } = await inside('sandbox=""');
    expect(frame.contentDocument).to.equal(null);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await asked()).to.include('report.html');
    // Some browsers fetch a script before they know that it must not run; what it would load, they do not.
    expect((await asked()).filter((path) => !/^(?:|report\.html|aukio\/frame\/page\.(?:css|js)|aukio\/aukio\.js)$/.test(path))).to.deep.equal([]);
    expect(frame.style.height).to.equal('');
  });

  it('is as high as its content where scripts may run in a frame of no origin', async () => {
    const { frame } = await inside('sandbox="allow-scripts"');
    expect(frame.contentDocument).to.equal(null);
    await until(() => frame.getBoundingClientRect().height > 600, 'its height');
  });

  it('is read as it is where no script may run', async () => {
    // What sandbox="" does to scripts, and a test can look at it.
    const { frame } = await inside('sandbox="allow-same-origin"');
    const page = frame.contentDocument!;
    expect(page.body.innerText).to.include('Kokeilemme uusia tapoja osallistua verkossa');
    const tables = [...page.querySelectorAll('table')];
    expect(tables.length).to.be.greaterThan(3);
    for (const table of tables) expect(table.querySelectorAll('th[scope=col]').length).to.be.greaterThan(2);
    expect(getComputedStyle(tables[0]!).borderCollapse).to.equal('collapse');
    expect(page.querySelector('aukio-goal-status')).to.equal(null);
  });

  it('is the widget where scripts may run, from the same table, in a frame as high as it', async () => {
    const { frame, asked } = await inside('sandbox="allow-scripts allow-same-origin"');
    const page = frame.contentDocument!;
    const root = await shown(page, 'aukio-goal-status', '.result');
    await until(() => root.querySelectorAll('[part~=item]').length === 13, 'every goal');
    expect(root.querySelector('h2')!.textContent).to.equal('Tavoitteet 2026');
    const height = (): number => frame.getBoundingClientRect().height;
    await until(() => height() > 600 && Math.abs(height() - page.documentElement.getBoundingClientRect().height) < 6, 'its height');
    expect((await asked()).filter((path) => path.endsWith('.docx'))).to.deep.equal([]);
  });
});

describe('a frame whose address names the file', () => {
  afterEach(leave);

  const SRC = `aukio/goal-status.html?src=${FILE}&heading=Tavoitteet&lang=fi`;
  const inside = async (attributes: string): Promise<HTMLIFrameElement> => {
    const html = documentOf({ loader: '<script type="module" src="/aukio/frame/host.js"></script>', body: `<iframe data-aukio-frame ${attributes} width="900" title="Tavoitteet" src="${SRC}"></iframe>` });
    return (await framed(await site({ '': { html } }))).contentDocument!.querySelector('iframe')!;
  };

  it('says that it needs script where none may run', async () => {
    const page = (await inside('sandbox="allow-same-origin"')).contentDocument!;
    expect([...page.querySelectorAll('noscript p')].map((sentence) => sentence.getAttribute('lang'))).to.deep.equal(['fi', 'sv', 'en']);
    expect(page.body.innerText).to.include('JavaScript on käytössä').and.to.include('JavaScript är på').and.to.include('JavaScript is on');
  });

  it('has the link to the file where scripts may run in a frame of no origin, which loads no widget', async () => {
    const frame = await inside('sandbox="allow-scripts"');
    // Nobody can look into it. A line of text is that high, and an empty page is not.
    await until(() => frame.style.height !== '', 'its height');
    expect(parseFloat(frame.style.height)).to.be.greaterThan(20).and.lessThan(200);
  });

  it('is the widget where nothing keeps it from that', async () => {
    const page = (await inside('')).contentDocument!;
    const root = await shown(page, 'aukio-goal-status', '.result');
    expect(root.querySelector('h2')!.textContent).to.equal('Tavoitteet');
    expect(page.querySelectorAll('noscript p')).to.have.length(0);
  });
});
