import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { flag } from '../../core/attributes.ts';
import { AukioDataElement } from '../../core/data-element.ts';
import type { MessageSet } from '../../core/element.ts';
import type { ChannelToolKey } from '../../i18n/channel-tools/languages.ts';
import { loadChannelMessages, type ChannelKey } from '../../i18n/channels/languages.ts';
import { loadMessages, type Language } from '../../i18n/languages.ts';
import { groupByHeading, type ChannelGroup } from '../../model/channel-groups.ts';
import { CHANNEL_GROUPINGS, NEEDS, type Channel, type ChannelGrouping, type ChannelOptions, type Channels } from '../../model/channels.ts';
import { channelsResource } from '../../model/channels-resource.ts';
import type { Accepted, Fault } from '../../model/gate.ts';
import { textKey, wordingOf } from '../../model/text.ts';
import { renderCard, type CardView, type Speaker } from './card.ts';
import { styles } from './channel-directory.styles.ts';
import type { Tools } from './tools.ts';

/**
 * A directory of the channels by which a city informs and is reached: from a table or a list of links pasted into the
 * page, a Word, Excel, CSV or JSON file, or a source of your own.
 *
 * @summary A directory of channels by need and audience, with opening hours, that can be searched and printed.
 * @tagname aukio-channel-directory
 *
 * @slot - The pasted table or list, or what is shown until `src` has been read and if it cannot be.
 * @slot help - Another way to reach the city; shown with every error.
 *
 * @fires {{ count: number }} aukio-ready - The channels are on the page; `count` is how many were accepted.
 * @fires {{ kind: string, message: string }} aukio-error - Nothing could be read; the page's own content stays in view.
 * @fires {{ text: string, need: string[], audience: string[], direction: string[], count: number }} aukio-channels-filtered - The reader searched or filtered; `count` channels are left.
 * @fires {{ about: string, title: string }} aukio-before-feedback-open - The reader follows “Report an error”; a form on the same page takes it and cancels the journey.
 *
 * @csspart base - Everything inside.
 * @csspart heading - The widget's heading.
 * @csspart safety - The line that names the emergency number.
 * @csspart group - Channels under one heading.
 * @csspart group-heading - The heading of a group.
 * @csspart item - A channel.
 * @csspart title - A channel's name.
 * @csspart state - Whether it is open now, word and shape.
 * @csspart need - A need that a channel serves.
 * @csspart direction - Whether people can answer.
 * @csspart link - A telephone number, a mail or a web address.
 * @csspart checked - When the details were last checked.
 * @csspart report-error - The link to the feedback form.
 * @csspart controls - Search and filters.
 * @csspart result - How many channels are left.
 * @csspart button - A button.
 * @csspart loading - That data is on its way, where it takes long.
 * @csspart empty - What is said where there is none.
 * @csspart error - The message when nothing could be read.
 * @csspart notes - What the editor should mend; in preview only.
 *
 * @cssprop [--aukio-accent=#0050b3] - Links, focus, chosen buttons.
 * @cssprop [--aukio-surface=#fff] - Behind fields and cards.
 * @cssprop [--aukio-surface-soft=#f3f5f8] - Behind messages and controls.
 * @cssprop [--aukio-text=#1b1f24] - Text.
 * @cssprop [--aukio-text-soft=#4a5361] - Secondary text.
 * @cssprop [--aukio-border=#c3cad4] - Borders of cards.
 * @cssprop [--aukio-border-strong=#6b7585] - Borders of fields.
 * @cssprop [--aukio-good=#17643a] - Open now.
 * @cssprop [--aukio-caution=#7a4d00] - Hours that are not known.
 * @cssprop [--aukio-bad=#a31a1a] - Beside the emergency number.
 * @cssprop [--aukio-radius=0.25em] - Corners.
 * @cssprop [--aukio-space=1em] - Space between parts.
 * @cssprop [--aukio-font-size=inherit] - Size of text.
 * @cssprop [--aukio-heading-font=inherit] - Typeface of headings.
 *
 * @cssstate loading - Data is on its way.
 * @cssstate ready - Channels are shown.
 * @cssstate empty - There is data, and no channel in it.
 * @cssstate error - Nothing could be read.
 */
