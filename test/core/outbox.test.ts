import { expect } from '@open-wc/testing';
import { isFilled } from '../../src/core/outbox/filled.ts';
import { until } from '../widgets/pages.ts';
import { City, FEEDBACK } from './city.ts';
import { change, letter, reached } from './letters.ts';
import { loadIn, onDevice, openPage, openTab, startAfresh } from './tabs.ts';

/** What the city has stored. */
const arrived = (): unknown[] => [...city.stored].map(([key, { words }]): unknown => [key, JSON.parse(words)]);

let city: City;

beforeEach(async () => {
  await startAfresh();
  city = new City();
});
after(startAfresh);

describe('what is sent through the outbox', () => {
  it('arrives, and only its receipt stays until it was shown', async () => {
    const { outbox } = await openTab(city);
    const sent = letter();
    const received = await outbox.post(sent);
    expect(received).to.deep.include({ key: sent.key, state: 'received', kept: 'device', receipt: { id: 'P-1', receivedAt: '2026-08-18T09:00:00Z' } });
    expect(received.body).to.equal(undefined);
    expect((await onDevice()).letters.map(({ state, versions }) => [state, versions])).to.deep.equal([['received', []]]);
    await outbox.discard(sent.key);
    expect(await onDevice()).to.deep.equal({ letters: [], files: 0 });
    expect(await isFilled()).to.equal(false);
  });

  it('is on the device before it is sent', async () => {
    city.fates = ['silence'];
    const { outbox } = await openTab(city);
    void outbox.post(letter());
    await until(() => city.requests.length === 1, 'the request');
    expect((await onDevice()).letters.map(({ state }) => state)).to.deep.equal(['waiting']);
    expect(await isFilled()).to.equal(true);
  });

  for (const fate of ['offline', 'timeout', 'blocked', 'too-many', 'unavailable', 'stored-500', 'running'] as const) {
    it(`waits and arrives once after: ${fate}`, async () => {
      city.fates = [fate];
      const { outbox } = await openTab(city);
      const sent = letter({ target: '' });
      outbox.serve('feedback', city);
      const waiting = await outbox.post(sent, { source: city });
      expect([waiting.state, waiting.attempts, waiting.body]).to.deep.equal(['waiting', 1, FEEDBACK]);
      await outbox.flush();
      const [received] = await outbox.letters();
      expect([received?.state, received?.receipt?.id]).to.deep.equal(['received', 'P-1']);
      expect([...city.stored.keys()]).to.deep.equal([sent.key]);
      expect(new Set(city.requests.map(({ key, words }) => `${key} ${words}`)).size).to.equal(1);
    });
  }

  for (const fate of ['invalid', 'closed', 'forbidden', 'not-found'] as const) {
    it(`keeps the words and is not sent again by itself after: ${fate}`, async () => {
      city.fates = [fate];
      const { outbox } = await openTab(city);
      const refused = await outbox.post(letter({ target: '' }), { source: city });
      expect([refused.state, refused.body]).to.deep.equal(['refused', FEEDBACK]);
      expect(refused.error?.errors).to.deep.equal(fate === 'invalid' ? [{ code: 'email-wrong', field: 'email' }] : undefined);
      outbox.serve('feedback', city);
      await outbox.flush();
      expect(city.requests.length).to.equal(1);
    });
  }

  it('is sent under the same key when its words were corrected', async () => {
    city.fates = ['invalid'];
    const { outbox } = await openTab(city);
    const wrong = letter({ target: '' });
    await outbox.post(wrong, { source: city });
    const right = { ...FEEDBACK, contact: { email: 'aino.meri@merilehto.example' } };
    expect((await outbox.post({ ...wrong, body: right }, { source: city })).state).to.equal('received');
    expect(arrived()).to.deep.equal([[wrong.key, right]]);
  });

  it('goes with its files, as they were, and they leave the device with it', async () => {
    city.fates = ['unavailable'];
    const { outbox } = await openTab(city);
    const files = [{ name: 'photo-1.jpg', blob: new Blob(['kuva'], { type: 'image/jpeg' }) }, { name: 'photo-2.jpg', blob: new Blob(['toinen'], { type: 'image/jpeg' }) }];
    const sent = letter({ target: '', files });
    await outbox.post(sent, { source: city });
    expect((await onDevice()).files).to.equal(2);
    expect(await Promise.all((await outbox.files(sent.key)).map(async ({ name, blob }) => [name, blob.type, await blob.text()]))).to.deep.equal([
      ['photo-1.jpg', 'image/jpeg', 'kuva'],
      ['photo-2.jpg', 'image/jpeg', 'toinen'],
    ]);
    outbox.serve('feedback', city);
    await outbox.flush();
    expect(city.stored.get(sent.key)?.files).to.deep.equal(['photo-1.jpg image/jpeg kuva', 'photo-2.jpg image/jpeg toinen']);
    expect((await onDevice()).files).to.equal(0);
  });

  it('arrives, and everybody learns of it, also where one who is told fails', async () => {
    const tab = await openTab(city);
    const reported = new Promise<string>((resolve) => tab.window.addEventListener('error', ({ message }) => resolve(message)));
    tab.outbox.watch(() => {
      throw new Error('a part of the page fails');
    });
    const sent = letter();
    const told = change(tab, sent.key, 'received');
    expect((await tab.outbox.post(sent)).state).to.equal('received');
    expect((await told).receipt?.id).to.equal('P-1');
    expect(await reported).to.contain('a part of the page fails');
  });

  it('is sent by itself when the network is back', async () => {
    city.fates = ['offline'];
    const tab = await openTab(city);
    const sent = letter();
    expect((await tab.outbox.post(sent)).state).to.equal('waiting');
    const received = change(tab, sent.key, 'received');
    tab.window.dispatchEvent(new Event('online'));
    expect((await received).receipt?.id).to.equal('P-1');
  });

  it('is never sent after its deadline, which is said', async () => {
    const { outbox } = await openTab(city);
    const late = await outbox.post(letter({ deadline: '2020-01-01T00:00:00Z' }));
    expect([late.state, late.attempts, late.body]).to.deep.equal(['expired', 0, FEEDBACK]);
    await outbox.flush();
    expect(city.requests.length).to.equal(0);
  });

  it('passes its deadline while it waits', async () => {
    city.fates = ['unavailable'];
    const tab = await openTab(city);
    const sent = letter({ deadline: new Date(Date.now() + 3_600_000).toISOString() });
    await tab.outbox.post(sent);
    const { Date: RealDate } = tab.window;
    RealDate.now = () => Date.now() + 7_200_000;
    await tab.outbox.flush();
    expect((await tab.outbox.letters()).map(({ state, attempts }) => [state, attempts])).to.deep.equal([['expired', 1]]);
    expect(city.requests.length).to.equal(1);
  });
});

