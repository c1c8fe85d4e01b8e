import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import { channelsSchema } from '../../src/model/channels-schema.ts';
import { RefusedDocument } from '../../src/model/gate.ts';
import { openNow } from '../../src/model/open-now.ts';
import { channelOf, read } from './channel-documents.ts';

describe('channels from JSON', () => {
  it('are taken one by one: a bad one is named, and spoils no other', async () => {
    const { channels, skipped } = await read({ channels: [{ name: 'Radio' }, { title: 'nimetön' }, { name: 'Lehti', links: [{ text: 'x' }] }, 'teksti', { name: 'Wilma' }] });
    expect(channels.map(({ name }) => name)).to.deep.equal(['Radio', 'Wilma']);
    expect(skipped).to.deep.equal([
      { code: 'field-wrong', place: { item: 2, column: 'name' } },
      { code: 'field-wrong', place: { item: 3, column: 'links.0.href' } },
      { code: 'field-wrong', place: { item: 4 } },
    ]);
  });

  it('may be a bare list, in several languages, and name a text once or several times', async () => {
    const { channels } = await read([{ name: 'Radio', name_sv: 'Radion', purposes: 'Kertoa', audiences: 'Asukkaat ja yritykset', contents: [{ fi: 'Uutiset', sv: 'Nyheter' }] }]);
    expect(channels[0]).to.deep.include({ name: { fi: 'Radio', sv: 'Radion' }, purposes: ['Kertoa'], audiences: ['Asukkaat', 'yritykset'], contents: [{ fi: 'Uutiset', sv: 'Nyheter' }] });
  });

  it('name audiences in a list as they are: there is nothing to split', async () => {
    expect((await channelOf({ audiences: ['Lapset, nuoret ja perheet'] })).audiences).to.deep.equal(['Lapset, nuoret ja perheet']);
  });

  it('know needs by code and by word; one without internet is found by both', async () => {
    expect((await channelOf({ needs: ['emergency', { fi: 'Vuokraa sali', sv: 'Hyr en sal' }], needsInternet: false })).needs).to.deep.equal([
      { code: 'emergency' }, { word: { fi: 'Vuokraa sali', sv: 'Hyr en sal' } }, { code: 'without-internet' },
    ]);
  });

  it('never have a need worked out of their other texts', async () => {
    expect((await channelOf({ name: 'Tekstiviesti', purposes: 'Kertoa hätätilanteessa nopeasti, myös ilman nettiä', contents: 'Palaute' })).needs).to.deep.equal([]);
  });

  it('have hours as text or by weekday, with exceptions and what holds on holidays', async () => {
    expect((await channelOf({ hours: 'ma–pe 9–15' })).hours!.weekly).to.have.length(1);
    const weekly = [{ days: ['mon'], opens: '09:00', closes: '15:00' }];
    expect((await channelOf({ hours: { weekly, holidays: 'closed', eves: [{ opens: '09:00', closes: '12:00' }], exceptions: [{ date: '2026-12-23', closed: true, name: 'Koulutus' }, { from: '2026-07-01', to: '2026-07-31', weekly }] } })).hours).to.deep.equal({
      weekly, holidays: [], eves: [{ opens: '09:00', closes: '12:00' }],
      exceptions: [{ from: '2026-12-23', to: '2026-12-23', spans: [], name: 'Koulutus' }, { from: '2026-07-01', to: '2026-07-31', weekly }],
    });
  });

  it('lose an exception that does not say plainly what holds when, and the editor is told', async () => {
    const exceptions = [{ date: '2026-02-30', closed: true }, { date: '2026-12-23' }, { from: '2026-07-31', to: '2026-07-01', closed: true }, { date: '2026-12-23', closed: true, spans: [{ opens: '09:00', closes: '10:00' }] }];
    const { channels, codes } = await read([{ name: 'K', hours: { weekly: [{ days: ['mon'], opens: '09:00', closes: '09:00' }], exceptions } }]);
    expect(channels[0]!.hours).to.deep.equal({ exceptions: [] });
    expect(codes).to.deep.equal(['hours-wrong', 'hours-wrong', 'hours-wrong', 'hours-wrong', 'hours-wrong']);
  });

  it('are never told to be closed for hours that cannot be read', async () => {
    const none = { opens: '09:00', closes: '09:00' };
    const weekly = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '09:00', closes: '15:00' }, { days: ['sat'], ...none }];
    const now = async (hours: object, instant: string) => {
      const { channels, notes } = await read([{ name: 'K', hours }]);
      expect(notes).to.deep.equal([{ code: 'hours-wrong', place: { item: 1, column: 'hours' }, values: { value: '09:00–09:00' } }]);
      return openNow(channels[0]!.hours!, new Date(instant))?.kind;
    };
    const week = weekly.slice(0, 1);
    // A Saturday; Midsummer Eve and Midsummer Day; a Wednesday.
    expect(await now({ weekly }, '2026-08-22T12:00+03:00')).to.equal(undefined);
    expect(await now({ weekly: week, eves: [none] }, '2026-06-19T12:00+03:00')).to.equal('unknown');
    expect(await now({ weekly: week, holidays: [none] }, '2026-06-20T12:00+03:00')).to.equal('unknown');
    expect(await now({ weekly: week, exceptions: [{ date: '2026-08-19', spans: [none] }] }, '2026-08-19T12:00+03:00')).to.equal('open');
    expect(await now({ weekly: week, exceptions: [{ from: '2026-08-01', to: '2026-08-31', weekly: [{ days: ['wed'], ...none }] }] }, '2026-08-19T12:00+03:00')).to.equal('open');
  });

  it('have no unsafe link, and no id twice', async () => {
    const { channels, codes } = await read([{ id: 'a', name: 'Yksi', links: ['javascript:alert(1)', 'tel:112', { href: 'https://x.example', text: 'Sivut' }] }, { id: 'a', name: 'Kaksi' }]);
    expect(channels.map(({ id }) => id)).to.deep.equal(['a', 'a-2']);
    expect(channels[0]!.links).to.deep.equal([{ text: '', href: 'tel:112' }, { text: 'Sivut', href: 'https://x.example' }]);
    expect(codes).to.deep.equal(['link-unsafe', 'id-twice']);
  });

  it('are refused where there is no list of them', async () => {
    for (const raw of [null, 'teksti', { goals: [] }, { channels: {} }]) {
      const error: unknown = await read(raw).then(() => undefined, (reason: unknown) => reason);
      expect(error).to.be.instanceOf(RefusedDocument);
    }
  });

  it('of the samples hold to the published schema, and leave nothing to say to the editor but hours that are text', async () => {
    const sample: unknown = await (await fetch('/fixtures/channels/directory.json')).json();
    expect(v.safeParse(channelsSchema, sample).issues).to.equal(undefined);
    const { count, skipped, codes } = await read(sample);
    expect([count, skipped, codes]).to.deep.equal([18, [], ['hours-as-text']]);
  });
});
