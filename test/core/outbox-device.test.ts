import { expect } from '@open-wc/testing';
import { until } from '../widgets/pages.ts';
import { City, FEEDBACK } from './city.ts';
import { Device } from './device.ts';
import { letter, reached } from './letters.ts';
import { loadIn, onDevice, openPage, openTab, startAfresh } from './tabs.ts';

let city: City;
let device: Device;

beforeEach(async () => {
  await startAfresh();
  city = new City();
  device = new Device();
});
after(startAfresh);

/** Resolves when it is so, as it comes to be by itself. */
async function becomes(isSo: () => Promise<boolean>, what: string): Promise<void> {
  let so = false;
  const look = (): void => void isSo().then((now) => (so = now));
  await until(() => (look(), so), what);
}

/** A letter waits on the device, and the page that was sending it is gone. @returns its key */
async function left(): Promise<string> {
  city.fates = ['silence'];
  const first = await openTab(city);
  const sent = letter();
  void first.outbox.post(sent);
  await until(() => city.requests.length === 1, 'the first request');
  first.crash();
  return sent.key;
}

describe('a device whose database cannot be opened when the page is loaded', () => {
  for (const opens of ['not', 'never', 'late'] as const) {
    it(`is asked again by itself, and what waits on it leaves: it opens ${opens}`, async () => {
      const key = await left();
      device.opens = opens;
      const tab = await openTab(city, device.prepare);
      expect(await tab.outbox.letters()).to.deep.equal([]);
      expect(tab.outbox.unread).to.equal(true);
      if (opens !== 'late') device.opens = 'well';
      expect((await reached(tab, key, 'received')).receipt?.id).to.equal('P-1');
      expect(tab.outbox.unread).to.equal(false);
      expect([...city.stored.keys()]).to.deep.equal([key]);
    });
  }

  it('is asked again from any page with the script tag, also where a crash has taken the word that something waits', async () => {
    const key = await left();
    localStorage.setItem('aukio-outbox', '0');
    device.lists = false;
    const page = await openPage(city, device.prepare);
    void (await loadIn<typeof import('../../src/core/outbox/at-load.ts')>(page, 'core/outbox/at-load.ts')).emptyAtLoad();
    await until(() => page.contentWindow!.performance.getEntriesByType('resource').some(({ name }) => name.includes('/outbox/outbox.ts')), 'somebody who looks again');
    expect(city.stored.size).to.equal(0);
    device.lists = true;
    await until(() => city.stored.size === 1, 'what waits leaves');
    expect([...city.stored.keys()]).to.deep.equal([key]);
    page.remove();
  });

  it('takes what is sent meanwhile as soon as it can, and the city has it once', async () => {
    device.opens = 'not';
    city.fates = ['offline'];
    const tab = await openTab(city, device.prepare);
    const files = [{ name: 'photo-1.jpg', blob: new Blob(['kuva'], { type: 'image/jpeg' }) }];
    const sent = letter({ target: '', files });
    expect((await tab.outbox.post(sent, { source: city })).kept).to.equal('page');
    device.opens = 'well';
    await becomes(async () => (await tab.outbox.letters()).some(({ key, state, kept }) => key === sent.key && state === 'waiting' && kept === 'device'), 'it has moved to the device');
    expect(await tab.outbox.letters()).to.have.length(1);
    expect((await onDevice()).files).to.equal(1);
    tab.crash();
    const later = await openTab(city);
    later.outbox.serve('feedback', city);
    await later.outbox.flush();
    expect([...city.stored].map(([key, stored]) => [key, stored.files])).to.deep.equal([[sent.key, ['photo-1.jpg image/jpeg kuva']]]);
  });

  it('keeps the words that were changed meanwhile, and not those that it had', async () => {
    const key = await left();
    device.opens = 'not';
    const tab = await openTab(city, device.prepare);
    city.fates = ['offline'];
    const changed = { ...FEEDBACK, message: 'Katuvalo palaa taas.' };
    await tab.outbox.post(letter({ key, body: changed }));
    device.opens = 'well';
    await becomes(async () => (await onDevice()).letters[0]?.state === 'received', 'its receipt is on the device');
    expect([...city.stored].map(([stored, { words }]) => [stored, (JSON.parse(words) as typeof FEEDBACK).message])).to.deep.equal([[key, changed.message]]);
    expect((await tab.outbox.letters()).map(({ state, kept }) => [state, kept])).to.deep.equal([['received', 'device']]);
  });

  it('forgets later what is erased meanwhile, and it is not sent', async () => {
    const key = await left();
    device.opens = 'not';
    const tab = await openTab(city, device.prepare);
    expect(await tab.outbox.discard(key)).to.equal(false);
    device.opens = 'well';
    await becomes(async () => !(await onDevice()).letters.length, 'it is gone');
    expect(city.stored.size).to.equal(0);
  });
});