describe('a service that asks to be left alone for a while', () => {
  it('is not tried again before', async () => {
    city.fates = ['too-many'];
    city.retryAfter = 1_800;
    const { outbox } = await openTab(city);
    await outbox.post(letter({ target: '' }), { source: city });
    const [{ dueAt } = { dueAt: 0 }] = (await onDevice()).letters as unknown as { dueAt: number }[];
    expect(dueAt - Date.now()).to.be.within(1_790_000, 1_900_000);
  });
});

describe('what does not wait any more', () => {
  it('is on the device for thirty days, for the person to see, and then erased', async () => {
    city.fates = ['closed', 'answered', 'offline'];
    const first = await openTab(city);
    const [refused, received, waiting] = [letter({ target: '' }), letter({ target: '' }), letter({ target: '' })];
    for (const one of [refused, received, waiting]) await first.outbox.post(one, { source: city });
    const until30 = (await first.outbox.letters()).map(({ keptUntil }) => keptUntil && Math.round((Date.parse(keptUntil) - Date.now()) / 86_400_000));
    expect(until30).to.deep.equal([30, 30, undefined]);
    first.crash();
    const later = (days: number) => openTab(city, (window) => {
      const { now } = window.Date;
      window.Date.now = () => now() + days * 86_400_000;
    });
    const almost = await later(29);
    await almost.outbox.flush();
    expect((await onDevice()).letters).to.have.length(3);
    almost.crash();
    await (await later(31)).outbox.flush();
    const left = (await onDevice()).letters as unknown as { key: string }[];
    expect(left.map(({ key }) => key)).to.deep.equal([waiting.key]);
  });
});

describe('a browser that crashed before its local storage was written down', () => {
  it('knows of what waits all the same', async () => {
    city.fates = ['offline'];
    const { outbox } = await openTab(city);
    const sent = letter({ target: '' });
    await outbox.post(sent, { source: city });
    localStorage.setItem('aukio-outbox', '0');
    expect(await isFilled()).to.equal(true);
    await outbox.discard(sent.key);
    expect(await isFilled()).to.equal(false);
  });
});

