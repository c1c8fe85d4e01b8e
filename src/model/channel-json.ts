import * as v from 'valibot';
import { audiencesOf } from './channel-audiences.ts';
import { addLink, addTexts, ChannelCollection, type ChannelDraft } from './channel-collection.ts';
import { addNeed, setNeedsInternet } from './channel-needs.ts';
import type { Channel, ChannelOptions, Channels, ToldOfChannel } from './channels.ts';
import { channelSchema, type ChannelInput, type ExceptionInput, type hoursSchema, type LinksInput } from './channels-schema.ts';
import { dayOfDate } from './dates.ts';
import type { Link } from './document.ts';
import { RefusedDocument, type Accepted, type Place } from './gate.ts';
import { byLanguage, isRecord, pathOf, textIn, wordsIn } from './json-input.ts';
import { weeklyHoursIn } from './opening-hours-text.ts';
import type { HolidayRule, HoursException, OpeningHours, Span } from './opening-hours.ts';
import { isSaid, languagesOf, tidy, wordingsOf, type Languages, type Text } from './text.ts';

/**
 * Reads channels from JSON: a document with `channels`, or a list of them. Each is checked when it is asked for.
 * @throws {RefusedDocument} `field-wrong` where there is no list of channels
 */
export function* readChannelJson(raw: unknown, options: ChannelOptions): Generator<Channel, Accepted<Channels>, void> {
  const { channels: items, lang } = Array.isArray(raw) ? { channels: raw as unknown, lang: undefined } : isRecord(raw) ? raw : {};
  if (!Array.isArray(items)) throw new RefusedDocument({ code: 'field-wrong', place: { column: 'channels' } });
  const channels = new ChannelCollection();
  const reader = new JsonReader(channels, languagesOf(options.lang, typeof lang === 'string' ? lang : undefined));
  for (const index of items.keys()) {
    const item: unknown = items[index];
    const channel = reader.read(item, index + 1);
    if (channel) yield channel;
  }
  return channels.finish();
}

class JsonReader {
  constructor(
    private readonly channels: ChannelCollection,
    private readonly languages: Languages,
  ) {}

