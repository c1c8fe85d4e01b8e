import type { ChannelFilters } from '../../model/channel-search.ts';

/** What the reader looks for, and how many channels are left. */
export interface ChannelsFilteredDetail extends Required<ChannelFilters> {
  readonly count: number;
}

/** Fired when the reader searched or filtered; never for a change by script. */
export class ChannelsFilteredEvent extends CustomEvent<ChannelsFilteredDetail> {
  constructor(detail: ChannelsFilteredDetail) {
    super('aukio-channels-filtered', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'aukio-channels-filtered': ChannelsFilteredEvent;
  }
}
