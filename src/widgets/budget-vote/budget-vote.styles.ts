import { css } from 'lit';

/** The ballot as it is first seen: what has to be known, the projects, the bar. */
export const styles = css`
  .lead {
    max-inline-size: 45em;
    font-size: 1.1em;
  }

  .facts {
    max-inline-size: 55em;
    margin: 0 0 var(--_space);
  }

  .facts > div {
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_border);
  }

  .facts dt {
    font-weight: 600;
  }

  dd {
    margin: 0;
  }

  .facts ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .facts .more,
  .facts p {
    margin: 0;
  }

  .facts .ways {
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  .other-way,
  .control .hint {
    margin-block-end: 0;
  }

  .list {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
    gap: var(--_space);
    margin: 0 0 var(--_space);
    padding: 0;
    list-style: none;
  }

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
    .facts > div {
      display: grid;
      grid-template-columns: minmax(9em, 14em) minmax(0, 1fr);
      gap: 0 1em;
    }

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
    .card.chosen {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }

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

  @media print {
    .card {
      break-inside: avoid;
    }
  }
`;
