import { Alarm } from '../../core/alarm.ts';
import { phaseAt, type Ballot, type BallotPhase } from '../../model/ballot.ts';
import { ServerClock, type ServerClockOptions } from './server-clock.ts';

export interface RoundOptions extends ServerClockOptions {
  /** The ballot that is shown. */
  readonly ballot: () => Ballot | undefined;
  /** Voting has opened or closed while the page is open, or it is time to remind of that. */
  readonly passed: () => void;
}

/** How far the round of a ballot has come: by the server's clock, and by the service's word that voting has closed. */
export class Round {
  #closed: Ballot | undefined;
  readonly #clock: ServerClock;
  readonly #boundary: Alarm;

  constructor(private readonly options: RoundOptions) {
    this.#clock = new ServerClock(options);
    this.#boundary = new Alarm(options.passed);
  }

  /** The time by the server's clock, in milliseconds since 1970. */
  get now(): number {
    return this.#clock.now(this.options.ballot());
  }

  /** The service's word that voting has closed comes before the clock. */
  get phase(): BallotPhase | undefined {
    const phase = phaseAt(this.options.ballot()!, this.now);
    return phase === 'vote' && this.closedByService ? 'counting' : phase;
  }

  get closedByService(): boolean {
    return this.#closed !== undefined && this.#closed === this.options.ballot();
  }

  /** The service says that voting has closed. */
  close(): void {
    this.#closed = this.options.ballot();
  }

  /** Tells when voting opens or closes, and at another instant. @param more ISO 8601 */
  watch(more: string | undefined): void {
    const { opensAt, closesAt } = this.options.ballot()!;
    this.#boundary.set([opensAt, closesAt, more].map((iso) => Date.parse(iso ?? '')), this.now);
  }

  rest(): void {
    this.#boundary.clear();
  }
}