export class AukioChannelDirectory extends AukioDataElement<Channel, Channels, ChannelOptions, 'channels', ChannelKey | ChannelToolKey> {
  static override styles = [AukioDataElement.styles, styles];

  /** What a header means where the dictionary does not know it: `Palvelu=channel;Keille=audience`. */
  @property() columns: string | undefined = undefined;

  /** How channels are grouped: `group` (the headings of the document), `need`, `audience`, `none`. */
  @property({ attribute: 'group-by' }) groupBy: ChannelGrouping | undefined = undefined;

  /** The page with the feedback form; each channel then has a link “Report an error”. */
  @property({ attribute: 'feedback-href' }) feedbackHref: string | undefined = undefined;

  /** Hides the search field. */
  @property({ attribute: 'hide-search', type: Boolean, converter: flag }) hideSearch = false;

  /** Hides the filters. */
  @property({ attribute: 'hide-filters', type: Boolean, converter: flag }) hideFilters = false;

  /** Hides the button for printing. */
  @property({ attribute: 'hide-print', type: Boolean, converter: flag }) hidePrint = false;

  /** Keeps search and filters in the page's address, so that a view can be shared. */
  @property({ attribute: 'filters-in-address', type: Boolean, converter: flag }) filtersInAddress = false;

  /** The clock by which it is open or closed; the device's own without it. */
  @property({ attribute: false }) clock: () => Date = () => new Date();

  @state() private tools: Tools | undefined = undefined;
  @state() private toolsFailed = false;
  /** What tells whether it is open; loaded where any channel has opening hours. */
  @state() private hours: typeof import('./hours.ts') | undefined = undefined;
  /** Cards that the reader, or the browser's search, has opened. */
  @state() private opened: ReadonlySet<string> = new Set();

  protected override messageSets: readonly MessageSet[] = [loadMessages, loadChannelMessages];
  protected override readonly resource = channelsResource;
  protected override readonly editorSentences = (language: Language) => import('../../i18n/channel-editor/languages.ts').then(({ loadChannelEditorMessages }) => loadChannelEditorMessages(language));

  #toolsLoading = false;
  #hoursLoading = false;
  #minute: ReturnType<typeof setTimeout> | undefined;

  /**
   * How cards and tools put things into words, in the language of now.
   * @internal
   */
  get speaker(): Speaker {
    return { language: this.language, moments: (options) => this.formats.moments(options), say: this.say.bind(this), date: (iso) => this.formats.date(iso) };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#minute);
  }

  protected override options(lang: string): ChannelOptions {
    return { lang, ...(this.columns && { columns: this.columns }) };
  }

  protected override query(): Readonly<Record<never, never>> {
    return {};
  }

  protected override itemsAccepted(): void {
    // A city has some dozens of channels: they are shown when all have come.
  }

  protected override readySentence({ count }: Accepted<Channels>): string {
    return count ? this.say('ready', { count }) : this.say('empty');
  }

  protected override attributeFaults(): Fault[] {
    const faults = super.attributeFaults();
    this.choice('group-by', this.groupBy, CHANNEL_GROUPINGS, faults);
    return [...faults, ...(this.tools?.faults ?? [])];
  }

  protected override get hasContent(): boolean {
    // An arrangement of its own comes with the tools.
    return this.messages !== undefined && this.accepted !== undefined && (this.tools !== undefined || this.#grouping === 'group' || this.accepted.count === 0 || this.toolsFailed);
  }

  get #grouping(): ChannelGrouping {
    return this.choice('group-by', this.groupBy, CHANNEL_GROUPINGS, []);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.tools?.prepare(this.messages);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.accepted?.count && !this.#toolsLoading) void this.#loadTools();
    if (!this.#hoursLoading && this.tools && this.data?.channels.some(({ hours }) => hours?.weekly ?? hours?.exceptions.length)) void this.#loadHours();
    clearTimeout(this.#minute);
    // What is open now changes on the minute.
    if (this.isConnected && this.hours) this.#minute = setTimeout(() => this.requestUpdate(), 60_000 - (Date.now() % 60_000));
  }

  /** What is not needed to read the first channels. */
  async #loadTools(): Promise<void> {
    this.#toolsLoading = true;
    try {
      const { Tools } = await import('./tools.ts');
      await this.addMessages(Tools.messages);
      this.tools = new Tools(this);
    } catch {
      this.toolsFailed = true;
      this.miss();
    }
  }

  async #loadHours(): Promise<void> {
    this.#hoursLoading = true;
    try {
      this.hours = await import('./hours.ts');
    } catch {
      this.miss();
    }
  }

