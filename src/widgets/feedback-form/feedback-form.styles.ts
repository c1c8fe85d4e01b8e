import { css } from 'lit';

export const styles = css`
  .about {
    max-inline-size: 45em;
    padding-block-end: 0.5em;
  }

  .not-for,
  .keeping,
  .purpose,
  .answer,
  .written {
    max-inline-size: 45em;
  }

  .not-for {
    margin-block-end: 1.75em;
  }

  .written {
    white-space: pre-line;
  }

  .topic-description,
  .message-length {
    margin-block-start: -1em;
    margin-block-end: 1.5em;
  }

  .keeping {
    margin-block-end: 1.75em;
  }

  .part-heading {
    margin-block: 1.5em 0.75em;
  }

  .aside {
    margin-block: -0.75em 1.5em;
  }

  .aside .hint,
  .remark {
    margin-block: 0.5em 0;
  }

  .photos {
    display: grid;
    gap: 0.75em;
    margin: 0.75em 0 0;
    padding: 0;
    list-style: none;
  }

  .photos li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
  }

  .thumb {
    inline-size: 5em;
    max-inline-size: 100%;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .trap {
    display: none;
  }

  dl {
    margin: 0 0 0.75em;
  }

  dl > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 1em;
    padding-block: 0.3em;
  }

  dt {
    font-weight: 600;
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .id {
    font-family: ui-monospace, monospace;
    font-size: 0.95em;
    user-select: all;
  }

  /* Read in groups, copied without them. */
  .id > span {
    margin-inline-end: 0.3em;
  }

  /* So that what changes a line is not far from it. */
  .review {
    max-inline-size: 45em;
  }

  .review > div {
    padding-block: 0.6em;
    border-block-end: 1px solid var(--_border);
  }

  @container (min-width: 36em) {
    dl > div {
      grid-template-columns: minmax(9em, 14em) minmax(0, 1fr);
    }

    .review > div {
      grid-template-columns: minmax(9em, 14em) minmax(0, 1fr) auto;
    }
  }

  @media (forced-colors: active) {
    .thumb {
      border-color: CanvasText;
    }
  }
`;
