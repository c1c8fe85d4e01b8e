import { expect } from '@open-wc/testing';
import { box, closePage, freshName, openPage, parts, settled, start } from './page.ts';

/** As the parser leaves it after WordPress's `wpautop`; `W` stands for the widget. */
const SAMPLES: readonly [says: string, before: string, after: string][] = [
  ['takes its table back', '<p>1</p><p><W></W></p>\n<table></table>\n<p></p><p>2</p>', '<p>1</p><W>\n<table></table>\n</W><p>2</p>'],
  ['takes back the words that stand there until its file has come', '<p><W src="/a.docx"></W></p>\n<p>See the <a href="/a.docx">file</a>.</p>\n<p></p>', '<W src="/a.docx">\n<p>See the <a href="/a.docx">file</a>.</p>\n</W>'],
  ['leaves the next one its own', '<p><W></W></p><ul></ul><p></p><p><W></W></p><dl></dl><p></p>', '<W><ul></ul></W><W><dl></dl></W>'],
  ['leaves the page its text where it was always empty', '<p><W src="/a.docx"></W></p><h2>A</h2><p>1</p><p></p>', '<p><W src="/a.docx"></W></p><h2>A</h2><p>1</p><p></p>'],
  ['leaves text alone that is nothing to read', '<p><W></W></p><p>1</p><p></p>', '<p><W></W></p><p>1</p><p></p>'],
  ['takes no other widget\'s content', '<p><W></W></p><p>1</p><p><W></W></p><table></table><p></p>', '<p><W></W></p><p>1</p><W><table></table></W>'],
  ['takes nothing where no empty paragraph ends it', '<p><W></W></p><table></table><p>&nbsp;</p>', '<p><W></W></p><table></table><p>&nbsp;</p>'],
  ['takes nothing where it stands amid text', '<p>See <W></W></p><table></table><p></p>', '<p>See <W></W></p><table></table><p></p>'],
];

describe('a widget that a filter has emptied', () => {
  beforeEach(openPage);
  afterEach(closePage);

  for (const [says, before, after] of SAMPLES) {
    it(says, async () => {
      const name = freshName();
      const written = (markup: string): string => markup.replaceAll('<W', `<aukio-${name}`).replaceAll('</W>', `</aukio-${name}>`);
      const page = box(written(before));
      await import('../../src/embed/orphan.ts');
      await start(page, parts(name));
      expect(page.innerHTML).to.equal(written(after));
    });

    it(`${says}, also in content that comes later`, async () => {
      const name = freshName();
      const written = (markup: string): string => markup.replaceAll('<W', `<aukio-${name}`).replaceAll('</W>', `</aukio-${name}>`);
      const page = box(written('<W>0</W>'));
      await start(page, parts(name));
      page.innerHTML = `<div>${written(before)}</div>`;
      await settled();
      expect(page.firstElementChild!.innerHTML).to.equal(written(after));
    });
  }

  it('of a source takes back the widgets that it serves', async () => {
    const name = freshName();
    const page = box(`<p><aukio-source url="/api/"></aukio-source></p><div data-aukio="${name}">1</div><p></p>`);
    await start(page, parts(name, { widgets: { ...parts(name).widgets, ...parts('source').widgets } }));
    expect(page.querySelector(`aukio-source > [data-aukio] > aukio-${name}`)?.textContent).to.equal('1');
    expect(page.querySelectorAll('p')).to.have.length(0);
  });
});
