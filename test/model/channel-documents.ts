import type { Block } from '../../src/model/document.ts';
import type { Accepted } from '../../src/model/gate.ts';
import type { Channel, ChannelOptions, Channels } from '../../src/model/channels.ts';
import { channelsResource } from '../../src/model/channels-resource.ts';
import { documentOf } from './goal-documents.ts';

export interface Reading extends Accepted<Channels> {
  readonly channels: readonly Channel[];
  readonly codes: readonly string[];
}

/** Reads to the end, as core does: JSON as parsed, or blocks. */
export async function read(raw: unknown, options: Partial<ChannelOptions> = {}): Promise<Reading> {
  const reading = channelsResource.accept(raw, { lang: 'fi', ...options });
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  return { ...step.value, channels: step.value.data.channels, codes: step.value.notes.map(({ code }) => code) };
}

export function readBlocks(...blocks: readonly Block[]): Promise<Reading> {
  return read(documentOf(blocks));
}

/** A channel of JSON as it is accepted. */
export async function channelOf(raw: object): Promise<Channel> {
  const { channels, skipped } = await read({ channels: [{ name: 'Kanava', ...raw }] });
  const [channel] = channels;
  if (!channel) throw new Error(JSON.stringify(skipped));
  return channel;
}
