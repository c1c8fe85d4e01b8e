import { holdsChannels, readChannelBlocks } from './channel-blocks.ts';
import type { Channel, ChannelOptions, Channels } from './channels.ts';
import type { BlockDocument } from './document.ts';
import type { Resource } from './gate.ts';

/** A directory of channels, from tables, from lists of links or from JSON. A pasted table needs no schemas: those come with JSON alone. */
export const channelsResource: Resource<Channel, Channels, ChannelOptions> = {
  name: 'channels',
  async *accept(raw, options) {
    if (isBlocks(raw)) return yield* readChannelBlocks(raw, options);
    const { readChannelJson } = await import('./channel-json.ts');
    return yield* readChannelJson(raw, options);
  },
  recognises: holdsChannels,
};

/** Not `isBlockDocument` itself: a module that two widgets share and the others do not is a request of its own before the first paint of both. */
function isBlocks(raw: unknown): raw is BlockDocument {
  return (raw as Partial<BlockDocument> | null)?.kind === 'blocks';
}
