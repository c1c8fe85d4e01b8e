import type { Message } from '../en.ts';

/** What residents read in the directory of channels. */
export const en = {
  'ready': { one: '{count} channel', other: '{count} channels' },
  'empty': 'No channels have been listed yet.',
  'call-112': 'In an emergency, always call 112.',
  'skip-list': 'Skip past the channels',
  'other-channels': 'Other channels',
  'purpose': 'What it is for',
  'audience': 'For whom',
  'content': 'What you find there',
  'children': 'Includes',
  'needs': 'Good for',
  'phone': 'Telephone',
  'email': 'E-mail',
  'web': 'On the web',
  'address': 'Address',
  'hours': 'Opening hours',
  'responsible': 'Maintained by',
  'frequency': 'How often',
  'checked': 'Checked on {date}',
  'report-error': 'Report an error',
  'report-error-in': 'Report an error in the details of {name}',
  'other-site': '(another website)',
  'more': 'Show more',
  'less': 'Show less',
  'need-emergency': 'In an emergency',
  'need-ask': 'Ask for advice',
  'need-give-feedback': 'Give feedback',
  'need-follow-decisions': 'Follow decisions',
  'need-take-part': 'Take part',
  'need-without-internet': 'Without internet',
  'direction-one-way': 'One-way: the city informs',
  'direction-two-way': 'Two-way: you can answer and ask',
  'internet': 'Needs internet',
} as const;

export type ChannelKey = keyof typeof en;
export type ChannelMessages = Readonly<Record<ChannelKey, Message>>;
