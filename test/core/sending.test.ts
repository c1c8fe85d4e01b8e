import { expect } from '@open-wc/testing';
import { identifier } from '../../src/core/identifier.ts';
import { openOutbox } from '../../src/core/outbox/outbox.ts';
import type { Challenge } from '../../src/core/proof/solve.ts';
import { send, type Parcel } from '../../src/core/sending.ts';
import type { Proof } from '../../src/model/proof.ts';
import { createRestSource } from '../../src/sources/rest.ts';
import { City, FEEDBACK } from './city.ts';
import { startAfresh } from './tabs.ts';

const realFetch = window.fetch;
let city: City;

function parcel(more: Partial<Parcel<'feedback'>> = {}): Parcel<'feedback'> {
  return { kind: 'feedback', key: identifier(), body: FEEDBACK, lang: 'fi', seconds: 42, ...more };
}

beforeEach(async () => {
  await startAfresh();
  city = new City();
  window.fetch = city.fetch;
});
afterEach(async () => {
  window.fetch = realFetch;
  // The browser's profile is that of the tests of other files too.
  for (const { key } of await openOutbox().letters()) await openOutbox().discard(key);
});

describe('pressing Send', () => {
  it('gives the receipt of what has arrived', async () => {
    const sent = parcel();
    expect(await send(sent, { source: city })).to.deep.equal({ state: 'received', receipt: { id: 'P-1', receivedAt: '2026-08-18T09:00:00Z' } });
    expect(JSON.parse(city.requests[0]!.words)).to.deep.equal(FEEDBACK);
    expect(city.requests[0]!.key).to.equal(sent.key);
  });

  it('twice is once', async () => {
    const sent = parcel();
    const [one, other] = await Promise.all([send(sent, { source: city }), send(sent, { source: city })]);
    expect([one, city.requests.length]).to.deep.equal([other, 1]);
  });

  it('again after the receipt, as from a tab that has the same draft, gives the same receipt', async () => {
    const sent = parcel();
    const first = await send(sent, { source: city });
    expect(await send(sent, { source: city })).to.deep.equal(first);
    expect(city.stored.size).to.equal(1);
  });

  it('tells that the city has not received it yet, and from where it will be sent', async () => {
    city.fates = ['unavailable', 'offline'];
    expect(await send(parcel(), { source: city })).to.deep.equal({ state: 'waiting', kept: 'device', error: { kind: 'unavailable' } });
    expect(await send(parcel(), { source: city }, { sharedDevice: true })).to.deep.equal({ state: 'waiting', kept: 'page', error: { kind: 'offline' } });
  });

  it('tells why nothing could be kept on the device', async () => {
    city.fates = ['unavailable'];
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
    try {
      const outcome = await send(parcel(), { source: city });
      expect(outcome).to.deep.equal({ state: 'waiting', kept: 'page', storage: 'blocked', error: { kind: 'unavailable' } });
    } finally {
      IDBFactory.prototype.open = open;
    }
  });

  it('tells what is wrong by field', async () => {
    city.fates = ['invalid', 'closed'];
    expect(await send(parcel(), { source: city })).to.deep.include({ state: 'refused', errors: [{ code: 'email-wrong', field: 'email' }] });
    expect(await send(parcel(), { source: city })).to.deep.equal({ state: 'refused', errors: [], error: { kind: 'closed' } });
  });

  it('tells that other words have arrived before', async () => {
    city.fates = ['stored-500'];
    const sent = parcel();
    await send(sent, { source: city });
    const outcome = await send({ ...sent, body: { ...FEEDBACK, message: 'Katuvalo palaa taas.' } }, { source: city });
    expect(outcome).to.deep.equal({ state: 'already', receipt: { id: 'P-1', receivedAt: '2026-08-18T09:00:00Z' } });
  });

  it('tells that it is too late', async () => {
    expect(await send(parcel({ deadline: '2020-01-01T00:00:00Z' }), { source: city })).to.deep.equal({ state: 'expired', attempts: 0 });
  });

  it('keeps nothing and says so where there is nowhere to send to, or the address is wrong', async () => {
    const reader = { read: () => Promise.resolve(undefined) };
    expect(await send(parcel(), {})).to.deep.equal({ state: 'failed', error: { kind: 'not-found' } });
    expect(await send(parcel(), { source: reader, nearest: reader })).to.deep.equal({ state: 'failed', error: { kind: 'not-found' } });
    expect(await send(parcel(), { endpoint: 'http://[' })).to.deep.equal({ state: 'failed', error: { kind: 'invalid-data' } });
    expect(await openOutbox().letters()).to.deep.equal([]);
  });

  it('tells the progress of each file', async () => {
    const files = [{ name: 'photo-1.jpg', blob: new Blob(['kuva']) }];
    const told: number[][] = [];
    city.submit = (_kind, _body, { onProgress }) => {
      onProgress?.(0, 2, 4);
      return Promise.resolve({ id: 'P-1', receivedAt: '2026-08-18T09:00:00Z' });
    };
    await send(parcel({ files }), { source: city }, { onProgress: (...progress) => told.push(progress) });
    expect(told).to.deep.equal([[0, 2, 4]]);
  });

  it('sends what the page answered, and keeps it nowhere', async () => {
    city.fates = ['unavailable'];
    const sent = parcel();
    await send(sent, { source: city }, { authorization: 'Bearer a' });
    const leave = openOutbox().serve('feedback', city);
    await openOutbox().flush();
    leave();
    expect(city.requests.map(({ options }) => options.authorization)).to.deep.equal(['Bearer a', undefined]);
  });

  it('asks for a new challenge with each attempt, and tells what was known at the first', async () => {
    city.fates = ['unavailable'];
    let challenges = 0;
    city.read = () => Promise.resolve({ parameters: { algorithm: 'SHA-256', nonce: `0${++challenges}`, salt: '00', cost: 1, keyLength: 32, keyPrefix: '0' } });
    const sent = parcel({ trap: 'x' });
    await send(sent, { source: city });
    const leave = openOutbox().serve('feedback', city);
    await openOutbox().flush();
    leave();
    const proofs = city.requests.map(({ options }) => JSON.parse(atob(options.proof!)) as Proof);
    expect(proofs.map(({ seconds, trap }) => [seconds, trap])).to.deep.equal([[42, 'x'], [42, 'x']]);
    const nonces = proofs.map(({ altcha }) => (JSON.parse(atob(altcha!)) as { challenge: Challenge }).challenge.parameters.nonce);
    expect(nonces).to.deep.equal(['01', '02']);
  });
});

