import { announce } from '../../core/announcer.ts';
import { fieldStyles } from '../../core/fields.styles.ts';
import { addStyles } from '../../core/adopt-styles.ts';
import { rememberedAt, type CastVote } from '../../core/cast-vote.ts';
import { Keeping } from '../../core/keeping.ts';
import { prepareToSend } from '../../core/sending.ts';
import { loadBallotMessages } from '../../i18n/ballots/languages.ts';
import { loadBudgetCastingMessages } from '../../i18n/budget-casting/languages.ts';
import { loadSharedDeviceMessages } from '../../i18n/shared-device/languages.ts';
import type { Ballot } from '../../model/ballot.ts';
import { choose, chosenProjects, isChosen, sameChoices } from '../../model/choosing.ts';
import type { Vote } from '../../model/vote.ts';
import { validateChoices } from '../../model/vote-rules.ts';
import type { Receipt } from '../../sources/source.ts';
import { renderAbove } from './above.ts';
import { blockerSentence, remedySentence } from './blockers.ts';
import { VoteCastEvent } from './budget-vote.events.ts';
import type { AukioBudgetVote } from './budget-vote.ts';
import { castingStyles } from './casting.styles.ts';
import { renderBelow, renderOptions } from './options.ts';
import type { Unsent } from './outcome.ts';
import { addChoices, takeUp, writeDraft, type TakenUp } from './restoring.ts';
import type { VoteState } from './speaker.ts';
import { renderStage, type Stage } from './stage.ts';
import { VoteSending } from './vote-sending.ts';

/** Before voting closes, who has chosen and not sent is told; in milliseconds. */
const SOON = 15 * 60_000;

/**
 * What follows the first choice and is loaded after the ballot stands: the draft, what keeps the vote from being sent, and what the
 * voter sees on the way from there to the receipt.
 */
export class Casting {
  /** The words of everything here. */
  static readonly messages = [loadBudgetCastingMessages, loadBallotMessages, loadSharedDeviceMessages];

  readonly keeping: Keeping<'choices' | 'rulesVersion'>;
  readonly sending: VoteSending;
  /** What was found when the ballot opened. */
  taken: TakenUp;
  /** Voting closes soon, and nothing has been sent. */
  soon = false;
  stage: Stage = { kind: 'ballot' };
  #prepared = false;

  constructor(readonly host: AukioBudgetVote) {
    this.keeping = new Keeping(host, {
      form: host.ballot.id,
      fields: ['choices', 'rulesVersion'],
      isShared: () => host.sharedDevice,
      say: (key, values) => host.speaker.say(key, values),
      reset: () => this.startAnew(),
    });
    this.sending = new VoteSending(this);
    addStyles(host, fieldStyles, castingStyles);
    this.taken = takeUp(host.ballot, this.keeping.found?.fields, host.memory.cast);
    const early = host.choices;
    if (early.length || this.taken.choices.length) host.choices = addChoices(host.ballot, this.taken.choices, early);
    if (!this.taken.choices.every(({ project }) => isChosen(host.choices, project))) this.taken = { ...this.taken, replaced: true };
    if (early.length) this.changed();
    this.#open();
  }

  /** The widget has been moved to another place of the page. */
  connect(): void {
    this.keeping.reopen();
    this.keep();
    this.#open();
  }

  #open(): void {
    addEventListener('storage', this.#elsewhere);
    if (!this.keeping.shared) void this.sending.mailbox.open();
  }

