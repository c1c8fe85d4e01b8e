import { expect, fixture } from '@open-wc/testing';
import { openOutbox } from '../../src/core/outbox/outbox.ts';
import { SourceError } from '../../src/sources/errors.ts';
import type { Receipt } from '../../src/sources/source.ts';
import '../../src/define/source.ts';
import type { AukioSource } from '../../src/widgets/source/source.ts';
import type { AukioFeedbackForm } from '../../src/widgets/feedback-form/feedback-form.ts';
import { choose, City, control, fillIn, focused, forget, formOf, ONE_TOPIC, press, RECEIPT, seen, stage, until, write } from './feedback-forms.ts';

afterEach(forget);

/** A photo of one colour, as a phone would give it. */
async function photo(name = 'IMG_0001.jpg'): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 40;
  canvas.getContext('2d')!.fillRect(0, 0, 40, 40);
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), 'image/jpeg'));
  return new File([blob], name, { type: 'image/jpeg' });
}

async function addPhotos(form: AukioFeedbackForm, ...files: File[]): Promise<void> {
  const input = form.renderRoot.querySelector<HTMLInputElement>('input[type="file"]')!;
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
  await form.updateComplete;
}

/** What was shown as received is erased from the device. */
async function outboxEmpty(): Promise<void> {
  await until(async () => (await openOutbox().letters()).length === 0, 'an empty outbox');
}

const offline = (): never => {
  throw new SourceError('offline');
};

describe('what a paste brings along', () => {
  it('and no person sees is not sent, and keeps nobody from sending', async () => {
    const city = new City(ONE_TOPIC);
    const form = await formOf(city);
    await write(form, 'message', 'Ensimmäinen\u000Btoinen\u0007 rivi');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(city.sent[0]!.message).to.equal('Ensimmäinen\ntoinen rivi');
  });
});

