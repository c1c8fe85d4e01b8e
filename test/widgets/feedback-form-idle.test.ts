import { expect } from '@open-wc/testing';
import type { AukioFeedbackForm } from '../../src/widgets/feedback-form/feedback-form.ts';
import { choose, City, control, focused, forget, formOf, ONE_TOPIC, press, RECEIPT, seen, stage, until, write } from './feedback-forms.ts';

/** Minutes pass when a test says so; what takes less than a second goes on as ever. */
class Minutes {
  readonly #now = Date.now;
  readonly #set = window.setTimeout;
  readonly #clear = window.clearTimeout;
  readonly #timers = new Map<number, { readonly at: number; readonly callback: () => void }>();
  #passed = 0;
  #count = 0;

  constructor() {
    Date.now = () => this.#now.call(Date) + this.#passed;
    window.setTimeout = ((callback: () => void, delay = 0) => {
      if (delay < 1000) return this.#set.call(window, callback, delay);
      this.#timers.set(--this.#count, { at: Date.now() + delay, callback });
      return this.#count;
    }) as typeof setTimeout;
    window.clearTimeout = ((timer: number) => {
      if (!this.#timers.delete(timer)) this.#clear.call(window, timer);
    }) as typeof clearTimeout;
  }

  pass(seconds: number): void {
    for (let second = 0; second < seconds; second++) {
      this.#passed += 1000;
      for (const [id, { at, callback }] of [...this.#timers]) {
        if (at > Date.now() || !this.#timers.delete(id)) continue;
        callback();
      }
    }
  }

  end(): void {
    Date.now = this.#now;
    window.setTimeout = this.#set;
    window.clearTimeout = this.#clear;
  }
}

let minutes: Minutes;
beforeEach(() => {
  minutes = new Minutes();
});
afterEach(async () => {
  minutes.end();
  await forget();
});

/** She looks up a feedback by its code, and does not answer whether she is still there. */
async function looksUpAndLeaves(form: AukioFeedbackForm): Promise<void> {
  await write(form, 'code', '7K3M-9QRT-V2XW-4HJA');
  await press(form, 'Näytä');
  await until(() => seen(form, '[part~="answer"]').length === 1, 'the answer');
  minutes.pass(185);
  await until(() => form.renderRoot.querySelector('dialog')?.open ?? false, 'the question');
  minutes.pass(65);
}

describe('a form on a shared device that nobody uses any more', () => {
  it('asks whether anybody is there, as often as needed, and goes on with every word', async () => {
    const form = await formOf(new City(ONE_TOPIC), 'shared-device');
    await write(form, 'message', 'Mietin vielä.');
    for (let time = 0; time < 2; time++) {
      minutes.pass(185);
      await until(() => form.renderRoot.querySelector('dialog')?.open ?? false, 'the question');
      expect(seen(form, 'dialog')[0]).to.contain('Oletko vielä paikalla?').and.to.contain('60 sekuntia');
      expect(focused(form)?.textContent.trim()).to.equal('Jatka');
      await expect(form).to.be.accessible();
      minutes.pass(40);
      await press(form, 'Jatka');
      await until(() => !form.renderRoot.querySelector('dialog'), 'the form');
      expect(control(form, 'message').value).to.equal('Mietin vielä.');
    }
  });

  it('is emptied when nobody answers', async () => {
    const form = await formOf(new City(ONE_TOPIC), 'shared-device');
    await write(form, 'message', 'Unohtui.');
    await choose(form, 'Kyllä, sähköpostilla');
    await write(form, 'email', 'maija@merilehto.example');
    minutes.pass(250);
    await until(() => control(form, 'message').value === '', 'an empty form');
    await until(() => !form.renderRoot.querySelector('dialog'), 'no question');
    expect(control(form, 'email').value).to.equal('');
  });

  it('takes the receipt of who has left off the screen', async () => {
    const form = await formOf(new City(ONE_TOPIC), 'shared-device');
    await write(form, 'message', 'Kiitos.');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    minutes.pass(250);
    await until(() => seen(form, '[part~="received"]').length === 0 && seen(form, 'form').length === 1, 'the form for the next');
  });

  for (const switched of [false, true]) {
    it(`takes the code and the answer of who has left off the screen, ${switched ? 'where the visitor says that it is shared' : 'where the page does'}`, async () => {
      const city = new City(ONE_TOPIC, undefined, () => ({ state: 'received', receivedAt: '2026-08-24T11:20:00Z', changedAt: '2026-08-24T11:20:00Z' }));
      const form = await formOf(city, switched ? '' : 'shared-device');
      if (switched) await choose(form, 'Tämä on yhteiskäyttöinen tietokone');
      // The next person may do the same.
      for (let time = 0; time < 2; time++) {
        await press(form, 'Oletko jo antanut palautetta? Katso, miten sen käsittely etenee');
        await until(() => form.renderRoot.querySelector('#code') !== null, 'the field');
        expect(control(form, 'code').value).to.equal('');
        await looksUpAndLeaves(form);
        await until(() => seen(form, 'form[part~="form"]').length === 1, 'the form for the next');
      }
    });
  }

  it('keeps an answer that comes too late from the next person, and what was sent is not taken back', async () => {
    let arrive = (): void => undefined;
    const city = new City(ONE_TOPIC, () => new Promise((resolve) => (arrive = () => resolve(RECEIPT))));
    const form = await formOf(city, 'shared-device');
    await write(form, 'message', 'Kiitos.');
    await press(form, 'Lähetä palaute');
    await until(() => city.sent.length === 1, 'the sending');
    minutes.pass(250);
    await until(() => seen(form, 'form').length === 1, 'the form for the next');
    await write(form, 'message', 'Toinen.');
    expect(city.options[0]!.signal.aborted).to.equal(false);
    arrive();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([seen(form, '[part~="received"]'), control(form, 'message').value]).to.deep.equal([[], 'Toinen.']);
  });

  it('empties what shows the state of a feedback alone', async () => {
    const city = new City(ONE_TOPIC, undefined, () => ({ state: 'received', receivedAt: '2026-08-24T11:20:00Z', changedAt: '2026-08-24T11:20:00Z' }));
    const form = await formOf(city, 'view="status" shared-device');
    await looksUpAndLeaves(form);
    await until(() => seen(form, '[part~="answer"]').length === 0 && control(form, 'code').value === '', 'the empty field');
  });

  it('asks nobody on a device of one\'s own', async () => {
    const form = await formOf(new City(ONE_TOPIC));
    await write(form, 'message', 'Oma puhelin.');
    minutes.pass(600);
    await form.updateComplete;
    expect([form.renderRoot.querySelector('dialog'), control(form, 'message').value]).to.deep.equal([null, 'Oma puhelin.']);
  });
});
