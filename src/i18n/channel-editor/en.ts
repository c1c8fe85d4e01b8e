/** What the web editor reads of a directory of channels in preview. Keys are the codes of faults; they come before the general ones. */
export const en = {
  'no-channels': 'No table or list of channels was found here. A table needs a column headed “Channel” and another such as “Audience”; a list needs links such as tel:, mailto: or https:.',
  'no-channel-column': 'The table has no column for the channel, so it was left out. Name one column “Channel”, or say which one it is: columns="Your header=channel".',
  'row-without-channel': 'The row does not name a channel, so it was left out. Write the name in its own cell.',
  'column-unknown': 'The column “{value}” is not known. It is shown with the channel’s further details. If it is one of the directory’s own columns, say so: columns="{value}=audience".',
  'columns-option-unknown': 'The attribute columns says “{value}”, which cannot be understood. Write header=field, for example columns="Service=channel;Who=audience".',
  'empty-table': 'The table has headers but no channels.',
  'link-unsafe': 'The link “{value}” was left out. Only https, http, mailto and tel links are shown.',
  'direction-unknown': '“{value}” does not say whether people can answer. Write “one-way” or “two-way”. It is shown as it is written.',
  'internet-unknown': '“{value}” does not say whether internet is needed. Write “yes” or “no”. It is shown as it is written.',
  'checked-wrong': '“{value}” is not a date. Write 14.8.2026 or 2026-08-14.',
  'phone-wrong': '“{value}” holds no telephone number, so it is shown as text.',
  'hours-as-text': 'The hours “{value}” are shown as they are written. To show whether it is open now, name the days and times, for example “Mon–Fri 9:00–15:00”; “weekdays” may or may not include Saturday.',
  'hours-wrong': 'The opening hours or the exception “{value}” cannot be understood, so it was left out, and with it the whole week or list that it stands in. Give a date (or from and to) and one of: closed, spans, weekly. A time is written 09:00, and opening and closing must differ.',
  'field-wrong': 'The field is not of the right kind, so this channel was left out.',
  'id-twice': 'Two channels have the same id “{value}”. The second got another one.',
  'no-source': 'Nothing says where the channels come from. Put the table or the list inside, or give the address of a file in the attribute src.',
} as const;

export type ChannelEditorMessages = Readonly<Record<keyof typeof en, string>>;
