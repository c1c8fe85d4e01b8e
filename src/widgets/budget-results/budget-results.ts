import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Alarm } from '../../core/alarm.ts';
import { AukioDataElement } from '../../core/data-element.ts';
import type { MessageSet } from '../../core/element.ts';
import type { BallotMessageKey } from '../../i18n/ballots/languages.ts';
import type { BudgetCountKey } from '../../i18n/budget-count/languages.ts';
import type { CountingRuleKey } from '../../i18n/counting-rules/languages.ts';
import { loadBudgetResultsMessages, type BudgetResultsKey } from '../../i18n/budget-results/languages.ts';
import { loadMessages, type Language, type MessageKey, type MessageValues } from '../../i18n/languages.ts';
import { phaseAt, type Ballot, type Project } from '../../model/ballot.ts';
import { fundedLaterOf, MISSING, outcomeResource, spentOf, standingsOf, winnersOf, type BallotOutcome, type OutcomeOptions, type Standing } from '../../model/ballot-outcome.ts';
import type { BallotResults } from '../../model/ballot-results.ts';
import type { Accepted } from '../../model/gate.ts';
import type { ResourceName } from '../../model/resources.ts';
import { wordingOf, type Text, type Wording } from '../../model/text.ts';
import { readDocument } from '../../sources/document.ts';
import { asSourceError, SourceError } from '../../sources/errors.ts';
import { styles } from './budget-results.styles.ts';
import type { Details } from './details.ts';
import { renderFigures, renderFundedLater, renderNature, renderThreshold, renderWinners } from './overview.ts';
import { renderStandings, renderWithdrawn } from './standings.ts';

type Words = BudgetResultsKey | BudgetCountKey | CountingRuleKey | BallotMessageKey;

/** What is published beside the ballot, each in a document of its own. */
type Published = 'ballot-results' | 'ballot-receipts';

/** How the parts of the widget put things into words, in the language of now. */
export interface Speaker {
  readonly language: Language;
  readonly say: (key: MessageKey | Words, values?: MessageValues) => string;
  /** A text of the ballot's, with its language where that is another than the page's. */
  readonly word: (text: Text) => Wording;
  readonly number: (value: number) => string;
  /** Cents. */
  readonly money: (cents: number) => string;
  /** An ISO instant in Finland. */
  readonly instant: (iso: string) => string;
  readonly heading: (content: unknown, level: number, part: string) => unknown;
}

/**
 * The result of a ballot of participatory budgeting: who won and why, counted again in the reader's own browser, and what
 * became of the winners. Nothing of it is shown before voting has closed, and then all at once.
 *
 * @summary The result of a budget vote, which anyone can count again and check.
 * @tagname aukio-budget-results
 *
 * @slot - What is shown until the ballot has been read and if it cannot be, such as a link to the decision.
 * @slot help - Another way to reach the city; shown with every error and while there is no result yet.
 *
 * @fires {{ count: number }} aukio-ready - The ballot is on the page, with its result where there is one; `count` is how many projects there are.
 * @fires {{ kind: string, message: string }} aukio-error - Nothing could be read; the page's own content stays in view.
 *
 * @csspart base - Everything inside.
 * @csspart heading - The widget's heading.
 * @csspart waiting - What is said while there is no result yet.
 * @csspart nature - Who decides after the vote.
 * @csspart figures - Voters, money, what was left.
 * @csspart section-heading - The heading of a part.
 * @csspart winner - A project that was chosen.
 * @csspart title - A project's name.
 * @csspart verdict - Whether the reader's own count gives the published result.
 * @csspart state - How a project is paid for and how far it has come, word and shape.
 * @csspart standings - The table of all projects.
 * @csspart item - A project in the table.
 * @csspart turnout - Who voted how and where.
 * @csspart recount - The count in the reader's own browser.
 * @csspart steps - The steps of the count.
 * @csspart refusal - Why it cannot be counted in the other way.
 * @csspart comparison - Two ways of counting beside each other.
 * @csspart receipt - The check of a receipt code.
 * @csspart answer - What was found of a receipt code.
 * @csspart downloads - Files of the result.
 * @csspart field - A field with its label.
 * @csspart fault - What is wrong, beside its field.
 * @csspart button - A button.
 * @csspart loading - That data is on its way, where it takes long.
 * @csspart error - The message when nothing could be read.
 * @csspart notes - What the editor should mend; in preview only.
 *
 * @cssprop [--aukio-accent=#0050b3] - Links, focus, bars of chosen projects.
 * @cssprop [--aukio-surface=#fff] - Behind cards and fields.
 * @cssprop [--aukio-surface-soft=#f3f5f8] - Behind messages.
 * @cssprop [--aukio-text=#1b1f24] - Text.
 * @cssprop [--aukio-text-soft=#4a5361] - Secondary text.
 * @cssprop [--aukio-border=#c3cad4] - Borders of cards and rows.
 * @cssprop [--aukio-border-strong=#6b7585] - Borders of fields, bars of other projects.
 * @cssprop [--aukio-good=#17643a] - A chosen project, a count that agrees.
 * @cssprop [--aukio-caution=#7a4d00] - Something that is not decided.
 * @cssprop [--aukio-bad=#a31a1a] - A count that differs, a code that is not on the list.
 * @cssprop [--aukio-radius=0.25em] - Corners.
 * @cssprop [--aukio-space=1em] - Space between parts.
 * @cssprop [--aukio-font-size=inherit] - Size of text.
 * @cssprop [--aukio-heading-font=inherit] - Typeface of headings.
 *
 * @cssstate loading - The ballot is on its way.
 * @cssstate ready - The result, or that there is none yet, is shown.
 * @cssstate empty - The ballot has no projects.
 * @cssstate error - Nothing could be read.
 */
