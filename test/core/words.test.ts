import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { AukioElement } from '../../src/core/element.ts';
import { until } from '../widgets/pages.ts';

type Key = 'early' | 'late';

class Worded extends AukioElement<Key> {
  /** Words that come when `answer` lets them, and are there from then on. */
  asksFor(word: Key): { readonly answer: (lost?: Error) => void; readonly there: Promise<void> } {
    let answer!: (lost?: Error) => void;
    const come = new Promise<void>((resolve, reject) => (answer = (lost) => (lost ? reject(lost) : resolve())));
    return { answer, there: this.addMessages((language) => come.then(() => ({ [word]: `${word} ${language}` }))) };
  }

  get shown(): string {
    return this.renderRoot.querySelector('.base')?.textContent.trim() ?? '';
  }

  protected override renderBody(): unknown {
    return html`${this.say('early')}, ${this.say('late')}, ${this.say('loading')}`;
  }
}
customElements.define('test-worded', Worded);

async function worded(lang: string): Promise<Worded> {
  const home = await fixture<HTMLElement>(`<div lang="${lang}"></div>`);
  const element = new Worded();
  home.append(element);
  await until(() => element.shown.includes('Laddar…'), 'the words of every widget');
  return element;
}

describe('the words of parts that are loaded later', () => {
  it('are all there, also where the network gives those that were asked for first last', async () => {
    const element = await worded('sv');
    const [early, late] = [element.asksFor('early'), element.asksFor('late')];
    late.answer();
    await late.there;
    early.answer();
    await early.there;
    await element.updateComplete;
    expect(element.shown).to.equal('early sv, late sv, Laddar…');
  });

  it('are missed by whoever asked for them, and by nobody else: the others follow the widget into another language', async () => {
    const element = await worded('sv');
    const [early, late] = [element.asksFor('early'), element.asksFor('late')];
    const missed = late.there.then(() => false, () => true);
    late.answer(new Error('offline'));
    early.answer();
    expect(await missed).to.equal(true);
    await early.there;
    element.lang = 'en';
    await until(() => element.shown.startsWith('early en') && element.shown.endsWith('Loading…'), 'the words of the other language');
  });
});
