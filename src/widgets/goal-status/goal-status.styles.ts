import { css } from 'lit';

/** Where there is room: rows under a visible head. With six columns that takes more of it than with fewer. */
const table = css`
  & .head,
  & .row {
    display: grid;
    grid-template-columns: var(--_columns);
    gap: 0 1.25em;
    align-items: start;
    margin: 0;
    padding: 0.8em 0.75em;
    border: 0;
    border-block-end: 1px solid var(--_border);
    border-radius: 0;
  }

  & .head {
    position: static;
    inline-size: auto;
    block-size: auto;
    overflow: visible;
    clip-path: none;
    white-space: normal;
    border-block-end: 2px solid var(--_border-strong);
    background: var(--_surface-soft);
  }

  & .head th {
    font-weight: 700;
    font-size: 0.9375em;
  }

  & .head .pair {
    display: grid;
  }

  & .row > td {
    margin-block-start: 0;
  }

  & .row > .goal,
  & .row > .measures {
    grid-column: auto;
  }

  & .row > .details {
    grid-column: 1 / -1;
    margin-block-start: 0.75em;
  }

  & td > .label,
  & .measure > .label {
    display: none;
  }

  /* The column has a header above; the ear still needs the word, since two things stand in one cell. */
  & .actual > .label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** The list: rows of a table where there is room, cards where there is not; one DOM, roles written out. */
export const styles = css`
  .focus-heading {
    margin-block-start: 1.75em;
  }

  .line-heading {
    margin-block-start: 1.25em;
    color: var(--_text);
  }

  .line-rest {
    max-inline-size: 45em;
    margin-block-end: 0.5em;
  }

  .line-rest + .quiet {
    margin-block-end: 0.75em;
    padding-inline-start: 0;
  }

  .table,
  .table thead,
  .block {
    display: block;
  }

  .table {
    inline-size: 100%;
    margin: 0 0 var(--_space);
    border: 0;
    border-collapse: separate;
    border-spacing: 0;
    text-align: start;
  }

  /* A long list is laid out where it is looked at; searched and read out it is whole. */
  .far {
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(var(--_rows) * 9em);
  }

  .row,
  .head {
    display: block;
    background: none;
  }

  .table th,
  .table td {
    display: block;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }

  .head {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .row {
    margin-block-end: 0.75em;
    padding: 0.9em var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    scroll-margin-block: 1em;
  }

  .row:focus,
  .row:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: -3px;
  }

  .table .goal {
    font-weight: 700;
  }

  .row > td {
    margin-block-start: 0.75em;
  }

  .original {
    margin-block-start: var(--_space);
  }

  /* Between card and table: the goal and its measures across, the rest side by side below them. */
  @container (min-width: 34em) {
    .row {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 0 1.25em;
    }

    .row > .goal,
    .row > .measures,
    .row > .details {
      grid-column: 1 / -1;
    }

    .paired .pair {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0 1.25em;
    }

    .measure + .actual {
      margin-block-start: 0;
    }

    .paired .actual:first-child {
      grid-column: 2;
    }
  }

  @container (min-width: 46em) {
    .list:not(.six) {
      ${table}
    }
  }

  @container (min-width: 58em) {
    .list.six {
      ${table}
    }
  }

  @media print {
    .far {
      content-visibility: visible;
    }

    .line-rest[hidden] {
      display: block !important;
      content-visibility: visible !important;
    }

    .row {
      break-inside: avoid;
    }

    .focus-heading,
    .line-heading,
    .line-rest {
      break-after: avoid;
    }
  }
`;
