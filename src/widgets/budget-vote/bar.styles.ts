import { css } from 'lit';

/** What is left to give, and how far the vote has come, in a bar that stays in view. */
export const barStyles = css`
  .bar {
    display: grid;
    gap: 0.35em var(--_space);
    padding: 0.6em var(--_space);
    border: 2px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .bar p {
    margin: 0;
  }

  .vote-state {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }

  .shape {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    fill: currentColor;
  }

  .vote-state.draft,
  .vote-state.changed,
  .vote-state.void,
  .vote-state.unknown,
  .vote-state.waiting {
    color: var(--_caution);
  }

  .vote-state.voted {
    color: var(--_good);
  }

  .meter-text span:not(:last-child)::after {
    content: ' ·';
  }

  .meter {
    display: block;
    inline-size: 100%;
    block-size: 0.5em;
    margin-block-start: 0.2em;
  }

  :host(:dir(rtl)) .meter {
    transform: scaleX(-1);
  }

  .meter .track {
    fill: var(--_border);
  }

  .meter .fill {
    fill: var(--_accent);
  }

  .meter.over .fill {
    fill: var(--_bad);
  }

  .blocked {
    color: var(--_bad);
    font-weight: 600;
  }

  /* Nothing sticks where the page is low: on a small screen lying down, or much enlarged. */
  @media (min-height: 30em) {
    .bar:not(.still) {
      position: sticky;
      inset-block-end: 0;
      z-index: 1;
      box-shadow: 0 -0.2em 0.6em rgb(0 0 0 / 15%);
    }

    /* What has the focus is brought above the bar. */
    .list :focus {
      scroll-margin-block-end: 12em;
    }
  }

  @container (min-width: 40em) {
    .bar {
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
    }

    .bar .blocked {
      grid-column: 1 / -1;
      grid-row: 2;
    }

    .bar .meter-text {
      min-inline-size: 0;
    }
  }

  @media (forced-colors: active) {
    .meter .track {
      fill: Canvas;
      stroke: CanvasText;
    }

    .meter .fill {
      fill: Highlight;
    }

    .shape {
      fill: CanvasText;
    }
  }
`;
