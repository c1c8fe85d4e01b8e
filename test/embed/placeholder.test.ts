import { expect } from '@open-wc/testing';
import { type Recorder, box, closePage, freshName, noting, openPage, parts, settled, start, warnings } from './page.ts';

describe('a placeholder', () => {
  beforeEach(openPage);
  afterEach(closePage);

  it('gets the widget inside, with its settings and its content, and keeps its own id, class and data-aukio', async () => {
    const name = freshName();
    const page = box(`<div id="goals" class="wide" data-aukio="${name}" data-heading="Tavoitteet: 2026" data-hide-filters><p>One</p>two<!--three--></div>`);
    await start(page, parts(name));
    const place = page.firstElementChild!;
    expect(place.outerHTML).to.equal(
      `<div id="goals" class="wide" data-aukio="${name}" data-heading="Tavoitteet: 2026" data-hide-filters="">` +
        `<aukio-${name} data-heading="Tavoitteet: 2026" data-hide-filters=""><p>One</p>two<!--three--></aukio-${name}></div>`,
    );
  });

  it('fills the widget before it connects it', async () => {
    const name = freshName();
    const page = box(`<div data-aukio="${name}">Uimahalli</div><table class="aukio-${name}"><tr><td>Kirjasto</td></tr></table>`);
    await start(page, parts(name));
    const held = [...page.querySelectorAll<Recorder>(`aukio-${name}`)].map((widget) => widget.held);
    expect(held).to.deep.equal([['Uimahalli'], ['Kirjasto']]);
  });

  it('may be a div, group or figure that carries the widget\'s class among others', async () => {
    const name = freshName();
    const page = box(
      `<figure class="wp-block-table aukio-${name} is-style-stripes"><table><tr><td>1</td></tr></table><figcaption>2</figcaption></figure>` +
        `<section class="wp-block-group aukio-wide aukio-${name}">3</section>`,
    );
    await start(page, parts(name));
    expect([...page.children].map((place) => [place.localName, place.firstElementChild?.localName, place.children.length])).to.deep.equal([
      ['figure', `aukio-${name}`, 1],
      ['section', `aukio-${name}`, 1],
    ]);
  });

  it('is not any other element with such a class', async () => {
    const name = freshName();
    const markup = `<p class="aukio-${name}">text</p><div class="my-aukio-${name}">text</div>`;
    const page = box(markup);
    await start(page, parts(name));
    expect(page.innerHTML).to.equal(markup);
    expect(warnings).to.deep.equal([]);
  });

  for (const markup of [
    (asks: string) => `<table id="t" ${asks} data-period="2026"><tbody><tr><td>1</td></tr></tbody></table>`,
    (asks: string) => `<ul id="t" ${asks} data-period="2026"><li>1</li></ul>`,
    (asks: string) => `<dl id="t" ${asks} data-period="2026"><dt>1</dt><dd>2</dd></dl>`,
  ]) {
    it(`that is the content itself, such as ${markup('')}, is held by the widget in its place`, async () => {
      for (const asks of [(name: string) => `class="aukio-${name}"`, (name: string) => `data-aukio="${name}"`]) {
        const name = freshName();
        const content = markup(asks(name));
        const page = box(`<p>before</p>${content}<p>after</p>`);
        await start(page, parts(name));
        expect(page.innerHTML).to.equal(`<p>before</p><aukio-${name} data-period="2026">${content}</aukio-${name}><p>after</p>`);
        closePage();
        openPage();
      }
    });
  }

  it('lends the widget its language when it is the content itself', async () => {
    const name = freshName();
    const page = box(`<table lang="sv" class="aukio-${name}"></table>`);
    await start(page, parts(name));
    expect(page.querySelector(`aukio-${name}`)?.getAttribute('lang')).to.equal('sv');
  });

  it('inside a placeholder is content, whatever order their widgets come in', async () => {
    const [outer, inner] = [freshName(), freshName()];
    const page = box(`<div data-aukio="${outer}"><div data-aukio="${inner}"><table class="aukio-${outer}"></table></div></div>`);
    const both = { ...parts(outer).widgets, ...parts(inner).widgets };
    let arrive = (): void => {};
    const late = new Promise<void>((resolve) => (arrive = resolve));
    await start(page, parts(outer, { widgets: { ...both, [outer]: () => late.then(both[outer]) } }));
    expect(page.querySelectorAll(`aukio-${inner}`)).to.have.length(0);
    arrive();
    await settled();
    expect(page.innerHTML).to.equal(
      `<div data-aukio="${outer}"><aukio-${outer}><div data-aukio="${inner}"><table class="aukio-${outer}"></table></div></aukio-${outer}></div>`,
    );
  });

  it('inside a source is a widget', async () => {
    const name = freshName();
    const page = box(`<div data-aukio="source" data-url="/api/"><div data-aukio="${name}">1</div></div>`);
    await start(page, parts(name, { widgets: { ...parts(name).widgets, ...parts('source').widgets } }));
    expect(page.querySelector(`[data-aukio=source] > aukio-source[data-url] > [data-aukio=${name}] > aukio-${name}`)?.textContent).to.equal('1');
  });

  it('that holds its widget already is left as it is: after a scan, as a clone, or as an author wrote it', async () => {
    const name = freshName();
    const page = box(`<div data-aukio="${name}">1</div><div class="aukio-${name}"><h2>2</h2><p><aukio-${name}>3</aukio-${name}></p></div>`);
    const loader = await start(page, parts(name));
    const upgraded = page.innerHTML;
    loader.scan(page);
    await settled();
    expect(page.innerHTML).to.equal(upgraded);
    const copy = page.cloneNode(true) as Element;
    page.append(...copy.children);
    await settled();
    expect(page.innerHTML).to.equal(upgraded + upgraded);
    expect(page.querySelectorAll(`aukio-${name}`)).to.have.length(4);
  });

  it('is upgraded again when a script has filled it anew', async () => {
    const name = freshName();
    const page = box(`<div data-aukio="${name}">old</div>`);
    await start(page, parts(name));
    page.firstElementChild!.innerHTML = '<p>new</p>';
    await settled();
    expect(page.innerHTML).to.equal(`<div data-aukio="${name}"><aukio-${name}><p>new</p></aukio-${name}></div>`);
  });

  it('stays without widget when a script takes the widget away', async () => {
    const name = freshName();
    const page = box(`<div data-aukio="${name}">old</div>`);
    await start(page, parts(name));
    page.firstElementChild!.replaceChildren();
    await settled();
    expect(page.innerHTML).to.equal(`<div data-aukio="${name}"></div>`);
  });

  it('keeps attribute names that only the parser allows', async () => {
    const name = freshName();
    const page = box(`<div data-aukio="${name}" data-a"b="1" data-heading="2">3</div>`);
    await start(page, parts(name));
    expect(page.querySelector(`aukio-${name}`)?.getAttribute('data-heading')).to.equal('2');
    expect(page.textContent).to.equal('3');
  });

  it('leaves the focus where it was', async () => {
    const name = freshName();
    const page = box(`<div data-aukio="${name}"><a href="/file.docx">File</a></div>`);
    const link = page.querySelector('a')!;
    link.focus();
    await start(page, parts(name));
    expect(link.parentElement?.localName).to.equal(`aukio-${name}`);
    expect(document.activeElement === link).to.equal(true);
  });

  for (const [around, end] of [['<pre>', '</pre>'], ['<code>', '</code>'], ['<div contenteditable>', '</div>'], ['<div contenteditable="TRUE"><div contenteditable="false">', '</div></div>'], ['<template>', '</template>']] as const) {
    it(`is left alone in ${around}`, async () => {
      const name = freshName();
      const page = box(`${around}<div data-aukio="${name}">1</div><a href="/x.csv#aukio=${name}">2</a>${end}`);
      const before = page.innerHTML;
      const imported: string[] = [];
      await start(page, parts(name, { widgets: { [name]: noting(imported, name) } }));
      expect(page.innerHTML).to.equal(before);
      expect(imported).to.deep.equal([]);
    });
  }

  it('is upgraded where editing is switched off', async () => {
    const name = freshName();
    const page = box(`<div contenteditable="false"><div data-aukio="${name}">1</div></div>`);
    await start(page, parts(name));
    expect(page.querySelectorAll(`aukio-${name}`)).to.have.length(1);
  });
});
