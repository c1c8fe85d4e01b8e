import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../../core/adopt-styles.ts';
import { announce } from '../../core/announcer.ts';
import { listToolStyles } from '../../core/list-tools.styles.ts';
import { ListTools, toggled } from '../../core/list-tools.ts';
import { ruleExplained } from '../../core/rule-explained.ts';
import { loadBallotMessages } from '../../i18n/ballots/languages.ts';
import { loadBudgetCastingMessages } from '../../i18n/budget-casting/languages.ts';
import type { Language, Message } from '../../i18n/languages.ts';
import { indexBallot, matchProjects, type BallotFilters, type IndexedProject } from '../../model/ballot-search.ts';
import type { Project } from '../../model/ballot.ts';
import { isChosen } from '../../model/choosing.ts';
import type { AukioBudgetVote } from './budget-vote.ts';
import { renderControls } from './controls.ts';
import { toolStyles } from './tools.styles.ts';

/** Projects that can be read beside each other. */
const COMPARED_MAX = 4;
/** In a shorter list there is nothing to look for. */
const FEW = 8;

export interface Filters extends BallotFilters {
  readonly chosen: boolean;
}
const NOTHING: Filters = { text: '', area: [], category: [], chosen: false };

/** What is not needed to read the first projects and is loaded after them: search, filters, comparison, how votes are counted. */
export class Tools extends ListTools<Filters, AukioBudgetVote> {
  /** The words of everything here. */
  static readonly messages = async (language: Language): Promise<Readonly<Record<string, Message>>> => {
    const [casting, ballots] = await Promise.all([loadBudgetCastingMessages(language), loadBallotMessages(language)]);
    return { ...casting, ...ballots };
  };

  #compared: readonly string[] = [];
  #comparison: typeof import('./comparison.ts') | undefined;
  #found: ReadonlySet<string> | undefined;
  #index: readonly IndexedProject[] = [];
  #indexed: unknown;

  constructor(host: AukioBudgetVote) {
    super(host, NOTHING);
    addStyles(host, listToolStyles, toolStyles);
  }

  /** What the counting rule does. */
  get ruleExplained(): readonly string[] {
    return ruleExplained(this.host.ballot, this.host.speaker.say);
  }

  /** Takes in the ballot of now; does nothing where that has not changed. */
  prepare(): void {
    const { data } = this.host;
    if (!data || data === this.#indexed) return;
    this.#indexed = data;
    this.#index = indexBallot(data);
    this.#find();
  }

  /** Whether the filters leave a project in view. What was chosen a moment ago stays until the list is asked for anew. */
  shows({ id }: Project): boolean {
    return this.#found?.has(id) ?? true;
  }

  readonly toggle = (list: 'area' | 'category', id: string): void => this.choose({ [list]: toggled(this.filters[list], id) });

  #find(): void {
    if (!this.active) this.#found = undefined;
    else {
      const found = matchProjects(this.#index, this.filters);
      this.#found = this.filters.chosen ? new Set([...found].filter((id) => isChosen(this.host.choices, id))) : found;
    }
  }

  /** A choice of the reader's: applied, and said. */
  protected override apply(): void {
    this.#find();
    this.host.requestUpdate();
    announce(this.resultSentence, this.host.speaker.language);
  }

  /** How many are left. */
  get resultSentence(): string {
    const { say } = this.host.speaker;
    const total = this.host.ballot.projects.length;
    const count = this.#found?.size ?? total;
    return !this.active ? say('showing-all', { count: total }) : count ? say('showing', { count, total }) : say('none-match');
  }

  renderAbove(): unknown {
    const { host } = this;
    return [host.hideFilters || host.ballot.projects.length <= FEW ? nothing : renderControls(this), this.#renderComparison()];
  }

  /** Beside a project's control: takes it into the comparison. */
  renderAside({ id, title }: Project): unknown {
    const { host } = this;
    if (host.hideCompare || host.ballot.projects.length < 2) return nothing;
    const { say, word } = host.speaker;
    const taken = this.#compared.includes(id);
    return html`<p class="compare no-print">
      <button type="button" class="quiet" aria-pressed=${taken} @click=${() => this.#compare(id)}>${say('compare')}<span class="visually-hidden">: ${word(title).text}</span></button>
      ${taken ? this.#renderShow() : nothing}
    </p>`;
  }

  #compare(id: string): void {
    const { say, language } = this.host.speaker;
    const taken = this.#compared.includes(id);
    if (!taken && this.#compared.length >= COMPARED_MAX) return announce(say('compare-full', { count: COMPARED_MAX }), language);
    this.#compared = toggled(this.#compared, id);
    if (this.#compared.length > 1) announce(say('compare-show', { count: this.#compared.length }), language);
    this.host.requestUpdate();
  }

  #renderComparison(): TemplateResult | typeof nothing {
    if (this.#compared.length < 2 || !this.#comparison) return nothing;
    return this.#comparison.renderComparison(this.host, this.#compared, () => this.#closeComparison());
  }

  /** Where the last one was taken in, so that nobody has to look for it. */
  #renderShow(): TemplateResult | typeof nothing {
    const count = this.#compared.length;
    if (count < 2) return nothing;
    return html`<button type="button" part="button" @click=${() => void this.#openComparison()}>${this.host.speaker.say('compare-show', { count })}</button>`;
  }

  async #openComparison(): Promise<void> {
    this.#comparison = await import('./comparison.ts');
    this.host.requestUpdate();
    await this.host.focusOn('.comparison-heading');
  }

  #closeComparison(): void {
    this.#comparison = undefined;
    this.#compared = [];
    this.host.requestUpdate();
    void this.host.focusOn('.projects-heading');
  }
}