  protected override renderContent(): unknown {
    const { data, tools } = this;
    const original = this.renderOriginal();
    if (!data?.channels.length) return html`${this.#renderSafety()}<p class="message" part="empty">${this.say('empty')}</p>${this.renderHelp()}<slot></slot>${original}`;
    const by = this.#grouping;
    const groups = tools?.grouped(data.channels, by) ?? groupByHeading(data.channels);
    return html`${this.#renderSafety()} ${tools?.renderAbove() ?? nothing}
      <button type="button" class="skip" @click=${this.#skip}>${this.say('skip-list')}</button>
      ${tools?.filters.need.includes('emergency') ? this.#renderSafety() : nothing}
      <div class="list">${groups.map((group, index) => this.#renderGroup(group, by, groups.length > 1, index))}</div>
      <div class="end" tabindex="-1"></div>
      ${tools?.renderBelow() ?? nothing} ${original}`;
  }

  #renderGroup(group: ChannelGroup, by: ChannelGrouping, several: boolean, index: number): TemplateResult {
    const { tools } = this;
    const shown = group.channels.map((channel) => tools?.shows(channel) ?? true);
    const heading = this.#headingOf(group, by, several);
    const level = this.groupLevel + (heading === nothing ? 0 : 1);
    return html`<section class="group" part="group" ?hidden=${!shown.includes(true)}>
      ${heading} ${by === 'need' && group.key === 'emergency' ? this.#renderSafety() : nothing}
      <ul class="cards" role="list">
        ${group.channels.map((channel, n) => renderCard(channel, this.#viewOf(channel, `${channel.id}${index && by !== 'group' ? `-${index}` : ''}`, !shown[n], Math.min(6, level))))}
      </ul>
    </section>`;
  }

  #headingOf({ key, heading }: ChannelGroup, by: ChannelGrouping, several: boolean): unknown {
    const code = by === 'need' ? NEEDS.find((need) => need === key) : undefined;
    const { text, lang } = code ? { text: this.say(`need-${code}`) } : wordingOf(heading ?? (several ? this.say('other-channels') : ''), this.language);
    // A single group under the widget's own heading would say it twice.
    if (!text || (!several && textKey(text) === textKey(this.heading))) return nothing;
    return this.renderHeading(html`<span lang=${lang ?? nothing}>${text}</span>`, this.groupLevel, 'group-heading');
  }

  #viewOf(channel: Channel, key: string, hidden: boolean, level: number): CardView {
    const { speaker, tools } = this;
    return {
      ...speaker,
      key,
      hidden,
      isOpen: this.opened.has(key),
      toggle: (open) => this.#toggle(key, open),
      heading: (content) => this.renderHeading(content, level, 'title'),
      feedback: tools?.feedbackOn(channel),
      state: this.hours?.renderState(channel.hours, this.clock(), speaker) ?? nothing,
      week: this.hours?.renderWeek(channel.hours, speaker) ?? nothing,
      otherHours: this.hours?.renderOtherHours(channel.hours, this.clock(), speaker) ?? nothing,
    };
  }

  /** Safety comes before everything, in words that no attribute changes. */
  #renderSafety(): TemplateResult {
    const sentence = this.messages?.['call-112'];
    const [before = '', after = ''] = typeof sentence === 'string' ? sentence.split('112') : [];
    return html`<p class="safety" part="safety"><svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M8 .8 15.8 15H.2ZM7.2 6h1.6v4.2H7.2Zm0 5.2h1.6v1.6H7.2Z"></path></svg> <span>${before}<a href="tel:112">112</a>${after}</span></p>`;
  }

  #toggle(key: string, open: boolean): void {
    const opened = new Set(this.opened);
    if (open) opened.add(key);
    else opened.delete(key);
    this.opened = opened;
  }

  #skip(): void {
    this.renderRoot.querySelector<HTMLElement>('.end')?.focus();
  }
}
