import { css } from 'lit';

/** The directory: cards beside each other where there is room; on paper a list that a library can pin to its wall. */
export const styles = css`
  .mark {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    fill: currentColor;
    position: relative;
    inset-block-start: 0.15em;
  }

  .safety {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    margin-block-end: var(--_space);
    padding: 0.6em var(--_space);
    border: 1px solid var(--_bad);
    border-inline-start-width: 0.3em;
    border-radius: var(--_radius);
    background: var(--_surface);
    font-weight: 600;
  }

  .safety .mark {
    color: var(--_bad);
  }

  .safety a {
    font-weight: 700;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 21em), 1fr));
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .card {
    display: flex;
    flex-direction: column;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }

  .title {
    margin: 0 0 0.4em;
    text-wrap: pretty;
  }

  .body {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: flex-start;
  }

  .description {
    margin-block-end: 0.5em;
  }

  .state,
  .direction {
    display: flex;
    gap: 0.4em;
    align-items: baseline;
    margin-block-end: 0.4em;
  }

  .state {
    font-weight: 600;
  }

  .state.open {
    color: var(--_good);
  }

  .state.unknown {
    color: var(--_caution);
  }

  .label,
  dt {
    margin: 0;
    color: var(--_text-soft);
    font-size: 0.875em;
    font-weight: 400;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 0.4em;
    margin: 0 0 0.6em;
    padding: 0;
    list-style: none;
  }

  .tags li {
    padding: 0.05em 0.55em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_surface-soft);
    font-size: 0.9375em;
  }

  .body > dl,
  .more,
  .more dl {
    align-self: stretch;
  }

  dl {
    margin: 0;
  }

  .fact {
    margin-block-end: 0.6em;
  }

  dd {
    margin: 0;
  }

  .lines {
    white-space: pre-line;
  }

  dd ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  dd ul.items {
    padding-inline-start: 1.1em;
    list-style: disc;
  }

  dd li + li {
    margin-block-start: 0.2em;
  }

  dd .inline {
    display: flex;
    flex-wrap: wrap;
  }

  dd .inline li {
    margin: 0;
  }

  .inline li:not(:last-child)::after {
    content: ',';
    margin-inline-end: 0.3em;
  }

  dd a {
    display: inline-block;
    min-block-size: 24px;
  }

  .week li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    font-variant-numeric: tabular-nums;
  }

  .week span:first-child {
    min-inline-size: 4.75em;
  }

  .aside,
  .foot {
    color: var(--_text-soft);
    font-size: 0.875em;
  }

  .body > .quiet {
    padding-inline: 0;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-self: stretch;
    margin: auto 0 0;
    padding-block-start: 0.6em;
  }

  .print-only {
    display: none;
  }

  @media print {
    .print-only {
      display: inline;
    }

    .more[hidden] {
      display: block !important;
      content-visibility: visible !important;
    }

    .cards {
      display: block;
      font-size: 0.875em;
      line-height: 1.35;
    }

    .card {
      display: grid;
      grid-template-columns: 30% 1fr;
      gap: 0 1.5em;
      padding: 0.6em 0;
      border: 0;
      border-block-start: 1px solid var(--_border-strong);
      border-radius: 0;
      background: none;
      break-inside: avoid;
    }

    .body,
    .tags,
    .tags li {
      display: block;
    }

    .tags li {
      padding: 0;
      border: 0;
    }

    .fact {
      display: grid;
      grid-template-columns: 9em 1fr;
      gap: 0 0.75em;
      margin-block-end: 0.2em;
    }

    dd a {
      display: inline;
      color: inherit;
      text-decoration: none;
    }

    .foot {
      padding-block-start: 0;
    }

    .safety,
    .group-heading {
      break-after: avoid;
    }
  }

  @media (forced-colors: active) {
    .state,
    .safety .mark {
      color: CanvasText;
    }
  }
`;
