import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { manyGoals } from '../../fixtures/goals/make-many.ts';
import { page, texts, until } from './pages.ts';

const COUNT = 1200;

describe('thousands of goals', () => {
  it('are all in the document, and a filter hides instead of rendering', async () => {
    const src = URL.createObjectURL(new Blob([JSON.stringify(manyGoals(COUNT))], { type: 'application/json' }));
    const element = await page(`<aukio-goal-status type="json" src="${src}"></aukio-goal-status>`);
    const rows = (): HTMLElement[] => [...element.renderRoot.querySelectorAll<HTMLElement>('.row')];
    await until(() => rows().length === COUNT, 'all rows');
    const last = rows().at(-1)!;
    element.renderRoot.querySelector<HTMLInputElement>('input[type="search"]')!.focus();
    await sendKeys({ type: 'kirjasto' });
    await until(() => rows().some((row) => row.hidden), 'a filter');
    const left = rows().filter((row) => !row.hidden);
    expect(left.length).to.be.greaterThan(0).and.lessThan(COUNT);
    for (const row of left) expect(row.textContent.toLowerCase() + row.closest('.focus')!.textContent.toLowerCase()).to.contain('kirjasto');
    expect(rows().at(-1)).to.equal(last);
    expect(texts(element, '.result')[0]).to.contain(`/${new Intl.NumberFormat('fi-FI').format(COUNT).replace(/\s/g, ' ')} tavoitetta`);
  });
});
