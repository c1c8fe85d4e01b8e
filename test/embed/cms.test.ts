import { expect } from '@open-wc/testing';
import '../../src/embed.ts';
import { outcomes, settled, type Outcomes } from '../../tools/cms/outcome.ts';
import { until } from '../widgets/pages.ts';

const all = { A: 'works', B: 'works', list: 'works', C: 'works', D: 'works' } as const;
const withoutTag = { ...all, A: 'table' } as const;

/** As far as its content allows: what a filter has thrown away, no loader can bring back. */
const EXPECTED: Readonly<Record<string, Outcomes>> = {
  pasted: all,
  'ckeditor5-div-data': withoutTag,
  'ckeditor5-full-html': all,
  'ckeditor5-no-ghs': { A: 'table', B: 'table', list: 'taken', C: 'works', D: 'works' },
  'dompurify-custom-elements': all,
  'dompurify-default': withoutTag,
  'drupal-basic-html': { A: 'text', B: 'text', list: 'taken', C: 'works', D: 'text' },
  'drupal-extended': { ...all, A: 'heading' },
  'tinymce-custom-elements': all,
  'tinymce-default': withoutTag,
  'tinymce-extended-only': withoutTag,
  'tinymce-umbraco': withoutTag,
  'tiptap-starterkit': { A: 'text', B: 'text', list: 'taken', C: 'works', D: 'text' },
  'tiptap-umbraco': { A: 'text', B: 'text', list: 'works', C: 'works', D: 'text' },
  typo3: { ...all, A: 'code' },
  'wordpress-6.1-author': withoutTag,
  'wordpress-7-author': withoutTag,
  'wordpress-block-editor-paste': { A: 'table', B: 'table', list: 'taken', C: 'works', D: 'works' },
  'wordpress-classic-autop': all,
};

describe('one snippet after the filter of', () => {
  let page: HTMLElement;
  beforeEach(() => {
    document.documentElement.lang = 'fi';
    page = document.createElement('main');
    document.body.append(page);
  });
  afterEach(() => page.remove());

  for (const [filter, expected] of Object.entries(EXPECTED)) {
    it(`${filter} has its widgets as far as what is left allows`, async () => {
      const answer = await fetch(`/fixtures/cms/${filter}.html`);
      page.innerHTML = (await answer.text()).replaceAll('https://www.merilehto.example', location.origin);
      await until(() => settled(page), 'every widget');
      expect(outcomes(page)).to.deep.equal(expected);
    });
  }

  it('WordPress shows no word twice: the widget has taken back what the filter tore out of it', async () => {
    page.innerHTML = (await (await fetch('/fixtures/cms/wordpress-classic-autop.html')).text()).replaceAll('https://www.merilehto.example', location.origin);
    await until(() => settled(page), 'every widget');
    expect([...page.children].filter((child) => child.matches('table'))).to.have.length(0);
    expect([...page.querySelectorAll('p')].filter((paragraph) => !paragraph.textContent.trim())).to.have.length(0);
    expect(page.querySelector('aukio-goal-status[heading]')!.parentElement === page).to.equal(true);
  });

  it('any of them leaves one paragraph less where a link stood alone in its own', async () => {
    page.innerHTML = (await (await fetch('/fixtures/cms/drupal-basic-html.html')).text()).replaceAll('https://www.merilehto.example', location.origin);
    await until(() => settled(page), 'every widget');
    expect(page.querySelector('aukio-goal-status')!.parentElement === page).to.equal(true);
    expect(page.querySelectorAll('p > aukio-goal-status, p > aukio-channel-directory')).to.have.length(0);
  });
});
