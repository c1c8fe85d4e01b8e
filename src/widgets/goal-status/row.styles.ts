import { css } from 'lit';

/** What stands in a row, whether it is a card or a row of a table. */
export const rowStyles = css`
  .label {
    display: block;
    color: var(--_text-soft);
    font-size: 0.875em;
    font-weight: 400;
  }

  .link {
    display: inline-grid;
    place-items: center;
    margin-block: -0.25em;
    vertical-align: middle;
    min-inline-size: max(24px, 1.5em);
    min-block-size: max(24px, 1.5em);
    color: var(--_text-soft);
  }

  .link:hover {
    color: var(--_accent);
  }

  .mark {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    fill: currentColor;
    forced-color-adjust: auto;
  }

  .list ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .list ul:not(.pairs, .changes) > li + li {
    margin-block-start: 0.25em;
  }

  .pairs > li + li {
    margin-block-start: 0.75em;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_border);
  }

  .measure + .actual {
    margin-block-start: 0.35em;
  }

  .number {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .bar {
    display: block;
    inline-size: 100%;
    max-inline-size: 9em;
    block-size: 0.5em;
    margin-block-start: 0.25em;
    overflow: hidden;
  }

  .track {
    fill: var(--_border);
  }

  .fill {
    fill: var(--_accent);
  }

  .status {
    display: inline-flex;
    color: var(--_tone);
    gap: 0.4em;
    align-items: baseline;
    font-weight: 600;
    hyphens: auto;
  }

  .status .mark {
    position: relative;
    inset-block-start: 0.15em;
  }

  .good {
    --_tone: var(--_good);
  }

  .caution {
    --_tone: var(--_caution);
  }

  .bad {
    --_tone: var(--_bad);
  }

  .neutral {
    --_tone: var(--_neutral);
  }

  .note,
  .nothing {
    color: var(--_text-soft);
  }

  .details dl {
    display: grid;
    grid-template-columns: minmax(6em, max-content) 1fr;
    gap: 0.25em 0.75em;
    margin: 0;
    font-size: 0.9375em;
  }

  .details dt {
    color: var(--_text-soft);
  }

  .details dd {
    margin: 0;
  }

  @media (forced-colors: active) {
    .status,
    .link {
      color: CanvasText;
    }

    .track {
      fill: Canvas;
      stroke: CanvasText;
    }

    .fill {
      fill: CanvasText;
    }
  }
`;
