import { expect } from '@open-wc/testing';
import type { Block } from '../../../src/model/document.ts';
import { readHtml } from '../../../src/sources/readers/html.ts';
import { readLightDom } from '../../../src/sources/light-dom.ts';
import { readPlainHtml } from '../../../src/sources/readers/plain-html.ts';

function body(html: string): HTMLElement {
  return new DOMParser().parseFromString(`<html lang="fi"><body>${html}`, 'text/html').body;
}

/** Texts and rows in order, each as its lines and where its cells reach. */
function told(blocks: Iterable<Block>): unknown[] {
  const said: unknown[] = [];
  // Each block is read before the next is asked for: where a table ends early, so do the blocks.
  for (const block of blocks) {
    said.push(...(block.kind === 'text' ? [block.text] : ['table', ...Array.from(block.rows, (row) => row.map(({ lines, spannedFrom }) => ({ lines, spannedFrom })))]));
  }
  return said;
}

const REPORT = `<p class="MsoNormal"><span lang="FI">Raportointijakso: tammi–heinäkuu 2026</span><o:p></o:p></p>
  <h2><a name="_Toc1"></a>Strateginen painopiste:<br>Yhdessä tehty Merilehto</h2>Irrallinen <b>alku</b><p>Kappale<br>toinen</p>
  <table><tbody>
    <tr><th>Toiminnallinen tavoite</th><th>Toteutuma-<br>ennuste</th></tr>
    <tr><td rowspan="2"><p>Kokeilemme&nbsp;uusia&shy;</p><p>tapoja</p></td><td><ul><li>Toteutuu</li><li>2&nbsp;300</li></ul></td></tr>
    <tr><td>–</td></tr>
  </tbody></table>
  <div>Loppu</div>`;

describe('reading the plain beginning of HTML', () => {
  it('gives what the whole reading gives, where all of it is plain', () => {
    expect(told(readPlainHtml(body(REPORT)).blocks)).to.deep.equal(told(readHtml(body(REPORT)).blocks));
  });

  it('gives the rest to who asks for it', async () => {
    const root = body(`${REPORT}<p><a href="/x">Linkki</a></p>`);
    expect(told((await readLightDom(root).whole()).blocks)).to.deep.equal(told(readHtml(root).blocks));
  });

  for (const [what, html] of [
    ['a link', '<p><a href="/x">Linkki</a></p>'],
    ['a picture', '<p><img alt="Toteutuu" src="x.png"></p>'],
    ['a text in another language', '<p lang="sv">Tyngdpunkt: Havslunda</p>'],
    ['a hidden text', '<p hidden>Painopiste: piilo</p>'],
    ['a text that belongs to a slot', '<p slot="help">Soita</p>'],
    ['what Word marks as taken out', '<p><del>Painopiste: vanha</del></p>'],
    ['a cell with a colour alone', '<table><tr><td>Tavoite</td><td style="background: green"></td></tr></table>'],
    ['a cell with a sign alone', '<table><tr><td>Tavoite</td><td>●</td></tr></table>'],
    ['a number as data', '<table><tr><td>Tavoite</td><td data-value="3">kolme</td></tr></table>'],
    ['a table inside a table', '<table><tr><td><table><tr><td>Tavoite</td></tr></table></td></tr></table>'],
    ['a cell in another language', '<table><tr><td>Tavoite</td><td lang="sv">Mål</td></tr></table>'],
  ] as const) {
    it(`ends at ${what}`, () => {
      const first = told(readPlainHtml(body(`${REPORT}${html}<p>Painopiste: Jälkeen</p>`)).blocks).filter((one) => one !== 'table');
      expect(first).to.deep.equal(told(readHtml(body(REPORT)).blocks).filter((one) => one !== 'table'));
    });
  }
});
