import * as v from 'valibot';
import { DIRECTIONS, NEEDS } from './channels.ts';
import { WEEKDAYS } from './opening-hours.ts';

/**
 * What a JSON file or a city's own source writes. The published JSON Schema is made from these, so they hold shapes alone:
 * what a value means is worked out in `channel-json.ts`. Fields that nobody knows are let through and not read.
 */

/** A text in the document's language, or in several. A language of its own may also be written as `name_sv`. */
const text = v.union([v.string(), v.record(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[0-9A-Za-z]+)*$/)), v.string())]);
const texts = v.union([text, v.array(text)]);
const date = v.pipe(v.string(), v.isoDate());
/** `HH:MM`; `24:00` is the end of the day. */
const time = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/));

/** One that closes before it opens closes on the next day. */
const span = v.looseObject({ opens: time, closes: time });
const weekly = v.array(v.looseObject({ days: v.pipe(v.array(v.picklist(WEEKDAYS)), v.minLength(1)), opens: time, closes: time }));
/** `as-usual`, `closed`, or hours of their own. Absent: nobody has said, and the page says that. */
const rule = v.union([v.picklist(['as-usual', 'closed']), v.array(span)]);

/** One date, or the first and the last of several. Other hours than usual, those of a season by weekday, or closed. */
const exception = v.looseObject({
  date: v.optional(date),
  from: v.optional(date),
  to: v.optional(date),
  closed: v.optional(v.literal(true)),
  spans: v.optional(v.pipe(v.array(span), v.minLength(1))),
  weekly: v.optional(v.pipe(weekly, v.minLength(1))),
  name: v.optional(text),
});
export type ExceptionInput = v.InferOutput<typeof exception>;

export const hoursSchema = v.looseObject({
  text: v.optional(text),
  weekly: v.optional(weekly),
  exceptions: v.optional(v.array(exception)),
  holidays: v.optional(rule),
  eves: v.optional(rule),
});

/** An address, or one with the words that stand for it. */
const link = v.union([v.string(), v.looseObject({ href: v.string(), text: v.optional(v.string()) })]);
const links = v.union([link, v.array(link)]);
const need = v.union([v.picklist(NEEDS), text]);

export const channelSchema = v.looseObject({
  id: v.optional(v.string()),
  name: text,
  group: v.optional(text),
  description: v.optional(text),
  children: v.optional(v.array(v.union([text, v.looseObject({ name: text, description: v.optional(text), links: v.optional(links) })]))),
  purposes: v.optional(texts),
  audiences: v.optional(texts),
  contents: v.optional(texts),
  needs: v.optional(v.union([need, v.array(need)])),
  direction: v.optional(v.picklist(DIRECTIONS)),
  needsInternet: v.optional(v.boolean()),
  links: v.optional(links),
  address: v.optional(text),
  hours: v.optional(v.union([v.string(), hoursSchema])),
  responsible: v.optional(text),
  frequency: v.optional(text),
  checked: v.optional(date),
  details: v.optional(v.array(v.looseObject({ label: text, text }))),
});
export type ChannelInput = v.InferOutput<typeof channelSchema>;
export type LinksInput = v.InferOutput<typeof links>;

/** The whole document, as an editor's tool checks it while it is typed; the gate takes each channel singly. */
export const channelsSchema = v.union([
  v.looseObject({ $schema: v.optional(v.string()), lang: v.optional(v.string()), channels: v.array(channelSchema) }),
  v.array(channelSchema),
]);
