import { announce } from '../../core/announcer.ts';
import { focusSummary } from '../../core/fields.ts';
import type { Letter } from '../../core/outbox/letter.ts';
import { send, type Outcome } from '../../core/sending.ts';
import type { Choice, Vote } from '../../model/vote.ts';
import { sameChoices } from '../../model/choosing.ts';
import { validateVote, VOTE_ERRORS, type VoteError } from '../../model/vote-rules.ts';
import type { FieldError } from '../../sources/errors.ts';
import type { Arrival } from './arrival.ts';
import { blockerSentence } from './blockers.ts';
import { VoteKeptEvent } from './budget-vote.events.ts';
import type { AukioBudgetVote } from './budget-vote.ts';
import type { Casting } from './casting.ts';
import { Identification } from './identification.ts';
import { Mailbox } from './mailbox.ts';

/** Voting that goes on for so long after a vote's deadline closes later than it did when that was sent; clocks differ by less. In milliseconds. */
const MOVED = 60_000;

/** The way of a vote to the city: who sends it, the sending, what waits in the outbox, and what became of it. */
export class VoteSending {
  readonly identification: Identification;
  readonly mailbox: Mailbox;
  /** What the service said of the choices; a change takes it away. */
  refusals: readonly string[] = [];
  /** The vote waits in the outbox. */
  waits = false;
  /** Voting has closed, and the answer to a vote that was sent never came. */
  arrival: Arrival | undefined;
  readonly #openedAt = performance.now();
  /** What went to the city: the voter may have other choices in hand when the answer comes. */
  #posted: Vote | undefined;
  /** Votes that cannot be sent later by themselves and whose answer never came, the last first: they may have arrived. Kept in this page alone. */
  #lost: readonly Vote[] = [];
  /** Counts voters: what was asked for one is nothing for the next. */
  #turn = 0;

  constructor(private readonly casting: Casting) {
    this.identification = new Identification(casting.host);
    this.mailbox = new Mailbox(casting.host, () => this.#key, (letter) => this.#letterChanged(letter));
  }

  get host(): AukioBudgetVote {
    return this.casting.host;
  }

  /** The vote's own UUID. */
  get #key(): string {
    return this.casting.keeping.key;
  }

  /** Whole seconds since the ballot could be voted on. */
  get #seconds(): number {
    return Math.floor((performance.now() - this.#openedAt) / 1000);
  }

  /** A vote was sent, and nobody knows whether it arrived. */
  get isLost(): boolean {
    return this.#lost.length > 0;
  }

  /** Whether it is these choices that were sent. */
  isUnknown(choices: readonly Choice[]): boolean {
    return this.#lost.some((vote) => sameChoices(vote.choices, choices));
  }

  /** The choices have changed: what was said of them, and what waits of them, holds no longer. */
  reset(): void {
    this.refusals = [];
    if (this.waits) void this.mailbox.hold(this.#key);
    this.waits = false;
  }

  /** Nothing of this voter stays for the next. */
  forget(): void {
    this.#turn++;
    this.identification.forget();
    this.refusals = [];
    this.waits = false;
    this.#posted = undefined;
    this.#lost = [];
    this.arrival = undefined;
  }

  /** The way on from the check. */
  readonly submit = async (): Promise<void> => {
    const { host } = this;
    // A double click.
    if (this.casting.isBusy) return;
    if (validateVote(host.ballot, this.#vote(), { now: host.round.now }).length) return this.#insist();
    const turn = this.#turn;
    this.casting.show({ kind: 'identifying' });
    const identified = await this.identification.identify();
    if (turn !== this.#turn) return;
    if (identified.state === 'given') return this.#send(identified.authorization);
    this.casting.show({ kind: 'review' });
    const { fault } = this.identification;
    if (fault) announce(fault, host.speaker.language);
    await host.focusOn(this.identification.place);
  };

  async #insist(): Promise<void> {
    this.casting.timePassed();
    this.casting.show(this.host.round.phase === 'vote' ? { kind: 'review' } : { kind: 'ballot' });
    await this.host.updateComplete;
    focusSummary(this.host.renderRoot);
  }

  #vote(): Vote {
    const { ballot, choices, memory } = this.host;
    return {
      id: this.#key,
      ballot: ballot.id,
      rulesVersion: ballot.rulesVersion,
      choices,
      channel: 'web',
      ...(this.identification.way === 'open' && { device: memory.device }),
    };
  }

  /** The vote that has been sent: by this page, or by an earlier one that left it as a draft. */
  get #sent(): Vote {
    return this.#posted ?? { ...this.#vote(), ...this.casting.taken.draft };
  }

  async #send(authorization: string | undefined, again = false): Promise<void> {
    const { host, casting: { keeping } } = this;
    const { say, language } = host.speaker;
    this.casting.show({ kind: 'sending' });
    announce(say('sending'), language);
    void host.focusOn('.stage-heading');
    const turn = this.#turn;
    const vote = (this.#posted = this.#vote());
    const deadline = new Date(Date.now() + Date.parse(host.ballot.closesAt) - host.round.now).toISOString();
    const outcome = await send(
      { kind: 'vote', key: vote.id, body: vote, lang: language, seconds: this.#seconds, deadline },
      host.ways,
      // Who voted is kept nowhere, so such a vote cannot be sent later by itself.
      { sharedDevice: keeping.shared || authorization !== undefined, ...(authorization !== undefined && { authorization }) },
    );
    if (turn !== this.#turn) {
      if (outcome.state !== 'waiting') void this.mailbox.discard(vote.id);
      return;
    }
    if (outcome.state === 'already' && !again) {
      // What arrived under this key was an earlier wording; this one takes its place.
      await this.mailbox.discard(vote.id);
      keeping.renew();
      return this.#send(authorization, true);
    }
    await this.#conclude(outcome, vote, authorization !== undefined);
  }

  async #conclude(outcome: Outcome, vote: Vote, identified: boolean): Promise<void> {
    const { host, mailbox } = this;
    switch (outcome.state) {
      case 'received':
        void mailbox.discard(vote.id);
        this.casting.received(vote, outcome.receipt);
        break;
      case 'waiting':
        if (identified) {
          void mailbox.discard(vote.id);
          // A service that has too much to do says that it did not take it.
          if (outcome.error.kind !== 'too-many') this.#lost = [vote, ...this.#lost];
          if (host.round.phase !== 'vote') {
            host.round.close();
            return this.closed();
          }
          this.casting.show({ kind: 'unsent', outcome: { state: 'refused', error: outcome.error, errors: [] } });
        } else this.#wait(outcome.kept);
        break;
      case 'refused':
        return this.#refused(outcome);
      case 'expired':
        host.round.close();
        this.closed(outcome.attempts > 0);
        return;
      default:
        this.casting.show({ kind: 'unsent', outcome });
    }
    await host.focusOn('.stage-heading');
  }

  #wait(kept: 'device' | 'page'): void {
    const { host } = this;
    this.waits = true;
    this.casting.show({ kind: 'waiting', kept });
    this.casting.keep(kept === 'page');
    void this.mailbox.follow();
    const event = new VoteKeptEvent({ ballot: host.ballot.id });
    host.dispatchEvent(event);
  }

  async #refused(outcome: Extract<Outcome, { state: 'refused' }>): Promise<void> {
    const { host } = this;
    const codes = outcome.errors.map(({ code }) => code);
    if (outcome.error.kind === 'closed' || codes.includes('voting-closed')) {
      host.round.close();
      return this.closed();
    }
    const known = outcome.errors.filter(isVoteError);
    if (codes.includes('stale-rules')) return this.casting.renew(outcome);
    if (!known.length && outcome.error.kind !== 'forbidden') {
      this.casting.show({ kind: 'unsent', outcome });
      return host.focusOn('.stage-heading');
    }
    if (known.length) this.refusals = known.map((error) => blockerSentence(error, host.ballot, host.choices, host.speaker));
    else this.identification.refuse();
    this.casting.show({ kind: 'review' });
    await host.focusOn(known.length ? '.summary' : this.identification.place);
  }

