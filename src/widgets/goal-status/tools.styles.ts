import { css } from 'lit';

/** Summary, controls, comparison: what comes after the first goals. */
export const toolStyles = css`
  .judged {
    margin-block-end: 0.5em;
    color: var(--_text-soft);
  }

  .summary-groups {
    display: grid;
    gap: 0.5em calc(2 * var(--_space));
    margin-block-end: var(--_space);
  }

  .summary-title {
    margin-block-end: 0.25em;
    font-weight: 700;
  }

  .summary ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .tally {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: max(24px, 2.25em);
    padding: 0.2em 0.6em;
    text-align: start;
    color: var(--_text);
    border-color: var(--_border);
  }

  .tally .bar {
    display: none;
  }

  .tally-word {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }

  .tally .mark,
  .tally .fill {
    color: var(--_tone);
    fill: var(--_tone);
  }

  .tally-count {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
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

  /* In columns, each wide enough for the longest choice. */
  .controls {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: 0.75em var(--_space);
    align-items: end;
    margin-block-end: 0.75em;
    padding: 0.75em var(--_space);
    background: var(--_surface-soft);
    border-radius: var(--_radius);
  }

  .filters {
    display: contents;
  }

  .opener {
    justify-self: start;
  }

  @container (max-width: 39.99em) {
    .filters:not([data-open]) {
      display: none;
    }
  }

  /* Where there is room, bars line up under each other, and filters need no button. */
  @container (min-width: 40em) {
    .summary-groups {
      grid-template-columns: repeat(auto-fit, minmax(18em, 1fr));
    }

    .summary-group {
      max-inline-size: 38em;
    }

    .summary ul {
      display: grid;
      gap: 0.25em;
    }

    .tally {
      display: grid;
      grid-template-columns: minmax(10em, 1.4fr) 2.5em minmax(2em, 1fr);
      inline-size: 100%;
    }

    .tally .bar {
      display: block;
      max-inline-size: none;
      margin: 0;
    }

    .tally-count {
      text-align: end;
    }

    .opener {
      display: none;
    }
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

  .list .changes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
    margin-block-start: 0.4em;
    font-weight: 400;
    font-size: 0.9375em;
  }

  .changes > li {
    padding: 0.05em 0.5em;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
    font-variant-numeric: tabular-nums;
  }

  .table .feedback {
    font-size: 0.9375em;
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
