import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../../core/adopt-styles.ts';
import { fieldStyles } from '../../core/fields.styles.ts';
import { hasDigest, sha256 } from '../../core/sha256.ts';
import { inSlices } from '../../core/slices.ts';
import { loadBallotMessages } from '../../i18n/ballots/languages.ts';
import { loadBudgetCountMessages } from '../../i18n/budget-count/languages.ts';
import { loadCountingRuleMessages } from '../../i18n/counting-rules/languages.ts';
import type { Language, Message } from '../../i18n/languages.ts';
import { isScored, type Ballot } from '../../model/ballot.ts';
import type { Standing } from '../../model/ballot-outcome.ts';
import type { BallotResults } from '../../model/ballot-results.ts';
import { drawLots } from '../../model/election.ts';
import { reasonsOf, recountOf, type Recount } from '../../model/recount.ts';
import { tallySteps, type RefusedTally, type Tally } from '../../model/tally.ts';
import type { SkippedStep } from '../../model/tally-steps.ts';
import type { AukioBudgetResults } from './budget-results.ts';
import { Comparison } from './comparison.ts';
import { renderCount, reasonWords, titlesOf } from './count.ts';
import { detailStyles } from './details.styles.ts';
import { Files } from './files.ts';
import { ReceiptCheck } from './receipt.ts';
import { renderTurnout } from './turnout.ts';

/** What is loaded after the winners: who voted, the count in the reader's own browser, the other way of counting, receipt codes, files. */
export class Details {
  /** The words of everything here. */
  static readonly messages = async (language: Language): Promise<Readonly<Record<string, Message>>> => {
    const [count, rules, ballots] = await Promise.all([loadBudgetCountMessages(language), loadCountingRuleMessages(language), loadBallotMessages(language)]);
    return { ...count, ...rules, ...ballots };
  };

  /** The count of the reader's own browser; undefined while it goes on. */
  counted: Tally | RefusedTally | undefined;
  /** What it counts: there as soon as `recounting` is. */
  recount: Recount | undefined;
  recounting: Promise<Recount> | undefined;
  stepsShown = false;

  #of: BallotResults | undefined;
  #counting: AbortController | undefined;
  #reasons: ReadonlyMap<string, SkippedStep> = new Map();
  readonly #comparison: Comparison;
  readonly #receipt: ReceiptCheck;
  readonly #files: Files;

  constructor(readonly host: AukioBudgetResults) {
    addStyles(host, fieldStyles, detailStyles);
    this.#comparison = new Comparison(this);
    this.#receipt = new ReceiptCheck(this);
    this.#files = new Files(this);
  }

  get ballot(): Ballot {
    return this.host.data!.ballot;
  }

  get results(): BallotResults {
    return this.host.data!.results!;
  }

  /** Takes in what the host shows now; does nothing where that has not changed. */
  prepare(): void {
    const results = this.host.data?.results;
    if (!results || results === this.#of) return;
    this.close();
    this.#of = results;
    this.counted = undefined;
    this.recount = undefined;
    this.recounting = this.#takeIn(results);
    this.#reasons = new Map();
    this.#counting = new AbortController();
    this.#count(results, this.recounting, this.#counting.signal).catch(() => {
      // Taken off the page, or another result has come: that one is counted then.
    });
  }

  close(): void {
    this.#comparison.close();
    this.#receipt.close();
    this.#counting?.abort();
    if (!this.counted) this.#of = undefined;
  }

  /** The votes added up again, and the lot drawn again of the seed that was published for it. */
  async #takeIn(results: BallotResults): Promise<Recount> {
    const recount = recountOf(results, isScored(this.ballot));
    const { lots, ties: { seed }, projects } = recount.election;
    if (!lots || !seed || !hasDigest()) return recount;
    return { ...recount, election: { ...recount.election, lots: await drawLots(seed, projects.map(({ id }) => id), sha256) } };
  }

  async #count({ rule }: BallotResults, recounting: Promise<Recount>, signal: AbortSignal): Promise<void> {
    const recount = await recounting;
    const counted = await inSlices(tallySteps(recount.election, rule), signal);
    this.recount = recount;
    this.counted = counted;
    this.#reasons = counted.refused ? new Map() : reasonsOf(counted);
    this.host.requestUpdate();
  }

  /** Why a project was not chosen, where the count says so. */
  why({ project }: Pick<Standing, 'project'>): string {
    if (!this.counted || this.counted.refused) return '';
    const reason = this.#reasons.get(project);
    return reason ? reasonWords(reason, this) : this.host.speaker.say('why-undecided');
  }

  /** Equal projects between which nothing decides yet. */
  renderUndecided(): TemplateResult | typeof nothing {
    const { unresolved } = this.results;
    return unresolved?.length ? html`<p class="message caution">${this.host.speaker.say('tie-unresolved', { projects: titlesOf(unresolved, this) })}</p>` : nothing;
  }

  render(): TemplateResult {
    return html`${renderTurnout(this)} ${renderCount(this)} ${this.#comparison.render()} ${this.#receipt.render()} ${this.#files.render()}`;
  }

  /** The heading of a part, in line with those of the first paint. */
  heading(words: string): unknown {
    const { speaker, level } = this.host;
    return speaker.heading(words, level, 'section-heading');
  }

  readonly toggleSteps = (): void => {
    this.stepsShown = !this.stepsShown;
    this.host.requestUpdate();
  };
}
