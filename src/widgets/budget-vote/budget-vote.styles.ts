import { css } from 'lit';

/** The ballot as it is first seen: what has to be known, and the list of projects. */
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

  @container (min-width: 40em) {
    .facts > div {
      display: grid;
      grid-template-columns: minmax(9em, 14em) minmax(0, 1fr);
      gap: 0 1em;
    }
  }
`;
