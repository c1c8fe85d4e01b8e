import { expect } from '@open-wc/testing';
import { startLoader } from '../../src/embed/loader.ts';
import { version } from '../../src/version.ts';
import { Recorder, askedWhile, box, closePage, define, freshName, noting, openPage, parts, placeLoader, placedLoader, settled, start, warnings } from './page.ts';

describe('the loader', () => {
  beforeEach(openPage);
  afterEach(closePage);

  it('defines a widget that stands on the page by its own tag, and moves nothing', async () => {
    const name = freshName();
    const page = box(`<aukio-${name} src="/x.json"><p>1</p></aukio-${name}>`);
    const before = page.innerHTML;
    await start(page, parts(name));
    expect(page.firstElementChild instanceof Recorder).to.equal(true);
    expect(page.innerHTML).to.equal(before);
  });

  it('loads nothing on a page that asks for nothing', async () => {
    const imported: string[] = [];
    const name = freshName();
    await start(box('<p>text</p><x-other></x-other><a href="/x.csv#part">x</a>'), {
      widgets: { [name]: noting(imported, 'widget') },
      languages: { en: noting(imported, 'en') },
      placeholders: () => (imported.push('placeholders'), import('../../src/embed/placeholder.ts')),
      links: () => (imported.push('links'), import('../../src/embed/link.ts')),
      beginnings: { [name]: () => (imported.push('beginning'), import('../../src/widgets/goal-status/beginning.ts')) },
      file: noting(imported, 'file'),
      tools: { [name]: { en: noting(imported, 'tools') } },
      json: { [name]: noting(imported, 'json') },
    });
    expect(imported).to.deep.equal([]);
  });

  it('puts a table into one widget where it was looked at twice before anything had come', async () => {
    const name = freshName();
    const begun: Element[] = [];
    const page = box(`<table class="aukio-${name}"><tr><td>1</td></tr></table>`);
    const loader = startLoader(parts(name, { beginnings: { [name]: () => Promise.resolve({ begin: (widget) => (begun.push(widget), () => {}) }) } }), page);
    loader.scan(page);
    await settled();
    expect(begun).to.have.length(1);
    expect([...page.querySelectorAll(`aukio-${name}`)]).to.deep.equal(begun);
  });

  it('asks for all that the first paint needs at once', () => {
    const imported: string[] = [];
    const name = freshName();
    const never = (what: string) => () => (imported.push(what), new Promise<never>(() => {}));
    const page = box(`<div lang="sv"><a href="/r.csv#aukio=${name}">x</a></div>`);
    startLoader(parts(name, { widgets: { [name]: never('widget') }, languages: { en: never('en'), sv: never('sv') }, placeholders: never('placeholders'), links: never('links') }), page);
    expect(imported.sort()).to.deep.equal(['links', 'placeholders', 'sv', 'widget']);
  });

  for (const [markup, wanted] of [
    ['<aukio-NAME src="report.csv"></aukio-NAME>', ['file']],
    ['<aukio-NAME src="report.json?v=2#a"></aukio-NAME>', ['file', 'json']],
    ['<div data-aukio="NAME" data-src="report" data-type="json"></div>', ['file', 'json']],
    ['<a href="report.docx#aukio=NAME">x</a>', ['file']],
    ['<a href="report.docx#aukio=NAME&from=next">x</a>', []],
    ['<aukio-NAME src="http://["></aukio-NAME>', []],
    ['<aukio-NAME></aukio-NAME>', []],
  ] as const) {
    it(`asks for ${wanted.join(' and ') || 'no reader'} ahead for ${markup}`, async () => {
      const name = freshName();
      const imported: string[] = [];
      await start(box(markup.replace('NAME', name)), parts(name, { file: noting(imported, 'file'), json: { [name]: noting(imported, 'json') } }));
      expect(imported).to.deep.equal(wanted);
    });
  }

  for (const [what, markup, order] of [
    ['with all else where a document is named', '<div lang="sv"><aukio-NAME src="/a.csv"></aukio-NAME></div>', ['widget', 'tools in sv']],
    ['in the page\'s language or in English', '<div lang="de"><aukio-NAME src="/a.csv"></aukio-NAME></div>', ['widget', 'tools in en']],
    ['after the beginning of what the page holds', '<div lang="sv"><aukio-NAME></aukio-NAME></div>', ['begun', 'widget', 'tools in sv']],
  ] as const) {
    it(`asks for what the widget will ask for, ${what}`, async () => {
      const name = freshName();
      const asked: string[] = [];
      const page = box(markup.replaceAll('NAME', name));
      await start(page, parts(name, {
        widgets: { [name]: () => (asked.push('widget'), define(name)()) },
        tools: { [name]: { en: noting(asked, 'tools in en'), sv: noting(asked, 'tools in sv') } },
        beginnings: { [name]: () => Promise.resolve({ begin: () => (asked.push('begun'), () => {}) }) },
      }));
      expect([...new Set(asked)]).to.deep.equal(order);
    });
  }

  it('asks for a document of the page\'s own site at once, and but once', async () => {
    const name = freshName();
    const page = box(`<aukio-${name} src="/report-1.csv#x"></aukio-${name}><div data-aukio="${name}" data-src="/report-1.csv"></div>`);
    const asked = await askedWhile(() => start(page, parts(name)));
    expect(asked).to.deep.equal([[new URL('/report-1.csv', location.href).href, 'omit']]);
    expect([...placedLoader()!.early.keys()]).to.deep.equal([asked[0]![0]]);
  });

  it('leaves it to the widget to ask for what lies elsewhere or behind a login', async () => {
    const name = freshName();
    const page = box(`<aukio-${name} src="https://elsewhere.example/a.csv"></aukio-${name}><aukio-${name} src="/a.csv" credentials="same-origin"></aukio-${name}>`);
    expect(await askedWhile(() => start(page, parts(name)))).to.deep.equal([]);
  });

  for (const [markup, language] of [
    ['<div lang="sv"><div data-aukio="NAME"></div></div>', 'sv'],
    ['<div lang="sv"><div data-aukio="NAME" lang="fi-FI"></div></div>', 'fi'],
    ['<div lang="sv"><aukio-NAME lang="fi" data-lang="EN_gb"></aukio-NAME></div>', 'en'],
    ['<div lang="fi"><a href="/r.csv#aukio=NAME&x=1&lang=sv-FI">x</a></div>', 'sv'],
    ['<div lang="de"><div data-aukio="NAME"></div></div>', 'en'],
    ['<div lang="constructor"><div data-aukio="NAME"></div></div>', 'en'],
  ] as const) {
    it(`fetches the words of ${language} for ${markup}`, async () => {
      const name = freshName();
      const fetched: string[] = [];
      await start(box(markup.replaceAll('NAME', name)), parts(name, { languages: { en: noting(fetched, 'en'), fi: noting(fetched, 'fi'), sv: noting(fetched, 'sv') } }));
      expect(fetched).to.deep.equal([language]);
    });
  }

  it('follows the language of the page where nothing nearer has one', async () => {
    const name = freshName();
    const fetched: string[] = [];
    const before = document.documentElement.lang;
    document.documentElement.lang = 'fi';
    await start(box(`<div data-aukio="${name}"></div>`), parts(name, { languages: { en: noting(fetched, 'en'), fi: noting(fetched, 'fi') } }));
    document.documentElement.lang = before;
    expect(fetched).to.deep.equal(['fi']);
  });

  it('finds what comes later, is moved, or is cloned', async () => {
    const name = freshName();
    const page = box('<section></section><aside></aside>');
    await start(page, parts(name));
    const [section, aside] = page.children as unknown as [Element, Element];
    section.innerHTML = `<article><div data-aukio="${name}">1</div></article>`;
    await settled();
    const place = section.querySelector('[data-aukio]')!;
    expect(place.innerHTML).to.equal(`<aukio-${name}>1</aukio-${name}>`);
    aside.append(place.cloneNode(true), place);
    await settled();
    expect(page.querySelectorAll(`aside > [data-aukio] > aukio-${name}`)).to.have.length(2);
    expect(page.querySelectorAll(`aukio-${name}`)).to.have.length(2);
  });

  it('copes with what leaves the page while its widget is on its way, and with its return', async () => {
    const name = freshName();
    let arrive = (): void => {};
    const late = new Promise<void>((resolve) => (arrive = resolve));
    const page = box(`<div data-aukio="${name}">1</div><table class="aukio-${name}"></table><p><a href="/x.csv#aukio=${name}">x</a></p>`);
    await start(page, parts(name, { widgets: { [name]: () => late.then(define(name)) } }));
    const gone = [...page.children];
    page.replaceChildren();
    arrive();
    await settled();
    page.append(...gone);
    await settled();
    expect(page.querySelectorAll(`aukio-${name}`)).to.have.length(3);
  });

  it('finds what stands in a shadow root when it is told to look there', async () => {
    const name = freshName();
    const loader = await start(box(''), parts(name));
    const root = box('').attachShadow({ mode: 'open' });
    root.innerHTML = `<div data-aukio="${name}">1</div>`;
    loader.scan(root);
    await settled();
    expect(root.innerHTML).to.equal(`<div data-aukio="${name}"><aukio-${name}>1</aukio-${name}></div>`);
  });

  it('serves a tag that another script has defined', async () => {
    const name = freshName();
    await define(name)();
    const page = box(`<div data-aukio="${name}">1</div>`);
    const imported: string[] = [];
    await start(page, parts(name, { widgets: { [name]: noting(imported, name) } }));
    expect(page.querySelector(`aukio-${name}`)?.textContent).to.equal('1');
    expect(imported).to.deep.equal([]);
  });

  it('keeps the page as it is when a widget cannot be loaded, says so, and tries again at a later scan', async () => {
    const name = freshName();
    const markup = `<div data-aukio="${name}">1</div><p><a href="/x.csv#aukio=${name}">x</a></p>`;
    const page = box(markup);
    let online = false;
    const loader = await start(page, parts(name, { widgets: { [name]: () => (online ? define(name)() : Promise.reject(new Error('network'))) } }));
    expect(page.innerHTML).to.equal(markup);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain(`aukio-${name}`).and.to.contain('network');
    online = true;
    loader.scan();
    await settled();
    expect(page.querySelectorAll(`aukio-${name}`)).to.have.length(2);
  });

  it('lets no failed request reach the page as an unhandled error', async () => {
    const name = freshName();
    const fail = (): Promise<never> => Promise.reject(new Error('offline'));
    const unhandled: unknown[] = [];
    const listen = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
    addEventListener('unhandledrejection', listen);
    const page = box(`<p><a href="/x.csv#aukio=${name}">x</a></p>`);
    await start(page, parts(name, { widgets: { [name]: fail }, languages: { en: fail }, links: fail }));
    removeEventListener('unhandledrejection', listen);
    expect(unhandled).to.deep.equal([]);
    expect(page.querySelectorAll('p > a')).to.have.length(1);
  });

  it('does not need the language to have come for itself', async () => {
    const name = freshName();
    const fail = (): Promise<never> => Promise.reject(new Error('blocked'));
    const page = box(`<div data-aukio="${name}">1</div>`);
    await start(page, parts(name, { languages: { en: fail } }));
    expect(page.querySelector(`aukio-${name}`)?.textContent).to.equal('1');
    expect(warnings).to.deep.equal([]);
  });

  it('keeps the page as it is where the define module has defined nothing', async () => {
    const name = freshName();
    const markup = `<div data-aukio="${name}">1</div><aukio-${name}>2</aukio-${name}><p><a href="/x.csv#aukio=${name}">x</a></p>`;
    const page = box(markup);
    await start(page, parts(name, { widgets: { [name]: noting([], name) } }));
    expect(page.innerHTML).to.equal(markup);
  });

  it('leaves what a filter broke apart without harm', async () => {
    const name = freshName();
    const page = box(`<p><aukio-${name} heading="x"></p><table><tr><td>1</td></tr></table><p></aukio-${name}></p>`);
    await start(page, parts(name));
    expect(page.textContent).to.equal('1');
    expect(page.querySelector(`aukio-${name}`) instanceof Recorder).to.equal(true);
  });

  it('adds nothing to the page but its symbol', async () => {
    const before = Object.keys(globalThis);
    const loader = await start(box(''), parts(freshName()));
    expect(Object.keys(globalThis)).to.deep.equal(before);
    expect(placedLoader()).to.equal(loader);
    expect(loader.version).to.equal(version);
  });

  it('does nothing beside a loader that is there, and says which versions they are', async () => {
    const scanned: unknown[] = [];
    const first = { version: '0.0.9', scan: (root?: ParentNode) => void scanned.push(root), early: new Map<string, Promise<Response>>() };
    placeLoader(first);
    const name = freshName();
    const page = box(`<div data-aukio="${name}">1</div>`);
    expect(await start(page, parts(name))).to.equal(first);
    expect(placedLoader()).to.equal(first);
    expect(page.querySelectorAll(`aukio-${name}`)).to.have.length(0);
    expect(scanned).to.deep.equal([]);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('0.0.9').and.to.contain(version);
  });

  it('upgrades once where it is started twice', async () => {
    const name = freshName();
    const page = box(`<div data-aukio="${name}">1</div>`);
    startLoader(parts(name), page);
    startLoader(parts(name), page);
    await settled();
    expect(page.querySelectorAll(`aukio-${name}`)).to.have.length(1);
  });
});
