import { expect } from '@open-wc/testing';
import type { AukioFeedbackForm } from '../../../src/widgets/feedback-form/feedback-form.ts';
import { until } from '../../widgets/pages.ts';
import { documentOf, framed, leave, opened, shown, site } from './city.ts';
import { ALL, allShown, EXAMPLES, press, write } from './widgets.ts';

/** Run in a window as any other, and in a private one. */
describe('a window', () => {
  afterEach(leave);

  it('in which a resident uses every widget keeps no cookie, and nothing of what has reached the city', async () => {
    const city = await opened({ body: ALL });
    const roots = await allShown(city);
    for (const [at, { tag, use, outcome }] of EXAMPLES.entries()) expect(await use(roots[at]!, city), tag).to.deep.equal(outcome);
    expect(city.watched).to.deep.equal({ violations: [], errors: [], warnings: [] });
    expect(document.cookie).to.equal('');
    expect(sessionStorage.length).to.equal(0);
    // What the resident is told of on the page on storage, and no draft.
    expect(Object.keys(localStorage).filter((name) => !/^aukio-(?:ballot .*|outbox)$/.test(name))).to.deep.equal([]);
  });

  it('keeps what a resident has begun to write until she comes back', async () => {
    const { markup } = EXAMPLES.find(({ tag }) => tag === 'aukio-feedback-form')!;
    const address = await site({ '': { html: documentOf({ body: markup }) } });
    const form = async (): Promise<ShadowRoot> => {
      const root = await shown((await framed(address)).contentDocument!, 'aukio-feedback-form', '#message');
      await until(() => (root.host as AukioFeedbackForm).sending !== undefined, 'all that sending needs');
      return root;
    };
    const first = await form();
    press(first, 'label', 'Muu asia');
    write(first, '#message', 'Satamakadulla on kuoppa.');
    await until(() => Object.keys(localStorage).some((name) => name.startsWith('aukio-draft ')), 'the draft');
    const again = await form();
    await until(() => again.querySelector<HTMLTextAreaElement>('#message')!.value === 'Satamakadulla on kuoppa.', 'what was written');
  });
});
