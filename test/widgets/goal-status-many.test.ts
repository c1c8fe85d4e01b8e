import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { manyGoals } from '../../fixtures/goals/make-many.ts';
import type { AukioGoalStatus } from '../../src/widgets/goal-status/goal-status.ts';
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

  it('begin with rows that stay as they are while the rest is read and the tools come', async () => {
    const src = URL.createObjectURL(new Blob([JSON.stringify(manyGoals(COUNT))], { type: 'application/json' }));
    const home = await fixture<HTMLElement>('<div lang="fi"></div>');
    const element = document.createElement('aukio-goal-status');
    const rows = (): HTMLElement[] => [...element.renderRoot.querySelectorAll<HTMLElement>('.row')];
    const attached = new Promise<ShadowRoot>((resolve) => {
      element.attachShadow = (init) => {
        const root = HTMLElement.prototype.attachShadow.call(element, init);
        resolve(root);
        return root;
      };
    });
    element.type = 'json';
    element.src = src;
    home.append(element);
    const root = await attached;
    // Told before the next slice of the reading.
    const first = await new Promise<HTMLElement>((resolve) => {
      const look = (): void => void (rows()[0] && resolve(rows()[0]!));
      new MutationObserver(look).observe(root, { childList: true, subtree: true });
      look();
    });
    expect(rows().length).to.be.lessThan(COUNT);
    first.focus();
    await until(() => rows().length === COUNT && texts(element, '.result').length > 0, 'all rows and the tools');
    expect(rows()[0] === first, 'the same row').to.equal(true);
    expect(root.activeElement === first, 'with the focus').to.equal(true);
    expect(rows().map(({ id }) => id.slice('goal-'.length)).toSorted()).to.deep.equal(element.data!.goals.map(({ id }) => id).toSorted());
  });

  it('stand in the order that was chosen last, however soon after another, and are saved once however often that is asked for', async () => {
    const src = URL.createObjectURL(new Blob([JSON.stringify(manyGoals(COUNT))], { type: 'application/json' }));
    const element = await page(`<aukio-goal-status type="json" src="${src}"></aukio-goal-status>`);
    const shownTitles = (): string[] => [...element.renderRoot.querySelectorAll('[part~="title"]')].map(({ textContent }) => textContent);
    await until(() => shownTitles().length === COUNT, 'all rows');
    const choose = async (name: string, value: string): Promise<void> => {
      const select = element.renderRoot.querySelector<HTMLSelectElement>(`select#${name}`)!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await element.updateComplete;
    };
    await choose('group-by', 'responsible');
    await choose('sort', 'responsible');
    await choose('group-by', 'none');
    await choose('sort', 'title');
    const { compare } = new Intl.Collator('fi', { numeric: true });
    const expected = element.data!.goals.map(({ title }) => title as string).toSorted(compare);
    await until(() => shownTitles().length === COUNT && element.renderRoot.querySelectorAll('.table').length === 1, 'one table with all rows');
    expect(shownTitles()).to.deep.equal(expected);

    const { click } = HTMLAnchorElement.prototype;
    let saved = 0;
    HTMLAnchorElement.prototype.click = () => void saved++;
    const button = element.renderRoot.querySelector<HTMLButtonElement>('.downloads button')!;
    for (let time = 0; time < 3; time++) button.click();
    await until(() => saved > 0, 'the file');
    await new Promise((resolve) => setTimeout(resolve, 100));
    HTMLAnchorElement.prototype.click = click;
    expect(saved).to.equal(1);
  });

  it('pasted as a table, stay the page\'s own content until the first can be shown', async () => {
    const table = `<table><tr><th>Toiminnallinen tavoite</th><th>Toteutumaennuste</th></tr>${Array.from({ length: COUNT }, (_, row) => `<tr><td>Tavoite ${row + 1}</td><td>Toteutuu</td></tr>`).join('')}</table>`;
    const element = await fixture<AukioGoalStatus>(`<aukio-goal-status>${table}</aukio-goal-status>`);
    expect(element.shadowRoot === null).to.equal(true);
    expect(element.querySelector('td')!.checkVisibility()).to.equal(true);
    await until(() => element.shadowRoot !== null, 'the first goals');
    expect(element.renderRoot.querySelectorAll('.row').length).to.be.greaterThan(0);
    expect(element.querySelector('td')!.checkVisibility()).to.equal(false);
    await until(() => element.renderRoot.querySelectorAll('.row').length === COUNT, 'all rows');
  });
});
