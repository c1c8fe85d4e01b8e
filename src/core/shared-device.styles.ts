import { css } from 'lit';

/** The dialog that asks whether anybody is still there. */
export const idleResetStyles = css`
  dialog.idle {
    max-inline-size: min(28em, calc(100% - 2em));
    padding: calc(1.5 * var(--_space));
    border: 2px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }

  dialog.idle::backdrop {
    background: rgb(0 0 0 / 60%);
  }

  .idle-title {
    font-size: 1.3em;
    font-weight: 700;
  }

  .idle-left {
    font-variant-numeric: tabular-nums;
  }
`;