describe('a device that takes nothing more, as a full phone', () => {
  it('sends what waits on it all the same, once, and its receipt is kept as soon as it can be', async () => {
    const key = await left();
    device.writes = false;
    const tab = await openTab(city, device.prepare);
    expect((await reached(tab, key, 'received')).receipt?.id).to.equal('P-1');
    await tab.outbox.flush();
    expect((await tab.outbox.letters()).map(({ state }) => state)).to.deep.equal(['received']);
    expect(city.requests.filter((request) => request.key === key)).to.have.length(2);
    expect((await onDevice()).letters.map(({ state }) => state)).to.deep.equal(['waiting']);
    device.writes = true;
    await tab.outbox.flush();
    expect((await onDevice()).letters.map(({ state }) => state)).to.deep.equal(['received']);
    expect(city.requests.filter((request) => request.key === key)).to.have.length(2);
  });

  it('says that it does not let go of what is erased, sends it no more, and lets go as soon as it can', async () => {
    const key = await left();
    city.fates = ['offline', 'offline'];
    const tab = await openTab(city, device.prepare);
    await reached(tab, key, 'waiting');
    device.writes = false;
    expect(await tab.outbox.discard(key)).to.equal(false);
    expect([await tab.outbox.letters(), tab.outbox.unsettled]).to.deep.equal([[], true]);
    city.fates = [];
    await tab.outbox.flush();
    expect(city.stored.size).to.equal(0);
    const looked = new Promise<void>((resolve) => void tab.outbox.watch(() => {}, resolve));
    device.writes = true;
    await looked;
    expect([await onDevice(), tab.outbox.unsettled]).to.deep.equal([{ letters: [], files: 0 }, false]);
  });

  it('does not bring back what another tab has erased', async () => {
    const key = await left();
    city.fates = ['offline', 'offline'];
    const tab = await openTab(city, device.prepare);
    await reached(tab, key, 'waiting');
    device.writes = false;
    await tab.outbox.hold(key);
    const other = await openTab(city);
    await other.outbox.discard(key);
    device.writes = true;
    await tab.outbox.flush();
    expect((await onDevice()).letters).to.deep.equal([]);
  });

  it('sends what waits also where it could not forget what another tab has erased since', async () => {
    const key = await left();
    city.fates = ['offline'];
    const tab = await openTab(city, device.prepare);
    await reached(tab, key, 'waiting');
    device.writes = false;
    await tab.outbox.discard(key);
    city.fates = [];
    const sent = letter();
    const other = await openTab(city);
    await other.outbox.discard(key);
    await tab.outbox.letters();
    city.fates = ['offline'];
    await tab.outbox.post(sent);
    await tab.outbox.flush();
    expect([...city.stored.keys()]).to.deep.equal([sent.key]);
    device.writes = true;
    await tab.outbox.flush();
    expect(tab.outbox.unsettled).to.equal(false);
  });

  it('does not keep what has been written from being sent when it fails in the middle', async () => {
    const tab = await openTab(city, device.prepare);
    const sent = letter({ target: '' });
    const submit = city.submit.bind(city);
    const source = { read: city.read.bind(city), submit: (...given: Parameters<City['submit']>) => ((device.reads = device.writes = false), submit(...given)) };
    expect((await tab.outbox.post(sent, { source })).receipt?.id).to.equal('P-1');
    device.reads = device.writes = true;
    await tab.outbox.flush();
    expect((await onDevice()).letters.map(({ state }) => state)).to.deep.equal(['received']);
    expect(city.requests).to.have.length(1);
  });
});
