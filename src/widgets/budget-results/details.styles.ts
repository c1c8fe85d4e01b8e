import { css } from 'lit';

/** What comes after the winners and the table. */
export const detailStyles = css`
  section {
    margin-block-start: 2em;
  }

  section > p,
  .proofs {
    max-inline-size: 45em;
  }

  .message .mark {
    margin-inline-end: 0.25em;
  }

  .message.good {
    border-inline-start-color: var(--_good);
  }

  .message.caution {
    border-inline-start-color: var(--_caution);
  }

  .tables {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
    gap: var(--_space) calc(2 * var(--_space));
    align-items: start;
  }

  .cells {
    max-inline-size: 32em;
  }

  .cells .number {
    white-space: normal;
  }

  caption {
    padding-block-end: 0.3em;
    text-align: start;
    font-weight: 700;
  }

  td:last-child,
  th:last-child {
    padding-inline-end: 0;
  }

  .steps {
    display: grid;
    gap: 0.75em;
    margin: 0 0 var(--_space);
    padding: 0;
    max-inline-size: 45em;
    list-style: none;
    counter-reset: step;
  }

  .step {
    padding-inline-start: 2.5em;
    counter-increment: step;
  }

  .step::before {
    content: counter(step) '.';
    float: inline-start;
    margin-inline-start: -2.5em;
    color: var(--_text-soft);
    font-variant-numeric: tabular-nums;
  }

  .step > * {
    display: block;
  }

  .ways .label {
    display: none;
  }

  @container (max-width: 30em) {
    .ways,
    .ways tbody {
      display: block;
    }

    .ways thead {
      position: absolute;
      clip-path: inset(50%);
    }

    .ways tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0.15em 1em;
      padding-block: 0.6em;
      border-block-end: 1px solid var(--_border);
    }

    .ways th,
    .ways td {
      padding: 0;
      border: 0;
    }

    .ways th {
      grid-column: 1 / -1;
    }

    .ways .label {
      display: block;
      color: var(--_text-soft);
      font-size: 0.9em;
      font-weight: 400;
    }
  }

  .yes .mark {
    color: var(--_good);
  }

  .no {
    color: var(--_text-soft);
  }

  .sums {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .sums th {
    font-weight: 400;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    max-inline-size: none;
  }

  .proofs dt {
    color: inherit;
    font-weight: 700;
  }

  .proofs dd {
    margin-block-end: 0.75em;
  }

  @media print {
    .step {
      break-inside: avoid;
    }
  }

  @media (forced-colors: active) {
    .yes .mark {
      color: CanvasText;
    }
  }
`;
