import { css } from 'lit';

/** Summary, controls, comparison: what comes after the first goals. */
export const toolStyles = css`
  .judged,
  .hint {
    color: var(--_text-soft);
  }

  .judged {
    margin-block-end: 0.25em;
  }

  .summary-groups {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
    gap: var(--_space) calc(2 * var(--_space));
    margin-block-end: calc(1.5 * var(--_space));
  }

  .summary-group {
    max-inline-size: 38em;
  }

  .summary-title {
    margin-block-end: 0.35em;
    font-weight: 700;
  }

  .summary ul {
    display: grid;
    gap: 0.35em;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .tally {
    display: grid;
    grid-template-columns: minmax(8em, 1.4fr) 2.5em minmax(3em, 1fr);
    gap: 0.5em;
    align-items: center;
    inline-size: 100%;
    text-align: start;
    color: var(--_text);
    border-color: var(--_border);
  }

  .tally-word {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }

  .tally.good .mark,
  .bar.good .fill {
    color: var(--_good);
    fill: var(--_good);
  }

  .tally.caution .mark,
  .bar.caution .fill {
    color: var(--_caution);
    fill: var(--_caution);
  }

  .tally.bad .mark,
  .bar.bad .fill {
    color: var(--_bad);
    fill: var(--_bad);
  }

  .tally.neutral .mark,
  .bar.neutral .fill {
    color: var(--_neutral);
    fill: var(--_neutral);
  }

  .tally-count {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .tally .bar {
    max-inline-size: none;
    margin: 0;
  }

  .tally .track {
    fill: none;
  }

  [aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 2px var(--_accent);
    background: var(--_surface-soft);
    font-weight: 700;
  }

  .controls,
  .filters {
    display: grid;
    gap: 0.75em var(--_space);
  }

  .filters {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13em), 1fr));
    align-items: end;
  }

  .filters:not([data-open]) {
    display: none;
  }

  .opener {
    justify-self: start;
  }

  @container (min-width: 40em) {
    .controls .filters {
      display: grid;
    }

    .opener {
      display: none;
    }
  }

  .controls {
    margin-block-end: 0.75em;
    padding: var(--_space);
    background: var(--_surface-soft);
    border-radius: var(--_radius);
  }

  .field label {
    display: block;
    margin-block-end: 0.2em;
    font-weight: 600;
  }

  .field input,
  .field select {
    inline-size: 100%;
  }

  .result {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    min-block-size: 2em;
    font-weight: 600;
  }

  .downloads {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block-start: var(--_space);
  }

  .gone {
    margin-block-start: var(--_space);
  }

  @media print {
    .summary-groups {
      break-inside: avoid;
    }
  }

  @media (forced-colors: active) {
    [aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }

    .tally .fill {
      fill: CanvasText;
    }
  }
`;