  /** One channel; undefined where it is left out. */
  read(raw: unknown, item: number): ChannelDraft | undefined {
    const read = v.safeParse(channelSchema, byLanguage(raw, this.languages.own));
    const name = read.success ? this.#text(read.output.name) : '';
    if (!read.success || !isSaid(name)) {
      const column = read.success ? 'name' : pathOf(read.issues[0]);
      this.channels.skip('field-wrong', { item, ...(column && { column }) });
      return undefined;
    }
    const { id, group } = read.output;
    const tellOf = (column: string): ToldOfChannel => {
      const place: Place = { item, column };
      return (code, values) => this.channels.note(code, place, values);
    };
    if (id && this.channels.hasId(id)) tellOf('id')('id-twice', { value: id });
    const channel = this.channels.add(name, { id, group: group === undefined ? undefined : this.#text(group) });
    this.#fill(channel, read.output, tellOf);
    return channel;
  }

  #fill(channel: ChannelDraft, input: ChannelInput, tellOf: (column: string) => ToldOfChannel): void {
    addTexts(channel.purposes, this.#texts(input.purposes));
    // A list says itself what its items are; a text may name several.
    addTexts(channel.audiences, Array.isArray(input.audiences) ? this.#texts(input.audiences) : this.#texts(input.audiences).flatMap(audiencesOf));
    addTexts(channel.contents, this.#texts(input.contents));
    for (const need of listOf(input.needs)) addNeed(channel, this.#text(need));
    if (input.direction) channel.direction = input.direction;
    if (input.needsInternet !== undefined) setNeedsInternet(channel, input.needsInternet);
    for (const field of ['description', 'address', 'responsible', 'frequency'] as const) {
      const text = input[field];
      if (text !== undefined) channel[field] = this.#text(text);
    }
    this.#addLinks(channel.links, input.links, tellOf('links'));
    for (const child of input.children ?? []) {
      const { name, description, links } = isChild(child) ? child : { name: child };
      const draft = { name: this.#text(name), ...(description !== undefined && { description: this.#text(description) }), links: [] };
      this.#addLinks(draft.links, links, tellOf('children'));
      channel.children.push(draft);
    }
    const hours = input.hours === undefined ? undefined : this.#hours(input.hours, tellOf('hours'));
    if (hours) channel.hours = hours;
    if (input.checked !== undefined) {
      if (dayOfDate(input.checked) === undefined) tellOf('checked')('checked-wrong', { value: input.checked });
      else channel.checked = input.checked;
    }
    channel.details = (input.details ?? []).map(({ label, text }) => ({ label: this.#text(label), text: this.#text(text) }));
  }

  #hours(given: string | v.InferOutput<typeof hoursSchema>, tell: ToldOfChannel): OpeningHours | undefined {
    const words = this.#text(wordsIn(given));
    const text = isSaid(words) ? { text: words } : {};
    if (typeof given === 'string' || !given.weekly) {
      const [written = ''] = wordingsOf(words);
      const weekly = weeklyHoursIn(written);
      if (!weekly && written) tell('hours-as-text', { value: written });
      if (typeof given === 'string') return written ? { ...text, ...(weekly && { weekly }), exceptions: [] } : undefined;
      return { ...text, ...(weekly && { weekly }), ...this.#otherHours(given, tell) };
    }
    const weekly = readable(given.weekly, tell);
    return { ...text, ...(weekly && { weekly }), ...this.#otherHours(given, tell) };
  }

  #otherHours({ exceptions = [], holidays, eves }: v.InferOutput<typeof hoursSchema>, tell: ToldOfChannel): Pick<OpeningHours, 'exceptions' | 'holidays' | 'eves'> {
    const onHolidays = ruleOf(holidays, tell);
    const onEves = ruleOf(eves, tell);
    return { exceptions: exceptions.flatMap((one) => this.#exception(one, tell) ?? []), ...(onHolidays && { holidays: onHolidays }), ...(onEves && { eves: onEves }) };
  }

  /** An exception that does not say plainly what holds on which days would tell something wrong: it is left out, and named. */
  #exception({ date, from = date, to = from, closed, spans, weekly, name }: ExceptionInput, tell: ToldOfChannel): HoursException | undefined {
    const said = [closed, spans, weekly].filter((one) => one !== undefined).length;
    if (from === undefined || to === undefined || dayOfDate(from) === undefined || dayOfDate(to) === undefined || to < from || said !== 1) {
      tell('hours-wrong', { value: [from, to].filter(Boolean).join(' – ') });
      return undefined;
    }
    const days = { from, to, ...(name !== undefined && { name: this.#text(name) }) };
    if (weekly) return readable(weekly, tell) && { ...days, weekly };
    return readable(spans ?? [], tell) && { ...days, spans: spans ?? [] };
  }

  #addLinks(links: Link[], given: LinksInput | undefined, tell: ToldOfChannel): void {
    for (const link of listOf(given)) addLink(links, typeof link === 'string' ? { text: '', href: link } : { text: tidy(link.text ?? ''), href: link.href }, tell);
  }

  #texts(given: Text | readonly Text[] | undefined): readonly Text[] {
    return listOf(given).map((text) => this.#text(text));
  }

  #text(given: Text): Text {
    return textIn(given, this.languages);
  }
}

function isChild(child: NonNullable<ChannelInput['children']>[number]): child is Exclude<NonNullable<ChannelInput['children']>[number], Text> {
  return typeof child === 'object' && 'name' in child;
}

function ruleOf(rule: 'as-usual' | 'closed' | readonly Span[] | undefined, tell: ToldOfChannel): HolidayRule | undefined {
  if (rule === 'closed') return [];
  return typeof rule === 'object' ? readable(rule, tell) : rule;
}

/**
 * Hours of which every span says what holds; undefined where one does not, as what opens and closes at the same time:
 * without it, the others would say that it is closed then.
 */
function readable<Of extends Span>(spans: readonly Of[], tell: ToldOfChannel): readonly Of[] | undefined {
  const wrong = spans.filter(({ opens, closes }) => opens === closes || opens === '24:00');
  for (const { opens, closes } of wrong) tell('hours-wrong', { value: `${opens}–${closes}` });
  return wrong.length ? undefined : spans;
}

function listOf<Item>(given: Item | readonly Item[] | undefined): readonly Item[] {
  return given === undefined ? [] : Array.isArray(given) ? (given as readonly Item[]) : [given as Item];
}
