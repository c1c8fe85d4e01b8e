import type { Ballot, ServerTime } from '../../model/ballot.ts';
import type { DataSource } from '../../sources/source.ts';

/** How long the server's clock is waited for, in milliseconds. */
const PATIENCE = 10_000;

export interface ServerClockOptions {
  /** The device's own clock. */
  readonly device: () => Date;
  /** What is asked for the time. */
  readonly source: () => Promise<DataSource | undefined>;
  readonly lang: () => string;
  /** The server has told its time. */
  readonly told: () => void;
}

/** The server's clock: the device's, set right by what the ballot says or, where that may come from a cache, by asking. */
export class ServerClock {
  #behind: { readonly ballot: Ballot; readonly milliseconds: number } | undefined;

  constructor(private readonly options: ServerClockOptions) {}

  /** Milliseconds since 1970. */
  now(ballot: Ballot | undefined): number {
    const device = this.options.device().getTime();
    if (ballot && this.#behind?.ballot !== ballot) {
      const { serverTime } = ballot;
      this.#behind = { ballot, milliseconds: serverTime === undefined ? 0 : Date.parse(serverTime) - device };
      if (serverTime === undefined) void this.#ask(ballot);
    }
    return device + (this.#behind?.milliseconds ?? 0);
  }

  async #ask(ballot: Ballot): Promise<void> {
    const { device, source, lang, told } = this.options;
    try {
      const time = (await (await source())?.read('time', {}, { signal: AbortSignal.timeout(PATIENCE), lang: lang(), fresh: true })) as ServerTime | undefined;
      const milliseconds = Date.parse(time?.now ?? '') - device().getTime();
      if (Number.isNaN(milliseconds) || ballot !== this.#behind?.ballot) return;
      this.#behind = { ballot, milliseconds };
      told();
    } catch {
      // The device's own clock is then all there is.
    }
  }
}
