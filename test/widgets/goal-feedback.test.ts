import { expect, fixture } from '@open-wc/testing';
import type { FeedbackOpenDetail } from '../../src/core/feedback-link.ts';
import type { AukioGoalStatus } from '../../src/widgets/goal-status/goal-status.ts';
import { City, focused, formOf, ONE_TOPIC, seen } from './feedback-forms.ts';
import { ROWS, page, settled, shown, tableOf, texts, until } from './pages.ts';

const [first] = ROWS;

describe('giving feedback on a goal', () => {
  const report = (attributes = '', rows: Parameters<typeof tableOf>[0] = ROWS): Promise<AukioGoalStatus> => page(`<aukio-goal-status ${attributes}>${tableOf(rows)}</aukio-goal-status>`);
  const links = (element: AukioGoalStatus): HTMLAnchorElement[] => [...element.renderRoot.querySelectorAll<HTMLAnchorElement>('a[part~=feedback]')];

  it('begins at a link in each goal, which leads to the form and tells it which goal', async () => {
    const element = await report('feedback-href="/palaute/?x=1#lomake"');
    await until(() => links(element).length === ROWS.length, 'the links');
    expect(texts(element, 'a[part~=feedback]')).to.deep.equal(ROWS.map(([title]) => `Anna palautetta tästä tavoitteesta: ${title}`));
    const { pathname, searchParams, hash } = new URL(links(element)[0]!.href);
    expect([pathname, hash]).to.deep.equal(['/palaute/', '#lomake']);
    expect([...searchParams]).to.deep.equal([['x', '1'], ['aukio-about', `goal:${element.data!.goals[0]!.id}`], ['aukio-about-title', first[0]]]);
    await expect(element).to.be.accessible();
  });

  for (const [lang, words] of [['sv', 'Ge respons om det här målet'], ['en', 'Give feedback on this goal']] as const) {
    it(`is offered in the language of the page: ${lang}`, async () => {
      const element = await report(`lang="${lang}" feedback-href="/palaute/"`);
      await until(() => links(element).length === ROWS.length, 'the links');
      expect(links(element)[0]!.firstChild!.textContent).to.equal(words);
    });
  }

  it('is not offered where the editor names no page, and the editor is told of an address that is none', async () => {
    const without = await report();
    expect(links(without)).to.deep.equal([]);
    const unsafe = await report('debug feedback-href="javascript:alert(1)"');
    expect(links(unsafe)).to.deep.equal([]);
    await until(() => texts(unsafe, '[part~=notes] li').some((note) => note.includes('feedback-href')), 'the sentence');
  });

  it('is offered from the moment that the editor names the page, and in every arrangement', async () => {
    const element = await report();
    element.setAttribute('feedback-href', '/palaute/');
    await until(() => links(element).length === ROWS.length, 'the links');
    element.groupBy = 'forecast';
    await until(() => texts(element, '.line-heading').includes('Vaarassa'), 'another arrangement');
    await until(() => links(element).length === ROWS.length, 'the links');
    expect(new Set(links(element).map(({ href }) => href)).size).to.equal(ROWS.length);
  });

  it('stays on the page where a form on it takes the goal', async () => {
    const form = await formOf(new City(ONE_TOPIC), 'heading="Palaute"');
    const home = await fixture<HTMLElement>('<div lang="fi"></div>');
    const ready = settled(home);
    home.innerHTML = `<aukio-goal-status feedback-href="/palaute/">${tableOf(ROWS)}</aukio-goal-status>`;
    await ready;
    const element = home.querySelector('aukio-goal-status')!;
    await shown(element);
    await until(() => links(element).length === ROWS.length, 'the links');
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    links(element)[0]!.dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
    await until(() => focused(form)?.matches('[part~="heading"]') ?? false, 'the heading of the form');
    expect(seen(form, '[part~="about"]')[0]).to.contain(first[0]);
  });

  it('goes to the page with the form where there is none on this one, and where the resident wants another tab', async () => {
    const element = await report('feedback-href="/palaute/"');
    await until(() => links(element).length === ROWS.length, 'the links');
    const asked: FeedbackOpenDetail[] = [];
    element.addEventListener('aukio-before-feedback-open', ({ detail }) => asked.push(detail));
    // The last to hear of a click keeps the test's own page where it is.
    const left: boolean[] = [];
    const stay = (event: Event): void => {
      left.push(!event.defaultPrevented);
      event.preventDefault();
    };
    addEventListener('click', stay);
    for (const ctrlKey of [false, true]) links(element)[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ctrlKey }));
    removeEventListener('click', stay);
    expect(left).to.deep.equal([true, true]);
    expect(asked).to.deep.equal([{ about: `goal:${element.data!.goals[0]!.id}`, title: first[0] }]);
  });

  it('is left out on paper', async () => {
    const element = await report('feedback-href="/palaute/"');
    await until(() => links(element).length === ROWS.length, 'the links');
    for (const link of links(element)) expect(link.closest('.no-print')).not.to.equal(null);
  });
});
