import { css } from 'lit';

/** The result: figures, what was chosen, and all projects with a bar each. Where it is narrow, a row of the table is a small grid. */
export const styles = css`
  .mark {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    fill: currentColor;
    vertical-align: -0.18em;
  }

  .lines {
    white-space: pre-line;
  }

  .hint {
    color: var(--_text-soft);
  }

  .message,
  .hint,
  .base > p {
    max-inline-size: 45em;
  }

  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr));
    gap: 0.75em var(--_space);
    margin: 0 0 0.75em;
  }

  .figures div {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    padding-block-start: 0.5em;
    border-block-start: 2px solid var(--_border);
  }

  dt {
    color: var(--_text-soft);
  }

  dd {
    margin: 0;
  }

  .figures dd {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
  }

  .bar {
    display: block;
    inline-size: 100%;
    block-size: 0.6em;
    margin-block: 0.35em;
    overflow: visible;
  }

  :host(:dir(rtl)) .bar {
    transform: scaleX(-1);
  }

  .track {
    fill: var(--_surface-soft);
  }

  .other .fill {
    fill: var(--_border-strong);
  }

  .chosen .fill {
    fill: var(--_accent);
  }

  .limit {
    fill: var(--_text);
  }

  .winners {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
    gap: var(--_space);
    margin: 0 0 var(--_space);
    padding: 0;
    list-style: none;
  }

  .winner {
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-block-start: 0.3em solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .title {
    margin: 0 0 0.35em;
    text-wrap: pretty;
  }

  .amounts,
  .winner .hint {
    margin-block-end: 0.35em;
  }

  .winner > :last-child {
    margin-block-end: 0;
  }

  .state {
    display: flex;
    gap: 0.4em;
    align-items: baseline;
    margin-block-end: 0.35em;
    font-weight: 600;
  }

  .state .mark {
    position: relative;
    inset-block-start: 0.15em;
  }

  .state.done {
    color: var(--_good);
  }

  .state.dropped {
    color: var(--_bad);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    margin-block-end: var(--_space);
  }

  th,
  td {
    padding-block: 0.6em;
    padding-inline: 0 0.75em;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }

  thead th {
    color: var(--_text-soft);
    vertical-align: bottom;
  }

  .number {
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  .standings th[scope='row'] {
    inline-size: 45%;
  }

  .standings th:last-child,
  .standings .outcome {
    padding-inline-start: 0.75em;
  }

  .funded th[scope='row'],
  .funded .verdict {
    font-weight: 700;
  }

  .funded .verdict .mark {
    color: var(--_good);
  }

  .verdict,
  .why {
    display: block;
  }

  .why {
    color: var(--_text-soft);
    font-size: 0.9em;
  }

  .standings .label {
    display: none;
  }

  @media screen {
    .standings[data-cut] .later {
      display: none;
    }
  }

  @container (max-width: 38em) {
    .standings,
    .standings tbody {
      display: block;
    }

    .standings thead {
      position: absolute;
      clip-path: inset(50%);
    }

    .standings tr {
      display: grid;
      grid-template-columns: auto auto 1fr;
      gap: 0.15em 1em;
      padding-block: 0.6em;
      border-block-end: 1px solid var(--_border);
    }

    .standings th,
    .standings td,
    .standings .outcome {
      padding: 0;
      border: 0;
      text-align: start;
    }

    .standings th[scope='row'],
    .standings .outcome {
      grid-column: 1 / -1;
      inline-size: auto;
    }

    .standings .label {
      display: inline;
      color: var(--_text-soft);
    }
  }

  @media print {
    .later-winners[hidden] {
      display: block !important;
      content-visibility: visible !important;
    }

    .winner,
    tr {
      break-inside: avoid;
    }

    /* Printers leave backgrounds out, and fills of pictures with them where the person asks for it. */
    .fill,
    .track,
    .limit {
      print-color-adjust: exact;
    }
  }

  @media (forced-colors: active) {
    .track {
      fill: Canvas;
      stroke: CanvasText;
      vector-effect: non-scaling-stroke;
    }

    .chosen .fill {
      fill: Highlight;
    }

    .other .fill {
      fill: GrayText;
    }

    .limit {
      fill: CanvasText;
    }

    .funded .verdict .mark,
    .state .mark {
      color: CanvasText;
    }
  }
`;