describe('words that are changed after they may have arrived', () => {
  const changed = { ...FEEDBACK, message: 'Katuvalo on sammunut. Pylväs on vinossa.' };

  it('arrive instead of the first ones where these had not', async () => {
    city.fates = ['timeout'];
    const { outbox } = await openTab(city);
    const first = letter({ target: '' });
    await outbox.post(first, { source: city });
    await outbox.hold(first.key);
    outbox.serve('feedback', city);
    await outbox.flush();
    expect(city.requests.length, 'while they are being changed').to.equal(1);
    expect((await outbox.post({ ...first, body: changed }, { source: city })).state).to.equal('received');
    expect(arrived()).to.deep.equal([[first.key, changed]]);
  });

  it('are kept where the first ones had, and the receipt of those is found out', async () => {
    city.fates = ['stored-500'];
    const { outbox } = await openTab(city);
    const first = letter({ target: '', files: [{ name: 'photo-1.jpg', blob: new Blob(['kuva']) }] });
    await outbox.post(first, { source: city });
    const already = await outbox.post({ ...first, body: changed, files: [] }, { source: city });
    expect([already.state, already.receipt?.id, already.body]).to.deep.equal(['already', 'P-1', changed]);
    expect(arrived()).to.deep.equal([[first.key, FEEDBACK]]);
    expect((await onDevice()).files).to.equal(0);
  });

  it('are kept where only another device or tab knows what has arrived', async () => {
    const { outbox } = await openTab(city);
    const first = letter({ target: '' });
    await outbox.post(first, { source: city });
    await outbox.discard(first.key);
    const already = await outbox.post({ ...first, body: changed }, { source: city });
    expect([already.state, already.receipt, already.body]).to.deep.equal(['already', undefined, changed]);
    expect(city.stored.size).to.equal(1);
  });
});

describe('several tabs', () => {
  for (const locks of [true, false]) {
    const without = (window: Window & typeof globalThis): void => {
      if (!locks) Reflect.deleteProperty(window.Navigator.prototype, 'locks');
    };
    const way = locks ? 'with locks' : 'without locks';

    it(`never send a letter at the same time, and both learn of its receipt, ${way}`, async () => {
      city.fates = ['unavailable'];
      const [one, other] = [await openTab(city, without), await openTab(city, without)];
      const sent = letter();
      await one.outbox.post(sent);
      const both = Promise.all([change(one, sent.key, 'received'), change(other, sent.key, 'received')]);
      await Promise.all([one.outbox.flush(), other.outbox.flush(), one.outbox.flush()]);
      expect((await both).map(({ receipt }) => receipt?.id)).to.deep.equal(['P-1', 'P-1']);
      expect([city.crowd, city.stored.size]).to.deep.equal([1, 1]);
    });

    it(`send what a crashed one has left, and the city has it once, ${way}`, async () => {
      city.fates = ['stored-silence'];
      const crashed = await openTab(city, without);
      const sent = letter();
      void crashed.outbox.post(sent);
      await until(() => city.stored.size === 1, 'stored');
      crashed.crash();
      const later = await openTab(city, (window) => {
        without(window);
        // The lease of the crashed page has run out by then.
        if (!locks) window.Date.now = () => Date.now() + 600_000;
      });
      expect((await reached(later, sent.key, 'received')).receipt?.id).to.equal('P-1');
      expect([...city.stored.keys()]).to.deep.equal([sent.key]);
    });
  }

  it('tell each other what was erased', async () => {
    city.fates = ['unavailable'];
    const [one, other] = [await openTab(city), await openTab(city)];
    const sent = letter();
    await one.outbox.post(sent);
    const gone = change(other, sent.key, 'erased');
    await one.outbox.discard(sent.key);
    expect((await gone).body).to.equal(undefined);
  });
});

