import { css } from 'lit';

/** Search and filters above a list: what comes after the first things of it. */
export const listToolStyles = css`
  .controls,
  .filters {
    display: grid;
    gap: 0.9em var(--_space);
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
    border-radius: var(--_radius);
    background: var(--_surface-soft);
  }

  .search label,
  .choices-title {
    display: block;
    margin-block-end: 0.3em;
    font-weight: 600;
  }

  .search input {
    inline-size: 100%;
    max-inline-size: 30em;
  }

  .choices ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .choices button {
    min-block-size: 2.25em;
    padding-block: 0.2em;
    text-align: start;
  }

  .count {
    color: var(--_text-soft);
    font-variant-numeric: tabular-nums;
  }

  [aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 2px var(--_accent);
    font-weight: 700;
  }

  .result {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    min-block-size: 2em;
    font-weight: 600;
  }

  @media (forced-colors: active) {
    [aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
