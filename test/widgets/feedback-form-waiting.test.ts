import { expect } from '@open-wc/testing';
import { openOutbox } from '../../src/core/outbox/outbox.ts';
import { SourceError } from '../../src/sources/errors.ts';
import type { Receipt } from '../../src/sources/source.ts';
import type { AukioFeedbackForm } from '../../src/widgets/feedback-form/feedback-form.ts';
import { Device } from '../core/device.ts';
import { choose, City, control, focused, forget, formOf, ONE_TOPIC, press, RECEIPT, seen, stage, until, write } from './feedback-forms.ts';

const WAITING = 'Palautteesi odottaa tällä laitteella';
const RECEIVED = 'Palautteesi on vastaanotettu';

const device = new Device();
device.prepare(window);

let hidden = false;
const { get: isVisible } = Object.getOwnPropertyDescriptor(Document.prototype, 'visibilityState')!;
Object.defineProperty(document, 'visibilityState', { get: (): unknown => (hidden ? 'hidden' : isVisible!.call(document)) });

/** Another page comes before this one, or goes away again. */
function hide(now: boolean): void {
  hidden = now;
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(async () => {
  Object.assign(device, new Device());
  hide(false);
  await forget();
});

const offline = (): never => {
  throw new SourceError('offline');
};
const closed = (): never => {
  throw new SourceError('closed');
};

/** A form whose feedback has been sent, and waits. */
async function waiting(city: City, attributes = ''): Promise<AukioFeedbackForm> {
  const form = await formOf(city, attributes);
  await write(form, 'message', 'Odottaa.');
  await choose(form, 'Kyllä, sähköpostilla');
  await write(form, 'email', 'maija@merilehto.example');
  await press(form, 'Lähetä palaute');
  await until(() => /odottaa/.test(seen(form, '.stage-heading')[0] ?? ''), 'it waits');
  return form;
}

/** How the letters stand, as the outbox tells them. */
const states = async (): Promise<readonly string[]> => (await openOutbox().letters()).map(({ state }) => state);

describe('feedback that has just been said to wait', () => {
  it('stays on the device until it has arrived or is erased, and that is said', async () => {
    const form = await waiting(new City(ONE_TOPIC, offline));
    expect(seen(form, '[part~="waiting"]')[0]).to.contain('myös yhteystiedot ja kuvat, kunnes kaupunki on saanut palautteen tai poistat sen');
    await press(form, 'Poista se');
    await until(() => focused(form)?.id === 'message', 'the form');
    expect([control(form, 'message').value, control(form, 'email').value]).to.deep.equal(['', '']);
    expect(await states()).to.deep.equal([]);
  });

  it('can be changed, and counts once', async () => {
    const city = new City(ONE_TOPIC, offline);
    const form = await waiting(city);
    await press(form, 'Muuta ja lähetä uudelleen');
    await until(() => focused(form)?.id === 'message', 'the form');
    expect(control(form, 'message').value).to.equal('Odottaa.');
    expect(control(form, 'email').value).to.equal('maija@merilehto.example');
    expect(await states()).to.deep.equal(['held']);
    city.answer = () => RECEIPT;
    await write(form, 'message', 'Odottaa ja muuttui.');
    await press(form, 'Lähetä palaute');
    await stage(form, RECEIVED);
    expect(new Set(city.options.map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(1);
  });

  it('is back in the form, with the reason, where the service does not take it after all', async () => {
    const city = new City(ONE_TOPIC, offline);
    const form = await waiting(city, 'help="Soita 06 000 1200"');
    city.answer = closed;
    await press(form, 'Yritä lähettää nyt');
    await stage(form, 'Palautettasi ei ole lähetetty');
    expect(seen(form, '[part~="error"]')[0]).to.contain('Palautetta ei juuri nyt oteta vastaan').and.to.contain('Soita 06 000 1200');
    await press(form, 'Takaisin lomakkeelle');
    expect([control(form, 'message').value, control(form, 'email').value]).to.deep.equal(['Odottaa.', 'maija@merilehto.example']);
  });

  it('is no longer said to wait where it is being changed in another tab', async () => {
    const form = await waiting(new City(ONE_TOPIC, offline));
    const [{ key } = { key: '' }] = await openOutbox().letters();
    await openOutbox().hold(key);
    await until(() => seen(form, '[part~="error"]').length === 1, 'what became of it');
    expect(seen(form, '[part~="error"]')[0]).to.contain('eikä sitä ole lähetetty');
  });
});

describe('a receipt that comes while the page is behind another one', () => {
  it('stays on the device until somebody can see it', async () => {
    let arrive: (receipt: Receipt) => void = () => {};
    const city = new City(ONE_TOPIC, () => new Promise((resolve) => (arrive = resolve)));
    const form = await formOf(city);
    await write(form, 'message', 'Lähetin ja vaihdoin sivua.');
    await press(form, 'Lähetä palaute');
    await until(() => city.sent.length === 1, 'the request');
    hide(true);
    arrive(RECEIPT);
    await stage(form, RECEIVED);
    // The phone ends a page in the background: another one has the receipt.
    form.remove();
    const next = await formOf(city);
    await until(() => seen(next, '[part~="received"]').length === 1, 'the receipt');
    expect(seen(next, '[part~="received"]')[0]).to.contain(RECEIPT.code!);
    expect(await states()).to.deep.equal(['received']);
    hide(false);
    await until(() => seen(next, '[part~="received"]').length === 0, 'it was seen');
    expect(await states()).to.deep.equal([]);
  });
});

describe('a device that fails for a while', () => {
  it('is not said to hold nothing, and is asked again by itself', async () => {
    const city = new City(ONE_TOPIC, offline);
    const first = await waiting(city);
    first.remove();
    device.reads = false;
    const form = await formOf(city);
    await until(() => seen(form, '[part~="unread"]').length === 1, 'that nobody could look');
    expect(seen(form, '[part~="unread"]')[0]).to.contain('Emme voineet juuri nyt tarkistaa, odottaako tällä laitteella aiempi palautteesi.');
    expect(seen(form, '[part~="waiting"]')).to.deep.equal([]);
    device.reads = true;
    await until(() => seen(form, '[part~="waiting"]').length === 1, 'what waits');
    expect(seen(form, '[part~="unread"]')).to.deep.equal([]);
  });

  it('is asked again at once when the resident wants it', async () => {
    const city = new City(ONE_TOPIC, offline);
    (await waiting(city)).remove();
    device.reads = false;
    const form = await formOf(city);
    await until(() => seen(form, '[part~="unread"]').length === 1, 'that nobody could look');
    device.reads = true;
    city.answer = () => RECEIPT;
    await press(form, 'Yritä uudelleen');
    await until(() => seen(form, '[part~="received"]').length === 1, 'the receipt');
  });

  it('is not said to have erased what it has not; it goes as soon as it can, and is not sent', async () => {
    const city = new City(ONE_TOPIC, offline);
    const form = await waiting(city);
    device.writes = false;
    await press(form, 'Poista se');
    await until(() => seen(form, '[part~="unerased"]').length === 1, 'that it is still there');
    expect(seen(form, '[part~="unerased"]')[0]).to.contain('ei voitu vielä poistaa tältä laitteelta');
    city.answer = () => RECEIPT;
    const before = city.sent.length;
    device.writes = true;
    await until(() => seen(form, '[part~="unerased"]').length === 0, 'it is gone');
    expect([await states(), city.sent.length]).to.deep.equal([[], before]);
  });

  it('gets what waits on the page alone as soon as it takes it, and that is said', async () => {
    const city = new City(ONE_TOPIC, offline);
    device.writes = false;
    const form = await waiting(city);
    expect(seen(form, '.stage-heading')).to.deep.equal(['Palautteesi odottaa tällä sivulla']);
    const asks = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(asks()).to.equal(true);
    device.writes = true;
    await press(form, 'Yritä lähettää nyt');
    await stage(form, WAITING);
    expect(asks()).to.equal(false);
  });
});
