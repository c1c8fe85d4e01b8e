import { alphabetical } from './alphabet.ts';
import { NEEDS, type Channel, type ChannelNeed, type Direction } from './channels.ts';
import { textKey, wordingOf, type Text } from './text.ts';
import { searchable, wordsOf } from './word-search.ts';

/** What the reader looks for. Within a list any one will do; the fields must all hold. */
export interface ChannelFilters {
  readonly text?: string;
  /** Keys of `needOptions`. */
  readonly need?: readonly string[];
  /** Keys of `audienceOptions`. */
  readonly audience?: readonly string[];
  readonly direction?: readonly string[];
}

/** What is searched and filtered in one channel, folded once. */
export interface IndexedChannel {
  readonly id: string;
  readonly words: string;
  readonly need: readonly string[];
  readonly audience: readonly string[];
  readonly direction: readonly string[];
}

/** A choice in a filter, and how many channels it has. */
export interface ChannelOption {
  readonly key: string;
  /** Absent where the key is a code of ours, which has words of its own. */
  readonly word?: Text;
  readonly count: number;
}

/** A longer audience is a description; it is found by searching. In characters. */
const LONGEST_OPTION = 60;

/** @param wordOf our own words for the codes of needs and directions, so that they too are found */
export function indexChannel(channel: Channel, wordOf: (code: ChannelNeed['code'] | Direction) => string): IndexedChannel {
  const { id, name, group, description, children, purposes, audiences, contents, needs, direction, links, address, hours, responsible, frequency, details } = channel;
  return {
    id,
    words: searchable([
      name, group, description, ...children.flatMap((child) => [child.name, child.description]), ...purposes, ...audiences, ...contents,
      ...needs.flatMap(({ code, word }) => [word, code && wordOf(code)]), direction && wordOf(direction),
      ...links.flatMap(({ text, href }) => [text, href.replace(/^\w+:(?:\/\/)?/, '')]), address, hours?.text, responsible, frequency,
      ...details.flatMap((detail) => [detail.label, detail.text]),
    ]),
    need: needs.map(needKey),
    audience: audiences.map(textKey),
    direction: direction ? [direction] : [],
  };
}

/** The ids of the channels that match. */
export function matchChannels(index: readonly IndexedChannel[], filters: ChannelFilters): ReadonlySet<string> {
  const words = wordsOf(filters.text ?? '');
  return new Set(index
    .filter((channel) => (['need', 'audience', 'direction'] as const).every((field) => !filters[field]?.length || channel[field].some((key) => filters[field]!.includes(key))))
    .filter((channel) => words.every((word) => channel.words.includes(word)))
    .map(({ id }) => id));
}

/** The key of a need in filters, groups and the address: its code, else `~` and the word, which keeps a city's own word from being taken for a code. */
export function needKey({ code, word }: ChannelNeed): string {
  return code ?? `~${textKey(word)}`;
}

/** The needs that channels serve: the known ones in their order, then the city's own in alphabetical order. */
export function needOptions(channels: readonly Channel[], lang: string): readonly ChannelOption[] {
  const options = tally(channels, ({ needs }) => needs.map((need) => ({ key: needKey(need), ...(!need.code && need.word !== undefined && { word: need.word }) })));
  const rank = ({ key }: ChannelOption) => NEEDS.findIndex((code) => code === key);
  return [...options.filter((option) => rank(option) >= 0).sort((a, b) => rank(a) - rank(b)), ...byName(options.filter((option) => rank(option) < 0), lang)];
}

/** The audiences that channels are for, those of most channels first. */
export function audienceOptions(channels: readonly Channel[], lang: string): readonly ChannelOption[] {
  const options = tally(channels, ({ audiences }) => audiences.map((word) => ({ key: textKey(word), word })));
  return byName(options, lang).filter(({ word }) => wordingOf(word ?? '', lang).text.length <= LONGEST_OPTION).sort((a, b) => b.count - a.count);
}

function tally(channels: readonly Channel[], keysOf: (channel: Channel) => readonly Omit<ChannelOption, 'count'>[]): readonly ChannelOption[] {
  const options = new Map<string, ChannelOption>();
  for (const channel of channels) {
    for (const option of new Map(keysOf(channel).map((one) => [one.key, one])).values()) {
      options.set(option.key, { ...option, ...options.get(option.key), count: (options.get(option.key)?.count ?? 0) + 1 });
    }
  }
  return [...options.values()];
}

function byName(options: readonly ChannelOption[], lang: string): readonly ChannelOption[] {
  const compare = alphabetical(lang);
  const name = ({ word }: ChannelOption) => wordingOf(word ?? '', lang).text;
  return [...options].sort((a, b) => compare(name(a), name(b)));
}

const LISTS = ['need', 'audience', 'direction'] as const;

/**
 * Writes filters into the address's query, leaving what is not ours as it is.
 * @param prefix keeps two directories on one page, and the page's own parameters, apart
 */
export function channelFiltersToParams(filters: ChannelFilters, prefix: string, page?: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(page);
  for (const name of ['text', ...LISTS]) params.delete(prefix + name);
  if (filters.text) params.set(`${prefix}text`, filters.text);
  for (const name of LISTS) for (const key of filters[name] ?? []) params.append(prefix + name, key);
  return params;
}

/** Reads filters from the address's query; what is not there is not set. */
export function channelFiltersFromParams(params: Pick<URLSearchParams, 'get' | 'getAll'>, prefix: string): ChannelFilters {
  const text = params.get(`${prefix}text`);
  return {
    ...(text && { text }),
    ...Object.fromEntries(LISTS.flatMap((name) => {
      const keys = params.getAll(prefix + name);
      return keys.length ? [[name, keys]] : [];
    })),
  };
}
