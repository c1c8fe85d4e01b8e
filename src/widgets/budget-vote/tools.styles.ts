import { css } from 'lit';

/** Comparison, and what the filters of projects have of their own. */
export const toolStyles = css`
  .filters p {
    margin: 0;
  }

  .compare {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin: 0.5em 0 0;
  }

  .compare > .quiet:first-child {
    margin-inline-start: calc(-0.5em - 1px);
    padding-inline: 0.5em;
  }

  .scroll {
    overflow-x: auto;
    margin-block-end: 0.75em;
  }

  table {
    border-collapse: collapse;
    inline-size: 100%;
  }

  th,
  td {
    min-inline-size: 9em;
    padding: 0.5em 0.75em;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }

  th:first-child {
    min-inline-size: 6em;
    padding-inline-start: 0;
  }

  tbody th {
    font-weight: 600;
  }

  @media (forced-colors: active) {
    .compare > .quiet:first-child {
      margin-inline-start: 0;
    }
  }
`;
