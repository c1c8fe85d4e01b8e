import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { SourceError } from '../../src/sources/errors.ts';
import type { AukioFeedbackForm } from '../../src/widgets/feedback-form/feedback-form.ts';
import { choose, City, control, fillIn, focused, forget, formOf, ONE_TOPIC, press, RECEIPT, seen, stage, until, write } from './feedback-forms.ts';

afterEach(forget);

const offline = (): never => {
  throw new SourceError('offline');
};
const closed = (): never => {
  throw new SourceError('closed');
};
const help = 'heading="Anna palautetta" help="Soita 06 000 1200" registry-href="mailto:kirjaamo@merilehto.example" retention-days="90"';

/** Every state that a resident may see, and how it is reached. */
const STATES: Readonly<Record<string, () => Promise<AukioFeedbackForm>>> = {
  'the form': () => formOf(new City(), `${help} ask-publish about="unit:kirjasto" about-title="Pääkirjasto"`),
  'the form with many topics and a topic\'s questions': async () => {
    const form = await formOf(new City(await (await fetch('/fixtures/feedback/feedback-services.json')).json()), help);
    await write(form, 'topic', 'sports');
    return form;
  },
  'what is wrong': async () => {
    const form = await formOf(new City(), help);
    await choose(form, 'Kadut, valot ja talvihoito');
    await choose(form, 'Kyllä, sähköpostilla');
    await press(form, 'Lähetä palaute');
    await until(() => focused(form)?.matches('[part~="summary"]') ?? false, 'the summary');
    return form;
  },
  'the question about an identity code': async () => {
    const form = await formOf(new City(), help);
    await fillIn(form, 'Tunnukseni on 131052-308T.');
    await press(form, 'Lähetä palaute');
    await until(() => seen(form, '[part~="question"]').length === 1, 'the question');
    return form;
  },
  'the check before sending': async () => {
    const form = await formOf(new City(), `${help} review`);
    await fillIn(form);
    await press(form, 'Tarkista ennen lähettämistä');
    await stage(form, 'Tarkista ennen lähettämistä');
    return form;
  },
  'while it is sent': async () => {
    const form = await formOf(new City(ONE_TOPIC, () => new Promise(() => {})), help);
    await write(form, 'message', 'Hei');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautettasi lähetetään…');
    return form;
  },
  'the receipt': async () => {
    const form = await formOf(new City(), help);
    await fillIn(form);
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    return form;
  },
  'what waits on the device': async () => {
    const form = await formOf(new City(ONE_TOPIC, offline), help);
    await write(form, 'message', 'Odottaa.');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi odottaa tällä laitteella');
    return form;
  },
  'the form below what waits': async () => {
    const form = await STATES['what waits on the device']!();
    await press(form, 'Anna lisää palautetta');
    await until(() => seen(form, '[part~="waiting"]').length === 1, 'the notice');
    return form;
  },
  'feedback that is not received now': async () => {
    const form = await formOf(new City(ONE_TOPIC, closed), help);
    await write(form, 'message', 'Hei');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautettasi ei ole lähetetty');
    return form;
  },
  'topics that cannot be read': async () => {
    const home = await fixture<HTMLElement>(`<div lang="fi"><aukio-feedback-form debug="false" ${help}></aukio-feedback-form></div>`);
    const form = home.querySelector('aukio-feedback-form')!;
    form.source = { read: () => Promise.reject(new SourceError('offline')) };
    await until(() => seen(form, '[part~="error"]').length === 1, 'the error');
    return form;
  },
  'a wrong code': async () => {
    const form = await formOf(new City(), `view="status" ${help}`);
    await write(form, 'code', 'abc');
    await press(form, 'Näytä');
    await until(() => seen(form, '.fault').length === 1, 'the fault');
    return form;
  },
  'the state of a feedback': async () => {
    const form = await formOf(new City(ONE_TOPIC, () => RECEIPT, () => ({ state: 'answered', receivedAt: RECEIPT.receivedAt, changedAt: '2026-08-26T06:05:00Z', reply: 'Kiitos.' })), `view="status" ${help}`);
    await write(form, 'code', RECEIPT.code!);
    await press(form, 'Näytä');
    await until(() => seen(form, '[part~="answer"]').length === 1, 'the answer');
    return form;
  },
};

describe('every state of <aukio-feedback-form>', () => {
  afterEach(() => document.documentElement.style.removeProperty('color-scheme'));
  for (const [name, reach] of Object.entries(STATES)) {
    it(`is accessible, light and dark: ${name}`, async () => {
      const form = await reach();
      await expect(form).to.be.accessible();
      document.documentElement.style.setProperty('color-scheme', 'dark');
      form.style.setProperty('background', '#10131a');
      await expect(form).to.be.accessible();
    });

    it(`fits 320 pixels: ${name}`, async () => {
      const form = await reach();
      form.parentElement!.style.setProperty('width', '20em');
      await form.updateComplete;
      const room = form.getBoundingClientRect().right + 1;
      const over = [...form.renderRoot.querySelectorAll<HTMLElement>('.base *')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > room);
      expect(over.map((one) => one.outerHTML.slice(0, 80))).to.deep.equal([]);
    });
  }
});

describe('the keyboard', () => {
  it('is enough from the first field to the receipt', async () => {
    const city = new City(ONE_TOPIC);
    const form = await formOf(city);
    control(form, 'message').focus();
    await sendKeys({ type: 'Lamput' });
    for (let turn = 0; turn < 30 && !focused(form)?.matches('button.primary'); turn++) await sendKeys({ press: 'Tab' });
    expect(focused(form)!.textContent).to.equal('Lähetä palaute');
    await sendKeys({ press: 'Enter' });
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(focused(form)!.textContent).to.equal('Palautteesi on vastaanotettu');
    expect(city.sent[0]!.message).to.equal('Lamput');
  });

  it('Enter in a line of text sends, as in every form, and never leaves the page', async () => {
    const city = new City(ONE_TOPIC);
    const form = await formOf(city);
    await write(form, 'message', 'Hei');
    control(form, 'name').focus();
    await sendKeys({ press: 'Enter' });
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(city.sent).to.have.length(1);
  });
});

describe('a page from right to left', () => {
  it('keeps the form in its own direction', async () => {
    const form = await formOf(new City(ONE_TOPIC), 'data-dir="rtl"');
    const field = control(form, 'message').closest('.field')!.getBoundingClientRect();
    const label = form.renderRoot.querySelector('label[for="message"] span')!.getBoundingClientRect();
    expect(field.right - label.right).to.be.lessThan(1);
  });
});
