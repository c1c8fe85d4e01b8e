import { expect } from '@open-wc/testing';
import type { Channel } from '../../src/model/channels.ts';
import { groupByHeading, type ChannelGroup } from '../../src/model/channel-groups.ts';
import { groupChannels } from '../../src/model/channel-grouping.ts';
import { audienceOptions, channelFiltersFromParams, channelFiltersToParams, indexChannel, matchChannels, needOptions, type ChannelFilters } from '../../src/model/channel-search.ts';
import { read } from './channel-documents.ts';

const CHANNELS = [
  { name: 'Palvelupiste', group: 'Paikan päällä', audiences: ['Asukkaat', 'Yritykset'], needs: ['ask', 'give-feedback', 'Vuokraa sali'], needsInternet: false, direction: 'two-way', links: ['tel:+35860001200'] },
  { name: 'Asukaslehti', group: 'Lehdet', audiences: ['asukkaat'], needsInternet: false, direction: 'one-way', contents: ['Säätiedot'] },
  { name: 'Instagram', audiences: ['Nuoret'], direction: 'one-way' },
];

describe('looking for a channel', () => {
  let channels: readonly Channel[];
  before(async () => void (channels = (await read({ channels: CHANNELS })).channels));
  const found = (filters: ChannelFilters): readonly string[] => [...matchChannels(channels.map((channel) => indexChannel(channel, (code) => (code === 'two-way' ? 'Voit vastata' : ''))), filters)];

  it('goes by need, audience and direction: any of a list, all of the lists', () => {
    expect(found({ need: ['without-internet'] })).to.deep.equal(['palvelupiste', 'asukaslehti']);
    expect(found({ need: ['give-feedback', 'emergency'] })).to.deep.equal(['palvelupiste']);
    expect(found({ need: ['~vuokraa sali'] })).to.deep.equal(['palvelupiste']);
    expect(found({ audience: ['asukkaat'], direction: ['one-way'] })).to.deep.equal(['asukaslehti']);
    expect(found({ audience: ['nuoret', 'yritykset'] })).to.deep.equal(['palvelupiste', 'instagram']);
    expect(found({})).to.have.length(3);
  });

  it('goes by words anywhere in its texts and ours, with or without dots', () => {
    expect(found({ text: 'lehti' })).to.deep.equal(['asukaslehti']);
    expect(found({ text: 'saatiedot' })).to.deep.equal(['asukaslehti']);
    expect(found({ text: 'voit vastata' })).to.deep.equal(['palvelupiste']);
    expect(found({ text: '60001200' })).to.deep.equal(['palvelupiste']);
    expect(found({ text: 'lehti nuoret' })).to.deep.equal([]);
  });

  it('is offered needs in their order, the city\'s own last, and audiences by how many channels they have', () => {
    expect(needOptions(channels, 'fi')).to.deep.equal([{ key: 'ask', count: 1 }, { key: 'give-feedback', count: 1 }, { key: 'without-internet', count: 2 }, { key: '~vuokraa sali', word: 'Vuokraa sali', count: 1 }]);
    expect(audienceOptions(channels, 'fi')).to.deep.equal([{ key: 'asukkaat', word: 'Asukkaat', count: 2 }, { key: 'nuoret', word: 'Nuoret', count: 1 }, { key: 'yritykset', word: 'Yritykset', count: 1 }]);
  });

  it('can be kept in the address without touching what is the page\'s own', () => {
    const filters = { text: 'lehti', need: ['~vuokraa sali', 'ask'], audience: ['asukkaat'] };
    const params = channelFiltersToParams(filters, 'c-', new URLSearchParams('page=2&c-need=old'));
    expect(params.get('page')).to.equal('2');
    expect(channelFiltersFromParams(new URLSearchParams(params.toString()), 'c-')).to.deep.equal(filters);
  });

  it('finds channels under headings of the document, or in each group they belong to', () => {
    const groups = (list: readonly ChannelGroup[]) => list.map(({ key, channels: some }) => [key, some.map(({ name }) => name)]);
    expect(groups(groupByHeading(channels))).to.deep.equal([['paikan päällä', ['Palvelupiste']], ['lehdet', ['Asukaslehti']], ['', ['Instagram']]]);
    expect(groups(groupChannels(channels, 'audience', 'fi'))).to.deep.equal([['asukkaat', ['Palvelupiste', 'Asukaslehti']], ['nuoret', ['Instagram']], ['yritykset', ['Palvelupiste']]]);
    expect(groups(groupChannels(channels, 'need', 'fi'))).to.deep.equal([['ask', ['Palvelupiste']], ['give-feedback', ['Palvelupiste']], ['without-internet', ['Palvelupiste', 'Asukaslehti']], ['~vuokraa sali', ['Palvelupiste']], ['', ['Instagram']]]);
  });
});