  disconnect(): void {
    removeEventListener('storage', this.#elsewhere);
    this.sending.mailbox.close();
    this.keeping.close();
  }

  get voteState(): VoteState {
    if (this.sending.waits) return 'waiting';
    const { cast } = this.host.memory;
    const { choices } = this.host;
    if (this.sending.isUnknown(choices)) return 'unknown';
    if (cast) return !sameChoices(choices, cast.choices) ? 'changed' : this.isVoid ? 'void' : 'voted';
    return choices.length ? 'draft' : 'none';
  }

  /** Everything that the vote has was withdrawn since: it is valid, and supports nothing. */
  get isVoid(): boolean {
    const { ballot, memory: { cast } } = this.host;
    return cast !== undefined && cast.choices.length > 0 && chosenProjects(ballot, cast.choices).every(({ withdrawn }) => withdrawn);
  }

  /** Whether something was chosen that the city has not received. */
  get isDraft(): boolean {
    return ['draft', 'changed', 'unknown'].includes(this.voteState);
  }

  /** Everything that keeps the vote from being sent, in words. */
  get blockers(): readonly string[] {
    const { ballot, choices, speaker } = this.host;
    return [...validateChoices(ballot, choices).map((error) => blockerSentence(error, ballot, choices, speaker)), ...this.sending.refusals];
  }

  /** What has to be mended first, beside the meter. */
  get remedy(): string | undefined {
    const { ballot, choices, speaker } = this.host;
    const [error] = validateChoices(ballot, choices);
    return error ? remedySentence(error, ballot, choices, speaker) : this.sending.refusals[0];
  }

  /** Whether something is on its way that a second press would disturb. */
  get isBusy(): boolean {
    return this.stage.kind === 'identifying' || this.stage.kind === 'sending';
  }

  /** ISO instant from which on the voter is reminded. */
  get remindsAt(): string {
    return new Date(Date.parse(this.host.ballot.closesAt) - SOON).toISOString();
  }

  /** The choices have changed. */
  changed(): void {
    if (!this.#prepared) void prepareToSend();
    this.#prepared = true;
    this.#leaveWithdrawn();
    this.sending.reset();
    this.keep();
    this.timePassed();
    this.host.requestUpdate();
  }

  /** A vote that stands keeps what was withdrawn since; one that takes its place cannot have it. */
  #leaveWithdrawn(): void {
    const { host } = this;
    const gone = this.isDraft ? chosenProjects(host.ballot, host.choices).filter(({ withdrawn }) => withdrawn) : [];
    if (!gone.length) return;
    host.choices = gone.reduce((choices, { id }) => choose(host.ballot, choices, id, false), host.choices);
    this.taken = { ...this.taken, missing: [...this.taken.missing, ...gone] };
  }

  /** The ballot was read anew: what was chosen is kept as far as it can be, and checked by the rules of now. */
  ballotChanged(before: Ballot): void {
    const { host } = this;
    const stage = this.stage;
    this.taken = takeUp(host.ballot, writeDraft(before, this.isDraft || this.sending.waits ? host.choices : []), host.memory.cast);
    host.choices = this.taken.choices;
    this.sending.refusals = [];
    this.keep();
    if (stage.kind === 'one') void this.open();
    if (stage.kind !== 'renewing') return;
    const changed = before.rulesVersion !== host.ballot.rulesVersion;
    this.show(changed ? { kind: 'review' } : { kind: 'unsent', outcome: stage.outcome });
    if (changed) announce(host.speaker.say('rules-changed'), host.speaker.language);
    void host.focusOn(changed && this.blockers.length ? '.summary' : '.stage-heading');
  }

  /** Reads the ballot again, in place. */
  renew(outcome: Unsent): void {
    this.show({ kind: 'renewing', outcome });
    announce(this.host.speaker.say('renewing'), this.host.speaker.language);
    void this.host.focusOn('.stage-heading');
    this.host.reload();
  }

  /** Time has passed: voting has closed, or soon will. */
  timePassed(): void {
    const { host } = this;
    if (host.round.phase !== 'vote') return this.sending.closed();
    const soon = host.round.now >= Date.parse(this.remindsAt);
    if (soon && !this.soon && this.isDraft) announce(host.speaker.say(this.sending.isLost ? 'unknown-again' : 'closing-soon', { time: host.speaker.instant(host.ballot.closesAt) }), host.speaker.language);
    this.soon = soon;
  }

  /** Another tab has sent a vote, or erased one: what stands here follows, but for what the voter has chosen since. */
  readonly #elsewhere = ({ key }: StorageEvent): void => {
    const { host } = this;
    if (!host.data || (key !== null && key !== rememberedAt(host.ballot.id))) return;
    const untouched = !this.isDraft && !this.sending.waits;
    host.memory.refresh();
    const { cast } = host.memory;
    if (untouched) host.choices = cast?.choices ?? [];
    if (!cast && this.stage.kind === 'received') this.show({ kind: 'ballot' });
    this.keep();
    host.requestUpdate();
  };

