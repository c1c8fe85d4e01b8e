import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../../core/adopt-styles.ts';
import { announce } from '../../core/announcer.ts';
import { feedbackFaults, feedbackLink, type FeedbackLink } from '../../core/feedback-link.ts';
import { listToolStyles } from '../../core/list-tools.styles.ts';
import { keepInAddress, ListTools, toggled } from '../../core/list-tools.ts';
import { printAlone } from '../../core/print-alone.ts';
import { loadChannelToolMessages } from '../../i18n/channel-tools/languages.ts';
import { groupChannels } from '../../model/channel-grouping.ts';
import type { ChannelGroup } from '../../model/channel-groups.ts';
import { audienceOptions, channelFiltersFromParams, channelFiltersToParams, indexChannel, matchChannels, needOptions, type ChannelFilters, type ChannelOption, type IndexedChannel } from '../../model/channel-search.ts';
import { DIRECTIONS, NEEDS, type Channel, type ChannelGrouping } from '../../model/channels.ts';
import type { Fault } from '../../model/gate.ts';
import { wordingOf } from '../../model/text.ts';
import { capital } from './card.ts';
import { ChannelsFilteredEvent } from './channel-directory.events.ts';
import type { AukioChannelDirectory } from './channel-directory.ts';
import { renderControls } from './controls.ts';
import { toolStyles } from './tools.styles.ts';

/** Filters with every field there, for fields and buttons to show. */
export type Filters = Required<ChannelFilters>;
export type FilterList = 'need' | 'audience' | 'direction';
const NOTHING: Filters = { text: '', need: [], audience: [], direction: [] };

/** One of the choices of a filter, in words. */
export interface Choice {
  readonly key: string;
  readonly word: string;
  readonly lang?: string | undefined;
  readonly count: number;
}

/** What is not needed to read the first channels and is loaded after them: search, filters, print, whether it is open now. */
export class Tools extends ListTools<Filters, AukioChannelDirectory> {
  /** The words of everything here. */
  static readonly messages = loadChannelToolMessages;

  #found: ReadonlySet<string> | undefined;
  #index: readonly IndexedChannel[] = [];
  #prepared: readonly unknown[] = [];

  constructor(host: AukioChannelDirectory) {
    super(host, NOTHING, host.filtersInAddress ? { ...NOTHING, ...channelFiltersFromParams(new URLSearchParams(location.search), prefixOf(host)) } : NOTHING);
    addStyles(host, listToolStyles, toolStyles);
  }

  /**
   * Takes in what the host shows now; does nothing where that has not changed.
   * @param words those of now: they come later than the language changes
   */
  prepare(words: unknown): void {
    const { host } = this;
    const { say } = host.speaker;
    const now = [host.data, words];
    if (now.every((value, index) => value === this.#prepared[index])) return;
    this.#prepared = now;
    const wordOf = (code: Parameters<Parameters<typeof indexChannel>[1]>[0]): string => {
      if (code === undefined) return '';
      return code === 'one-way' || code === 'two-way' ? say(`direction-${code}`) : say(`need-${code}`);
    };
    this.#index = this.#channels.map((channel) => indexChannel(channel, wordOf));
    this.#find();
  }

  /** Channels in another arrangement than the document's own. */
  grouped(channels: readonly Channel[], by: ChannelGrouping): readonly ChannelGroup[] | undefined {
    if (by === 'group') return undefined;
    return by === 'none' ? [{ key: '', channels }] : groupChannels(channels, by, this.host.speaker.language);
  }

  /** Where an error in a channel's details can be reported; a form on the same page takes it there. */
  feedbackOn({ id, name }: Channel): FeedbackLink | undefined {
    const { host } = this;
    return feedbackLink(host, host.feedbackHref, { about: `channel:${id}`, title: wordingOf(name, host.speaker.language).text });
  }

  /** What the attributes of this part hold that is of no use. */
  get faults(): readonly Fault[] {
    return feedbackFaults(this.host.feedbackHref);
  }

  /** Whether the filters leave a channel in view. */
  shows({ id }: Channel): boolean {
    return this.#found?.has(id) ?? true;
  }

  /** The choices of a filter that tell channels apart, in the page's language. */
  choices(list: FilterList): readonly Choice[] {
    const { say, language } = this.host.speaker;
    if (list === 'direction') {
      const counted = DIRECTIONS.map((key) => ({ key, word: say(`option-${key}`), count: this.#channels.filter(({ direction }) => direction === key).length }));
      return counted.every(({ count }) => count) ? counted : [];
    }
    const options = list === 'need' ? needOptions(this.#channels, language) : audienceOptions(this.#channels, language);
    return options.map((option) => this.#inWords(option));
  }

  #inWords({ key, word, count }: ChannelOption): Choice {
    const { say, language } = this.host.speaker;
    const code = NEEDS.find((need) => need === key);
    if (code && word === undefined) return { key, word: say(`need-${code}`), count };
    const { text, lang } = wordingOf(word ?? '', language);
    return { key, word: capital(text, language), lang, count };
  }

  readonly toggle = (list: FilterList, key: string): void => this.choose({ [list]: toggled(this.filters[list], key) });

  get #channels(): readonly Channel[] {
    return this.host.data?.channels ?? [];
  }

  get #left(): number {
    return this.#found?.size ?? this.#channels.length;
  }

  #find(): void {
    this.#found = this.active ? matchChannels(this.#index, this.filters) : undefined;
  }

  /** A choice of the reader's: applied, said, kept in the address where the editor wants that. */
  protected override apply(): void {
    this.#find();
    this.host.requestUpdate();
    announce(this.resultSentence, this.host.speaker.language);
    if (this.host.filtersInAddress) keepInAddress((params) => channelFiltersToParams(this.filters, prefixOf(this.host), params));
    const event = new ChannelsFilteredEvent({ ...this.filters, count: this.#left });
    this.host.dispatchEvent(event);
  }

  /** How many are left, and after which choices: a printed list has to say what it leaves out. */
  get resultSentence(): string {
    const { say } = this.host.speaker;
    const total = this.#channels.length;
    if (!this.active) return say('showing-all', { count: total });
    const chosen = [
      ...(['need', 'audience', 'direction'] as const).flatMap((list) => this.choices(list).filter(({ key }) => this.filters[list].includes(key)).map(({ word }) => word)),
      ...(this.filters.text.trim() ? [`“${this.filters.text.trim()}”`] : []),
    ];
    return [this.#left ? say('showing', { count: this.#left, total }) : say('none-match'), chosen.length ? say('showing-chosen', { chosen: chosen.join(', ') }) : ''].filter(Boolean).join('. ').replace('.. ', '. ');
  }

  renderAbove(): TemplateResult {
    return renderControls(this);
  }

  renderBelow(): TemplateResult | typeof nothing {
    const { host } = this;
    return host.hidePrint ? nothing : html`<p class="print no-print"><button type="button" part="button" @click=${() => printAlone(host)}>${host.speaker.say('print')}</button></p>`;
  }
}

/** What the names of filters begin with in the address, which other widgets may use too. */
function prefixOf({ id }: AukioChannelDirectory): string {
  return `${id || 'channels'}-`;
}
