import { expect } from '@open-wc/testing';
import { ROWS, page, tableOf } from './pages.ts';

/** What stylesheets of real sites do to everything, or to every table, button and heading. */
const HOSTILE = `
  html { font-size: 62.5%; }
  * { margin: 0; padding: 0; letter-spacing: 5px; word-spacing: 9px; text-transform: uppercase; text-align: right; line-height: 3; white-space: nowrap; text-indent: 2em; float: none; }
  table, tr, td, th, div { display: inline !important; border: 5px solid red !important; width: 5px !important; }
  button, input, select { all: unset; }
  h1, h2, h3, h4 { font-size: 5em; }
  aukio-goal-status { display: inline; width: 3px; text-transform: uppercase; }
`;

describe('a stylesheet that means everything on the page', () => {
  it('does not reach into the widget', async () => {
    const box = (element: Element): Record<string, string | number> => {
      const { inlineSize, blockSize } = getComputedStyle(element);
      const { display, letterSpacing, wordSpacing, textTransform, textAlign, whiteSpace, textIndent, borderTopWidth } = getComputedStyle(element);
      return { inlineSize: Math.round(parseFloat(inlineSize)), blockSize: Math.round(parseFloat(blockSize)), display, letterSpacing, wordSpacing, textTransform, textAlign, whiteSpace, textIndent, borderTopWidth };
    };
    const look = async (): Promise<unknown> => {
      const element = await page(`<div class="column"><aukio-goal-status heading="Tavoitteet">${tableOf(ROWS)}</aukio-goal-status></div>`);
      const column = element.parentElement!;
      column.style.setProperty('width', '1000px', 'important');
      column.style.setProperty('display', 'block', 'important');
      column.style.setProperty('font', '16px/1.5 sans-serif');
      column.style.setProperty('border', '0', 'important');
      await element.updateComplete;
      return [element, ...element.renderRoot.querySelectorAll('.row, .row > *, h2, .tally, input, .result')].map(box);
    };
    const clean = await look();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(HOSTILE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const attacked = await look();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    const host = (boxes: unknown): Record<string, string | number> => (boxes as Record<string, string | number>[])[0]!;
    expect(host(attacked)['inlineSize']).to.equal(host(clean)['inlineSize']);
    expect((attacked as unknown[]).slice(1)).to.deep.equal((clean as unknown[]).slice(1));
  });
});
