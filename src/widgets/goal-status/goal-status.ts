import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { flag } from '../../core/attributes.ts';
import { AukioDataElement } from '../../core/data-element.ts';
import { h } from '../../core/dom.ts';
import { inSlices, painted, unlessAborted } from '../../core/slices.ts';
import { loadGoalToolMessages, type GoalToolKey } from '../../i18n/goal-tools/languages.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Accepted, Fault } from '../../model/gate.ts';
import { groupByLine, type GoalGroup } from '../../model/goal-lines.ts';
import { FIRST } from '../../model/goal-first.ts';
import { newestPeriod, reportIn } from '../../model/goal-report.ts';
import { GOAL_GROUPINGS, GOAL_ORDERS, type Goal, type GoalGrouping, type GoalOptions, type GoalOrder, type GoalReports, type Period } from '../../model/goals.ts';
import { goalsResource } from '../../model/goals-resource.ts';
import type { findPeriod } from '../../model/periods.ts';
import { hasBegun, takeOver } from './beginning.ts';
import { styles } from './goal-status.styles.ts';
import { GoalList } from './list.ts';
import { MANY, Patience } from './patience.ts';
import { rowStyles } from './row.styles.ts';
import { speakerOf, type Speaker } from './row.ts';
import type { Tools } from './tools.ts';

/**
 * A goal report: what a city promised, how it is now and how it will be, from a table pasted out of Word,
 * a Word, Excel, CSV or JSON file, or a source of your own.
 *
 * @summary A goal report that residents can search, filter, compare, link to, print and download.
 * @tagname aukio-goal-status
 *
 * @slot - The pasted table, or what is shown until `src` has been read and if it cannot be.
 * @slot help - Another way to reach the city; shown with every error.
 *
 * @fires {{ count: number }} aukio-ready - The goals are on the page; `count` is how many were accepted.
 * @fires {{ kind: string, message: string }} aukio-error - Nothing could be read; the page's own content stays in view.
 * @fires {{ text: string, responsible: string[], state: string[], forecast: string[], changed: boolean, count: number }} aukio-goals-filtered - The reader searched or filtered; `count` goals are left.
 * @fires {{ about: string, title: string }} aukio-before-feedback-open - The reader follows “Give feedback on this goal”; a form on the same page takes it and cancels the journey.
 *
 * @csspart base - Everything inside.
 * @csspart heading - The widget's heading.
 * @csspart focus - A focus with its lines.
 * @csspart focus-heading - A focus.
 * @csspart line-heading - A line (tavoitelinjaus).
 * @csspart group - A line with its table.
 * @csspart table - The table of a group.
 * @csspart item - A goal.
 * @csspart title - A goal's title.
 * @csspart state - An actual state, word and shape.
 * @csspart forecast - A forecast, word and shape.
 * @csspart link - The link to a goal.
 * @csspart feedback - The link from a goal to the feedback form.
 * @csspart change - What has changed in a goal.
 * @csspart summary - The summary.
 * @csspart comparison - How much has changed since the earlier report.
 * @csspart gone - Goals that only the earlier report has.
 * @csspart controls - Search, filters and order.
 * @csspart button - A button.
 * @csspart empty - What is said where there is no goal.
 * @csspart loading - That data is on its way, where it takes long.
 * @csspart error - The message when nothing could be read.
 * @csspart notes - What the editor should mend; in preview only.
 *
 * @cssprop [--aukio-accent=#0050b3] - Links, focus, chosen buttons.
 * @cssprop [--aukio-accent-text=#fff] - Text on the accent colour.
 * @cssprop [--aukio-surface=#fff] - Behind fields and cards.
 * @cssprop [--aukio-surface-soft=#f3f5f8] - Behind messages and table heads.
 * @cssprop [--aukio-text=#1b1f24] - Text.
 * @cssprop [--aukio-text-soft=#4a5361] - Secondary text.
 * @cssprop [--aukio-border=#c3cad4] - Lines between rows.
 * @cssprop [--aukio-border-strong=#6b7585] - Borders of fields.
 * @cssprop [--aukio-good=#17643a] - Achieved, on track.
 * @cssprop [--aukio-caution=#7a4d00] - Partly, at risk.
 * @cssprop [--aukio-bad=#a31a1a] - Not met.
 * @cssprop [--aukio-neutral=#4a5361] - Neither good nor bad, and words nobody knows.
 * @cssprop [--aukio-radius=0.25em] - Corners.
 * @cssprop [--aukio-space=1em] - Space between parts.
 * @cssprop [--aukio-font-size=inherit] - Size of text.
 * @cssprop [--aukio-heading-font=inherit] - Typeface of headings.
 *
 * @cssstate loading - Data is on its way.
 * @cssstate ready - Goals are shown.
 * @cssstate empty - There is data, and no goal in it.
 * @cssstate error - Nothing could be read.
 */
