import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce } from '../../core/announcer.ts';
import { flag } from '../../core/attributes.ts';
import type { EditorSentences } from '../../core/editor-notes.ts';
import { formStyles } from '../../core/form.styles.ts';
import { AukioSendingElement } from '../../core/sending-element.ts';
import { loadBudgetVoteMessages } from '../../i18n/budget-vote/languages.ts';
import { loadCountingRuleMessages } from '../../i18n/counting-rules/languages.ts';
import { loadMessages } from '../../i18n/languages.ts';
import type { BallotOptions } from '../../model/ballot-json.ts';
import type { Ballot, Project } from '../../model/ballot.ts';
import { ballotResource } from '../../model/ballots-resource.ts';
import { choose, givePoints, rankAt } from '../../model/choosing.ts';
import type { Accepted, Fault } from '../../model/gate.ts';
import { isSafeLink } from '../../model/safe-link.ts';
import { shuffled } from '../../model/shuffle.ts';
import type { Choice } from '../../model/vote.ts';
import type { DataSource } from '../../sources/source.ts';
import { renderBallot } from './ballot-view.ts';
import { meterSentences } from './bar.ts';
import { barStyles } from './bar.styles.ts';
import { styles } from './budget-vote.styles.ts';
import { cardStyles } from './card.styles.ts';
import { worded } from './card.ts';
import type { Casting } from './casting.ts';
import { withMoney } from './faults.ts';
import { LaterParts } from './later-parts.ts';
import { Memory } from './memory.ts';
import { Round } from './round.ts';
import { speakerOf, type Speaker, type VoteState, type Words } from './speaker.ts';

/**
 * A ballot of participatory budgeting: projects to choose from in the way that the city has set, and a vote that is sent
 * once, may be changed until voting closes, and is either received, with a receipt, or said not to be.
 *
 * @summary A vote on how money is used: single choice, approval, knapsack, points or ranking, with a receipt.
 * @tagname aukio-budget-vote
 *
 * @slot - Another way to vote, such as a place or a telephone number; shown where the ballot cannot be.
 * @slot help - Another way to vote and to get help; shown before the first choice and with everything that goes wrong.
 *
 * @fires {{ count: number }} aukio-ready - The ballot is on the page; `count` is how many projects there are.
 * @fires {{ kind: string, message: string }} aukio-error - The ballot could not be read; the page's own content stays in view.
 * @fires {{ ballot: string, identification: string, authorize: (authorization: string | undefined | Promise<string | undefined>) => void }} aukio-before-vote-send - A vote is about to be sent: the page's login answers by `authorize`, or cancels and takes over.
 * @fires {{ ballot: string, changed: boolean }} aukio-vote-cast - The city has received the vote; `changed` where it replaced an earlier one.
 * @fires {{ ballot: string }} aukio-vote-kept - The vote waits on the device, at most until voting closes; the city has not received it.
 *
 * @csspart base - Everything inside.
 * @csspart heading - The widget's heading.
 * @csspart facts - What is said before the first choice.
 * @csspart item - A project.
 * @csspart title - A project's name.
 * @csspart withdrawn - What is said of a project that was withdrawn.
 * @csspart controls - Search and filters.
 * @csspart result - How many projects are left.
 * @csspart comparison - Projects beside each other.
 * @csspart bar - The bar that sticks: the state of the vote, what is left, the way on.
 * @csspart state - The state of the vote, word and shape.
 * @csspart meter - What is left of money, choices or points.
 * @csspart review - The vote before it is sent.
 * @csspart summary - What keeps it from being sent.
 * @csspart field - A field with its label.
 * @csspart fault - What is wrong, beside its field.
 * @csspart choice - One thing to choose.
 * @csspart received - The receipt.
 * @csspart waiting - What waits on the device.
 * @csspart closed - What is said once voting has closed.
 * @csspart dialog - The question whether anybody is still there.
 * @csspart button - A button.
 * @csspart error - What could not be read or sent.
 * @csspart notes - What the editor should mend; in preview only.
 *
 * @cssprop [--aukio-accent=#0050b3] - Links, focus, chosen projects, the button that sends.
 * @cssprop [--aukio-accent-text=#fff] - Text on the accent colour.
 * @cssprop [--aukio-surface=#fff] - Behind cards, fields and the bar.
 * @cssprop [--aukio-surface-soft=#f3f5f8] - Behind messages and controls.
 * @cssprop [--aukio-text=#1b1f24] - Text.
 * @cssprop [--aukio-text-soft=#4a5361] - Secondary text.
 * @cssprop [--aukio-border=#c3cad4] - Borders of cards.
 * @cssprop [--aukio-border-strong=#6b7585] - Borders of fields.
 * @cssprop [--aukio-good=#17643a] - A vote that was received.
 * @cssprop [--aukio-caution=#7a4d00] - A vote that was not sent.
 * @cssprop [--aukio-bad=#a31a1a] - What is wrong.
 * @cssprop [--aukio-radius=0.25em] - Corners.
 * @cssprop [--aukio-space=1em] - Space between parts.
 * @cssprop [--aukio-font-size=inherit] - Size of text.
 * @cssprop [--aukio-heading-font=inherit] - Typeface of headings.
 *
 * @cssstate loading - The ballot is on its way.
 * @cssstate ready - The ballot is shown.
 * @cssstate empty - There is no project.
 * @cssstate error - The ballot could not be read.
 */
