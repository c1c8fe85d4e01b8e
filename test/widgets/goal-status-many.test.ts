import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { manyGoals } from '../../fixtures/goals/make-many.ts';
import type { AukioGoalStatus } from '../../src/widgets/goal-status/goal-status.ts';
import { page, texts, until } from './pages.ts';

const COUNT = 1200;

/** Resolves with the shadow root of an element as soon as it has one. */
function shadowOf(element: HTMLElement): Promise<ShadowRoot> {
  return new Promise((resolve) => {
    element.attachShadow = (init) => {
      const root = HTMLElement.prototype.attachShadow.call(element, init);
      resolve(root);
      return root;
    };
  });
}

/** Resolves with what is found below an element, before the next task after it came there. */
function appearing<Found>(root: Node, find: () => Found | null | undefined): Promise<Found> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = find();
      if (found) resolve(found);
    };
    new MutationObserver(look).observe(root, { childList: true, subtree: true });
    look();
  });
}

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

  it('wait for a filter that is chosen before it is known what each of them holds', async () => {
    const home = await fixture<HTMLElement>('<div lang="fi"></div>');
    const element = document.createElement('aukio-goal-status');
    element.type = 'json';
    element.src = URL.createObjectURL(new Blob([JSON.stringify(manyGoals(COUNT))], { type: 'application/json' }));
    const heard: number[] = [];
    element.addEventListener('aukio-goals-filtered', ({ detail }) => heard.push(detail.count));
    const attached = shadowOf(element);
    home.append(element);
    const root = await attached;
    const button = await appearing(root, () => root.querySelector<HTMLButtonElement>('.summary button'));
    button.click();
    const number = Number(button.textContent.replace(/\D/g, ''));
    await until(() => heard.length > 0, 'the filter');
    expect(heard).to.deep.equal([number]);
    await until(() => element.renderRoot.querySelectorAll('.row:not([hidden])').length === number, 'what is left of the rows');
  });

  it('begin with rows that stay as they are while the rest is read and the tools come', async () => {
    const src = URL.createObjectURL(new Blob([JSON.stringify(manyGoals(COUNT))], { type: 'application/json' }));
    const home = await fixture<HTMLElement>('<div lang="fi"></div>');
    const element = document.createElement('aukio-goal-status');
    const rows = (): HTMLElement[] => [...element.renderRoot.querySelectorAll<HTMLElement>('.row')];
    const attached = shadowOf(element);
    element.type = 'json';
    element.src = src;
    home.append(element);
    const root = await attached;
    // Told before the next slice of the reading.
    const first = await appearing(root, () => rows()[0]);
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
    await until(() => element.shadowRoot !== null && element.renderRoot.querySelector('.row') !== null, 'the first goals');
    expect(element.querySelector('td')!.checkVisibility()).to.equal(false);
    await until(() => element.renderRoot.querySelectorAll('.row').length === COUNT, 'all rows');
  });
});
