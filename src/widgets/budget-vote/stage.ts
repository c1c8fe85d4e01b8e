import type { Casting } from './casting.ts';
import type { OneByOne } from './one-by-one.ts';
import { renderSending, renderUnsent, renderWaiting, type Unsent } from './outcome.ts';
import { renderReceipt } from './receipt.ts';
import { renderReview } from './review.ts';

/** What the voter sees now; `ballot` is the list of projects. */
export type Stage =
  | { readonly kind: 'ballot' | 'review' | 'identifying' | 'sending' }
  | { readonly kind: 'one'; readonly view: OneByOne }
  | { readonly kind: 'received'; readonly changed: boolean }
  | { readonly kind: 'waiting'; readonly kept: 'device' | 'page' }
  /** `renewing`: the ballot is read anew, since its rules have changed. */
  | { readonly kind: 'unsent' | 'renewing'; readonly outcome: Unsent };

export function renderStage(casting: Casting, stage: Stage): unknown {
  switch (stage.kind) {
    case 'ballot':
      return casting.host.renderBallot();
    case 'one':
      return stage.view.render();
    case 'review':
      return renderReview(casting);
    case 'identifying':
    case 'renewing':
    case 'sending':
      return renderSending(casting, stage.kind);
    case 'received':
      return renderReceipt(casting, stage.changed);
    case 'waiting':
      return renderWaiting(casting, stage.kept);
    case 'unsent':
      return renderUnsent(casting, stage.outcome);
  }
}
