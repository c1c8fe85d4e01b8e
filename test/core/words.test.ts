import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { AukioElement } from '../../src/core/element.ts';
import { until } from '../widgets/pages.ts';

type Key = 'early' | 'late';

class Worded extends AukioElement<Key> {
  /** Lets the answers come to whoever asked for these words, the first asked first. */
  readonly answers: (() => void)[] = [];

  asksFor(word: Key): Promise<void> {
    return this.addMessages((language) => new Promise((resolve) => this.answers.push(() => resolve({ [word]: `${word} ${language}` }))));
  }

  protected override renderBody(): unknown {
    return html`${this.say('early')}, ${this.say('late')}, ${this.say('loading')}`;
  }
}
customElements.define('test-worded', Worded);

describe('the words of parts that are loaded later', () => {
  it('are all there, also where the network gives those that were asked for first last', async () => {
    const home = await fixture<HTMLElement>('<div lang="sv"></div>');
    const element = new Worded();
    home.append(element);
    await until(() => element.renderRoot.querySelector('.base')?.textContent.includes('Laddar…') ?? false, 'the words of every widget');
    const asked = Promise.all([element.asksFor('early'), element.asksFor('late')]);
    const [first, ...second] = element.answers;
    expect(second).to.have.length(2);
    second.forEach((answer) => answer());
    await new Promise((resolve) => setTimeout(resolve));
    first!();
    await asked;
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.base')!.textContent.trim()).to.equal('early sv, late sv, Laddar…');
  });
});