export class AukioBudgetResults extends AukioDataElement<Project, BallotOutcome, OutcomeOptions, 'ballot', Words> {
  static override styles = [AukioDataElement.styles, styles];

  /** The id of the ballot; without it, the only one of the source. */
  @property({ attribute: 'ballot' }) ballotId: string | undefined = undefined;

  /** The address of the result as a JSON file, where `src` names the ballot's. */
  @property({ attribute: 'results-src' }) resultsSrc: string | undefined = undefined;

  /** The address of the list of receipt codes as a JSON file, where `src` names the ballot's. */
  @property({ attribute: 'receipts-src' }) receiptsSrc: string | undefined = undefined;

  /** The clock by which voting is open or closed while there is no result; the device's own without it. */
  @property({ attribute: false }) clock: () => Date = () => new Date();

  @state() private details: Details | undefined = undefined;
  @state() private allShown = false;
  @state() private winnersShown = false;
  @state() private detailsFailed = false;

  protected override messageSets: readonly MessageSet[] = [loadMessages, loadBudgetResultsMessages];
  protected override readonly resource = outcomeResource;
  protected override readonly editorSentences = async (language: Language) => {
    const [{ loadBallotEditorMessages }, { loadBudgetResultsEditorMessages }] = await Promise.all([import('../../i18n/editor/ballots/languages.ts'), import('../../i18n/editor/budget-results/languages.ts')]);
    return { ...(await loadBallotEditorMessages(language)), ...(await loadBudgetResultsEditorMessages(language)) };
  };

  #detailsLoading = false;
  /** While voting is open, what is said of it changes when it closes. */
  readonly #closing = new Alarm(() => this.requestUpdate());
  #standings: { readonly of: BallotResults; readonly all: readonly Standing[] } | undefined;

  /**
   * How the parts put things into words.
   * @internal
   */
  get speaker(): Speaker {
    const { formats, language } = this;
    return {
      language,
      say: this.say.bind(this),
      word: (text) => wordingOf(text, language),
      number: (value) => formats.number(value),
      money: (cents) => formats.money(cents),
      instant: (iso) => formats.instant(iso),
      heading: this.renderHeading.bind(this),
    };
  }

  /** @internal */
  get level(): number {
    return this.groupLevel;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closing.clear();
    this.details?.close();
  }

  protected override options(lang: string): OutcomeOptions {
    return { lang, results: this.#results };
  }

  protected override query(): { readonly id?: string } {
    return this.ballotId ? { id: this.ballotId } : {};
  }

  /** The result may come from there beside a ballot of `src`. */
  protected override get readsNearest(): boolean {
    return !this.source;
  }

  protected override itemsAccepted(): void {
    // A result is shown all at once.
  }

  protected override readySentence({ count, data: { ballot, results } }: Accepted<BallotOutcome>): string {
    if (!count || !results) return this.#waitingSentence(ballot);
    const chosen = results.funded.length + (results.partFunded ? 1 : 0);
    return chosen ? this.say('result-ready', { count: chosen }) : this.say('result-none');
  }

  protected override get hasContent(): boolean {
    return this.messages !== undefined && this.accepted !== undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The gate is given one and the same function, so it is told by hand that what the function reads has changed.
    if (this.hasUpdated && (['ballotId', 'resultsSrc', 'receiptsSrc'] as const).some((name) => changed.has(name))) this.reload();
    super.willUpdate(changed);
    this.details?.prepare();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.data?.results && !this.#detailsLoading) void this.#loadDetails();
    const ballot = this.data?.ballot;
    if (this.isConnected && ballot?.phase === 'vote') this.#closing.set([ballot.opensAt, ballot.closesAt].map((iso) => Date.parse(iso)), this.clock().getTime());
  }

  /** What is not needed to read who won. */
  async #loadDetails(): Promise<void> {
    this.#detailsLoading = true;
    this.detailsFailed = false;
    try {
      const { Details } = await import('./details.ts');
      await this.addMessages(Details.messages);
      this.details = new Details(this);
    } catch {
      this.detailsFailed = true;
      this.miss();
    }
  }

