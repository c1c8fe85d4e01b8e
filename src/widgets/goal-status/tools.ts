import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../../core/adopt-styles.ts';
import { announce } from '../../core/announcer.ts';
import { feedbackFaults } from '../../core/feedback-link.ts';
import { keepInAddress, ListTools } from '../../core/list-tools.ts';
import { inFrames, inSlices, unlessAborted } from '../../core/slices.ts';
import { loadGoalToolMessages } from '../../i18n/goal-tools/languages.ts';
import type { MessageKey } from '../../i18n/languages.ts';
import { groupGoals, sortGoals } from '../../model/goal-grouping.ts';
import type { GoalGroup } from '../../model/goal-lines.ts';
import type { Fault } from '../../model/gate.ts';
import { NOT_SAID } from '../../model/goal-report.ts';
import { filtersFromParams, filtersToParams, indexGoal, matchGoals, responsibleOptions, type GoalFilters, type IndexedGoal, type ResponsibleOption } from '../../model/goal-search.ts';
import { summarise, type GoalSummary } from '../../model/goal-summary.ts';
import type { Goal, GoalGrouping, GoalOrder } from '../../model/goals.ts';
import { findPeriod } from '../../model/periods.ts';
import { nextTask } from '../../sources/tasks.ts';
import { Comparison } from './comparison.ts';
import { renderControls } from './controls.ts';
import { downloadGoals } from './download.ts';
import { linkFeedback } from './feedback.ts';
import { GoalsFilteredEvent } from './goal-status.events.ts';
import type { AukioGoalStatus } from './goal-status.ts';
import type { GoalList } from './list.ts';
import { renderSummary } from './summary.ts';
import { toolStyles } from './tools.styles.ts';

/** Filters with every field there, for fields and buttons to show. */
export type Filters = Required<GoalFilters>;
const NOTHING: Filters = { text: '', responsible: [], state: [], forecast: [], changed: false };

/**
 * What is not needed to read the first goals and is loaded after them: summary, search, filters, comparison, download.
 * It holds the reader's choices; the list keeps showing the goals.
 */
export class Tools extends ListTools<Filters, AukioGoalStatus> {
  /** The words of everything here. */
  static readonly messages = loadGoalToolMessages;

  groupBy: GoalGrouping | undefined;
  sort: GoalOrder | undefined;
  period: string | undefined;
  summary: GoalSummary | undefined;
  /** Whether all that stands above the goals is there. */
  complete = false;
  responsibles: readonly ResponsibleOption[] = [];
  /** How many goals are left after the filters. */
  left = 0;

  readonly comparison: Comparison;
  #goals: readonly Goal[] = [];
  /** Undefined until it is known what each goal holds: with thousands of them the reader may be faster. */
  #index: readonly IndexedGoal[] | undefined;
  /** Whether a choice of the reader's waits for the index, to be applied and said then. */
  #due = false;
  #preparing: AbortController | undefined;
  #computing: Promise<void> | undefined;
  #downloading: AbortController | undefined;
  #prepared: readonly unknown[] = [];
  #decorating: AbortController | undefined;
  #styled = false;

  /** The list that is in view; the host may show one before these tools have come. */
  #list: GoalList | undefined;

  constructor(host: AukioGoalStatus, list: GoalList | undefined) {
    super(host, NOTHING, host.filtersInAddress ? { ...NOTHING, ...filtersFromParams(new URLSearchParams(location.search), prefixOf(host)) } : NOTHING);
    this.#list = list;
    this.comparison = new Comparison(host);
    this.#prepare();
  }