  /** What became of the vote that waits, in whichever page it happened. */
  #letterChanged(letter: Letter): void {
    const { host } = this;
    const { say, language } = host.speaker;
    if (this.casting.stage.kind === 'sending') return;
    if (letter.body) this.#posted = letter.body as Vote;
    if (letter.state === 'received' && letter.receipt) {
      announce(say('received'), language);
      void this.mailbox.discard(letter.key);
      this.casting.received(this.#sent, letter.receipt, this.#posted && !this.waits);
    } else if (letter.state === 'waiting') {
      this.waits = true;
    } else if (letter.state === 'expired' && Date.parse(host.ballot.closesAt) - host.round.now < MOVED) {
      host.round.close();
      this.waits = false;
      this.closed(letter.attempts > 0);
      // What may have arrived is looked up again by this form's next page.
      if (!letter.attempts) void this.mailbox.discard(letter.key);
    } else if (this.waits) {
      this.waits = false;
      if (this.casting.stage.kind === 'waiting') this.casting.show({ kind: 'unsent', outcome: { state: 'refused', error: letter.error ?? { kind: 'conflict' }, errors: letter.error?.errors ?? [] } });
    }
    host.requestUpdate();
  }

  /** Looks whether the vote whose answer never came is among those that count. */
  readonly lookUp = async (): Promise<void> => {
    const { host } = this;
    const turn = this.#turn;
    const { lookUp } = await import('./arrival.ts');
    const arrival = await lookUp(await host.reader(), [this.#lost[0] ?? this.#sent, ...this.#lost.slice(1)], host.speaker.language);
    if (turn !== this.#turn) return;
    this.arrival = arrival;
    host.requestUpdate();
    await host.updateComplete;
    announce(host.renderRoot.querySelector('.arrival')?.textContent.trim() ?? '', host.speaker.language);
  };

  /** Voting has closed. @param attempted the vote was sent, and may have arrived */
  closed(attempted = this.isLost): void {
    if (attempted && !this.arrival) {
      this.arrival = { state: 'unknown' };
      this.lookUp().catch(() => {
        // A part of the page could not be loaded: it is still not known.
      });
    }
    this.casting.showClosed();
  }
}

function isVoteError(error: FieldError): error is FieldError & VoteError {
  return (VOTE_ERRORS as readonly string[]).includes(error.code);
}