export class AukioGoalStatus extends AukioDataElement<Goal, GoalReports, GoalOptions, 'goals', GoalToolKey> {
  static override styles = [AukioDataElement.styles, rowStyles, styles];

  /** What a header means where the dictionary does not know it: `Mål=goal;Läge=forecast`. */
  @property() columns: string | undefined = undefined;

  /** What a sign, colour or letter means in your report: `●=on-track;K=partly`. */
  @property({ attribute: 'status-legend' }) statusLegend: string | undefined = undefined;

  /** The period to show, by id or label; also names the period of a report that does not say it. The newest without it. */
  @property() period: string | undefined = undefined;

  /** The earlier period to compare with, by id or label: of the same report, or of `compare-src`. */
  @property({ attribute: 'compare-with' }) compareWith: string | undefined = undefined;

  /** The address of the earlier report, where it is a file of its own. */
  @property({ attribute: 'compare-src' }) compareSrc: string | undefined = undefined;

  /** Whose report it is, where the report does not say. */
  @property() body: string | undefined = undefined;

  /** The date of the assessment (ISO, `2026-07-31`), where the report does not say. */
  @property({ attribute: 'as-of' }) asOf: string | undefined = undefined;

  /** How goals are grouped: `line` (under their focus), `focus`, `responsible`, `forecast`, `state`, `none`. */
  @property({ attribute: 'group-by' }) groupBy: GoalGrouping | undefined = undefined;

  /** Their order: `document`, `title`, `forecast`, `state`, `responsible`. */
  @property() sort: GoalOrder | undefined = undefined;

  /** The page with the feedback form; each goal then has a link “Give feedback on this goal”. */
  @property({ attribute: 'feedback-href' }) feedbackHref: string | undefined = undefined;

  /** Hides the search field. */
  @property({ attribute: 'hide-search', type: Boolean, converter: flag }) hideSearch = false;

  /** Hides filters, grouping and order. */
  @property({ attribute: 'hide-filters', type: Boolean, converter: flag }) hideFilters = false;

  /** Hides the summary. */
  @property({ attribute: 'hide-summary', type: Boolean, converter: flag }) hideSummary = false;

  /** Hides the buttons for download and print. */
  @property({ attribute: 'hide-download', type: Boolean, converter: flag }) hideDownload = false;

  /** Keeps search and filters in the page's address, so that a view can be shared. */
  @property({ attribute: 'filters-in-address', type: Boolean, converter: flag }) filtersInAddress = false;

  @state() private tools: Tools | undefined = undefined;

  /** Understands a period however it is written; loaded where an attribute names one. */
  @state() private findPeriod: typeof findPeriod | undefined = undefined;

  protected override readonly resource = goalsResource;

  /** The first goals, while the rest is still being read. */
  #first: readonly Goal[] = [];
  #list: GoalList | undefined;
  #container: HTMLElement | undefined;
  /** In which words the list shows a report that is still being read; the whole goes on in the same list. */
  #begun: readonly unknown[] | undefined;
  /** The language that the words are in; they come later than it changes. */
  #worded: Language | undefined;
  #listed: readonly unknown[] = [];
  #building: AbortController | undefined;
  #Tools: typeof Tools | undefined;
  #toolsLoading = false;
  #arrived = false;
  readonly #patience = new Patience(this);
  #whenPlaced: (() => void)[] = [];

  /**
   * The period that is shown; undefined before data is there.
   * @internal
   */
  get shownPeriod(): Period | undefined {
    const periods = this.data?.periods ?? [];
    const wanted = this.tools?.period ?? this.period;
    return (wanted && (periods.find(({ id }) => id === wanted) ?? this.findPeriod?.(periods, wanted))) || newestPeriod(periods);
  }

