import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { AukioElement } from '../../src/core/element.ts';
import { createIdleReset, type Clock, type IdleReset } from '../../src/core/shared-device.ts';
import { loadSharedDeviceMessages, type SharedDeviceKey } from '../../src/i18n/shared-device/languages.ts';
import { until } from '../widgets/pages.ts';

/** Time that passes only when a test says so. */
class FakeClock implements Clock {
  #now = 1_000_000;
  #count = 0;
  readonly #timers = new Map<number, { at: number; callback: () => void }>();

  now = (): number => this.#now;
  start = (callback: () => void, delay: number): number => {
    this.#timers.set(++this.#count, { at: this.#now + delay, callback });
    return this.#count;
  };
  stop = (timer: number): void => void this.#timers.delete(timer);

  pass(seconds: number): void {
    const end = this.#now + seconds * 1000;
    for (;;) {
      const [id, next] = [...this.#timers].reduce<[number, { at: number; callback: () => void } | undefined]>((first, [other, timer]) => (timer.at <= end && timer.at < (first[1]?.at ?? Infinity) ? [other, timer] : first), [0, undefined]);
      if (!next) break;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
    }
    this.#now = end;
  }

  /** The computer sleeps: time passes and nothing runs. */
  sleep(seconds: number): void {
    this.#now += seconds * 1000;
  }
}

class Form extends AukioElement<SharedDeviceKey> {
  readonly clock = new FakeClock();
  resets = 0;
  times: { idle?: number; grace?: number } = { idle: 120, grace: 30 };
  idle!: IdleReset;
  protected override messageSets = [loadSharedDeviceMessages] as never;

  override connectedCallback(): void {
    super.connectedCallback();
    (this.idle as IdleReset | undefined) ??= createIdleReset(this, { say: (key, values) => this.say(key, values), reset: () => this.resets++, ...this.times }, this.clock);
  }

  protected override renderBody(): unknown {
    return html`<label>Viesti <input></label>${this.idle.render()}`;
  }
}
customElements.define('test-idle-form', Form);

async function formOf(times?: Form['times']): Promise<Form> {
  const home = await fixture<HTMLElement>('<div lang="fi"></div>');
  const form = new Form();
  if (times) form.times = times;
  home.append(form);
  await until(() => Boolean((form as unknown as { messages: unknown }).messages), 'the words');
  form.renderRoot.querySelector('input')!.focus();
  form.idle.watch(true);
  return form;
}

async function dialogOf(form: Form): Promise<HTMLDialogElement | null> {
  await form.updateComplete;
  return form.renderRoot.querySelector('dialog');
}

const text = (element: Element | null | undefined): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

describe('a form on a shared device', () => {
  it('is not emptied without asking, and the question takes the focus', async () => {
    const form = await formOf();
    form.clock.pass(119);
    expect(await dialogOf(form)).to.equal(null);
    form.clock.pass(1);
    const dialog = await dialogOf(form);
    expect(dialog?.matches(':modal')).to.equal(true);
    expect(form.shadowRoot?.activeElement).to.equal(dialog?.querySelector('button'));
    expect(text(dialog?.querySelector('#idle-title'))).to.equal('Oletko vielä paikalla?');
    expect(form.resets).to.equal(0);
    await expect(form).to.be.accessible();
  });

  it('gives the time that it says, and then it is empty and that is said', async () => {
    const form = await formOf();
    form.clock.pass(120);
    expect(text((await dialogOf(form))?.querySelector('#idle-time'))).to.equal('Aikaa on 30 sekuntia.');
    form.clock.pass(29);
    expect(form.resets).to.equal(0);
    form.clock.pass(1);
    expect(form.resets).to.equal(1);
    expect(await dialogOf(form)).to.equal(null);
    await until(() => text(document.querySelector('[data-aukio-announcer]')) === 'Lomake on tyhjennetty.', 'what is said');
    form.clock.pass(1000);
    expect(form.resets).to.equal(1);
  });

  it('gives at least 20 seconds, whatever it was set to', async () => {
    const form = await formOf({ idle: 60, grace: 5 });
    form.clock.pass(79);
    expect([form.resets, text((await dialogOf(form))?.querySelector('#idle-time'))]).to.deep.equal([0, 'Aikaa on 20 sekuntia.']);
    form.clock.pass(1);
    expect(form.resets).to.equal(1);
  });

  it('goes on as often as the person says so, by the button or by Escape, and the focus is back where it was', async () => {
    const form = await formOf();
    for (let time = 0; time < 12; time++) {
      form.clock.pass(140);
      const dialog = (await dialogOf(form))!;
      if (time % 2) dialog.querySelector('button')!.click();
      else dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
      expect(await dialogOf(form)).to.equal(null);
      expect(form.shadowRoot?.activeElement?.localName).to.equal('input');
    }
    expect(form.resets).to.equal(0);
  });

  it('counts down in view, and does not speak every second', async () => {
    const form = await formOf();
    form.clock.pass(120);
    const dialog = (await dialogOf(form))!;
    const [shown, spoken] = [dialog.querySelector('.idle-left'), dialog.querySelector('#idle-time')];
    const before = text(spoken);
    expect([text(shown), shown?.getAttribute('aria-hidden')]).to.deep.equal(['30 sekuntia jäljellä', 'true']);
    form.clock.pass(12);
    await form.updateComplete;
    expect([text(shown), text(spoken)]).to.deep.equal(['18 sekuntia jäljellä', before]);
    expect(dialog.querySelector('[aria-live], [role=timer], [role=status]')).to.equal(null);
  });

  it('takes any sign of life for one', async () => {
    const form = await formOf();
    for (const sign of ['pointermove', 'keydown', 'input', 'scroll']) {
      form.clock.pass(100);
      const event = new Event(sign, { bubbles: true, composed: true });
      form.renderRoot.querySelector('input')!.dispatchEvent(event);
    }
    form.clock.pass(119);
    expect(await dialogOf(form)).to.equal(null);
    form.clock.pass(1);
    expect(await dialogOf(form)).not.to.equal(null);
  });

  it('asks too when the computer has slept', async () => {
    const form = await formOf();
    form.clock.sleep(36_000);
    form.clock.pass(1);
    expect([(await dialogOf(form)) !== null, form.resets]).to.deep.equal([true, 0]);
    form.clock.pass(30);
    expect(form.resets).to.equal(1);
  });

  it('is left alone when there is nothing to be emptied', async () => {
    const form = await formOf();
    form.clock.pass(120);
    expect(await dialogOf(form)).not.to.equal(null);
    form.idle.watch(false);
    expect(await dialogOf(form)).to.equal(null);
    form.clock.pass(1000);
    expect([form.resets, await dialogOf(form)]).to.deep.equal([0, null]);
  });

  it('is watched again when a script of the page moves it, and not when it is gone', async () => {
    const form = await formOf();
    const home = form.parentElement!;
    form.remove();
    form.clock.pass(1000);
    expect(form.resets).to.equal(0);
    home.append(form);
    form.clock.pass(150);
    expect(form.resets).to.equal(1);
  });
});