  switchShared(on: boolean): void {
    this.keeping.switch(on);
    this.host.memory.share(on || this.host.sharedDevice);
    if (on) this.sending.mailbox.close();
    else void this.sending.mailbox.open();
    this.keep();
    this.host.requestUpdate();
  }

  /** What the device keeps goes, and what stands in the ballot with it. */
  erase(): void {
    const { host } = this;
    const { say, language } = host.speaker;
    const stays = host.memory.cast && say('erase-stays');
    void this.sending.mailbox.discard(this.keeping.key);
    host.memory.clear();
    this.#empty();
    announce([say('erased'), stays].filter(Boolean).join(' '), language);
    void host.focusOn('.projects-heading');
  }

  /** The next voter on a device that many use finds an empty ballot. */
  startAnew(): void {
    // What waits in the page, or is on its way, goes on: it was sent, and is not shown to anybody else.
    if (!this.sending.waits && this.stage.kind !== 'sending') void this.sending.mailbox.discard(this.keeping.key);
    this.host.memory.forget();
    this.#empty();
    void this.host.focusOn('.part-heading');
  }

  /** The vote that stands comes back in place of a change that was not sent. */
  takeBack(): void {
    const { cast } = this.host.memory;
    this.taken = { ...this.taken, missing: [] };
    if (cast) this.host.change(cast.choices);
    void this.host.focusOn('.projects-heading');
  }

  /** Shows the list again. @param place what takes the focus */
  async open(place = '.projects-heading'): Promise<void> {
    this.show({ kind: 'ballot' });
    await this.host.focusOn(place);
  }

  /** Shows the vote as it would be sent, with what is in its way. */
  async review(): Promise<void> {
    this.show({ kind: 'review' });
    await this.host.focusOn('.stage-heading');
  }

  /** Shows one project after the other. */
  async showOneByOne(): Promise<void> {
    const { OneByOne } = await import('./one-by-one.ts');
    this.show({ kind: 'one', view: new OneByOne(this) });
    await this.host.focusOn('.stage-heading');
  }

  /** The city has the vote. @param changing the voter has other choices in hand meanwhile: they stay */
  received({ id, rulesVersion, choices }: Vote, { code, receivedAt }: Receipt, changing = false): void {
    const { host } = this;
    // Another tab may have sent one.
    host.memory.refresh();
    const changed = host.memory.cast !== undefined;
    const cast: CastVote = { choices, id, rulesVersion, receivedAt, ...(code !== undefined && { code }) };
    host.memory.remember(cast);
    if (!changing) host.choices = choices;
    this.soon = false;
    this.taken = { choices, missing: [] };
    this.sending.forget();
    this.keeping.finish();
    if (changing) this.keep();
    else this.show({ kind: 'received', changed });
    const event = new VoteCastEvent({ ballot: host.ballot.id, changed });
    host.dispatchEvent(event);
  }

  /** Voting has closed while the page was open. */
  showClosed(): void {
    const { host } = this;
    // The receipt stays in view, and what is on its way may still arrive.
    if (this.stage.kind === 'received' || (this.stage.kind === 'sending' && !host.round.closedByService)) return;
    const inside = host.shadowRoot?.activeElement !== null;
    this.show({ kind: 'ballot' });
    announce(host.speaker.say('closed'), host.speaker.language);
    if (inside) void host.focusOn('.closed-heading');
  }

  /** @param waits what waits in this page alone is gone with it */
  keep(waits = false): void {
    this.keeping.changed(writeDraft(this.host.ballot, this.isDraft || this.sending.waits ? this.host.choices : []), this.isDraft || waits);
  }

  #empty(): void {
    this.host.choices = [];
    this.keeping.erase();
    this.sending.forget();
    this.taken = { choices: [], missing: [] };
    this.show({ kind: 'ballot' });
  }

  show(stage: Stage): void {
    this.stage = stage;
    this.host.requestUpdate();
  }

  renderStage(): unknown {
    return renderStage(this, this.stage);
  }

  renderAbove(): unknown {
    return renderAbove(this);
  }

  renderOptions(): unknown {
    return renderOptions(this);
  }

  renderBelow(): unknown {
    return renderBelow(this);
  }
}
