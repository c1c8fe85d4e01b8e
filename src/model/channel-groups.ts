import type { Channel } from './channels.ts';
import { textKey, type Text } from './text.ts';

/** Channels that stand under one heading. */
export interface ChannelGroup {
  /** Unique among the groups; of a need as `needKey` makes it, `''` for what belongs to none. */
  readonly key: string;
  /** Absent where the data has no words for it. */
  readonly heading?: Text;
  readonly channels: readonly Channel[];
}

/** Channels under the headings of their document, in its order. */
export function groupByHeading(channels: readonly Channel[]): readonly ChannelGroup[] {
  return groupsOf(channels, ({ group }) => [{ key: textKey(group), ...(group !== undefined && { heading: group }) }]);
}

/** Channels under each of the headings that `headingsOf` gives for them. */
export function groupsOf(channels: readonly Channel[], headingsOf: (channel: Channel) => readonly Omit<ChannelGroup, 'channels'>[]): readonly ChannelGroup[] {
  const groups = new Map<string, ChannelGroup & { readonly channels: Channel[] }>();
  for (const channel of channels) {
    for (const heading of headingsOf(channel)) {
      const group = groups.get(heading.key) ?? { ...heading, channels: [] };
      groups.set(heading.key, group);
      if (!group.channels.includes(channel)) group.channels.push(channel);
    }
  }
  return [...groups.values()];
}