  /**
   * How rows and tools put things into words, in the language of now.
   * @internal
   */
  get speaker(): Speaker {
    return speakerOf(this.language, this.say.bind(this), this.formats);
  }

  /**
   * The goals of the shown period, in the report's order.
   * @internal
   */
  get shownGoals(): readonly Goal[] {
    const period = this.shownPeriod;
    return (this.data?.goals ?? []).filter((goal) => !goal.reports.length || !period || reportIn(goal, period.id));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#arrive);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#arrive);
  }

  protected override options(lang: string): GoalOptions {
    const { columns, statusLegend, period, body, asOf } = this;
    return { lang, ...(columns && { columns }), ...(statusLegend && { statusLegend }), ...(period && { period }), ...(body && { body }), ...(asOf && { asOf }) };
  }

  protected override query(): { readonly period?: string } {
    return this.period ? { period: this.period } : {};
  }

  protected override itemsAccepted(all: readonly Goal[], loading: boolean): unknown {
    if (all.length > MANY) this.#patience.end();
    if (this.accepted || this.inView) return undefined;
    // Fewer may not have all columns yet, and would be built anew; that is worth while for who would have to wait.
    if (this.#first.length < FIRST && (all.length >= FIRST || loading)) {
      this.#first = [...new Set(all)].slice(0, FIRST);
      this.requestUpdate();
    }
    // They are seen before more is read: what is still read would keep the browser from painting them.
    return this.hasContent && !this.#list ? this.updateComplete.then(painted) : undefined;
  }

