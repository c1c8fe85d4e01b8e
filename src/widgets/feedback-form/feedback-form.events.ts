/** What the city has received; nothing of what was written, and nothing about who wrote it. */
export interface FeedbackSentDetail {
  /** The receipt’s. */
  readonly id: string;
  /** The code of the topic. */
  readonly topic: string;
}

/** Fired when the city has received what the resident sent. */
export class FeedbackSentEvent extends CustomEvent<FeedbackSentDetail> {
  constructor(detail: FeedbackSentDetail) {
    super('aukio-feedback-sent', { bubbles: true, composed: true, detail });
  }
}

/** What waits on the device. */
export interface FeedbackKeptDetail {
  /** The code of the topic. */
  readonly topic: string;
}

/** Fired when what the resident sent has not reached the city and waits on the device. */
export class FeedbackKeptEvent extends CustomEvent<FeedbackKeptDetail> {
  constructor(detail: FeedbackKeptDetail) {
    super('aukio-feedback-kept', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'aukio-feedback-sent': FeedbackSentEvent;
    'aukio-feedback-kept': FeedbackKeptEvent;
  }
}