describe('feedback that is sent', () => {
  it('is received: number, code, time, what happens next', async () => {
    const city = new City();
    const form = await formOf(city);
    const events: unknown[] = [];
    form.addEventListener('aukio-feedback-sent', ({ detail }) => events.push(detail));
    await fillIn(form);
    await write(form, 'address', 'Satamakatu 4');
    await choose(form, 'Kyllä, sähköpostilla');
    await write(form, 'email', 'maija@merilehto.example');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(focused(form)?.textContent).to.equal('Palautteesi on vastaanotettu');
    expect(seen(form, 'dd')).to.deep.equal(['P-2026-00123', '7K3M-9QRT-V2XW-4HJA', '24. elokuuta 2026 klo 14.20']);
    expect(seen(form, '[part~="received"]')[0]).to.contain('Vastaamme sähköpostilla. Vastaamme viimeistään 31. elokuuta 2026.');
    expect(city.sent).to.deep.equal([
      { topic: 'other', message: 'Satamakadulla on kuoppa.', place: { address: 'Satamakatu 4' }, contact: { email: 'maija@merilehto.example' }, answerBy: 'email', mayPublish: false, language: 'fi' },
    ]);
    expect(events).to.deep.equal([{ id: 'P-2026-00123', topic: 'other' }]);
    await outboxEmpty();
  });

  it('is called by the number that the city gives it', async () => {
    const form = await formOf(new City(ONE_TOPIC, () => ({ ...RECEIPT, id: '3f2a1c9e-8f0a-4a44-9d3c-2b1f3e5a7c9d', number: '2026-123' })));
    await write(form, 'message', 'Kiitos!');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(form.renderRoot.querySelector('dd.id')!.textContent).to.equal('2026-123');
    expect(form.renderRoot.textContent).not.to.contain('3f2a1c9e');
  });

  it('has a number that can be read in groups, broken between them, and copied as it is', async () => {
    const id = '3f2a1c9e-8f0a-4a44-9d3c-2b1f3e5a7c9d';
    const form = await formOf(new City(ONE_TOPIC, () => ({ ...RECEIPT, id })));
    await write(form, 'message', 'Kiitos!');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    const number = form.renderRoot.querySelector('dd.id')!;
    expect(number.textContent).to.equal(id);
    expect([...number.querySelectorAll('span')].map(({ textContent }) => textContent)).to.deep.equal(['3f2a', '1c9e-', '8f0a-', '4a44-', '9d3c-', '2b1f', '3e5a', '7c9d']);
    form.style.inlineSize = '12em';
    expect(number.scrollWidth).to.be.at.most(number.clientWidth);
  });

  it('leaves an empty form for the next, under another key', async () => {
    const city = new City();
    const form = await formOf(city);
    await fillIn(form);
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    await press(form, 'Anna lisää palautetta');
    expect(control(form, 'message').value).to.equal('');
    await fillIn(form, 'Toinen asia.');
    await press(form, 'Lähetä palaute');
    await until(() => city.sent.length === 2, 'the second');
    expect(new Set(city.options.map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(2);
  });

  it('goes once, however often Send is pressed', async () => {
    let arrive: (receipt: Receipt) => void = () => {};
    const city = new City(ONE_TOPIC, () => new Promise((resolve) => (arrive = resolve)));
    const form = await formOf(city);
    await write(form, 'message', 'Hei');
    const button = form.renderRoot.querySelector<HTMLButtonElement>('button.primary')!;
    button.click();
    button.click();
    await stage(form, 'Palautettasi lähetetään…');
    await until(() => city.sent.length > 0, 'the request');
    arrive(RECEIPT);
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(city.sent).to.have.length(1);
  });

  it('can be kept as a file', async () => {
    const form = await formOf(new City());
    await fillIn(form, 'Rivi yksi.\nRivi kaksi.');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    const { createObjectURL } = URL;
    let kept: Blob | undefined;
    const click = HTMLAnchorElement.prototype.click;
    let name = '';
    URL.createObjectURL = (blob: Blob) => {
      kept = blob;
      return createObjectURL(blob);
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      name = this.download;
    };
    try {
      await press(form, 'Lataa kopio');
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    expect(name).to.equal('palaute-P-2026-00123.txt');
    expect(await kept!.text()).to.contain('Koodi: 7K3M-9QRT-V2XW-4HJA').and.to.contain('Rivi yksi.\nRivi kaksi.');
  });

  it('says when it was filled in and what stands in the trap', async () => {
    const city = new City(ONE_TOPIC);
    const form = await formOf(city);
    await write(form, 'message', 'Osta nyt');
    const trap = control(form, 'subject-line');
    trap.value = 'http://spam.example';
    trap.dispatchEvent(new Event('input'));
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    const proof = JSON.parse(atob(city.options[0]!.proof!.replace(/-/g, '+').replace(/_/g, '/'))) as { seconds: number; trap: string };
    expect(proof.trap).to.equal('http://spam.example');
    expect(proof.seconds).to.be.a('number').and.at.least(0);
  });
});

describe('where feedback goes to', () => {
  it('is the source around the form, where nothing closer takes it', async () => {
    const city = new City(ONE_TOPIC);
    const around = await fixture<AukioSource>('<aukio-source lang="fi"><aukio-feedback-form privacy-href="/t/" debug="false"></aukio-feedback-form></aukio-source>');
    around.source = city;
    const form = around.querySelector('aukio-feedback-form')!;
    await until(() => form.sending !== undefined, 'the form');
    await write(form, 'message', 'Hei');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(city.sent).to.have.length(1);
  });

  it('is the endpoint, also where topics come from a file', async () => {
    const { fetch } = window;
    const asked: string[] = [];
    window.fetch = (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : String(input), location.href);
      asked.push(`${init?.method ?? 'GET'} ${pathname}`);
      if (pathname === '/api/feedback') return Promise.resolve(new Response(JSON.stringify(RECEIPT), { status: 201, headers: { 'content-type': 'application/json' } }));
      return pathname.startsWith('/api/') ? Promise.resolve(new Response('', { status: 404 })) : fetch(input, init);
    };
    try {
      const home = await fixture<HTMLElement>('<div lang="fi"><aukio-feedback-form topic="other" src="/fixtures/feedback/few-services.json" endpoint="/api" privacy-href="/t/" debug="false"></aukio-feedback-form></div>');
      const form = home.querySelector('aukio-feedback-form')!;
      await until(() => form.sending !== undefined, 'the form');
      await write(form, 'message', 'Hei');
      await press(form, 'Lähetä palaute');
      await stage(form, 'Palautteesi on vastaanotettu');
      expect(asked).to.include('POST /api/feedback').and.to.not.include('GET /api/feedback-services');
    } finally {
      window.fetch = fetch;
    }
  });
});

describe('the check before sending', () => {
  it('shows everything once more; each line leads back to its field', async () => {
    const city = new City();
    const form = await formOf(city, 'review ask-publish');
    await fillIn(form);
    await press(form, 'Tarkista ennen lähettämistä');
    await stage(form, 'Tarkista ennen lähettämistä');
    expect(city.sent).to.deep.equal([]);
    const lines = new Map(seen(form, '.review > div').map((line) => [line.replace(/\?.*/, '?'), line] as const));
    expect([...lines.values()]).to.include('Palautteesi Satamakadulla on kuoppa. Muuta').and.to.include('Kaupunki saa julkaista viestini Ei Muuta');
    const change = [...form.renderRoot.querySelectorAll('button')].find((button) => button.getAttribute('aria-label') === 'Muuta: Palautteesi')!;
    change.click();
    await until(() => focused(form)?.id === 'message', 'the field');
    await write(form, 'message', 'Kaksi kuoppaa.');
    await press(form, 'Tarkista ennen lähettämistä');
    await stage(form, 'Tarkista ennen lähettämistä');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(city.sent[0]!.message).to.equal('Kaksi kuoppaa.');
  });
});

describe('photos', () => {
  it('are made smaller, shown, removed and sent under names that tell nothing', async () => {
    const city = new City(ONE_TOPIC);
    const form = await formOf(city);
    await write(form, 'message', 'Katso kuvat.');
    await addPhotos(form, await photo('Maija kotona.jpg'), await photo());
    await until(() => seen(form, 'li[part~="item"]').length === 2 && !form.renderRoot.querySelector('progress'), 'two photos');
    await press(form, 'Poista kuva 1');
    await until(() => seen(form, 'li[part~="item"]').length === 1, 'one photo');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    const files = city.options[0]!.files!;
    expect(files).to.have.length(1);
    expect(files[0]!.name).to.not.contain('Maija').and.to.not.contain('IMG');
  });

  it('that are none are refused by name, and the rest stays', async () => {
    const form = await formOf(new City(ONE_TOPIC));
    await addPhotos(form, new File(['teksti'], 'muistio.txt', { type: 'text/plain' }), await photo());
    await until(() => seen(form, '.remark').length === 1 && seen(form, 'li[part~="item"]').length === 1, 'one of them');
    expect(seen(form, '.remark')[0]).to.contain('”muistio.txt”');
  });

  it('are five at most, and the others are told of', async () => {
    const form = await formOf(new City(ONE_TOPIC));
    await addPhotos(form, ...(await Promise.all(Array.from({ length: 6 }, () => photo()))));
    await until(() => seen(form, 'li[part~="item"]').length === 5 && !form.renderRoot.querySelector('progress'), 'five photos');
    expect(seen(form, '.remark')[0]).to.contain('vain 5 kuvaa');
  });

  it('or none: the check leads back to what it is about', async () => {
    const form = await formOf(new City(ONE_TOPIC), 'review about="goal:1" about-title="Puisto"');
    await write(form, 'message', 'Hyvä.');
    form.renderRoot.querySelector('form')!.requestSubmit();
    await until(() => seen(form, '[part~="review"]').length === 1, 'the check');
    form.renderRoot.querySelector<HTMLElement>('.review button')!.click();
    await until(() => focused(form)?.id === 'about', 'the focus');
  });

  it('are waited for before the check, however often the way on is pressed', async () => {
    const city = new City(ONE_TOPIC);
    const form = await formOf(city, 'review');
    await write(form, 'message', 'Kuva.');
    await addPhotos(form, await photo());
    const fields = form.renderRoot.querySelector('form')!;
    fields.requestSubmit();
    fields.requestSubmit();
    await until(() => seen(form, '[part~="review"]').length === 1, 'the check');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([seen(form, '[part~="review"]').length, city.sent.length]).to.deep.equal([1, 0]);
  });

  it('say how much of each has gone', async () => {
    const city = new City(ONE_TOPIC, (_feedback, { onProgress }) => {
      onProgress?.(0, 50, 100);
      return new Promise(() => {});
    });
    const form = await formOf(city);
    await write(form, 'message', 'Kuva.');
    await addPhotos(form, await photo());
    await until(() => seen(form, 'li[part~="item"] button').length === 1, 'the photo');
    await press(form, 'Lähetä palaute');
    await until(() => seen(form, 'li[part~="item"]')[0]?.includes('50') ?? false, 'the progress');
    expect(form.renderRoot.querySelector<HTMLProgressElement>('progress')!.value).to.equal(0.5);
  });
});

describe('a place', () => {
  const { geolocation } = navigator;
  afterEach(() => Object.defineProperty(navigator, 'geolocation', { value: geolocation, configurable: true }));
  const locate = (answer: (found: PositionCallback, failed: PositionErrorCallback) => void): { asked: number } => {
    const device = { asked: 0 };
    const getCurrentPosition = (found: PositionCallback, failed: PositionErrorCallback): void => {
      device.asked += 1;
      answer(found, failed);
    };
    Object.defineProperty(navigator, 'geolocation', { value: { getCurrentPosition }, configurable: true });
    return device;
  };

  it('is asked of the device only by the button, shown, and taken away again', async () => {
    const device = locate((found) => found({ coords: { latitude: 63.0951, longitude: 21.6165, accuracy: 12.2 } } as GeolocationPosition));
    const city = new City(ONE_TOPIC);
    const form = await formOf(city);
    await write(form, 'message', 'Tässä.');
    expect(device.asked).to.equal(0);
    await press(form, 'Käytä sijaintiani');
    await until(() => seen(form, '.located').length === 1, 'the position');
    expect(seen(form, '.located')[0]).to.contain('63.09510').and.to.contain('13 metriä');
    await press(form, 'Poista sijaintini');
    await press(form, 'Käytä sijaintiani');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(city.sent[0]!.place).to.deep.equal({ position: { latitude: 63.0951, longitude: 21.6165, accuracy: 12.2 } });
  });

  it('leaves whoever pressed on the button, which takes it away again, and does not call back who writes on', async () => {
    let tell = (): void => {};
    locate((found) => (tell = () => found({ coords: { latitude: 63.0951, longitude: 21.6165, accuracy: 12 } } as GeolocationPosition)));
    const form = await formOf(new City(ONE_TOPIC));
    const button = form.renderRoot.querySelector<HTMLButtonElement>('#position button')!;
    button.focus();
    button.click();
    tell();
    await until(() => seen(form, '.located').length === 1, 'the position');
    expect([form.shadowRoot!.activeElement, button.textContent.trim()]).to.deep.equal([button, 'Poista sijaintini']);
    button.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
    await form.updateComplete;
    expect(seen(form, '.located'), 'after a double click').to.have.length(1);
    button.click();
    await form.updateComplete;
    button.click();
    control(form, 'message').focus();
    tell();
    await until(() => seen(form, '.located').length === 1, 'the position');
    expect(form.shadowRoot!.activeElement).to.equal(control(form, 'message'));
  });

  it('that the device may not tell is said in words, and is not needed', async () => {
    locate((_found, failed) => failed({ code: 1, PERMISSION_DENIED: 1 } as GeolocationPositionError));
    const form = await formOf(new City(ONE_TOPIC));
    await press(form, 'Käytä sijaintiani');
    await until(() => seen(form, '.aside')[0]?.includes('Kuvaile paikka sanoin') ?? false, 'the sentence');
    await write(form, 'message', 'Torilla.');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
  });
});

describe('feedback that cannot be sent', () => {
  it('waits on the device, is not called received, and says how else to reach the city', async () => {
    const city = new City(ONE_TOPIC, offline);
    const form = await formOf(city, 'help="Soita 06 000 1200"');
    const events: unknown[] = [];
    form.addEventListener('aukio-feedback-kept', ({ detail }) => events.push(detail));
    await write(form, 'message', 'Odottaa.');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi odottaa tällä laitteella');
    const words = seen(form, '[part~="waiting"]')[0]!;
    expect(words).to.contain('Kaupunki ei ole vielä saanut sitä.').and.to.contain('määräaika').and.to.contain('Soita 06 000 1200');
    expect(events).to.deep.equal([{ topic: 'other' }]);
    city.answer = () => RECEIPT;
    await press(form, 'Yritä lähettää nyt');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(seen(form, 'dd')[0]).to.equal('P-2026-00123');
    expect(new Set(city.options.map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(1);
    await outboxEmpty();
  });

  it('is told of on the next page, with its receipt when it has gone', async () => {
    const city = new City(ONE_TOPIC, offline);
    const form = await formOf(city);
    await write(form, 'message', 'Odottaa.');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi odottaa tällä laitteella');
    form.remove();
    const next = await formOf(city);
    await until(() => seen(next, '[part~="waiting"]').length === 1, 'the notice');
    expect(seen(next, '[part~="waiting"]')[0]).to.contain('odottaa 1 palaute').and.to.contain('Kaupunki ei ole vielä saanut sitä');
    city.answer = () => RECEIPT;
    await press(next, 'Yritä lähettää nyt');
    await until(() => seen(next, '[part~="received"]').length === 1, 'the receipt');
    expect(seen(next, '[part~="received"]')[0]).to.contain('7K3M-9QRT-V2XW-4HJA');
    await press(next, 'Koodi on tallessa: piilota tämä');
    await until(() => seen(next, '[part~="received"]').length === 0, 'the form alone');
    await outboxEmpty();
  });

  it('is erased from the device when the resident wants it', async () => {
    const form = await formOf(new City(ONE_TOPIC, offline));
    await write(form, 'message', 'Odottaa.');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi odottaa tällä laitteella');
    await press(form, 'Anna lisää palautetta');
    await until(() => seen(form, '[part~="waiting"]').length === 1, 'the notice');
    await press(form, 'Poista se');
    await until(() => seen(form, '[part~="waiting"]').length === 0, 'nothing waits');
    await outboxEmpty();
  });

  it('because the service found something wrong is mended in the form, under the same key', async () => {
    let refuse = true;
    const city = new City(ONE_TOPIC, () => {
      if (refuse) throw new SourceError('invalid-data', { status: 422, errors: [{ code: 'text-too-long', field: 'address', values: { max: 500, length: 700 } }, { code: 'rule-of-tomorrow', field: 'message' }] });
      return RECEIPT;
    });
    const form = await formOf(city);
    await write(form, 'message', 'Hei');
    await press(form, 'Lähetä palaute');
    await until(() => focused(form)?.matches('[part~="summary"]') ?? false, 'the summary');
    expect(seen(form, '[part~="summary"] a')).to.deep.equal(['Lyhennä kohtaa ”Osoite tai kuvaus paikasta”: siinä on 700 merkkiä, ja lähettää voi enintään 500', 'Tarkista kohta ”Palautteesi”: palvelu ei hyväksy sitä']);
    expect(control(form, 'message').value).to.equal('Hei');
    refuse = false;
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(new Set(city.options.map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(1);
  });

  it('because it is closed says so, with the other way, and keeps the words', async () => {
    const form = await formOf(new City(ONE_TOPIC, () => {
      throw new SourceError('closed');
    }), 'help="Soita 06 000 1200"');
    await write(form, 'message', 'Myöhässä.');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautettasi ei ole lähetetty');
    expect(seen(form, '[part~="error"]')[0]).to.contain('Palautetta ei juuri nyt oteta vastaan').and.to.contain('Soita 06 000 1200');
    await press(form, 'Takaisin lomakkeelle');
    expect(control(form, 'message').value).to.equal('Myöhässä.');
  });
});

describe('feedback of earlier', () => {
  /** Feedback that waits with contact details and a photo, on the next page. */
  async function nextPage(city: City): Promise<AukioFeedbackForm> {
    const form = await formOf(city, 'about="unit:kirjasto" about-title="Pääkirjasto"');
    await write(form, 'message', 'Odottaa.');
    await choose(form, 'Kyllä, sähköpostilla');
    await write(form, 'email', 'maija@merilehto.example');
    await addPhotos(form, await photo());
    await until(() => seen(form, '.photos button').length === 1, 'the photo');
    await press(form, 'Lähetä palaute');
    await until(() => seen(form, '.stage-heading').some((words) => /odottaa tällä laitteella|ei ole lähetetty/.test(words)), 'the end of it');
    if (seen(form, '.stage-heading')[0] === 'Palautettasi ei ole lähetetty') await press(form, 'Takaisin lomakkeelle');
    form.remove();
    return formOf(city);
  }

  it('that waits is changed whole, and counts once', async () => {
    const city = new City(ONE_TOPIC, offline);
    const form = await nextPage(city);
    await until(() => seen(form, '[part~="waiting"]').length === 1, 'the notice');
    await press(form, 'Muuta ja lähetä uudelleen');
    await until(() => control(form, 'message').value === 'Odottaa.', 'the words');
    await until(() => seen(form, '.photos button').length === 1, 'the photo');
    expect(control(form, 'email').value).to.equal('maija@merilehto.example');
    expect(seen(form, '[part~="about"]')[0]).to.contain('unit:kirjasto');
    expect(seen(form, '[part~="waiting"]')).to.deep.equal([]);
    expect((await openOutbox().letters()).map(({ state }) => state)).to.deep.equal(['held']);
    await write(form, 'message', 'Odottaa ja muuttui.');
    city.answer = () => RECEIPT;
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(city.sent.at(-1)).to.deep.include({ message: 'Odottaa ja muuttui.', about: 'unit:kirjasto', contact: { email: 'maija@merilehto.example' } });
    expect(city.options.at(-1)!.files).to.have.length(1);
    expect(new Set(city.options.map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(1);
    await outboxEmpty();
  });

  it('that was being changed when the page was closed is there again, whole', async () => {
    const city = new City(ONE_TOPIC, offline);
    const form = await nextPage(city);
    await until(() => seen(form, '[part~="waiting"]').length === 1, 'the notice');
    await press(form, 'Muuta ja lähetä uudelleen');
    await until(() => seen(form, '.photos button').length === 1, 'the words and the photo');
    await write(form, 'message', 'Muuttui kesken.');
    form.remove();
    const later = await formOf(city);
    await until(() => seen(later, '.photos button').length === 1, 'the photo');
    expect([control(later, 'message').value, control(later, 'email').value]).to.deep.equal(['Muuttui kesken.', 'maija@merilehto.example']);
    expect(seen(later, '[part~="error"]')).to.deep.equal([]);
  });

  it('is not put in the place of words that are being written', async () => {
    const form = await nextPage(new City(ONE_TOPIC, offline));
    await until(() => seen(form, 'button').includes('Muuta ja lähetä uudelleen'), 'the offer');
    await write(form, 'message', 'Toinen asia.');
    expect(seen(form, 'button')).not.to.include('Muuta ja lähetä uudelleen');
  });

  it('that was sent by a page that was closed in the middle is not in the form any more', async () => {
    let arrive: (receipt: Receipt) => void = () => {};
    const city = new City(ONE_TOPIC, () => new Promise((resolve) => (arrive = resolve)));
    const form = await formOf(city);
    await write(form, 'message', 'Kesken suljettu.');
    await press(form, 'Lähetä palaute');
    await until(() => city.sent.length === 1, 'the request');
    const next = await formOf(city);
    await until(() => seen(next, '[part~="waiting"]').length === 1, 'the notice');
    expect(control(next, 'message').value).to.equal('');
    arrive(RECEIPT);
    await stage(form, 'Palautteesi on vastaanotettu');
  });
});

describe('words that are not sent yet', () => {
  it('come back after a reload: topic and message, and nothing else', async () => {
    const form = await formOf(new City());
    await fillIn(form, 'Jatkan myöhemmin.');
    await write(form, 'email', 'maija@merilehto.example');
    await write(form, 'address', 'Satamakatu 4');
    expect(seen(form, '.keeping')[0]).to.contain('7 päivää');
    form.remove();
    expect(JSON.stringify({ ...localStorage })).to.not.contain('maija@').and.to.not.contain('Satamakatu 4');
    const again = await formOf(new City());
    expect(control(again, 'message').value).to.equal('Jatkan myöhemmin.');
    expect(control<HTMLInputElement>(again, 'email').value).to.equal('');
    expect(seen(again, '[part~="restored"]')[0]).to.contain('ovat taas tässä');
    await press(again, 'Poista tallennettu teksti');
    expect(control(again, 'message').value).to.equal('');
    again.remove();
    const third = await formOf(new City());
    expect(control(third, 'message').value).to.equal('');
  });

  it('are not kept on a computer that the visitor calls shared', async () => {
    const form = await formOf(new City());
    await fillIn(form, 'Kirjastossa kirjoitettu.');
    await choose(form, 'Tämä on yhteiskäyttöinen tietokone');
    expect(seen(form, '.keeping')[0]).to.contain('Mitään kirjoittamaasi ei tallenneta');
    await write(form, 'message', 'Kirjastossa kirjoitettu ja jatkettu.');
    expect(JSON.stringify({ ...localStorage })).to.not.contain('Kirjastossa');
    expect(control(form, 'message').value).to.equal('Kirjastossa kirjoitettu ja jatkettu.');
  });

  it('wait on the page alone where the page calls it a shared device', async () => {
    const city = new City(ONE_TOPIC, offline);
    const form = await formOf(city, 'shared-device');
    expect(seen(form, '.keeping')[0]).to.contain('Jos suljet sivun, teksti katoaa');
    await write(form, 'message', 'Kioskilla.');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi odottaa tällä sivulla');
    expect((await openOutbox().letters()).map(({ kept }) => kept)).to.deep.equal(['page']);
    city.answer = () => RECEIPT;
    await press(form, 'Yritä lähettää nyt');
    await stage(form, 'Palautteesi on vastaanotettu');
  });

  it('are asked about before the page is left, and only then', async () => {
    const form = await formOf(new City(ONE_TOPIC));
    const asks = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(asks()).to.equal(false);
    await write(form, 'message', 'Kesken');
    expect(asks()).to.equal(true);
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(asks()).to.equal(false);
  });
});
