import { css } from 'lit';

/** A project, and how it is chosen. */
export const cardStyles = css`
  .card {
    display: flex;
    flex-direction: column;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }

  /* Said by the control; the frame makes it easy to find. */
  .card.chosen {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }

  .card img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    max-block-size: 14em;
    object-fit: cover;
    border-start-start-radius: inherit;
    border-start-end-radius: inherit;
  }

  .about {
    flex: 1;
    padding: var(--_space) var(--_space) 0;
  }

  .title {
    margin: 0 0 0.5em;
    text-wrap: pretty;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 1.5em;
    margin: 0 0 0.75em;
  }

  .meta dt {
    color: var(--_text-soft);
    font-size: 0.875em;
  }

  .meta strong {
    font-size: 1.15em;
    font-variant-numeric: tabular-nums;
  }

  .lines {
    white-space: pre-line;
  }

  .more {
    margin-block-end: 0.75em;
  }

  .more summary {
    display: list-item;
    min-block-size: 24px;
    inline-size: fit-content;
    color: var(--_accent);
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  .more[open] summary {
    margin-block-end: 0.5em;
  }

  .more ul {
    margin: 0 0 0.75em;
    padding-inline-start: 1.25em;
  }

  .description,
  .label {
    margin-block-end: 0.5em;
  }

  .label {
    font-weight: 600;
  }

  .card > .message {
    margin: 0 var(--_space) var(--_space);
  }

  .control {
    margin-block-start: 0.5em;
    padding: 0.5em var(--_space) 0.75em;
    border-block-start: 1px solid var(--_border);
  }

  .control:empty {
    display: none;
  }

  .tick {
    display: flex;
    gap: 0.6em;
    align-items: center;
  }

  .tick label {
    flex: 1;
    padding-block: 0.5em;
    font-weight: 600;
    cursor: pointer;
  }

  .tick input {
    flex: none;
    inline-size: 1.6em;
    min-inline-size: 24px;
    block-size: 1.6em;
    min-block-size: 24px;
    padding: 0;
    accent-color: var(--_accent);
  }

  .stepper label,
  .rank label {
    display: block;
    margin-block-end: 0.2em;
    font-weight: 600;
  }

  .stepper > div {
    display: flex;
    gap: 0.4em;
  }

  /* Its own arrows are too small to hit; the buttons beside it are theirs. */
  .stepper input {
    appearance: textfield;
    inline-size: 4.5em;
    text-align: center;
  }

  .stepper button {
    min-inline-size: 2.75em;
    font-weight: 700;
  }

  .stepper input::-webkit-inner-spin-button {
    display: none;
  }

  .hint {
    color: var(--_text-soft);
  }

  @media (forced-colors: active) {
    .card.chosen {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }

  @media print {
    .card {
      break-inside: avoid;
    }
  }
`;
