import { css } from 'lit';

/** What follows the first choice: the check, the order of what is ranked, the receipt. */
export const castingStyles = css`
  .keeping {
    max-inline-size: 45em;
  }

  .part-heading:focus,
  .closed-heading:focus {
    outline: none;
  }

  .stage-heading .shape {
    inline-size: 0.9em;
    block-size: 0.9em;
  }

  .good .stage-heading .shape {
    color: var(--_good);
  }

  .caution .stage-heading .shape {
    color: var(--_caution);
  }

  .review,
  .one {
    max-inline-size: 45em;
  }

  .one .cards {
    grid-template-columns: minmax(0, 1fr);
  }

  .one .control .field {
    margin-block-end: 0;
  }

  .summary ul {
    margin: 0;
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  .review .meter-text {
    max-inline-size: 30em;
    margin-block-end: var(--_space);
  }

  .vote-list {
    max-inline-size: 45em;
    margin: 0 0 0.75em;
    padding: 0;
    border-block-start: 1px solid var(--_border);
    list-style: none;
  }

  .vote-list li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_border);
  }

  .place {
    min-inline-size: 1.75em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .name {
    flex: 1 1 10em;
    min-inline-size: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .area {
    display: block;
    color: var(--_text-soft);
    font-size: 0.875em;
    font-weight: 400;
  }

  .amount {
    font-variant-numeric: tabular-nums;
  }

  .moves {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    align-items: center;
  }

  /* In line with the name above it. */
  .moves > .quiet:first-child {
    margin-inline-start: calc(-0.25em - 1px);
  }

  .moves [aria-disabled] {
    border-color: var(--_border);
    color: var(--_text-soft);
    cursor: default;
  }

  .handle {
    display: grid;
    place-items: center;
    inline-size: 2em;
    min-inline-size: 24px;
    block-size: 2.75em;
    cursor: grab;
    touch-action: none;
  }

  .handle svg {
    inline-size: 0.8em;
    fill: var(--_text-soft);
  }

  .send-form {
    margin-block-start: 1.5em;
    padding-block-start: var(--_space);
    border-block-start: 2px solid var(--_border);
  }

  .send {
    font-size: 1.1em;
  }

  @media (forced-colors: active) {
    .handle svg {
      fill: CanvasText;
    }

    .moves [aria-disabled] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