describe('the next visit', () => {
  it('sends what waits as soon as a page is open', async () => {
    city.fates = ['silence'];
    const first = await openTab(city);
    const sent = letter();
    void first.outbox.post(sent);
    await until(() => city.requests.length === 1, 'the first request');
    first.crash();
    await openTab(city);
    await until(() => city.stored.size === 1, 'stored');
    expect([...city.stored.keys()]).to.deep.equal([sent.key]);
  });

  it('sends it from any page with the script tag, which loads nothing more where nothing waits', async () => {
    city.fates = ['silence'];
    const first = await openTab(city);
    void first.outbox.post(letter());
    await until(() => city.requests.length === 1, 'the first request');
    first.crash();
    for (const waits of [true, false]) {
      const page = await openPage(city);
      (await loadIn<typeof import('../../src/core/outbox/at-load.ts')>(page, 'core/outbox/at-load.ts')).emptyAtLoad();
      const loaded = (): boolean => page.contentWindow!.performance.getEntriesByType('resource').some(({ name }) => name.includes('/outbox/outbox.ts'));
      if (waits) await until(() => city.stored.size === 1, 'stored');
      else await new Promise((resolve) => setTimeout(resolve, 300));
      expect(loaded()).to.equal(waits);
      page.remove();
      await startAfresh();
    }
  });

  it('finds a receipt that was not shown', async () => {
    const first = await openTab(city);
    await first.outbox.post(letter());
    first.crash();
    const { outbox } = await openTab(city);
    expect((await outbox.letters()).map(({ receipt }) => receipt?.id)).to.deep.equal(['P-1']);
  });

  it('makes no database only to look', async () => {
    await openTab(city);
    expect(await isFilled()).to.equal(false);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.to.include('aukio-outbox');
  });
});

describe('where nothing can be kept on the device', () => {
  const sealed = (name: string) => (window: Window & typeof globalThis) => {
    window.IDBFactory.prototype.open = () => {
      throw new window.DOMException('no', name);
    };
  };

  for (const [name, fault] of [['SecurityError', 'blocked'], ['QuotaExceededError', 'full']] as const) {
    it(`a letter waits in the page and arrives once; it is said to be ${fault}`, async () => {
      city.fates = ['unavailable'];
      const { outbox } = await openTab(city, sealed(name));
      const waiting = await outbox.post(letter());
      expect([waiting.state, waiting.kept, outbox.fault]).to.deep.equal(['waiting', 'page', fault]);
      await outbox.flush();
      expect((await outbox.letters()).map(({ state, kept }) => [state, kept])).to.deep.equal([['received', 'page']]);
      expect(city.stored.size).to.equal(1);
    });
  }

  it('a letter is sent also by a browser that lets pages of one site not hear of each other either', async () => {
    const { outbox } = await openTab(city, (window) => {
      sealed('SecurityError')(window);
      window.BroadcastChannel = class {
        constructor() {
          throw new window.DOMException('The operation is insecure.', 'SecurityError');
        }
      } as unknown as typeof BroadcastChannel;
    });
    expect((await outbox.post(letter())).state).to.equal('received');
    outbox.close();
    expect(city.stored.size).to.equal(1);
  });

  it('a shared device keeps nothing, not even an empty database', async () => {
    city.fates = ['unavailable'];
    const { outbox } = await openTab(city);
    const waiting = await outbox.post(letter(), { sharedDevice: true });
    expect([waiting.state, waiting.kept]).to.deep.equal(['waiting', 'page']);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.to.include('aukio-outbox');
    expect(Object.keys(localStorage)).to.deep.equal([]);
    await outbox.flush();
    expect(city.stored.size).to.equal(1);
  });

  it('what leaves the device has been tried as often as it was, and what has arrived of it is found out', async () => {
    city.fates = ['stored-500'];
    const { outbox } = await openTab(city);
    const first = letter({ target: '', files: [{ name: 'photo-1.jpg', blob: new Blob(['kuva']) }] });
    await outbox.post(first, { source: city });
    const changed = { ...FEEDBACK, message: 'Katuvalo palaa taas.' };
    const already = await outbox.post({ ...first, body: changed, files: [] }, { source: city, sharedDevice: true });
    expect([already.state, already.kept, already.attempts, already.receipt?.id, already.body]).to.deep.equal(['already', 'page', 2, 'P-1', changed]);
    expect(await onDevice()).to.deep.equal({ letters: [], files: 0 });
  });

  it('the person is asked before leaving while a letter waits in the page alone', async () => {
    city.fates = ['unavailable', 'unavailable'];
    const { outbox, window } = await openTab(city);
    const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await outbox.post(letter());
    expect(asks(), 'on the device').to.equal(false);
    await outbox.post(letter(), { sharedDevice: true });
    expect(asks(), 'in the page').to.equal(true);
    await outbox.flush();
    expect(asks(), 'received').to.equal(false);
  });

  it('what waits on the device leaves it when the device turns out to be shared', async () => {
    city.fates = ['unavailable', 'unavailable'];
    const { outbox } = await openTab(city);
    const sent = letter();
    await outbox.post(sent);
    expect((await outbox.post(sent, { sharedDevice: true })).kept).to.equal('page');
    expect((await onDevice()).letters).to.deep.equal([]);
    await outbox.flush();
    expect(city.stored.size).to.equal(1);
  });
});
