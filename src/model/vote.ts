declare module './resources.ts' {
  interface Submissions {
    /**
     * `POST {url}vote`; the vote's own UUID is its idempotency key, and `authorization` is what `Identification` says. The receipt's
     * `code` is that of `receiptCode`, its `receivedAt` by the server's clock. Refusals: `closed` (problem `closed`), `conflict` with the
     * problem `stale-rules`, `forbidden` with `identification-missing`, `identification-wrong` or `not-eligible`, and `invalid-data` with
     * `vote-invalid`; the last four and `closed` bring the `VoteError`s in `errors`, each with a `field`.
     */
    vote: Vote;
  }
}

/** How a vote came in; paper and assisted votes come as batches that the city enters. */
export const VOTE_CHANNELS = ['web', 'paper', 'assisted'] as const;
export type VoteChannel = (typeof VOTE_CHANNELS)[number];

/** One project in a vote. */
export interface Choice {
  /** The id of a project. */
  readonly project: string;
  /** Whole points, where the ballot is voted by points. */
  readonly points?: number;
  /** 1 is the best, where the ballot is voted by ranking. */
  readonly rank?: number;
}

/** The choices that say something: 0 points are no choice, whatever way one votes, and count nowhere. */
export function givenChoices(choices: readonly Choice[]): readonly Choice[] {
  return choices.filter(({ points }) => points !== 0);
}

/** What one person votes (ääni). */
export interface Vote {
  /** A UUID that the voter's own device makes: the same vote sent twice counts once, and her receipt is hers alone. */
  readonly id: string;
  /** The id of the ballot. */
  readonly ballot: string;
  /** The `rulesVersion` under which she chose. */
  readonly rulesVersion: string;
  readonly choices: readonly Choice[];
  readonly channel: VoteChannel;
  /**
   * A random UUID of the browser, where anybody may vote without being identified: votes of one browser replace each other.
   * It is a hint and no proof.
   */
  readonly device?: string;
}
