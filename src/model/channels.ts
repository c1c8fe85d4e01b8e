import type { Link } from './document.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { Text } from './text.ts';

declare module './resources.ts' {
  interface ResourceQueries {
    /** `GET {url}channels` */
    channels: Readonly<Record<never, never>>;
  }
}

/** Needs that every city has, in the order in which they are offered. A city's own come after them. */
export const NEEDS = ['emergency', 'ask', 'give-feedback', 'follow-decisions', 'take-part', 'without-internet'] as const;
export type NeedCode = (typeof NEEDS)[number];

/** What a channel is good for, as the city says: a known need, a word of its own, or both. Never worked out from other texts. */
export interface ChannelNeed {
  readonly code?: NeedCode;
  /** The city's own word; absent where the data gives a code alone. */
  readonly word?: Text;
}

/** Whether the city only informs, or people can answer. */
export const DIRECTIONS = ['one-way', 'two-way'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** One of several places or sites that make up a channel. */
export interface SubChannel {
  readonly name: Text;
  readonly description?: Text;
  readonly links: readonly Link[];
}

/** A column that the table has and the model has no field for, kept and shown under its own header. */
export interface ChannelDetail {
  readonly label: Text;
  readonly text: Text;
}

/** A channel (viestintäkanava). */
export interface Channel {
  /** From the data, or made from the name; unique in its document. Letters, digits and hyphens. */
  readonly id: string;
  readonly name: Text;
  /** The heading under which it stands. */
  readonly group?: Text;
  readonly description?: Text;
  readonly children: readonly SubChannel[];
  /** What the city uses it for (tavoite, tarkoitus). */
  readonly purposes: readonly Text[];
  readonly audiences: readonly Text[];
  readonly contents: readonly Text[];
  readonly needs: readonly ChannelNeed[];
  readonly direction?: Direction;
  readonly needsInternet?: boolean;
  /** `tel:`, `mailto:` and web addresses, checked. `text` is `''` where the data has none. */
  readonly links: readonly Link[];
  readonly address?: Text;
  readonly hours?: OpeningHours;
  readonly responsible?: Text;
  /** How often it appears or is updated. */
  readonly frequency?: Text;
  /** ISO date on which the city last checked what is said here. */
  readonly checked?: string;
  readonly details: readonly ChannelDetail[];
}

/** What `.data` of `<aukio-channel-directory>` holds. */
export interface Channels {
  readonly channels: readonly Channel[];
}

/** How channels may be grouped; under a need or an audience, a channel stands in each group that it belongs to. */
export const CHANNEL_GROUPINGS = ['group', 'need', 'audience', 'none'] as const;
export type ChannelGrouping = (typeof CHANNEL_GROUPINGS)[number];

/** What the editor's attributes say about how to read. */
export interface ChannelOptions {
  /** The page's language, used where the document names none. */
  readonly lang: string;
  /** `columns="Palvelu=channel;Kenelle=audience"` */
  readonly columns?: string;
}

/** What a column of a directory can hold. These are the names in `columns="Palvelu=channel"`. */
export const CHANNEL_FIELDS = [
  'channel', 'purpose', 'audience', 'content', 'need', 'direction', 'internet', 'contact', 'phone', 'email', 'link', 'address',
  'hours', 'responsible', 'frequency', 'checked', 'group', 'description', 'id', 'detail',
] as const;
export type ChannelField = (typeof CHANNEL_FIELDS)[number];

/** Codes of faults in directories; each has a sentence in every language. */
export const CHANNEL_FAULTS = [
  'no-channels', 'no-channel-column', 'column-missing', 'column-twice', 'column-unknown', 'columns-option-unknown', 'row-without-channel', 'empty-table',
  'cell-fault', 'link-unsafe', 'direction-unknown', 'internet-unknown', 'checked-wrong', 'phone-wrong', 'hours-as-text', 'hours-wrong', 'field-wrong', 'id-twice',
] as const;
export type ChannelFault = (typeof CHANNEL_FAULTS)[number];

/** Tells the editor of something, at a place that the reader knows. */
export type ToldOfChannel = (code: ChannelFault, values?: Readonly<Record<string, string | number>>) => void;
