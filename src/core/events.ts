import type { SourceErrorKind } from '../sources/errors.ts';

/** What a widget has read and shows. */
export interface ReadyDetail {
  /** Accepted items, before any filter. */
  readonly count: number;
}

/** Fired when data is on the page, and again when it has been read anew. */
export class ReadyEvent extends CustomEvent<ReadyDetail> {
  constructor(detail: ReadyDetail) {
    super('aukio-ready', { bubbles: true, composed: true, detail });
  }
}

/** Why nothing can be shown. */
export interface ErrorDetail {
  readonly kind: SourceErrorKind;
  /** The sentence that the resident reads. */
  readonly message: string;
}

/** Fired when data could not be read; the page's own content stays in view. */
export class ErrorEvent extends CustomEvent<ErrorDetail> {
  constructor(detail: ErrorDetail) {
    super('aukio-error', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'aukio-ready': ReadyEvent;
    'aukio-error': ErrorEvent;
  }
}
