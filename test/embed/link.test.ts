import { expect } from '@open-wc/testing';
import { type Recorder, box, closePage, freshName, openPage, parts, settled, start, warnings } from './page.ts';

describe('a link to a file', () => {
  beforeEach(openPage);
  afterEach(closePage);

  it('becomes the fallback of the widget that loads the file', async () => {
    const name = freshName();
    const page = box(`<div><a href="/files/report.docx?v=2#aukio=${name}">Goals 2026 (Word)</a></div>`);
    await start(page, parts(name));
    const widget = page.querySelector<Recorder>(`div > aukio-${name}`)!;
    expect(widget.getAttribute('data-src')).to.equal(new URL('/files/report.docx?v=2', location.href).href);
    expect(widget.innerHTML).to.equal(`<a href="/files/report.docx?v=2#aukio=${name}">Goals 2026 (Word)</a>`);
    expect(widget.held).to.deep.equal(['Goals 2026 (Word)']);
  });

  it('sets the widget up by its fragment', async () => {
    const name = freshName();
    const page = box(`<a href="/r.csv#aukio=${name}&heading=M%C3%A5l%3A 2026+27&heading-level=3&hide-filters&columns=M%C3%A5l=goal;L%C3%A4ge=forecast&help=50 % t%E4ytt%C3%A4">x</a>`);
    await start(page, parts(name));
    const { src, ...set } = page.querySelector<HTMLElement>(`aukio-${name}`)!.dataset;
    expect(set).to.deep.equal({ heading: 'Mål: 2026+27', headingLevel: '3', hideFilters: '', columns: 'Mål=goal;Läge=forecast', help: '50 % t%E4yttä' });
    expect(src).to.match(/\/r\.csv$/);
  });

  it('sets nothing but data attributes with names that no other script acts on', async () => {
    const name = freshName();
    const page = box(`<a href="/r.csv#aukio=${name}&onclick=1&hx-get=/2&Style=3&a--b=4&9=5&=6&src=/7&aukio=8&x=9">x</a>`);
    await start(page, parts(name));
    expect(page.querySelector(`aukio-${name}`)?.getAttributeNames().sort()).to.deep.equal(['data-src', 'data-x']);
    expect(page.querySelector(`aukio-${name}`)?.getAttribute('data-src')).to.match(/\/r\.csv$/);
  });

  for (const [written, rest] of [
    ['<p id="goals"> &nbsp;<a href="#H">x</a>\n<br></p>', ''],
    ['<p id="goals"><strong><em><a href="#H">x</a></em></strong></p>', ''],
    ['<p id="goals"><!-- note --><a href="#H">x</a></p>', ''],
  ] as const) {
    it(`takes the place of the paragraph when it is all of it, as in ${written}`, async () => {
      const name = freshName();
      const page = box(`<i>1</i>${written.replace('#H', `/r.csv#aukio=${name}`)}<i>2</i>`);
      await start(page, parts(name));
      expect([...page.children].map(({ localName, id }) => localName + id)).to.deep.equal(['i', `aukio-${name}goals`, 'i']);
      expect(page.querySelector(`aukio-${name}`)?.innerHTML).to.equal(`<a href="/r.csv#aukio=${name}">x</a>${rest}`);
    });
  }

  for (const written of ['<p>See <a href="#H">x</a>.</p>', '<p><a href="#H">x</a><img alt=""></p>', '<li><a href="#H">x</a></li>']) {
    it(`leaves what stands around it in ${written}`, async () => {
      const name = freshName();
      const page = box(written.replace('#H', `/r.csv#aukio=${name}`));
      await start(page, parts(name));
      expect(page.innerHTML.replace(/<(\/?)aukio-[^>]*>/g, '<$1W>')).to.equal(written.replace('#H', `/r.csv#aukio=${name}`).replace('<a', '<W><a').replace('</a>', '</a></W>'));
    });
  }

  it('is not upgraded inside a widget, nor twice', async () => {
    const name = freshName();
    const page = box(`<aukio-${name}><a href="/1.csv#aukio=${name}">1</a></aukio-${name}><a href="/2.csv#aukio=${name}">2</a>`);
    const loader = await start(page, parts(name));
    loader.scan(page);
    await settled();
    expect(page.querySelectorAll(`aukio-${name}`)).to.have.length(2);
  });

  for (const href of ['javascript:alert(1)#aukio=NAME', 'data:text/csv,x#aukio=NAME', 'mailto:a@b.example#aukio=NAME', 'https://#aukio=NAME', '/r.csv#aukio', '/r.csv#x&aukio=NAME', '/r.csv#aukio=end']) {
    it(`is not ${href}`, async () => {
      const name = freshName();
      const page = box('<p><a>x</a></p>');
      page.querySelector('a')!.setAttribute('href', href.replace('NAME', name));
      const before = page.innerHTML;
      await start(page, parts(name));
      expect(page.innerHTML).to.equal(before);
      expect(warnings).to.deep.equal([]);
    });
  }

  it('may be a broken one without harm', async () => {
    const name = freshName();
    const page = box(`<a href="/r.csv#aukio=${name}&heading=%&&=&x=%E0%A4%A">x</a>`);
    await start(page, parts(name));
    expect(page.querySelector(`aukio-${name}`)?.getAttribute('data-heading')).to.equal('%');
  });

  it('says which widgets there are when it names none of them', async () => {
    const name = freshName();
    await start(box(`<a href="/r.csv#aukio=goal-sttus">x</a><a href="/r.csv#aukio=goal-sttus">y</a><div data-aukio="constructor"></div>`), parts(name));
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.contain('goal-sttus').and.to.contain(`aukio-${name}`);
    expect(warnings[1]).to.contain('constructor');
  });
});

describe('a link to another host', () => {
  beforeEach(openPage);
  afterEach(closePage);

  /** Puts a tag into the head for the length of a test. */
  async function withTag(tag: HTMLElement, test: () => Promise<void>): Promise<void> {
    document.head.append(tag);
    await test().finally(() => tag.remove());
  }

  function meta(content: string): HTMLMetaElement {
    const tag = document.createElement('meta');
    tag.name = 'aukio-allow';
    tag.content = content;
    return tag;
  }

  async function upgrades(href: string): Promise<boolean> {
    const name = freshName();
    const page = box(`<p><a>x</a></p>`);
    page.querySelector('a')!.setAttribute('href', href.replace('NAME', name));
    const before = page.innerHTML;
    await start(page, parts(name));
    const upgraded = page.querySelector(`aukio-${name}`) !== null;
    if (!upgraded) expect(page.innerHTML).to.equal(before);
    closePage();
    openPage();
    return upgraded;
  }

  it('is left alone, with one sentence that says how to allow it', async () => {
    const name = freshName();
    const markup = `<p><a href="https://one.example/r.csv#aukio=${name}">x</a></p><p><a href="https://one.example/s.csv#aukio=${name}">x</a></p>`;
    const page = box(markup);
    await start(page, parts(name));
    expect(page.innerHTML).to.equal(markup);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('<meta name="aukio-allow" content="https://one.example">');
  });

  for (const value of ['https://evil.example/x.csv', '//evil.example/x', '\\\\evil.example/x', ' https:%2F%2Fevil.example', 'ht%0Atps://evil.example']) {
    it(`is one too when any of its values names the host, as ${JSON.stringify(value)} does`, async () => {
      expect(await upgrades(`/r.csv#aukio=NAME&compare-src=${value}`)).to.equal(false);
      expect(await upgrades(`/r.csv#aukio=NAME&from=next&endpoint=${value}`)).to.equal(false);
    });
  }

  it('is upgraded when the page\'s head names the host', async () => {
    await withTag(meta('https://a.example/  https://DATA.example:443'), async () => {
      expect(await upgrades('https://a.example/r.csv#aukio=NAME&compare-src=https://data.example/s.csv')).to.equal(true);
      expect(await upgrades('http://a.example/r.csv#aukio=NAME')).to.equal(false);
      expect(await upgrades('https://a.example.evil.example/r.csv#aukio=NAME')).to.equal(false);
      expect(await upgrades('https://b.a.example/r.csv#aukio=NAME')).to.equal(false);
    });
  });

  it('is not allowed by what stands in the page\'s body', async () => {
    const body = box('');
    body.append(meta('https://c.example'));
    expect(await upgrades('https://c.example/r.csv#aukio=NAME')).to.equal(false);
  });

  for (const [src, allows] of [['/theme/aukio.js?ver=7', true], ['aukio.js', true], ['/theme/other.js', false], ['/theme/aukio.js/other.js', false]] as const) {
    it(`is ${allows ? '' : 'not '}upgraded when the tag of the script ${src} names the host`, async () => {
      const script = document.createElement('script');
      script.type = 'text/plain';
      script.src = src;
      script.dataset.allow = 'https://d.example';
      await withTag(script, async () => void expect(await upgrades('https://d.example/r.csv#aukio=NAME')).to.equal(allows));
    });
  }

  it('is upgraded when nothing is loaded from there', async () => {
    expect(await upgrades('https://e.example/channels#aukio=NAME&from=next&heading=M%C3%A5l: 2026')).to.equal(true);
  });
});

describe('a link with from=next', () => {
  beforeEach(openPage);
  afterEach(closePage);

  const SAMPLES: readonly [says: string, before: string, after: string][] = [
    ['holds what follows in its parent', '<p>LINK</p><table></table>text<p>1</p>', '<W>LINK<table></table>text<p>1</p></W>'],
    ['ends with its parent', '<section><p>LINK</p><p>1</p></section><p>2</p>', '<section><W>LINK<p>1</p></W></section><p>2</p>'],
    ['goes on past lower headings', '<h2>A</h2><p>LINK</p><h3>B</h3><p>1</p><h2>C</h2><p>2</p>', '<h2>A</h2><W>LINK<h3>B</h3><p>1</p></W><h2>C</h2><p>2</p>'],
    ['ends before a higher heading', '<h3>A</h3><p>LINK</p><p>1</p><h2>C</h2>', '<h3>A</h3><W>LINK<p>1</p></W><h2>C</h2>'],
    ['ends before a group that such a heading is in', '<h2>A</h2><div><p>LINK</p><p>1</p><div><h2>C</h2></div></div>', '<h2>A</h2><div><W>LINK<p>1</p></W><div><h2>C</h2></div></div>'],
    ['stands under a heading that is elsewhere in the page', '<header><h2>A</h2></header><div><p>LINK</p><h3>B</h3></div>', '<header><h2>A</h2></header><div><W>LINK<h3>B</h3></W></div>'],
    ['ends at the link that says so', '<p>LINK</p><p>1</p><p>END</p><p>2</p>', '<W>LINK<p>1</p></W><p>END</p><p>2</p>'],
    ['ends before the next widget', '<p>LINK</p><p>1</p><div data-aukio="NAME">2</div>', '<W>LINK<p>1</p></W><div data-aukio="NAME"><W>2</W></div>'],
    ['leaves the next link its own content', '<p>LINK</p><p>1</p><p>LINK</p><p>2</p>', '<W>LINK<p>1</p></W><W>LINK<p>2</p></W>'],
    ['may stand in a list item', '<ul><li><p>LINK</p><ol></ol></li><li>2</li></ul>', '<ul><li><W>LINK<ol></ol></W></li><li>2</li></ul>'],
    ['stays amid other text, and the widget comes after it', '<p>See LINK:</p><table></table>', '<p>See PLAIN:</p><W><table></table></W>'],
    ['stays in a heading, and the widget comes after it', '<h2>LINK</h2><h3>B</h3><h2>C</h2>', '<h2>PLAIN</h2><W><h3>B</h3></W><h2>C</h2>'],
  ];

  for (const [says, before, after] of SAMPLES) {
    it(says, async () => {
      const name = freshName();
      const fill = (markup: string): string =>
        markup
          .replaceAll('LINK', `<a href="/page#aukio=${name}&amp;from=next&amp;x=1">L</a>`)
          .replaceAll('PLAIN', `<a href="${location.origin}/page">L</a>`)
          .replaceAll('END', '<a href="#aukio=end">E</a>')
          .replaceAll('NAME', name)
          .replaceAll('<W>', `<aukio-${name}>`)
          .replaceAll('</W>', `</aukio-${name}>`);
      // Under a heading of the first level, as in a page, where the sample has none.
      const page = box(`<h1>T</h1>${fill(before)}`);
      await start(page, parts(name));
      const widget = page.querySelector(`aukio-${name}`)!;
      expect(widget.getAttributeNames()).to.deep.equal(['data-x']);
      for (const one of page.querySelectorAll(`aukio-${name}`)) one.removeAttribute('data-x');
      expect(page.innerHTML.replace(`href="/page"`, `href="${location.origin}/page"`)).to.equal(`<h1>T</h1>${fill(after)}`);
      expect(warnings).to.deep.equal([]);
    });
  }

  it('has no address to load from, whatever it says', async () => {
    const name = freshName();
    const page = box(`<p><a href="/page#aukio=${name}&from=next&src=/r.csv">x</a></p>`);
    await start(page, parts(name));
    expect(page.querySelector(`aukio-${name}`)?.getAttributeNames()).to.deep.equal([]);
  });

  it('ends at any heading when it stands under none', async () => {
    const name = freshName();
    const host = box('<div></div>').firstElementChild!;
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = `<p><a href="#aukio=${name}&from=next">x</a></p><p>1</p><h6>2</h6>`;
    const loader = await start(box(''), parts(name));
    loader.scan(root);
    await settled();
    expect(root.querySelector(`aukio-${name}`)?.textContent).to.equal('x1');
  });

  it('leaves the focus where it was', async () => {
    const name = freshName();
    const page = box(`<p><a href="#aukio=${name}&from=next">x</a></p><button>1</button>`);
    const button = page.querySelector('button')!;
    button.focus();
    await start(page, parts(name));
    expect(button.parentElement?.localName).to.equal(`aukio-${name}`);
    expect(document.activeElement === button).to.equal(true);
  });
});
