import type { Identification } from '../../model/ballot.ts';

/** A vote that the city has received; nothing of what was chosen, and nothing about who chose it. */
export interface VoteCastDetail {
  /** The id of the ballot. */
  readonly ballot: string;
  /** Whether it took the place of an earlier vote. */
  readonly changed: boolean;
}

/** Fired when the city has received a vote. */
export class VoteCastEvent extends CustomEvent<VoteCastDetail> {
  constructor(detail: VoteCastDetail) {
    super('aukio-vote-cast', { bubbles: true, composed: true, detail });
  }
}

/** A vote that waits on the device. */
export interface VoteKeptDetail {
  /** The id of the ballot. */
  readonly ballot: string;
}

/** Fired when a vote has not reached the city and waits on the device, at most until voting closes. */
export class VoteKeptEvent extends CustomEvent<VoteKeptDetail> {
  constructor(detail: VoteKeptDetail) {
    super('aukio-vote-kept', { bubbles: true, composed: true, detail });
  }
}

/** What a page is asked before a vote is sent. */
export interface VoteSendDetail {
  /** The id of the ballot. */
  readonly ballot: string;
  /** How the voter has to be identified. */
  readonly identification: Identification;
  /**
   * The page gives the value of the `Authorization` header, such as `Bearer eyJ…`, or a promise of it; `undefined` where the
   * voter gave up. It is sent with this vote and kept nowhere. Called while the event is dispatched; the last call holds.
   */
  readonly authorize: (authorization: string | undefined | Promise<string | undefined>) => void;
}

/**
 * Fired before a vote is sent: the page's own login answers by `detail.authorize(…)`. A page that cancels it takes over, for
 * example to leave for the city's login: the choices are kept on the device and the voter sends them when she is back.
 */
export class BeforeVoteSendEvent extends CustomEvent<VoteSendDetail> {
  constructor(detail: VoteSendDetail) {
    super('aukio-before-vote-send', { bubbles: true, composed: true, cancelable: true, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'aukio-vote-cast': VoteCastEvent;
    'aukio-vote-kept': VoteKeptEvent;
    'aukio-before-vote-send': BeforeVoteSendEvent;
  }
}
