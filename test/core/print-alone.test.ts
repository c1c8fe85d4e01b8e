import { expect, fixture } from '@open-wc/testing';
import { printAlone } from '../../src/core/print-alone.ts';

/** What a printer would be given. */
function paper(): (element: Element) => boolean {
  // The rules hold for print alone: here they are read for the screen.
  const rulesIn = (root: Document | ShadowRoot): CSSStyleRule[] =>
    root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.conditionText === 'print').flatMap((rule) => [...rule.cssRules] as CSSStyleRule[]);
  return (element) => !rulesIn(element.getRootNode() as Document | ShadowRoot).some((rule) => rule.style.display === 'none' && element.matches(rule.selectorText));
}

describe('what is printed alone', () => {
  const { print } = window;
  afterEach(() => {
    window.print = print;
    dispatchEvent(new Event('afterprint'));
  });

  it('is on the paper without the page around it, and the page is as it was when that is done', async () => {
    const page = await fixture<HTMLElement>('<div><header>Merilehto</header><div class="host"></div></div>');
    const host = page.querySelector('.host')!;
    host.attachShadow({ mode: 'open' }).innerHTML = '<div class="base"><h2>Anna palautetta</h2><div class="receipt"><p>Koodi</p></div></div><footer></footer>';
    const inside = (selector: string): Element => host.shadowRoot!.querySelector(selector)!;
    let printed = 0;
    window.print = () => printed++;
    const sheets = document.adoptedStyleSheets.length;
    printAlone(inside('.receipt'));
    expect(printed).to.equal(1);
    const onPaper = paper();
    const seen = (): boolean[] => [page, host, inside('.receipt'), inside('.receipt p'), page.querySelector('header')!, inside('h2'), inside('footer')].map(onPaper);
    expect(seen()).to.deep.equal([true, true, true, true, false, false, false]);
    dispatchEvent(new Event('afterprint'));
    expect(seen()).to.deep.equal(Array.from({ length: 7 }, () => true));
    expect([document.adoptedStyleSheets.length, host.shadowRoot!.adoptedStyleSheets.length]).to.deep.equal([sheets, 0]);
    expect(document.querySelector('[data-aukio-printed]')).to.equal(null);
  });
});
