import { expect } from '@open-wc/testing';
import type { AukioBudgetResults } from '../../src/widgets/budget-results/budget-results.ts';
import { asOnPaper, City, press, resultPage, sample, seen, writeCode, type Json } from './budget-results-pages.ts';
import { until } from './pages.ts';
import { setPageWidth } from './width.ts';

describe('everybody reads the result', () => {
  afterEach(() => {
    document.documentElement.style.removeProperty('color-scheme');
    document.body.style.removeProperty('background');
    setPageWidth(undefined);
  });

  const words = { fi: ['Äänestyksessä valitut', 'Oma selaimesi laski 1 480 ääntä uudelleen', 'Miten äänestettiin'], sv: ['Valda i omröstningen', 'Din egen webbläsare har räknat de 1 480 rösterna', 'Så röstade man'], en: ['Chosen by the vote', 'Your own browser has counted the 1 480 votes', 'How people voted'] } as const;
  for (const [lang, sentences] of Object.entries(words)) {
    it(`in ${lang}, with nothing left in another language or unfilled`, async () => {
      const element = await resultPage(new City(await sample('large')), { lang });
      const text = (element.renderRoot as ShadowRoot).querySelector<HTMLElement>('.base')!.innerText.replace(/\s+/g, ' ');
      for (const sentence of sentences) expect(text).to.contain(sentence);
      expect(text).not.to.match(/\{\w+\}/);
    });
  }

  for (const scheme of ['light', 'dark'] as const) {
    for (const name of ['advisory', 'large'] as const) {
      it(`in a ${scheme} page, with everything open: ${name}`, async () => {
        document.documentElement.style.setProperty('color-scheme', scheme);
        document.body.style.setProperty('background', scheme === 'dark' ? '#14171c' : '#fff');
        const element = await resultPage(new City(await sample(name)), { attributes: 'heading="Result"' });
        await press(element, 'Show the count step by step');
        await press(element, 'Count both ways');
        await until(() => element.renderRoot.querySelector('.ways') !== null, 'the comparison');
        await writeCode(element, 'x');
        await expect(element).to.be.accessible();
      });
    }
  }

  it('on a narrow screen: the tables stay tables and nothing is wider than the page', async () => {
    setPageWidth(320);
    const element = await resultPage(new City(await sample('advisory')), { lang: 'fi' });
    await press(element, 'Laske molemmilla tavoilla');
    await until(() => element.renderRoot.querySelector('.ways') !== null, 'the comparison');
    expect(element.scrollWidth).to.be.at.most(320);
    await expect(element).to.be.accessible();
  });

  it('on paper: every project, and no buttons', async () => {
    const element = await resultPage(new City(await sample('large')));
    asOnPaper(element.renderRoot as ShadowRoot);
    expect(seen(element, '.standings tbody tr')).to.have.length(80);
    expect(seen(element, 'button')).to.deep.equal([]);
  });
});

describe('many winners', () => {
  /** A result in which this many of the large city's projects were chosen. */
  async function withWinners(count: number): Promise<AukioBudgetResults> {
    const files = await sample('large');
    const projects = (files['ballot-results']['projects'] as Json[]).map((project, n) => ({ ...project, funded: n < count }));
    const funded = projects.slice(0, count).map((project) => (project as Json)['project']);
    return resultPage(new City({ ...files, 'ballot-results': { ...files['ballot-results'], projects, funded } }));
  }

  it('are all in view up to 35', async () => {
    expect(seen(await withWinners(35), '[part~="winner"]')).to.have.length(35);
  });

  it('from 36 on are shown in part, and all of them when the reader asks', async () => {
    const element = await withWinners(36);
    const canClose = 'onbeforematch' in document.documentElement;
    // What is hidden until it is found has a box of no height.
    const inView = (): number => [...element.renderRoot.querySelectorAll('[part~="winner"]')].filter((winner) => !winner.closest('[hidden]')).length;
    expect(inView()).to.equal(canClose ? 30 : 36);
    if (canClose) {
      const button = await press(element, 'Show all 36 chosen projects');
      await element.updateComplete;
      expect([inView(), button.getAttribute('aria-expanded'), button.textContent.trim()]).to.deep.equal([36, 'true', 'Show fewer']);
      await press(element, 'Show fewer');
      await element.updateComplete;
      element.renderRoot.querySelector('#later-winners')!.dispatchEvent(new Event('beforematch'));
      await element.updateComplete;
      expect(inView(), 'found by the browser\'s search').to.equal(36);
    }
    await expect(element).to.be.accessible();
  });

  it('are all on paper', async () => {
    const element = await withWinners(36);
    asOnPaper(element.renderRoot as ShadowRoot);
    const heights = [...element.renderRoot.querySelectorAll('[part~="winner"]')].map((winner) => winner.getBoundingClientRect().height);
    expect(heights.filter((height) => height > 0)).to.have.length(36);
  });
});