  readonly #results = async ({ id }: Ballot): Promise<unknown> => {
    try {
      return await this.readPublished('ballot-results', id, new AbortController().signal);
    } catch (error) {
      const { kind } = asSourceError(error);
      if (kind === 'forbidden') return undefined;
      if (kind === 'not-found') return MISSING;
      throw error;
    }
  };

  /**
   * What stands beside the ballot, as it came: from the address that names it, else from where the ballot came.
   * @throws {SourceError} `not-found` also where nothing says where it is
   * @internal
   */
  async readPublished(name: Published, id: string, signal: AbortSignal): Promise<unknown> {
    const { source, credentials } = this;
    const src = name === 'ballot-results' ? this.resultsSrc : this.receiptsSrc;
    const options = { signal, lang: this.language, fresh: this.fresh };
    if (!source && src) return readDocument(src, { ...options, type: 'json', credentials: credentials === 'same-origin' ? 'same-origin' : 'omit' });
    const named = source ?? ((await this.askAround()) ? this.nearest : undefined);
    if (!named) throw new SourceError('not-found');
    return named.read(name satisfies ResourceName, { id }, options);
  }

  /**
   * An address that the result names, resolved against where the result came from; undefined where it is no page's or file's.
   * @internal
   */
  publishedAddress(address: string): URL | undefined {
    const from = this.source ?? (this.resultsSrc ? undefined : this.nearest);
    const base = new URL(from?.address ?? this.resultsSrc ?? '', document.baseURI);
    const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
    return url && /^https?:$/.test(url.protocol) ? url : undefined;
  }

  protected override renderContent(): unknown {
    const { ballot, results } = this.data!;
    if (!ballot.projects.length || !results) return this.#renderWaiting(ballot);
    return html`${this.#renderResults(ballot, results)} ${this.details?.render() ?? this.#renderFailedDetails()} ${this.renderOriginal()}`;
  }

  #renderResults(ballot: Ballot, results: BallotResults): TemplateResult {
    const { speaker, level, details } = this;
    const standings = this.#standingsOf(ballot, results);
    const winners = winnersOf(standings, results);
    return html`${renderNature(ballot, speaker)} ${details?.renderUndecided() ?? nothing} ${renderFigures(results, spentOf(standings, results), speaker)}
      ${renderWinners(winners, { ballot, level, allShown: this.winnersShown, showAll: (all) => (this.winnersShown = all) }, speaker)}
      ${renderFundedLater(fundedLaterOf(standings, results), { ballot, level }, speaker)}
      ${speaker.heading(this.say('all-projects'), level, 'section-heading')} ${renderThreshold(ballot, speaker)}
      ${renderStandings(standings, { ballot, results, why: (standing) => details?.why(standing) ?? '', allShown: this.allShown, showAll: (all) => (this.allShown = all) }, speaker)}
      ${renderWithdrawn(ballot, level, speaker)}`;
  }

  #renderFailedDetails(): unknown {
    if (!this.detailsFailed) return nothing;
    return html`<div class="message error no-print" part="error">
      <p>${this.say('details-failed')}</p>
      <p><button type="button" part="button" @click=${() => void this.#loadDetails()}>${this.say('try-again')}</button></p>
      ${this.renderHelp()}
    </div>`;
  }

  #standingsOf(ballot: Ballot, results: BallotResults): readonly Standing[] {
    if (this.#standings?.of !== results) this.#standings = { of: results, all: standingsOf(ballot, results) };
    return this.#standings.all;
  }

  #renderWaiting(ballot: Ballot): TemplateResult {
    const { phase } = ballot;
    const reload = phase !== 'ideas' && phase !== 'review';
    return html`<div class="message" part="waiting">
        <p>${this.#waitingSentence(ballot)}</p>
        ${reload ? html`<p class="no-print"><button type="button" part="button" @click=${() => this.reload()}>${this.say('look-again')}</button></p>` : nothing} ${this.renderHelp()}
      </div>
      <slot></slot>`;
  }

  #waitingSentence(ballot: Ballot): string {
    const times = { opens: this.formats.instant(ballot.opensAt), closes: this.formats.instant(ballot.closesAt) };
    const now = this.clock().getTime();
    const phase = phaseAt(ballot, now);
    if (phase === undefined) return this.say('phase-unclear');
    if (ballot.phase === 'vote' && phase === 'review') return this.say('not-yet-opens', times);
    if (phase === 'ideas' || phase === 'review') return this.say('not-yet-round');
    return this.say(phase === 'vote' ? 'not-yet-open' : 'counting-now', times);
  }
}