describe('where it goes', () => {
  it('to the widget\'s own source, else to its endpoint, else to the nearest source', async () => {
    const [own, nearest] = [new City(), new City()];
    await send(parcel(), { source: own, endpoint: '/api', nearest });
    expect([own, city, nearest].map(({ stored }) => stored.size)).to.deep.equal([1, 0, 0]);
    await send(parcel(), { endpoint: '/api', nearest });
    expect([own, city, nearest].map(({ stored }) => stored.size)).to.deep.equal([1, 1, 0]);
    await send(parcel(), { nearest });
    expect([own, city, nearest].map(({ stored }) => stored.size)).to.deep.equal([1, 1, 1]);
  });

  it('to the same place later, from a page that has no such widget', async () => {
    city.fates = ['unavailable', 'unavailable', 'unavailable'];
    await send(parcel(), { endpoint: 'api' });
    await send(parcel(), { nearest: createRestSource('/other') });
    await send(parcel(), { source: city });
    const base = new URL('api/', document.baseURI).href;
    expect((await openOutbox().letters()).map(({ target }) => target)).to.deep.equal([base, `${location.origin}/other/`, '']);
    await openOutbox().flush();
    expect((await openOutbox().letters()).map(({ state }) => state)).to.deep.equal(['received', 'received', 'waiting']);
  });
});