  protected override placed(): Promise<void> {
    return this.hasContent ? Promise.resolve() : new Promise((resolve) => this.#whenPlaced.push(resolve));
  }

  protected override readySentence({ count }: Accepted<GoalReports>): string {
    return count ? this.say('goals-ready', { count }) : this.say('goals-empty');
  }

  protected override attributeFaults(): Fault[] {
    const faults = super.attributeFaults();
    this.choice('group-by', this.groupBy, GOAL_GROUPINGS, faults);
    this.choice('sort', this.sort, GOAL_ORDERS, faults);
    return [...faults, ...(this.tools?.faults ?? [])];
  }

  protected override get hasContent(): boolean {
    return this.#hasGoals && (this.accepted?.count === 0 || this.tools?.complete === true || this.#patience.over);
  }

  /** Whether there are goals that could be shown. */
  get #hasGoals(): boolean {
    const goals = this.accepted ?? (this.#first.length > 0 && !this.#rearranged);
    // An arrangement of its own comes with the tools.
    return this.messages !== undefined && (!this.period || this.findPeriod !== undefined) && Boolean(goals && (this.tools || !this.#rearranged || !this.accepted?.count));
  }

  protected override get inView(): boolean {
    return hasBegun(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if ((changed as PropertyValues).has('messages')) this.#worded = this.language;
  }

  protected override update(changed: PropertyValues): void {
    const focused = this.inView ? this.shadowRoot?.activeElement : undefined;
    super.update(changed);
    if (!this.inView) (focused as HTMLElement | undefined)?.focus({ preventScroll: true });
  }

  protected override attached(): ShadowRoot {
    const list = takeOver(this);
    if (list) {
      list.arrive = this.#arrive;
      this.#list = list;
      this.#container = list.container;
      if (list.speaker.language === this.#worded) this.#begun = this.#words;
    }
    const root = super.attached();
    this.tools?.attach();
    return root;
  }

  /** What the words of the list depend on. */
  get #words(): readonly unknown[] {
    return [this.#worded, this.region, this.groupLevel, this.feedbackHref];
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#toolsLoading) void this.#loadTools();
    if (this.#Tools && this.accepted?.count) this.tools ??= new this.#Tools(this, this.#list);
    if (!this.findPeriod && this.period) void this.#loadPeriods();
    if (this.#hasGoals) this.#patience.begin();
    if (this.inView) return;
    if (!this.hasContent) {
      this.#building?.abort();
      this.#list = undefined;
      this.#listed = [];
      if (!this.reading) this.#first = [];
      return;
    }
    this.#showList();
    for (const resolve of this.#whenPlaced.splice(0)) resolve();
  }

  async #loadPeriods(): Promise<void> {
    const { findPeriod } = await import('../../model/periods.ts').catch(() => ({ findPeriod: () => undefined }));
    this.findPeriod = findPeriod;
  }

  /** What is not needed to read the first goals; asked for while they are read. */
  async #loadTools(): Promise<void> {
    this.#toolsLoading = true;
    try {
      const [{ Tools }] = await Promise.all([import('./tools.ts'), loadGoalToolMessages(this.language)]);
      await this.addMessages(Tools.messages);
      this.#Tools = Tools;
      this.requestUpdate();
    } catch {
      this.miss();
      this.#patience.end();
    }
  }

  protected override renderContent(): unknown {
    if (this.accepted?.count === 0) return html`<p class="message" part="empty">${this.say('goals-empty')}</p>${this.renderHelp()}<slot></slot>`;
    return html`${this.tools?.renderAbove() ?? nothing}
      <button type="button" class="skip" @click=${this.#skip}>${this.say('skip-list')}</button>
      ${(this.#container ??= h('div', { class: 'list' }))}
      <div class="end" tabindex="-1"></div>
      ${this.tools?.renderBelow() ?? nothing} ${this.renderOriginal()}`;
  }

  #skip(): void {
    this.renderRoot.querySelector<HTMLElement>('.end')?.focus();
  }

  /** Builds the list anew where what it shows has changed; a filter does not come here. */
  #showList(): void {
    const container = this.#container;
    if (!container || !this.renderRoot.contains(container)) return;
    const period = this.accepted && this.shownPeriod?.id;
    const { by, order } = this.#arrangement;
    const words = this.#words;
    const shown = [this.accepted ?? this.#first, period, by, order, ...words];
    if (shown.every((value, index) => value === this.#listed[index])) return;
    // A report that was still being read goes on in the same list.
    const goesOn = this.#list && this.#begun && words.every((value, index) => value === this.#begun![index]);
    this.#begun = this.accepted ? undefined : words;
    this.#listed = shown;
    this.#building?.abort();
    const building = (this.#building = new AbortController());
    const goals = this.accepted ? this.shownGoals : this.#first;
    const arranged = this.#rearranged && this.tools && this.accepted ? this.tools.arranged(goals, by, order, period ?? '') : undefined;
    const list = goesOn ? this.#list! : new GoalList(this.speaker, container);
    list.arrive = this.#arrive;
    this.#build(list, arranged ?? groupByLine(goals), period, building.signal)
      .then(() => {
        // Only on arrival: regrouping must not take the focus away again.
        if (this.accepted && !this.#arrived) this.#arrive();
        this.#arrived ||= this.accepted !== undefined;
      })
      .catch(unlessAborted(building.signal));
  }

  /** @param groups may still have to be made; the list before stays meanwhile */
  async #build(list: GoalList, groups: readonly GoalGroup[] | Generator<void, readonly GoalGroup[], void>, period: string | undefined, signal: AbortSignal): Promise<void> {
    const made = 'next' in groups ? await inSlices(groups, signal) : groups;
    this.#list = list;
    this.tools?.listChanged(list);
    await list.show({ groups: made, period, level: this.groupLevel, name: this.heading || this.say('goal') }, signal);
  }

  get #arrangement(): { by: GoalGrouping; order: GoalOrder } {
    return {
      by: this.choice('group-by', this.tools?.groupBy ?? this.groupBy, GOAL_GROUPINGS, []),
      order: this.choice('sort', this.tools?.sort ?? this.sort, GOAL_ORDERS, []),
    };
  }

  /** Whether goals are to come otherwise than the report has them. */
  get #rearranged(): boolean {
    const { by, order } = this.#arrangement;
    return by !== 'line' || order !== 'document';
  }

  /** The address names a goal: it is brought into view with the focus on it. */
  readonly #arrive = (): void => {
    let id = '';
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      // A hash that somebody else wrote.
    }
    if (!id || !this.shownGoals.some((goal) => goal.id === id)) return;
    void this.tools?.showGoal(id);
    this.#list?.reveal(id);
  };
}