  /** The host is about to be shown, and this with it. */
  attach(): void {
    if (!this.#styled) addStyles(this.host, toolStyles);
    this.#styled = true;
  }

  get total(): number {
    return this.#goals.length;
  }

  /** The list was built anew: filters and marks hold for it too. */
  listChanged(list: GoalList): void {
    this.#list = list;
    this.#prepare();
    if (this.active) this.apply(false);
    this.#decorate();
  }

  /** Takes in what the host shows now; does nothing where that has not changed. */
  #prepare(): void {
    const { host } = this;
    const period = host.shownPeriod?.id ?? '';
    const now = [host.data, period, host.compareWith, host.compareSrc, host.speaker.language];
    if (now.every((value, index) => value === this.#prepared[index])) return;
    this.#prepared = now;
    this.#preparing?.abort();
    this.#preparing = new AbortController();
    const { signal } = this.#preparing;
    this.#goals = host.shownGoals;
    this.left = this.#goals.length;
    this.#index = undefined;
    this.#computing = this.#compute(period, signal).catch(unlessAborted(signal));
  }

  /** In slices: with thousands of goals every one of these takes a while. */
  async #compute(period: string, signal: AbortSignal): Promise<void> {
    const { host } = this;
    const goals = this.#goals;
    await nextTask();
    const summary = await inSlices(summarise(goals, period), signal);
    const responsibles = await inSlices(responsibleOptions(goals, period, host.speaker.language), signal);
    Object.assign(this, { summary, responsibles });
    host.requestUpdate();
    await this.comparison.compare(signal);
    this.complete = true;
    this.#decorate();
    host.requestUpdate();
    const index: IndexedGoal[] = [];
    await inSlices(forEach(goals, (goal) => index.push(indexGoal(goal, period))), signal);
    this.#index = index;
    if (this.active) this.apply(false);
  }

  /** Rows get what has changed in their goals, and the link to the feedback form. */
  #decorate(): void {
    this.#decorating?.abort();
    const { signal } = (this.#decorating = new AbortController());
    const decorate = (row: HTMLElement, goal: Goal): void => {
      this.comparison.mark(row, goal);
      linkFeedback(row, goal, this.host);
    };
    const rows = this.#list?.decorate(decorate);
    if (!rows) return;
    const decorateRow = (goal: Goal): void => {
      const row = rows.get(goal.id);
      if (row) decorate(row, goal);
    };
    inFrames(forEach(this.#goals, decorateRow), signal).catch(unlessAborted(signal));
  }

  /** What the attributes of this part hold that is of no use. */
  get faults(): readonly Fault[] {
    const { data, period, compareSrc, compareWith, feedbackHref } = this.host;
    const periods = data?.periods ?? [];
    const named = periods.some(({ label }) => label) ? ([['period', period], ['compare-with', compareSrc ? undefined : compareWith]] as const) : [];
    const unknown = named.flatMap(([name, value]) => (value && !findPeriod(periods, value) ? [{ code: 'period-unknown', values: { name, value } }] : []));
    return [...unknown, ...feedbackFaults(feedbackHref)];
  }

  /** Regroups, sorts, or shows another period; the host builds the list anew where it must. */
  readonly arrange = (arrangement: Partial<Pick<Tools, 'groupBy' | 'sort' | 'period'>>): void => {
    Object.assign(this, arrangement);
    this.host.requestUpdate();
  };

  /** Goals in another arrangement than the report's own, in steps. */
  *arranged(goals: readonly Goal[], by: GoalGrouping, order: GoalOrder, period: string): Generator<void, readonly GoalGroup[], void> {
    const { language, say } = this.host.speaker;
    const sorted = yield* sortGoals(goals, order, period, language);
    return (yield* groupGoals(sorted, period, by, language)).map((group) => {
      if (group.heading !== undefined || by === 'none' || by === 'line') return group;
      if (by !== 'forecast' && by !== 'state') return { ...group, heading: say('no-line') };
      return { ...group, heading: group.key === NOT_SAID ? say('not-said') : say(`${by}-${group.key}` as MessageKey) };
    });
  }

  /** Filters must not hide the goal that the address names. */
  async showGoal(id: string): Promise<void> {
    await this.#computing;
    if (this.#found?.has(id) !== false) return;
    this.filters = NOTHING;
    this.apply(false);
  }

  /** The ids of the goals that are left; undefined where nothing is filtered, or not yet. */
  get #found(): ReadonlySet<string> | undefined {
    return this.active && this.#index ? matchGoals(this.#index, this.filters, this.comparison.changed) : undefined;
  }

  /** A choice of the reader's is applied, said, kept in the address where the editor wants that; another one is only applied. */
  protected override apply(byReader = true): void {
    this.#due ||= byReader;
    this.host.requestUpdate();
    if (this.active && !this.#index) return;
    const found = this.#found;
    this.#list?.filter(found && ((id) => found.has(id)));
    this.left = found ? found.size : this.total;
    if (!this.#due) return;
    this.#due = false;
    announce(this.resultSentence, this.host.speaker.language);
    if (this.host.filtersInAddress) keepInAddress((params) => filtersToParams(this.filters, prefixOf(this.host), params));
    const event = new GoalsFilteredEvent({ ...this.filters, count: this.left });
    this.host.dispatchEvent(event);
  }

  get resultSentence(): string {
    const { say } = this.host.speaker;
    if (!this.active) return say('showing-all', { count: this.total });
    return this.left ? say('showing', { count: this.left, total: this.total }) : say('goals-none-match');
  }

  renderAbove(): TemplateResult | typeof nothing {
    const { host } = this;
    if (!this.summary) return nothing;
    return html`${host.hideSummary ? nothing : renderSummary(this)} ${this.comparison.render(this)} ${renderControls(this)}`;
  }

  renderBelow(): unknown {
    const { host } = this;
    const { say } = host.speaker;
    return [
      this.comparison.renderGone(),
      host.hideDownload
        ? nothing
        : html`<p class="downloads no-print">
            <button type="button" part="button" @click=${this.#download}>${say('download')}</button>
            <button type="button" part="button" @click=${() => print()}>${say('print')}</button>
          </p>`,
    ];
  }

  readonly #download = async (): Promise<void> => {
    await this.#computing;
    const found = this.#found;
    this.#downloading?.abort();
    const { signal } = (this.#downloading = new AbortController());
    downloadGoals(found ? this.#goals.filter((goal) => found.has(goal.id)) : this.#goals, this.host, signal).catch(unlessAborted(signal));
  };
}

/** Something that is done for each goal, a step each. */
function* forEach(goals: readonly Goal[], work: (goal: Goal) => void): Generator<void, void, void> {
  for (const goal of goals) {
    work(goal);
    yield;
  }
}

/** What the names of filters begin with in the address, which other widgets may use too. */
function prefixOf({ id }: AukioGoalStatus): string {
  return `${id || 'goals'}-`;
}
