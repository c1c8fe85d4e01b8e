import { groupsOf, type ChannelGroup } from './channel-groups.ts';
import { audienceOptions, needKey, needOptions } from './channel-search.ts';
import type { Channel } from './channels.ts';
import { textKey } from './text.ts';

/** Groups channels by need or audience; each stands in every group it belongs to, those of none at the end. */
export function groupChannels(channels: readonly Channel[], by: 'need' | 'audience', lang: string): readonly ChannelGroup[] {
  const groups = by === 'need'
    ? groupsOf(channels, ({ needs }) => needs.map((need) => ({ key: needKey(need), ...(!need.code && need.word !== undefined && { heading: need.word }) })))
    : groupsOf(channels, ({ audiences }) => audiences.map((heading) => ({ key: textKey(heading), heading })));
  const order = (by === 'need' ? needOptions(channels, lang) : audienceOptions(channels, lang)).map(({ key }) => key);
  const rank = ({ key }: ChannelGroup) => (order.includes(key) ? order.indexOf(key) : order.length);
  const without = channels.filter(({ id }) => !groups.some((group) => group.channels.some((channel) => channel.id === id)));
  return [...[...groups].sort((a, b) => rank(a) - rank(b)), ...(without.length ? [{ key: '', channels: without }] : [])];
}