export class AukioBudgetVote extends AukioSendingElement<Project, Ballot, BallotOptions, 'ballot', Words> {
  static override styles = [AukioSendingElement.styles, formStyles, styles, cardStyles, barStyles];

  /** The id of the ballot; without it, the only one of the source. */
  @property({ attribute: 'ballot' }) ballotId: string | undefined = undefined;

  /** The page that shows the result, once there is one. */
  @property({ attribute: 'results-href' }) resultsHref: string | undefined = undefined;

  /** The page that says how personal data are processed. */
  @property({ attribute: 'privacy-href' }) privacyHref: string | undefined = undefined;

  /** Shows projects in the city's own order instead of one that is drawn for each voter. */
  @property({ attribute: 'keep-order', type: Boolean, converter: flag }) keepOrder = false;

  /** Hides the search field and the filters. */
  @property({ attribute: 'hide-filters', type: Boolean, converter: flag }) hideFilters = false;

  /** Hides the comparison of projects. */
  @property({ attribute: 'hide-compare', type: Boolean, converter: flag }) hideCompare = false;

  /** The device's clock, set right by the server's where the ballot says what that shows. */
  @property({ attribute: false }) clock: () => Date = () => new Date();

  protected override readonly resource = ballotResource;
  protected override messageSets = [loadMessages, loadBudgetVoteMessages, loadCountingRuleMessages];
  protected override readonly editorSentences: EditorSentences = async (language) => {
    const { loadBallotEditorMessages } = await import('../../i18n/editor/ballots/languages.ts');
    return loadBallotEditorMessages(language);
  };

  /**
   * What is chosen.
   * @internal
   */
  @state() choices: readonly Choice[] = [];

  #memory: { readonly ballot: string; readonly memory: Memory } | undefined;
  #shown: Ballot | undefined;

  readonly #later = new LaterParts(this, { addMessages: (set) => this.addMessages(set), load: (load, again) => this.later(load, again) });

  /**
   * How far the round has come.
   * @internal
   */
  readonly round = new Round({
    device: () => this.clock(),
    source: () => this.reader(),
    lang: () => this.language,
    told: () => this.requestUpdate(),
    ballot: () => this.data,
    passed: () => {
      this.casting?.timePassed();
      this.requestUpdate();
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.casting?.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.round.rest();
    this.casting?.disconnect();
  }

  /**
   * What follows the first choice: loaded after the ballot stands.
   * @internal
   */
  get casting(): Casting | undefined {
    return this.#later.casting;
  }

  /** @internal */
  get speaker(): Speaker {
    return speakerOf(this.language, this.say.bind(this), this.formats);
  }

  /**
   * The ballot, where there is one.
   * @internal
   */
  get ballot(): Ballot {
    return this.data!;
  }

  /**
   * What this device remembers of the ballot.
   * @internal
   */
  get memory(): Memory {
    const { id } = this.ballot;
    if (this.#memory?.ballot !== id) this.#memory = { ballot: id, memory: new Memory(id, this.sharedDevice) };
    return this.#memory.memory;
  }

  /**
   * How far the vote has come.
   * @internal
   */
  get voteState(): VoteState {
    return this.casting?.voteState ?? (this.choices.length ? 'draft' : 'none');
  }

  /**
   * The projects in the order of this voter.
   * @internal
   */
  get projects(): readonly Project[] {
    const { projects } = this.ballot;
    return this.keepOrder ? projects : shuffled(projects, this.memory.seed);
  }

  /**
   * What is read from beside the ballot.
   * @internal
   */
  async reader(): Promise<DataSource | undefined> {
    return this.source ?? (await this.namedSource()) ?? this.nearest;
  }

  /** @internal */
  choose(project: string, on: boolean): void {
    this.change(choose(this.ballot, this.choices, project, on));
  }

  /** @internal */
  give(project: string, points: number): void {
    this.change(givePoints(this.choices, project, Number.isFinite(points) ? points : 0));
  }

  /** @internal */
  rank(project: string, rank: number): void {
    this.change(rankAt(this.choices, project, rank));
  }

  /**
   * The choices are these now; what is left is spoken.
   * @internal
   */
  change(choices: readonly Choice[]): void {
    this.choices = choices;
    this.casting?.changed();
    announce([...meterSentences(this.ballot, this.choices, this.speaker), this.casting?.remedy].filter(Boolean).join('. '), this.language);
  }

  /**
   * Another way to vote: what the editor named as help, what the ballot names, or what stands inside the element.
   * @internal
   */
  get otherWay(): unknown {
    const help = this.data?.help;
    if (this.hasHelp) return this.renderHelp();
    return help === undefined ? html`<slot></slot>` : html`<p>${worded(help, this.speaker)}</p>`;
  }

  protected override options(lang: string): BallotOptions {
    return { lang };
  }

  protected override query(): { readonly id?: string } {
    const id = this.ballotId?.trim();
    return id ? { id } : {};
  }

  protected override itemsAccepted(): void {
    // What may be chosen together is known when all projects are.
  }

  protected override readySentence({ count }: Accepted<Ballot>): string {
    return count ? this.say('vote-ready', { count }) : this.say('vote-empty');
  }

  protected override attributeFaults(): Fault[] {
    const faults = super.attributeFaults();
    for (const [name, value] of [['results-href', this.resultsHref], ['privacy-href', this.privacyHref]] as const) {
      if (value && !isSafeLink(value)) faults.push({ code: 'link-unsafe', values: { name, value } });
    }
    if (this.accepted && !this.sendable && this.round.phase === 'vote') faults.push({ code: 'no-endpoint' });
    if (this.accepted && !this.hasHelp && !this.data?.help && ![...this.childNodes].some(({ nodeName, textContent }) => nodeName !== 'SCRIPT' && textContent?.trim())) faults.push({ code: 'no-other-way' });
    return faults;
  }

  protected override faultForReading(fault: Fault): Fault {
    return withMoney(fault, (cents) => this.formats.money(cents));
  }

  protected override get hasContent(): boolean {
    return this.messages !== undefined && this.accepted !== undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('ballotId') && this.hasUpdated) this.reload();
    this.#followBallot();
    this.#later.tools?.prepare();
  }

  /** What follows the first choice keeps to the ballot that is shown. */
  #followBallot(): void {
    const { data } = this;
    const before = this.#shown;
    if (!data || data === before) return;
    this.#shown = data;
    if (before?.id === data.id) this.casting?.ballotChanged(before);
    else if (before) {
      this.#later.dropCasting();
      this.choices = [];
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.hasContent || !this.accepted?.count) return;
    if (this.sendable && !['ideas', 'review'].includes(this.round.phase ?? '')) void this.#later.loadCasting();
    void this.#later.loadTools();
    if (this.isConnected) this.round.watch(this.casting?.remindsAt);
  }

  protected override renderContent(): unknown {
    if (!this.accepted?.count) return html`<div class="message" part="empty"><p>${this.say('vote-empty')}</p>${this.otherWay}</div>`;
    // The same shape before and after the rest has come: what a voter has before her stays, and is not built anew.
    return [this.casting?.renderStage() ?? this.renderBallot(), this.casting?.keeping.renderQuestion()];
  }

  /**
   * The ballot as it is read and chosen from.
   * @internal
   */
  renderBallot(): unknown {
    return renderBallot(this, { sendable: this.sendable, later: this.#later, help: this.hasHelp ? this.renderHelp() : nothing });
  }
}
